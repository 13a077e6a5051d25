/* A blank form on which a supplier answers a questionnaire; documents/form.h says how it is read back. */
#ifndef KIJUN_REPORT_FORM_H
#define KIJUN_REPORT_FORM_H

#include "base/buffer.h"
#include "base/fault.h"
#include "documents/model.h"

/* Each appends the form to *out. 0, or -1 with *f set. */
int form_workbook(const struct questionnaire *q, enum language l, struct buffer *out, struct fault *f);
int form_csv(const struct questionnaire *q, enum language l, struct buffer *out, struct fault *f);

#endif
