/* The file that goes to the supplier. */
#include <string.h>

#include "base/text.h"
#include "register/reply.h"
#include "register/store.h"

/* Text of documents: what XML 1.0 cannot hold is replaced. */
static void put_xml(struct buffer *b, const char *text)
{
    size_t len = text ? strlen(text) : 0;
    for (size_t i = 0, n; i < len; i += n) {
        uint32_t c;
        n = text_next(text + i, len - i, &c);
        bool control = c < 0x20 && c != '\t' && c != '\n' && c != '\r';
        if (c == '<' || c == '>' || c == '&' || c == '"')
            buffer_puts(b, c == '<' ? "&lt;" : c == '>' ? "&gt;" : c == '&' ? "&amp;" : "&quot;");
        else if (c == '\n' || c == '\t' || c == '\r')
            buffer_printf(b, "&#%u;", (unsigned)c);
        else if (control || c == 0xfffd || c == 0xfffe || c == 0xffff)
            buffer_puts(b, "\xEF\xBF\xBD");
        else
            buffer_add(b, text + i, n);
    }
}

static void put_attribute(struct buffer *b, const char *name, const char *text)
{
    if (!text)
        return;
    buffer_printf(b, " %s=\"", name);
    put_xml(b, text);
    buffer_putc(b, '"');
}

static void put_date(struct buffer *b, const char *name, day d)
{
    struct value v = value_date(d);
    buffer_printf(b, " %s=\"", name);
    if (d != DAY_NONE)
        value_write(b, &v);
    buffer_putc(b, '"');
}

struct writing {
    struct ledger *l;
    struct buffer *out;
    struct fault *f;
    bool failed;
    uint64_t count;
};

/* What was replied since the finding was last opened. */
struct said {
    char cause[REPLY_TEXT + 1], action[REPLY_TEXT + 1];
    day planned;
};

static void keep(char *to, const char *text)
{
    size_t len = text ? strlen(text) : 0;
    size_t n = text_cut(text ? text : "", len, REPLY_TEXT);
    memcpy(to, text ? text : "", n);
    to[n] = '\0';
}

static bool read_said(void *context, const struct ledger_event *e)
{
    struct said *s = context;
    if (e->to == STATE_OPEN && e->from != STATE_OPEN)
        *s = (struct said){.planned = DAY_NONE};
    if (e->action == ACTION_CAUSE)
        keep(s->cause, e->text);
    if (e->action == ACTION_PLAN) {
        keep(s->action, e->text);
        s->planned = e->due;
    }
    return true;
}

static void put_reply(struct buffer *b, const struct said *s)
{
    buffer_puts(b, "    <reply>\n      <cause>");
    put_xml(b, s->cause);
    buffer_puts(b, "</cause>\n      <action");
    put_date(b, "planned", s->planned);
    buffer_puts(b, ">");
    put_xml(b, s->action);
    buffer_puts(b, "</action>\n      <done on=\"\"/>\n      <by></by>\n    </reply>\n");
}

static void put_finding(struct buffer *b, const struct ledger_entry *e)
{
    buffer_puts(b, "  <finding");
    put_attribute(b, "id", e->fingerprint);
    put_attribute(b, "grade", grade_name(e->grade));
    put_attribute(b, "state", state_name(e->state));
    put_date(b, "first-found", e->first_seen);
    if (e->due != DAY_NONE)
        put_date(b, "due", e->due);
    put_attribute(b, "document", e->document);
    put_attribute(b, "clause", e->clause);
    buffer_puts(b, ">\n");
    for (int l = 0; l < LANGUAGE_COUNT; l++) {
        if (!e->text[l])
            continue;
        buffer_printf(b, "    <text xml:lang=\"%s\">", language_name((enum language)l));
        put_xml(b, e->text[l]);
        buffer_puts(b, "</text>\n");
    }
}

static bool write_one(void *context, const struct ledger_entry *e)
{
    struct writing *w = context;
    struct said said = {.planned = DAY_NONE};
    if (e->state >= STATE_RE_AUDIT) /* nothing is asked of the supplier */
        return true;
    if (ledger_history(w->l, e->fingerprint, read_said, &said, w->f) != 0) {
        w->failed = true;
        return false;
    }
    put_finding(w->out, e);
    put_reply(w->out, &said);
    buffer_puts(w->out, "  </finding>\n");
    w->count++;
    return true;
}

static int put_head(struct ledger *l, const char *supplier, struct buffer *out, struct fault *f)
{
    sqlite3_stmt *s = NULL;
    if (sqlite3_prepare_v2(l->db, "SELECT name FROM supplier WHERE id = ?", -1, &s, NULL) != SQLITE_OK)
        return store_fault(l, f);
    store_text(s, 1, supplier);
    int code = store_step(l, s, f);
    if (code == SQLITE_DONE)
        code = fault_set(f, FAULT_LEDGER_SUPPLIER, supplier);
    if (code == SQLITE_ROW) {
        buffer_puts(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                         "<corrective-actions xmlns=\"urn:kijun:corrective-action:1\"");
        put_attribute(out, "supplier", supplier);
        put_attribute(out, "name", column_text(s, 0));
    }
    sqlite3_finalize(s);
    return code < 0 ? -1 : 0;
}

int reply_write(struct ledger *l, const char *supplier, struct buffer *out, struct fault *f)
{
    struct writing w = {.l = l, .out = out, .f = f};
    struct ledger_filter filter = {.supplier = supplier, .only_open = true};
    if (put_head(l, supplier, out, f) != 0)
        return -1;
    if (store_chain_end(l, f) != 0)
        return -1;
    put_date(out, "as-of", store_last_day(l, f));
    buffer_printf(out, " history=\"%lld\"", (long long)l->last_event);
    buffer_puts(out, ">\n");
    if (ledger_list(l, &filter, DAY_NONE, write_one, &w, f) != 0 || w.failed)
        return -1;
    buffer_puts(out, "</corrective-actions>\n");
    return out->failed ? fault_set(f, FAULT_MEMORY) : 0;
}
