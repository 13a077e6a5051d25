#include "language/parties.h"

#include <string.h>

#include "documents/load.h"
#include "documents/schema.h"
#include "language/words.h"

enum {
    NAME_LEAST = 2,             /* bytes: a shorter name is found everywhere */
    PAYING_BYTES = 256 * 1024,  /* of prose that is looked through for who pays */
    PAYING_REACH = 300,         /* bytes from the one who pays to the paying */
    ADDRESSED_BYTES = 16 * 1024 /* of prose that is looked through for "we" and "you" */
};

static enum duty other(enum duty side)
{
    return side == DUTY_SUPPLIER ? DUTY_CUSTOMER : side == DUTY_CUSTOMER ? DUTY_SUPPLIER : side;
}

static enum duty side_of_role(const char *role)
{
    if (!role)
        return DUTY_UNSAID;
    return strcmp(role, "supplier") == 0 ? DUTY_SUPPLIER : strcmp(role, "customer") == 0 ? DUTY_CUSTOMER : DUTY_UNSAID;
}

static void add_name(struct reading *r, struct parties *p, const char *name, enum duty side)
{
    struct normal n;
    if (!name || side == DUTY_UNSAID || p->count == PARTY_NAMES)
        return;
    normal_init(&n, r->arena);
    normal_add(&n, NULL, name, strlen(name));
    normal_end(&n);
    if (n.failed || n.len < NAME_LEAST)
        return;
    for (size_t i = 0; i < p->count; i++)
        if (p->names[i].len == n.len && memcmp(p->names[i].at, n.at, n.len) == 0)
            return;
    p->names[p->count++] = (struct party_name){n.at, n.len, side};
}

/* ---- 甲 and 乙: the one who pays is the customer ---- */

static size_t count_paying(const char *at, size_t len, const char *who)
{
    static const char *const fees[] = {"委託料", "報酬", "代金", "料金", "対価", "委託費", "手数料", NULL};
    static const char *const pays[] = {"支払う", "支払い", "支払わ", "支払を", "支払いを", NULL};
    struct words t = {at, len};
    size_t n = strlen(who), found = 0;
    for (size_t i = 0; i < len;) {
        const char *p = words_find(t, i, who, n);
        if (!p)
            break;
        i = (size_t)(p - at) + n;
        size_t to = len - i > PAYING_REACH ? i + PAYING_REACH : len;
        const char *end = memmem(at + i, to - i, "。", 3);
        if (end)
            to = (size_t)(end - at);
        found += words_within(t, i, to, fees) < to && words_within(t, i, to, pays) < to;
    }
    return found;
}

static void count_in(const struct list *clauses, size_t *left, size_t *first, size_t *second)
{
    LIST_EACH(struct clause, c, clauses) {
        LIST_EACH(struct prose, p, &c->text) {
            size_t len = p->len < *left ? p->len : *left;
            *left -= len;
            *first += count_paying(p->at, len, "甲は");
            *second += count_paying(p->at, len, "乙は");
        }
        if (*left > 0)
            count_in(&c->clauses, left, first, second);
    }
}

/* Where nothing tells, 甲 entrusts 乙: the custom of contracts that a customer drafts. */
static void add_first_and_second(struct reading *r, struct parties *p, const struct contract *c)
{
    size_t left = PAYING_BYTES, first = 0, second = 0;
    count_in(&c->clauses, &left, &first, &second);
    enum duty side = second > first ? DUTY_SUPPLIER : DUTY_CUSTOMER;
    add_name(r, p, "甲", side);
    add_name(r, p, "乙", other(side));
}

/* ---- we and you, 当社 and 契約者: terms that one side writes to the other ---- */

/* What shows that words address the customer of a service, or its supplier. */
struct address {
    const char *mark;           /* nothing more is looked for without it */
    const char *const *serving, *const *buying;
    const char *const *writer, *const *reader; /* what the two are called */
};

static const char *const serving_en[] = {" our service", " our Service", " our platform", " our software", " our website", " our terms", "your account",
                                         "your subscription", "your data", "your use of the Service", "your use of our", "your content", "your users", NULL};
static const char *const buying_en[] = {" our data", " our premises", " our systems", " our customers", "your services", "your staff",
                                        "your personnel", "your employees", "your subcontractors", "your invoice", NULL};
