#include "cli/log.h"

enum { TEXT_BYTES = 4096 };

void tell_fault(FILE *to, const struct fault *f, enum language language)
{
    char text[TEXT_BYTES];
    fault_text(f, language, text, sizeof text);
    fprintf(to, "kijun: %s\n", text);
    if (fault_advice(f, language, text, sizeof text))
        fprintf(to, "       %s\n", text);
}

int fail_with(const struct fault *f, enum language language)
{
    static const int codes[] = {[FAULT_CLASS_INPUT] = 3, [FAULT_CLASS_USAGE] = 2, [FAULT_CLASS_OUTPUT] = 4,
                                [FAULT_CLASS_TRUST] = 5, [FAULT_CLASS_ENGINE] = 3};
    log_fault(LEVEL_ERROR, f, language);
    return codes[fault_class(f->id)];
}
