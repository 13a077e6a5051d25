/* The manifest of a run: by what it judged (engine, policy, packs, the mapping of spreadsheets, day), and for every supplier
 * the documents that were read, each with its hash, and what it came to. Hashes of files are SHA-256, which sha256sum prints; those
 * of rules and packs BLAKE2b over their parts. */
#include <string.h>

#include "base/json.h"
#include "base/version.h"
#include "batch/state.h"

enum { MANIFEST_BYTES = 4 * 1024 * 1024, DRAIN = 64 * 1024 };

static void put_hash(struct json *j, const char *key, const struct hash *h)
{
    char hex[33];
    hash_hex(h, hex);
    json_put_text(j, key, hex);
}

static void put_day(struct json *j, const char *key, day d)
{
    char text[32];
    struct buffer b;
    struct value v = value_date(d);
    buffer_init_fixed(&b, text, sizeof text);
    value_write(&b, &v);
    json_put_text(j, key, b.at);
}

static void put_sha256(struct json *j, const struct sha256 *h)
{
    char hex[65];
    hash_sha256_hex(h, hex);
    json_put_text(j, "sha256", hex);
}

static void put_share(struct json *j, const struct share *share)
{
    char text[32];
    struct buffer b;
    if (!share_splits(share))
        return;
    buffer_init_fixed(&b, text, sizeof text);
    buffer_printf(&b, "%u/%u", (unsigned)share->number, (unsigned)share->count);
    json_put_text(j, "shard", text);
}

static void put_basis(struct json *j, const struct run_state *s, const struct run_report *r)
{
    const struct report_options *o = &s->o->report;
    struct hash content = ruleset_content(s->o->rules);
    json_put_text(j, "manifest", "urn:kijun:manifest:1");
    json_put_text(j, "engine", KIJUN_VERSION);
    json_put_text(j, "policy", o->policy);
    put_hash(j, "rules", &content);
    json_key(j, "packs");
    json_open(j, '[');
    for (size_t i = 0; i < o->pack_count; i++) {
        json_open(j, '{');
        json_put_text(j, "name", o->packs[i].name);
        json_put_text(j, "version", o->packs[i].version);
        put_hash(j, "content", &o->packs[i].content);
        json_close(j, '}');
    }
    json_close(j, ']');
    if (*s->mapping_hash) {
        json_key(j, "mapping");
        json_open(j, '{');
        json_put_text(j, "file", "mapping.lua");
        json_put_text(j, "sha256", s->mapping_hash);
        json_close(j, '}');
    }
    put_day(j, "as_of", r->as_of);
    json_put_bool(j, "interrupted", r->interrupted);
    put_share(j, &s->o->share);
    json_key(j, "formats");
    json_open(j, '[');
    for (size_t i = 0; i < s->format_count; i++)
        json_text(j, s->o->formats[i]->name);
    json_close(j, ']');
}

/* The same order as in the totals: incomplete first, then findings. */
static const char *outcome_of(const struct run_row *r)
{
    if (r->incomplete)
        return "incomplete";
    for (int g = GRADE_OBSERVATION; g < GRADE_COUNT; g++)
        if (r->grades[g])
            return "findings";
    return "clean";
}

static void put_inputs(struct json *j, const struct row *row)
{
    struct row_input input;
    size_t place = 0;
    json_key(j, "inputs");
    json_open(j, '[');
    while (row_input(row, &place, &input)) {
        json_open(j, '{');
        json_put_text(j, "file", input.file);
        if (input.hashed)
            put_sha256(j, &input.content);
        json_close(j, '}');
    }
    json_close(j, ']');
}

static void put_supplier(struct json *j, const struct row *row)
{
    char report[REPORT_NAME];
    report_base_name(row->row.supplier, report);
    buffer_putc(j->out, '\n');
    json_open(j, '{');
    json_put_text(j, "id", row->row.supplier);
    json_put_text(j, "path", row->row.path);
    json_put_text(j, "outcome", outcome_of(&row->row));
    if (row->row.fault.id)
        json_put_text(j, "fault", fault_name(row->row.fault.id));
    json_put_text(j, "report", report);
    put_inputs(j, row);
    json_close(j, '}');
}

static int drain(struct run_state *s, struct buffer *b, size_t most)
{
    if (b->failed)
        return fault_set(&s->fault, FAULT_REPORT_SIZE, "4 MiB");
    if (b->len <= most)
        return 0;
    int result = output_add(s->output, b->at, b->len, &s->fault);
    buffer_clear(b);
    return result;
}

static int put_suppliers(struct run_state *s, struct json *j)
{
    const char *at;
    size_t len;
    int got;
    json_key(j, "suppliers");
    json_open(j, '[');
    settled_rewind(s);
    while ((got = settled_bytes(s, &at, &len)) > 0) {
        struct row row;
        if (!row_read(at, len, s->rule_count, &row))
            return fault_set(&s->fault, FAULT_FILE_READ, "rows");
        put_supplier(j, &row);
        if (drain(s, j->out, DRAIN) < 0)
            return -1;
    }
    settled_rewind(s);
    json_close(j, ']');
    return got;
}

int write_manifest(struct run_state *s, const struct run_report *r)
{
    struct buffer b;
    struct json j;
    if (output_run_begin(s->output, "manifest.json", &s->fault) < 0)
        return -1;
    buffer_init(&b, MANIFEST_BYTES);
    json_init(&j, &b, false);
    json_open(&j, '{');
    put_basis(&j, s, r);
    int result = put_suppliers(s, &j);
    json_close(&j, '}');
    buffer_putc(&b, '\n');
    if (result == 0)
        result = drain(s, &b, 0);
    buffer_free(&b);
    return result < 0 ? -1 : output_end(s->output, &s->fault);
}
