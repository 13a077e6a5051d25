#include "rules/expect_edits.h"

#include <fcntl.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"

enum { EDITS = 5000 };

/* Bytes of a file that are replaced. */
struct edit {
    size_t start, end;
    const char *text;
    size_t order;
};

struct edited {
    const char *path;
    const char *at;                 /* NULL: it is no text */
    size_t len;
    bool markup;
};

struct expect_edits {
    struct expect_update *out;
    struct edited documents[EXAMPLE_FILES];
    size_t document_count;
    struct edit *edits[EXAMPLE_FILES];
    size_t counts[EXAMPLE_FILES];
};

struct expect_edits *expect_edits(struct expect_update *out)
{
    struct expect_edits *x = arena_alloc(out->arena, sizeof *x);
    if (x)
        *x = (struct expect_edits){.out = out};
    return x;
}

/* ---- the documents ---- */

static void read_document(struct expect_edits *x, struct edited *d)
{
    struct buffer b;
    struct fault f = {.id = FAULT_NONE};
    buffer_init(&b, LOAD_FILE_BYTES);
    if (file_read(AT_FDCWD, d->path, d->path, LOAD_FILE_BYTES, &b, &f) == 0 && b.len) {
        enum sniffed kind = load_sniff(d->path, b.at, b.len);
        d->markup = kind == SNIFF_SUPPLIER || kind == SNIFF_DOSSIER || kind == SNIFF_XML || kind == SNIFF_HTML || kind == SNIFF_AKOMA;
        if (d->markup || kind == SNIFF_TEXT)
            d->at = arena_copy(x->out->arena, b.at, b.len);
        d->len = b.len;
    }
    buffer_free(&b);
}

/* The index of the document; EXAMPLE_FILES: there is no room, or it is no text. */
static size_t document_of(struct expect_edits *x, const char *path)
{
    size_t i = 0;
    while (i < x->document_count && strcmp(x->documents[i].path, path))
        i++;
    if (i == x->document_count && i < EXAMPLE_FILES) {
        x->documents[i] = (struct edited){.path = arena_copy(x->out->arena, path, strlen(path))};
        x->edits[i] = arena_array(x->out->arena, EDITS, sizeof **x->edits);
        if (!x->documents[i].path || !x->edits[i])
            return EXAMPLE_FILES;
        x->document_count++;
        read_document(x, &x->documents[i]);
    }
    return i < EXAMPLE_FILES && x->documents[i].at ? i : EXAMPLE_FILES;
}

static size_t line_start(const struct edited *d, size_t at)
{
    while (at > 0 && d->at[at - 1] != '\n')
        at--;
    return at;
}

static size_t line_end(const struct edited *d, size_t at)
{
    while (at < d->len && d->at[at] != '\n')
        at++;
    return at + (at < d->len);
}

/* Where a line starts, from 1; 0 for the first and for what is beyond the end. */
static size_t start_of(const struct edited *d, uint32_t line)
{
    size_t at = 0;
    for (; line > 1 && at < d->len; line--)
        at = line_end(d, at);
    return at < d->len ? at : 0;
}

/* ---- edits ---- */

static void note(struct expect_edits *x, size_t document, size_t start, size_t end, const char *text)
{
    if (text && x->counts[document] < EDITS) {
        size_t n = x->counts[document]++;
        x->edits[document][n] = (struct edit){start, end, text, n};
    } else
        x->out->left++;
}

/* True if a comment can stand before this line of markup: it begins with a tag, and so no tag or text is open. */
static bool between_tags(const struct edited *d, size_t start)
{
    size_t first = start + strspn(d->at + start, " \t");
    while (start > 0 && strchr(" \t\r\n", d->at[start - 1]))
        start--;
    return start > 0 && d->at[start - 1] == '>' && first < d->len && d->at[first] == '<';
}

/* True if a line is not yet the document: its declaration or type, or remarks in its head. */
static bool is_prolog(const struct edited *d, size_t at)
{
    const char *first = d->at + at + strspn(d->at + at, " \t\xEF\xBB\xBF");
    size_t end = line_end(d, at);
    if (!d->markup)
        return strncmp(first, "//", 2) == 0;
    if (strncmp(first, "<!--", 4) == 0)
        return memmem(first, (size_t)(d->at + end - first), "-->", 3) != NULL;
    return *first == '\n' || *first == '\r' || strncmp(first, "<?", 2) == 0 || strncmp(first, "<!", 2) == 0;
}

/* Behind all that. */
static size_t head_of(const struct edited *d)
{
    size_t at = 0;
    while (at < d->len && is_prolog(d, at))
        at = line_end(d, at);
    return at < d->len ? at : 0;
}

