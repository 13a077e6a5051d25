/* Reports that are out of date: of suppliers that are gone or have another id, in formats that are no longer written. */
#include <errno.h>
#include <string.h>

#include "base/reason.h"
#include "batch/notebook_join.h"

enum { MEMORY = 4 * 1024 * 1024 };

struct stale {
    struct output *output;
    struct join_formats old, new;
};

/* Key: id, NUL, then '0' when this run wrote its reports or '1' when an earlier one did. */
static int note(struct sorter *to, const struct entry *e, char when, struct fault *f)
{
    char key[2 * DISCOVER_PATH];
    size_t n = strnlen(e->id, sizeof key - 2);
    if (e->kind == ENTRY_PLAIN)
        return 0;
    memcpy(key, e->id, n);
    key[n] = '\0';
    key[n + 1] = when;
    return sorter_add(to, key, n + 2, NULL, 0, f);
}

static int note_old(struct known *old, struct sorter *to, struct fault *f)
{
    struct entry e;
    bool kept;
    known_rewind(old);
    while (known_next(old, &e, &kept) > 0)
        if (!kept && note(to, &e, '1', f) < 0)
            return -1;
    return 0;
}

static int note_new(int journal, uint64_t expected, struct sorter *to, struct fault *f)
{
    struct frame_reader r;
    struct frame frame;
    struct entry e;
    int result = 0;
    if (frame_reader_init(&r, journal) < 0)
        return fault_set(f, FAULT_MEMORY);
    while (result == 0 && frame_next(&r, &frame) > 0)
        if (frame.type == FRAME_ENTRY && entry_read(frame.at, frame.len, &e)) {
            result = note(to, &e, '0', f);
            expected--;
        }
    if (result == 0 && expected)
        result = fault_set(f, FAULT_OUTPUT, reason_of(EIO));
    frame_reader_free(&r);
    return result;
}

static bool is_among(const struct join_formats *all, const struct report_format *format)
{
    for (size_t i = 0; i < all->count; i++)
        if (all->at[i] == format)
            return true;
    return false;
}

/* Removes the old reports of one supplier, or of the run; of one that was written again only those in formats that were
 * not. */
static int remove_reports(const struct stale *s, bool supplier, const char *base, bool again, struct fault *f)
{
    for (size_t i = 0; i < s->old.count; i++) {
        const struct report_format *format = s->old.at[i];
        if (!format || (supplier && format->begin) || (again && is_among(&s->new, format)))
            continue;
        if (output_remove(s->output, supplier, base, format->extension, f) < 0)
            return -1;
    }
    return 0;
}

static int remove_all(const struct stale *s, struct sorter *ids, struct fault *f)
{
    struct sorted k;
    char again[2 * DISCOVER_PATH] = ""; /* the id that this run wrote last */
    bool any = false;
    int got;
    while ((got = sorter_next(ids, &k, f)) > 0) {
        char base[REPORT_NAME];
        if (k.key[k.key_len - 1] == '0') {
            memcpy(again, k.key, k.key_len - 1);
            any = true;
            continue;
        }
        report_base_name(k.key, base);
        if (remove_reports(s, true, base, any && strcmp(again, k.key) == 0, f) < 0)
            return -1;
    }
    return got;
}

int join_stale(struct output *o, struct known *old, int journal, uint64_t expected, const struct known_head *head,
               struct fault *f)
{
    struct stale s = {.output = o};
    if (!old)
        return 0;
    join_formats_read(known_head(old)->formats, &s.old);
    join_formats_read(head->formats, &s.new);
    struct sorter *ids = sorter_new(MEMORY);
    int result = ids ? note_old(old, ids, f) : fault_set(f, FAULT_MEMORY);
    if (result == 0)
        result = note_new(journal, expected, ids, f);
    if (result == 0)
        result = remove_all(&s, ids, f);
    if (result == 0)
        result = remove_reports(&s, false, "run", true, f);
    sorter_free(ids);
    return result;
}
