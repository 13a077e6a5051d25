/* `kijun notify`: what is new or changed in the register, told once to each channel of a file of notices.
 *
 * For each channel: first what waits from before, then what changed since. A notice is made while the register is held, put
 * in its outbox, and only then sent. A channel that cannot be reached gets no further notices: all that happens meanwhile
 * goes into the next. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "cli/settings.h"
#include "exchange/fetch.h"
#include "exchange/notice.h"
#include "register/outbox.h"
#include "register/step.h"

enum { FILE_ARENA = 16 * 1024 * 1024, NOTICE_ARENA = 256 * 1024 * 1024, ID_BYTES = 33 };

enum word { WORD_SENT, WORD_RECEIVED, WORD_DOUBT, WORD_NOT_SENT, WORD_NOTHING, WORD_NO_CHANNEL };

static const char *const words[][LANGUAGE_COUNT] = {
    [WORD_SENT] = {"sent", "送信しました"},
    [WORD_RECEIVED] = {"had arrived", "届いていたことを確認しました"},
    [WORD_DOUBT] = {"may have arrived, or not", "届いたかどうか分かりません"},
    [WORD_NOT_SENT] = {"not sent, will be tried again", "送信できませんでした。次の実行で再送します"},
    [WORD_NOTHING] = {"nothing new", "新しい変化はありません"},
    [WORD_NO_CHANNEL] = {"waits, but the file has no such channel", "未送信ですが、ファイルにこの送り先がありません"},
};

struct notify {
    const struct command *c;
    struct channels channels;
    struct ledger *ledger;
    bool incomplete;        /* something is not where it should be: exit 3 */
    struct fault fault;     /* the register failed: nothing further is tried */
    /* the entry being sent */
    const char *id;
    struct fault handing;   /* why it could not be noted that it goes out */
    const struct channel *channel; /* whose waiting entries are being sent; NULL: those of none */
    bool blocked;           /* one of them did not go */
};

static const char *word(const struct notify *n, enum word w)
{
    return words[w][n->c->language];
}

static void say(const struct notify *n, const char *channel, const char *id, enum word w)
{
    if (!n->c->values[OPTION_QUIET] || w == WORD_DOUBT || w == WORD_NOT_SENT || w == WORD_NO_CHANNEL)
        printf(id ? "%s: %s (%.8s)\n" : "%s: %s\n", channel, word(n, w), id);
}

static instant now(void)
{
    return (instant)time(NULL);
}

/* ---- sending what waits ---- */

/* The last byte goes out only when it stands in the register that it does. */
static int hand_over(void *context)
{
    struct notify *n = context;
    return outbox_set(n->ledger, n->id, OUTBOX_HANDED, NULL, now(), &n->handing);
}

static void say_doubt(struct notify *n, const struct outbox_entry *e)
{
    n->incomplete = true;
    say(n, e->channel, e->id, WORD_DOUBT);
    printf(n->c->language == LANGUAGE_JA
               ? "       送り先を確認し、届いていれば kijun notify --settle %.8s、届いていなければ --resend %.8s を実行してください\n"
               : "       look there, then: kijun notify --settle %.8s (it arrived), or --resend %.8s\n",
           e->id, e->id);
}

/* What became of an entry, in the register and to the person. */
static void note(struct notify *n, const struct outbox_entry *e, enum notice_sent sent, enum word good, const struct fault *why)
{
    static const enum outbox_state states[] = {[NOTICE_TAKEN] = OUTBOX_SENT, [NOTICE_NOT_TAKEN] = OUTBOX_WAITING,
                                               [NOTICE_DOUBT] = OUTBOX_HANDED};
    char text[1024];
    fault_text(why, LANGUAGE_EN, text, sizeof text);
    if (sent == NOTICE_TAKEN) {
        say(n, e->channel, e->id, good);
    } else if (sent == NOTICE_NOT_TAKEN) {
        n->incomplete = n->blocked = true;
        say(n, e->channel, e->id, WORD_NOT_SENT);
        tell_fault(stderr, why, n->c->language);
    } else {
        tell_fault(stderr, why, n->c->language);
        say_doubt(n, e);
    }
    outbox_set(n->ledger, e->id, states[sent], sent == NOTICE_TAKEN ? NULL : text, now(), &n->fault);
}

static void send_entry(struct notify *n, const struct outbox_entry *e)
{
    struct fault why = {0};
    n->id = e->id;
    enum notice_sent sent =
        notice_send(n->channel, &n->channels.access, e->id, e->body, e->len, now(), hand_over, n, &why);
    if (n->handing.id)
        n->fault = n->handing; /* nothing went out whole */
    else
        note(n, e, sent, WORD_SENT, &why);
}