static const char *const we[] = {"we", "us", NULL}, *const you[] = {"you", NULL};
static const char *const serving_ja[] = {"契約者", "お客様", "お客さま", "利用者", "会員", "ユーザー", "申込者", "本サービス", NULL};
static const char *const buying_ja[] = {"甲は", "乙は", "貴社", "受託者", "受注者", "委託先は", NULL};
static const char *const this_company[] = {"当社", "弊社", NULL};
static const char *const customers_ja[] = {"契約者", "お客様", "お客さま", "利用者", "会員", "ユーザー", "申込者", NULL};
static const char *const entrusting[] = {"委託元", NULL}, *const entrusted[] = {"委託先", NULL};
static const char *const entrusted_acts[] = {"委託先は", "委託先が", NULL}, *const nothing[] = {NULL};

static const struct address addresses[] = {
    {"you", serving_en, buying_en, we, you},
    {"当社", serving_ja, buying_ja, this_company, customers_ja},
    {"弊社", serving_ja, buying_ja, this_company, customers_ja},
    {"委託元", entrusted_acts, nothing, entrusted, entrusting},
};

struct signs { size_t serving, buying; };

static size_t count_words(struct words t, const char *const *list)
{
    size_t found = 0;
    for (; *list; list++)
        found += words_find(t, 0, *list, strlen(*list)) != NULL;
    return found;
}

static void look_for(const struct list *clauses, const struct address *a, size_t *left, struct signs *signs)
{
    LIST_EACH(struct clause, c, clauses) {
        LIST_EACH(struct prose, p, &c->text) {
            struct words t = {p->at, p->len < *left ? p->len : *left};
            *left -= t.len;
            if (!words_find(t, 0, a->mark, strlen(a->mark)))
                continue;
            signs->serving += count_words(t, a->serving);
            signs->buying += count_words(t, a->buying);
        }
        if (*left > 0)
            look_for(&c->clauses, a, left, signs);
    }
}

static void add_addressed(struct reading *r, struct parties *p, const struct contract *c)
{
    for (size_t i = 0; i < sizeof addresses / sizeof addresses[0]; i++) {
        const struct address *a = &addresses[i];
        struct signs s = {0};
        size_t left = ADDRESSED_BYTES;
        look_for(&c->clauses, a, &left, &s);
        if (s.serving == s.buying)
            continue;
        enum duty side = s.serving > s.buying ? DUTY_SUPPLIER : DUTY_CUSTOMER;
        for (const char *const *name = a->writer; *name; name++)
            add_name(r, p, *name, side);
        for (const char *const *name = a->reader; *name; name++)
            add_name(r, p, *name, other(side));
    }
}

/* ---- the parties clause ---- */

static bool is_first_or_second(const char *alias)
{
    return alias && (strcmp(alias, "甲") == 0 || strcmp(alias, "乙") == 0);
}

/* The side of a party by its own role or, of two, by that of the other. */
static enum duty side_of(const struct contract *c, const struct party *p)
{
    enum duty side = side_of_role(p->role);
    if (side != DUTY_UNSAID || c->parties.count != 2)
        return side;
    LIST_EACH(struct party, q, &c->parties)
        if (q != p)
            side = other(side_of_role(q->role));
    return side;
}

static void fill(struct reading *r, struct parties *p, const struct contract *c)
{
    bool counted = c->parties.count == 0;
    LIST_EACH(struct party, party, &c->parties) {
        enum duty side = side_of(c, party);
        add_name(r, p, party->alias, side);
        add_name(r, p, party->name, side);
        counted |= side == DUTY_UNSAID && is_first_or_second(party->alias);
    }
    if (counted)
        add_first_and_second(r, p, c);
    add_addressed(r, p, c);
}

const struct parties *parties_of(struct reading *r, const struct clause *c)
{
    static const struct parties nobody = {.count = 0};
    const struct contract *contract = node_contract(&c->node);
    for (const struct parties *p = r->parties; p; p = p->next)
        if (p->contract == contract)
            return p;
    struct parties *p = arena_alloc(r->arena, sizeof *p);
    if (!p || !contract)
        return &nobody;
    p->contract = contract;
    fill(r, p, contract);
    p->next = r->parties;
    r->parties = p;
    return p;
}
