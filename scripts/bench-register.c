/* How fast a large register answers: bench-register FILE makes one of 50,000 findings over 1,000 runs there (unless it is
 * there) and lists it in several ways, each ten times; the fastest counts. `make bench-register`. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "register/ledger.h"

enum { SUPPLIERS = 5000, RULES = 10, RUNS = 1000, OF_A_RUN = 50, TIMES = 10, FIRST = 20000 };

static double now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec * 1e3 + (double)t.tv_nsec / 1e6;
}

static int give_up(const struct fault *f)
{
    char text[512];
    fault_text(f, LANGUAGE_EN, text, sizeof text);
    fprintf(stderr, "%s\n", text);
    exit(1);
}

static const char *const rules[RULES] = {"audit-right", "backup", "continuity", "damages", "flow-down", "incident-report",
                                         "nda", "patching", "sla-uptime", "training"};

/* Every supplier has a finding of every rule, but for one that is closed in every third of its runs. */
static void write_item(int supplier, int run, struct buffer *out)
{
    static struct rule_info infos[RULES];
    static struct judgement judgements[RULES];
    struct finding findings[RULES];
    char id[32], name[64];
    struct result r = {.supplier = id, .name = name, .tier = supplier % 4 ? "standard" : "critical",
                       .judgements = judgements, .judgement_count = RULES, .findings = findings};
    snprintf(id, sizeof id, "supplier-%05d", supplier);
    snprintf(name, sizeof name, "株式会社サプライヤー %d", supplier);
    for (uint32_t i = 0; i < RULES; i++) {
        const char *parts[] = {id, rules[i]};
        bool fails = i || run % 3;
        infos[i].id = rules[i];
        judgements[i] = (struct judgement){.rule = &infos[i], .outcome = fails ? OUTCOME_FAIL : OUTCOME_PASS};
        if (!fails)
            continue;
        findings[r.finding_count++] = (struct finding){
            .judgement = i, .outcome = OUTCOME_FAIL, .grade = (enum grade)(1 + i % 3), .message = "missing",
            .text = {"No clause lets the customer audit the supplier", "監査権を定める条項がありません"},
            .place = {.document = "contract.xml", .line = (uint32_t)run}, .fingerprint = hash_parts(parts, 2)};
    }
    buffer_clear(out);
    ledger_item_write(&r, out);
}

static void record(struct ledger *l, int run, struct buffer *item)
{
    struct fault f = {0};
    struct due_terms terms = due_terms_standard();
    if (ledger_begin(l, FIRST + run, (instant)(FIRST + run) * 86400, "standard", &terms, &f) != 0)
        give_up(&f);
    for (int i = 0; i < OF_A_RUN; i++) {
        write_item((run * OF_A_RUN + i) % SUPPLIERS, run, item);
        if (ledger_record(l, item->at, item->len, &f) != 0)
            give_up(&f);
    }
    if (ledger_commit(l, &f) != 0)
        give_up(&f);
}

static bool count(void *context, const struct ledger_entry *e)
{
    (void)e;
    ++*(int *)context;
    return true;
}

static void list(struct ledger *l, const char *what, struct ledger_filter filter)
{
    double best = 1e9;
    int found = 0;
    for (int i = 0; i < TIMES; i++) {
        struct fault f = {0};
        double start = now();
        found = 0;
        if (ledger_list(l, &filter, DAY_NONE, count, &found, &f) != 0)
            give_up(&f);
        double took = now() - start;
        best = took < best ? took : best;
    }
    printf("%-28s %7d findings %8.1f ms\n", what, found, best);
}

int main(int argc, char **argv)
{
    struct fault f = {0};
    struct ledger *l = NULL;
    struct buffer item;
    if (argc != 2) {
        fputs("usage: bench-register FILE\n", stderr);
        return 2;
    }
    bool make = access(argv[1], F_OK) != 0;
    buffer_init(&item, 1 << 20);
    if (ledger_open(argv[1], LEDGER_WRITE, &l, &f) != 0)
        give_up(&f);
    for (int run = 0; make && run < RUNS; run++)
        record(l, run, &item);
    list(l, "list", (struct ledger_filter){0});
    list(l, "list --open", (struct ledger_filter){.only_open = true});
    list(l, "list --new", (struct ledger_filter){.only_new = true});
    list(l, "list --overdue", (struct ledger_filter){.only_overdue = true});
    list(l, "list --recurred", (struct ledger_filter){.only_recurred = true});
    list(l, "list --grade major", (struct ledger_filter){.grade = GRADE_MAJOR});
    list(l, "list --rule", (struct ledger_filter){.rule = "backup"});
    list(l, "list --supplier", (struct ledger_filter){.supplier = "supplier-00042"});
    ledger_close(l);
    buffer_free(&item);
    return 0;
}
