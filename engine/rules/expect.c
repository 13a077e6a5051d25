#include "rules/expect.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/lua_scan.h"
#include "rules/expect_edits.h"
#include "rules/ruleset.h"

enum { ARENA = 64 * 1024 * 1024, TOKENS = 70000, MARGIN = 4, RULE_BYTES = 128 * 1024 };

struct finding_out {
    struct expect_update *out;
    struct expect_edits *edits; /* of documents */
    const struct rule *rule;    /* whose text is being changed */
    struct buffer text;         /* of its file */
    size_t taken;               /* bytes of the source that are in `text` already */
    bool failed;
};

/* ---- where an `expect` stands ---- */

struct range {
    const char *at, *end;       /* of its value, in the source */
    uint32_t line;
};

/* The index behind the bracket that closes the one at i. */
static size_t behind(const struct lua_token *t, size_t i, size_t end)
{
    int depth = 0;
    for (; i < end; i++) {
        depth += lua_token_is(&t[i], "{") - lua_token_is(&t[i], "}");
        if (!depth)
            return i + 1;
    }
    return end;
}

/* The index behind the `end` of the function at i. */
static size_t behind_function(const struct lua_token *t, size_t i, size_t end)
{
    int depth = 0;
    for (; i < end; i++) {
        depth += lua_token_is(&t[i], "function") || lua_token_is(&t[i], "if") || lua_token_is(&t[i], "do") ||
                 lua_token_is(&t[i], "repeat");
        depth -= lua_token_is(&t[i], "end") || lua_token_is(&t[i], "until");
        if (!depth)
            return i + 1;
    }
    return end;
}

/* The token behind `name =` among the members of the table that opens before i; 0: there is none. */
static size_t member(const struct lua_token *t, size_t i, size_t end, const char *name)
{
    while (i < end && !lua_token_is(&t[i], "}")) {
        if (lua_token_is(&t[i], name) && lua_token_is(&t[i + 1], "="))
            return i + 2;
        if (lua_token_is(&t[i], "function"))
            i = behind_function(t, i, end);
        else
            i = lua_token_is(&t[i], "{") ? behind(t, i, end) : i + 1;
    }
    return 0;
}

/* The `{` of the n-th example, 0: it is not written here. */
static size_t example_at(const struct lua_token *t, size_t end, size_t n)
{
    size_t i = MARGIN;
    while (i < end && !(lua_token_is(&t[i], "return") && lua_token_is(&t[i + 1], "rule") && lua_token_is(&t[i + 2], "{")))
        i++;
    i = i < end ? member(t, i + 3, end, "examples") : 0;
    if (!i || !lua_token_is(&t[i], "{"))
        return 0;
    for (i++; i < end && lua_token_is(&t[i], "{"); i += lua_token_is(&t[i], ",")) {
        if (n-- == 0)
            return i;
        i = behind(t, i, end);
    }
    return 0;
}

static bool find_expect(const struct rule *r, size_t n, struct arena *arena, struct range *out)
{
    size_t end;
    const struct lua_token *t = lua_scan_all(r->source, r->source_len, TOKENS, MARGIN, arena, &end);
    size_t i = t ? example_at(t, end, n) : 0;
    i = i ? member(t, i + 1, end, "expect") : 0;
    if (!i || (t[i].type != LUA_TOKEN_TEXT && !lua_token_is(&t[i], "{")))
        return false;
    size_t last = lua_token_is(&t[i], "{") ? behind(t, i, end) - 1 : i;
    *out = (struct range){t[i].at, t[last].at + t[last].len, t[i].line};
    return true;
}

/* ---- the new value ---- */

/* "fail:late, pass" as Lua. */
static void write_expected(struct buffer *out, const char *got)
{
    bool several = strchr(got, ',') != NULL;
    buffer_puts(out, several ? "{ " : "");
    for (const char *at = got; *at;) {
        size_t len = strcspn(at, ",");
        buffer_putc(out, '"');
        buffer_add(out, at, len);
        buffer_puts(out, at[len] ? "\", " : "\"");
        at += len + (at[len] ? 2 : 0);
    }
    buffer_puts(out, several ? " }" : "");
}

