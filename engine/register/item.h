/* What a worker tells the register of one supplier, as bytes. Written in the worker, read in the supervisor: the reader
 * trusts nothing. Private to the register floor but for ledger_item_write. */
#ifndef KIJUN_REGISTER_ITEM_H
#define KIJUN_REGISTER_ITEM_H

#include "register/ledger.h"

/* A cursor over the bytes; once `bad`, everything read is empty. */
struct item_reader {
    const char *at;
    size_t left;
    bool bad;
};

struct item_head {
    const char *supplier, *name, *tier; /* name and tier may be NULL */
    bool judged;                        /* false: nothing could be judged, nothing changes */
    uint32_t judgements, findings;
};

struct item_finding {
    const char *fingerprint, *rule, *message, *clause, *document, *text[LANGUAGE_COUNT];
    uint32_t line;
    enum grade grade;
    bool waived;
    const char *waiver;     /* until when, who approved it and why (ledger_waiver); NULL unless waived */
};

struct item_reader item_open(const char *at, size_t len);
bool item_head(struct item_reader *r, struct item_head *out);
/* The rule of the next judgement, and its outcome. */
bool item_judgement(struct item_reader *r, const char **rule, enum outcome *outcome);
bool item_finding(struct item_reader *r, struct item_finding *out);

#endif
