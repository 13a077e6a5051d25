/* Telling the register what came of a run: every supplier once, in the order of their ids, in one transaction. */
#include <stdlib.h>
#include <string.h>

#include "batch/state.h"
#include "register/ledger.h"

/* The supplier that was read last, until it is known that no other has its id. */
struct pending {
    struct buffer id, item;
    size_t count;
};

/* Suppliers that share one id were not judged, so that nothing is recorded of them. */
static int record_pending(struct ledger *l, const struct pending *p, struct fault *f)
{
    return p->count == 1 ? ledger_record(l, p->item.at, p->item.len, f) : 0;
}

static int take_item(struct ledger *l, struct pending *p, const struct sorted *k, struct fault *f)
{
    bool same = p->count && p->id.len == k->key_len && memcmp(p->id.at, k->key, k->key_len) == 0;
    if (!same) {
        if (record_pending(l, p, f) < 0)
            return -1;
        p->count = 0;
        buffer_clear(&p->id);
        buffer_clear(&p->item);
        buffer_add(&p->id, k->key, k->key_len);
        buffer_add(&p->item, k->at, k->len);
    }
    p->count++;
    return p->id.failed || p->item.failed ? fault_set(f, FAULT_MEMORY) : 0;
}

static int record_items(struct run_state *s, struct ledger *l)
{
    struct pending p = {0};
    struct sorted k;
    int got;
    buffer_init(&p.id, RECORD_BYTES);
    buffer_init(&p.item, RECORD_BYTES);
    while ((got = sorter_next(s->items, &k, &s->fault)) > 0)
        if (take_item(l, &p, &k, &s->fault) < 0) {
            got = -1;
            break;
        }
    if (got == 0)
        got = record_pending(l, &p, &s->fault);
    buffer_free(&p.id);
    buffer_free(&p.item);
    return got;
}

int record_run(struct run_state *s)
{
    const struct run_options *o = s->o;
    struct ledger *l = NULL;
    if (ledger_open(o->ledger, LEDGER_WRITE, &l, &s->fault) < 0)
        return -1;
    int failed = ledger_begin(l, o->as_of, o->at, ruleset_policy(o->rules), &s->terms, &s->fault);
    if (failed == 0)
        failed = record_items(s, l);
    if (failed == 0)
        failed = ledger_commit(l, &s->fault);
    ledger_close(l); /* an open transaction is rolled back */
    return failed;
}