/* A remark above the line, or in the head when it stands nowhere or no remark can be there. */
static void insert(struct expect_edits *x, size_t document, uint32_t line, const char *rule, const char *outcome)
{
    const struct edited *d = &x->documents[document];
    size_t at = line ? start_of(d, line) : 0;
    if (!line || (d->markup && !between_tags(d, at)))
        at = head_of(d);
    int indent = (int)strspn(d->at + at, " \t");
    note(x, document, at, at,
         d->markup ? arena_format(x->out->arena, "%.*s<!-- expect: %s %s -->\n", indent, d->at + at, rule, outcome)
                   : arena_format(x->out->arena, "%.*s// expect: %s %s\n", indent, d->at + at, rule, outcome));
}

/* Takes a remark away: its line when nothing else stands there, else its words. */
static void take_away(struct expect_edits *x, size_t document, const struct remark *r)
{
    const struct edited *d = &x->documents[document];
    size_t start = line_start(d, r->at), stop = line_end(d, r->at), end = r->at + strlen(r->text);
    const char *before = d->at + start + strspn(d->at + start, " \t");
    size_t rest = stop;
    while (rest > end && strchr(" \t\r\n", d->at[rest - 1]))
        rest--;
    size_t tail = end + strspn(d->at + end, " \t");
    bool mark = strncmp(before, d->markup ? "<!--" : "//", d->markup ? 4 : 2) == 0 &&
                strspn(before + (d->markup ? 4 : 2), " \t") == (size_t)(d->at + r->at - before) - (d->markup ? 4 : 2);
    bool closed = d->markup ? rest == tail + 3 && strncmp(d->at + tail, "-->", 3) == 0 : rest <= tail;
    bool inside = d->markup && before == d->at + r->at && rest <= tail; /* a line of a longer comment */
    if ((mark && closed) || inside)
        note(x, document, start, stop, "");
    else
        note(x, document, r->at, end, "");
}

/* True if the remark speaks of the line at which the outcome stands. */
static bool speaks_of(const struct remark *r, uint32_t line)
{
    return r->head || !line || line == r->line || line == r->about;
}

void expect_document(struct expect_edits *x, const struct example_report *e)
{
    size_t d = document_of(x, e->file);
    const struct expectation *was = e->expectation;
    if (d == EXAMPLE_FILES || strcmp(e->got, outcome_name(OUTCOME_ERROR)) == 0) {
        x->out->left++;
        return;
    }
    const char *got = arena_copy(x->out->arena, e->got, strlen(e->got));
    if (was && *e->got && speaks_of(was->remark, e->got_at)) {
        size_t start = was->remark->at + was->at;
        note(x, d, start, start + was->len, got);
        return;
    }
    if (was)
        take_away(x, d, was->remark);
    if (*e->got)
        insert(x, d, e->got_at, e->rule->id, got);
}

/* ---- applying ---- */

static int by_start(const void *a, const void *b)
{
    const struct edit *x = a, *y = b;
    int order = (x->start > y->start) - (x->start < y->start);
    return order ? order : (x->order > y->order) - (x->order < y->order);
}

static uint32_t line_at(const struct edited *d, size_t at)
{
    uint32_t line = 1;
    for (size_t i = 0; i < at; i++)
        line += d->at[i] == '\n';
    return line;
}

/* The edit as a person is shown it: whole lines, as they are and as they will be. */
static void show(struct expect_edits *x, const struct edited *d, const struct edit *e)
{
    struct expect_update *u = x->out;
    bool put_in = e->start == e->end;
    size_t first = line_start(d, e->start), last = put_in ? first : line_end(d, e->end - 1);
    if (u->change_count == EXPECT_CHANGES) {
        u->left++;
        return;
    }
    u->changes[u->change_count++] = (struct expect_change){
        d->path, line_at(d, e->start), arena_copy(u->arena, d->at + first, last - first),
        arena_format(u->arena, "%.*s%s%.*s", (int)(e->start - first), d->at + first, e->text, (int)(last - e->end), d->at + e->end)};
}

static bool apply(struct expect_edits *x, size_t document)
{
    const struct edited *d = &x->documents[document];
    struct edit *edits = x->edits[document];
    struct expect_update *u = x->out;
    struct buffer text;
    size_t taken = 0, count = x->counts[document];
    if (!count)
        return true;
    qsort(edits, count, sizeof *edits, by_start);
    buffer_init(&text, 2 * LOAD_FILE_BYTES);
    for (size_t i = 0; i < count; i++) {
        if (edits[i].start < taken) { /* in what is gone already */
            u->left++;
            continue;
        }
        show(x, d, &edits[i]);
        buffer_add(&text, d->at + taken, edits[i].start - taken);
        buffer_puts(&text, edits[i].text);
        taken = edits[i].end;
    }
    buffer_add(&text, d->at + taken, d->len - taken);
    const char *copy = text.failed ? NULL : arena_copy(u->arena, text.at, text.len);
    if (copy && u->file_count < EXPECT_FILES)
        u->files[u->file_count++] = (struct expect_file){d->path, copy, text.len};
    buffer_free(&text);
    return copy != NULL;
}

bool expect_edits_apply(struct expect_edits *x)
{
    bool good = true;
    for (size_t i = 0; good && i < x->document_count; i++)
        good = apply(x, i);
    return good;
}
