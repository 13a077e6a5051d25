/* What `kijun lint` and `kijun test` tell machines: JSON for editors, JUnit XML for CI. */
#ifndef KIJUN_REPORT_AUTHOR_H
#define KIJUN_REPORT_AUTHOR_H

#include "base/buffer.h"
#include "base/language.h"
#include "rules/examples.h"
#include "rules/lint.h"

/* A list of objects in the order of `found`: name, file, line (null: none), and message and advice in this language. */
void author_lint_json(const struct lint *found, enum language l, struct buffer *out);

/* A suite of tests: begin, each of them in turn, end. `name` is that of what is tested. */
void author_junit_begin(struct buffer *out, const char *name);
void author_junit_example(struct buffer *out, const struct example_report *r, enum language l);
void author_junit_mistake(struct buffer *out, const struct fault *f, enum language l);
void author_junit_end(struct buffer *out);

#endif