/* An entry that was handed over when the last run was killed, or whose answer got lost. */
static void clear_doubt(struct notify *n, const struct outbox_entry *e)
{
    struct fault why = {0};
    enum notice_sent sent = NOTICE_DOUBT;
    if (n->channel->receipts)
        sent = notice_ask(n->channel, &n->channels.access, e->id, now(), &why);
    else if (n->channel->idempotent)
        sent = NOTICE_NOT_TAKEN; /* the receiver drops what it has */
    if (sent == NOTICE_TAKEN)
        note(n, e, sent, WORD_RECEIVED, &why);
    else if (sent == NOTICE_NOT_TAKEN)
        send_entry(n, e);
    else {
        if (why.id)
            tell_fault(stderr, &why, n->c->language);
        say_doubt(n, e);
    }
}

static const struct channel *channel_named(const struct notify *n, const char *name)
{
    for (size_t i = 0; i < n->channels.count; i++)
        if (strcmp(n->channels.all[i].name, name) == 0)
            return &n->channels.all[i];
    return NULL;
}

static bool send_one(void *context, const struct outbox_entry *e)
{
    struct notify *n = context;
    if (!n->channel || strcmp(n->channel->name, e->channel) != 0 || n->blocked)
        return true;
    if (e->state == OUTBOX_HANDED)
        clear_doubt(n, e);
    else
        send_entry(n, e);
    return !n->fault.id;
}

static bool tell_orphan(void *context, const struct outbox_entry *e)
{
    struct notify *n = context;
    if (channel_named(n, e->channel))
        return true;
    n->incomplete = true;
    say(n, e->channel, e->id, WORD_NO_CHANNEL);
    return true;
}

static int send_waiting(struct notify *n)
{
    int result = outbox_each(n->ledger, send_one, n, &n->fault);
    return result == 0 && !n->fault.id ? 0 : -1;
}

/* ---- what changed ---- */

struct gathering {
    const struct channel *channel;
    struct arena *arena;
    struct notice notice;
    struct notice_item *items;
    size_t size;
    char id[ID_BYTES];
    bool failed;
};

/* What a reader would call it. NOTICE_CHANGES: nothing to speak of. */
static enum notice_change change_of(const struct outbox_change *c)
{
    bool was = c->before != STATE_COUNT && state_is_open(c->before), is = state_is_open(c->now.state);
    if (c->before == STATE_COUNT)
        return is ? NOTICE_NEW : c->now.state == STATE_ACCEPTED ? NOTICE_ACCEPTED : NOTICE_CHANGES;
    if (is && !was)
        return NOTICE_BACK;
    if (c->now.state == STATE_ACCEPTED)
        return c->before == STATE_ACCEPTED ? NOTICE_CHANGES : NOTICE_ACCEPTED;
    if (was && !is)
        return NOTICE_FIXED;
    if (c->fell_due)
        return NOTICE_OVERDUE;
    if (is && c->grade_before != c->now.grade)
        return NOTICE_REGRADED;
    return c->before != c->now.state ? NOTICE_MOVED : NOTICE_CHANGES;
}

static bool wanted(const struct channel *c, enum notice_change change, const struct ledger_entry *e)
{
    bool named = c->supplier_count == 0;
    for (size_t i = 0; i < c->supplier_count; i++)
        named = named || strcmp(c->suppliers[i], e->supplier) == 0;
    return change != NOTICE_CHANGES && (c->changes >> change & 1) && e->grade >= c->grade && named;
}

static const char *own(struct gathering *g, const char *text)
{
    const char *copy = text ? arena_copy(g->arena, text, strlen(text)) : NULL;
    g->failed = g->failed || (text && !copy);
    return copy;
}

static bool gather(void *context, const struct outbox_change *c)
{
    struct gathering *g = context;
    const struct ledger_entry *e = &c->now;
    enum notice_change change = change_of(c);
    const char *text = e->text[g->notice.language] ? e->text[g->notice.language] : e->text[LANGUAGE_EN];
    if (!wanted(g->channel, change, e))
        return true;
    if (g->notice.count == g->size) {
        size_t size = g->size ? 2 * g->size : 64;
        struct notice_item *more = realloc(g->items, size * sizeof *more);
        g->failed = g->failed || !more;
        if (!more)
            return false;
        g->items = more;
        g->size = size;
    }
    g->items[g->notice.count++] = (struct notice_item){
        .change = change, .grade = e->grade, .fingerprint = own(g, e->fingerprint), .supplier = own(g, e->supplier),
        .rule = own(g, e->rule), .state = state_name(e->state), .name = own(g, e->name), .tier = own(g, e->tier),
        .owner = own(g, e->owner), .clause = own(g, e->clause), .document = own(g, e->document), .text = own(g, text),
        .line = e->line, .due = e->due};
    g->notice.counts[change]++;
    return !g->failed;
}

static int by_weight(const void *a, const void *b)
{
    const struct notice_item *x = a, *y = b;
    if (x->change != y->change)
        return x->change < y->change ? -1 : 1;
    if (x->grade != y->grade)
        return x->grade > y->grade ? -1 : 1;
    int order = strcmp(x->supplier, y->supplier);
    order = order ? order : strcmp(x->rule, y->rule);
    return order ? order : strcmp(x->fingerprint, y->fingerprint);
}