/* The lines around a range, with the range replaced by `value` (NULL: as they are). */
static const char *lines_around(const struct rule *r, const struct range *range, const char *value, struct arena *arena)
{
    const char *first = range->at, *last = range->end, *end = r->source + r->source_len;
    while (first > r->source && first[-1] != '\n')
        first--;
    while (last < end && *last != '\n')
        last++;
    if (!value)
        return arena_format(arena, "%.*s\n", (int)(last - first), first);
    return arena_format(arena, "%.*s%s%.*s\n", (int)(range->at - first), first, value, (int)(last - range->end), range->end);
}

/* ---- gathering ---- */

static void finish_file(struct finding_out *x)
{
    struct expect_update *u = x->out;
    if (x->rule && x->taken) {
        buffer_add(&x->text, x->rule->source + x->taken, x->rule->source_len - x->taken);
        const char *copy = x->text.failed ? NULL : arena_copy(u->arena, x->text.at, x->text.len);
        if (copy && u->file_count < EXPECT_FILES)
            u->files[u->file_count++] = (struct expect_file){x->rule->file, copy, x->text.len};
        else
            x->failed = true;
    }
    buffer_clear(&x->text);
    x->taken = 0;
}

static void replace(struct finding_out *x, const struct range *range, const char *got)
{
    struct expect_update *u = x->out;
    const struct rule *r = x->rule;
    struct buffer value;
    buffer_init(&value, 4096);
    write_expected(&value, got);
    if (!value.failed && u->change_count < EXPECT_CHANGES) {
        u->changes[u->change_count++] = (struct expect_change){r->file, range->line, lines_around(r, range, NULL, u->arena),
                                                               lines_around(r, range, value.at, u->arena)};
        buffer_add(&x->text, r->source + x->taken, (size_t)(range->at - r->source) - x->taken);
        buffer_puts(&x->text, value.at);
        x->taken = (size_t)(range->end - r->source);
    } else
        x->failed = true;
    buffer_free(&value);
}

static void see(void *context, const struct example_report *e)
{
    struct finding_out *x = context;
    const struct rule *r = (const struct rule *)e->rule; /* a rule_info of ours is a rule */
    struct range range;
    if (r != x->rule)
        finish_file(x);
    x->rule = r;
    if (e->good)
        return;
    if (e->document) {
        expect_document(x->edits, e);
        return;
    }
    if (!*e->got || strstr(e->got, outcome_name(OUTCOME_ERROR)) || !find_expect(r, e->index, x->out->arena, &range))
        x->out->left++;
    else
        replace(x, &range, e->got);
}

int expect_find(const struct ruleset *r, const char *rule, struct expect_update *out, struct fault *f)
{
    struct finding_out x = {.out = out};
    const struct example_run run = {.rule = rule, .each = see, .context = &x};
    *out = (struct expect_update){.arena = arena_new(ARENA)};
    out->changes = out->arena ? arena_array(out->arena, EXPECT_CHANGES, sizeof *out->changes) : NULL;
    out->files = out->arena ? arena_array(out->arena, EXPECT_FILES, sizeof *out->files) : NULL;
    x.edits = out->arena ? expect_edits(out) : NULL;
    if (!out->changes || !out->files || !x.edits)
        return fault_set(f, FAULT_MEMORY);
    buffer_init(&x.text, RULE_BYTES);
    int result = examples_run(r, &run, f) < 0 ? -1 : 0;
    finish_file(&x);
    x.failed |= !expect_edits_apply(x.edits);
    buffer_free(&x.text);
    return result == 0 && (x.failed || arena_failed(out->arena)) ? fault_set(f, FAULT_MEMORY) : result;
}

void expect_free(struct expect_update *u)
{
    arena_free(u->arena);
    *u = (struct expect_update){.arena = NULL};
}