/* The id follows from the channel and the history: made again after a crash it is the same. */
static void name_notice(const struct channel *c, const struct outbox_mark *m, char id[ID_BYTES])
{
    char from[24], head[ID_BYTES], told[16];
    snprintf(from, sizeof from, "%lld", (long long)m->event);
    snprintf(told, sizeof told, "%d", m->told);
    hash_hex(&m->head, head);
    const char *const parts[] = {"notice", c->name, from, told, head};
    struct hash h = hash_parts(parts, sizeof parts / sizeof *parts);
    hash_hex(&h, id);
}

/* Within the transaction that outbox_begin began. */
static int put_notice(struct notify *n, struct gathering *g, const struct outbox_mark *m)
{
    struct buffer body;
    if (g->notice.count == 0)
        return outbox_put(n->ledger, g->channel->name, m, NULL, NULL, 0, now(), &n->fault);
    qsort(g->items, g->notice.count, sizeof *g->items, by_weight);
    name_notice(g->channel, m, g->id);
    g->notice.id = g->id;
    g->notice.items = g->items;
    buffer_init(&body, OUTBOX_BODY);
    notice_render(&g->notice, g->channel, &body);
    int result = body.failed ? fault_set(&n->fault, FAULT_MEMORY)
                             : outbox_put(n->ledger, g->channel->name, m, g->id, body.at, body.len, now(), &n->fault);
    if (body.failed)
        ledger_rollback(n->ledger);
    buffer_free(&body);
    return result;
}

static int make_notice(struct notify *n, const struct channel *c, bool *made)
{
    struct outbox_mark m;
    struct gathering g = {.channel = c, .arena = arena_new(NOTICE_ARENA),
                          .notice = {.channel = c->name, .link = c->link, .language = c->language, .at = now()}};
    int result = g.arena ? outbox_begin(n->ledger, c->name, &m, &n->fault) : fault_set(&n->fault, FAULT_MEMORY);
    if (result == 0) {
        g.notice.as_of = m.as_of;
        result = outbox_changes(n->ledger, &m, gather, &g, &n->fault);
        if (result == 0 && g.failed)
            result = fault_set(&n->fault, FAULT_MEMORY);
        if (result == 0)
            result = put_notice(n, &g, &m);
        else
            ledger_rollback(n->ledger);
    }
    *made = g.notice.count > 0;
    free(g.items);
    arena_free(g.arena);
    return result;
}

static int notify_channel(struct notify *n, const struct channel *c)
{
    bool made = false;
    n->channel = c;
    n->blocked = false;
    if (send_waiting(n) < 0)
        return -1;
    if (n->blocked)
        return 0;
    if (make_notice(n, c, &made) < 0)
        return -1;
    if (!made)
        say(n, c->name, NULL, WORD_NOTHING);
    return made ? send_waiting(n) : 0;
}

/* ---- the verb ---- */

static int notify_all(struct notify *n)
{
    for (size_t i = 0; i < n->channels.count; i++)
        if (notify_channel(n, &n->channels.all[i]) < 0)
            return -1;
    return outbox_each(n->ledger, tell_orphan, n, &n->fault);
}

static int decide(struct notify *n)
{
    const char *resend = n->c->values[OPTION_RESEND], *settle = n->c->values[OPTION_SETTLE];
    if (settle && outbox_decide(n->ledger, settle, OUTBOX_SETTLED, now(), &n->fault) < 0)
        return -1;
    return resend ? outbox_decide(n->ledger, resend, OUTBOX_WAITING, now(), &n->fault) : 0;
}

static int hold_and_notify(struct notify *n)
{
    int lock = -1;
    if (outbox_hold(n->ledger, &lock, &n->fault) < 0)
        return -1;
    int result = decide(n);
    if (result == 0)
        result = notify_all(n);
    outbox_release(lock);
    return result;
}

static int open_and_notify(struct notify *n, struct arena *arena)
{
    const char *file = n->c->values[OPTION_TO] ? n->c->values[OPTION_TO] : "notices.lua";
    const char *path = n->c->values[OPTION_REGISTER] ? n->c->values[OPTION_REGISTER] : getenv("KIJUN_REGISTER");
    if (!path)
        return fault_set(&n->fault, FAULT_REGISTER_WHERE);
    if (channels_read(file, n->c->language, arena, &n->channels, &n->fault) < 0 || fetch_start(&n->fault) < 0)
        return -1;
    /* A register is made by a run: one that is not there is a mistake. */
    int result = ledger_open(path, access(path, F_OK) == 0 ? LEDGER_WRITE : LEDGER_READ, &n->ledger, &n->fault);
    if (result == 0)
        result = hold_and_notify(n);
    ledger_close(n->ledger);
    fetch_stop();
    return result;
}

int verb_notify(const struct command *c)
{
    struct notify n = {.c = c};
    struct arena *arena = arena_new(FILE_ARENA);
    int result = arena ? open_and_notify(&n, arena) : fault_set(&n.fault, FAULT_MEMORY);
    arena_free(arena);
    if (result != 0)
        return fail_with(&n.fault, c->language);
    return n.incomplete ? EXIT_INCOMPLETE : EXIT_CLEAN;
}
