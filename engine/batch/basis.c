#include "batch/basis.h"

#include <elf.h>
#include <link.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

#include "base/version.h"
#include "report/letterhead.h"

/* Reports tell the history of each finding: only when the register has not changed may one stand for another. */
void basis_history(const struct run_options *o, const struct past *past, char *out, size_t size)
{
    char head[33];
    *out = '\0';
    if (!past)
        return;
    struct hash h = past_head(past);
    hash_hex(&h, head);
    snprintf(out, size, "%s %d %d", head, (int)o->since, o->re_audit);
}

static struct hash letterhead_of(const struct report_options *o)
{
    const struct letterhead *l = o->letterhead;
    char days[32];
    if (!l)
        return hash_parts(NULL, 0);
    snprintf(days, sizeof days, "%d", l->reply_days);
    const char *parts[] = {l->company, l->department, l->person, l->address, l->phone, l->email, l->number, days};
    return hash_parts(parts, sizeof parts / sizeof *parts);
}

struct hash basis_of(const struct run_options *o, const char *mapping)
{
    struct hash content = ruleset_content(o->rules);
    char rules[33], formats[512], options[96], letterhead[33];
    struct hash writer = letterhead_of(&o->report);
    hash_hex(&content, rules);
    hash_hex(&writer, letterhead);
    basis_formats(o->formats, formats, sizeof formats);
    snprintf(options, sizeof options, "%d %d", (int)o->report.language, (int)o->report.audience);
    const char *parts[] = {"kijun basis 4", KIJUN_VERSION, o->report.policy, rules, formats, options, letterhead, mapping};
    return hash_parts(parts, sizeof parts / sizeof *parts);
}

bool basis_formats(const struct report_format *const *formats, char *out, size_t size)
{
    struct buffer b;
    buffer_init_fixed(&b, out, size);
    buffer_puts(&b, "");
    for (size_t i = 0; formats[i]; i++) {
        buffer_puts(&b, i ? "," : "");
        buffer_puts(&b, formats[i]->name);
    }
    return !b.failed;
}

bool basis_dated(const struct report_format *const *formats)
{
    for (size_t i = 0; formats[i]; i++)
        if (formats[i]->dated)
            return true;
    return false;
}

/* ---- what runs ---- */

struct builds {
    struct hash all;
};

static void add(struct builds *b, const void *at, size_t len)
{
    char above[33], own[33];
    struct hash h = hash_bytes(at, len);
    hash_hex(&b->all, above);
    hash_hex(&h, own);
    const char *parts[] = {above, own};
    b->all = hash_parts(parts, 2);
}

/* The notes of an object: their name and contents are padded to four bytes (ELF, "Note Section"). */
static bool add_build_id(struct builds *b, const char *at, size_t len)
{
    while (len >= sizeof(ElfW(Nhdr))) {
        ElfW(Nhdr) note;
        memcpy(&note, at, sizeof note);
        size_t name = (note.n_namesz + 3U) & ~3U, content = (note.n_descsz + 3U) & ~3U;
        if (len - sizeof note < name + content)
            return false;
        const char *text = at + sizeof note;
        if (note.n_type == NT_GNU_BUILD_ID && note.n_namesz == 4 && memcmp(text, "GNU", 4) == 0) {
            add(b, text + name, note.n_descsz);
            return true;
        }
        at += sizeof note + name + content;
        len -= sizeof note + name + content;
    }
    return false;
}

/* Without a build id a file is known by its size and time. */
static void add_file(struct builds *b, const char *name)
{
    struct stat s;
    if (stat(*name ? name : "/proc/self/exe", &s) != 0)
        return;
    const int64_t is[] = {s.st_size, s.st_mtim.tv_sec, s.st_mtim.tv_nsec};
    add(b, is, sizeof is);
}

static int add_object(struct dl_phdr_info *info, size_t size, void *context)
{
    struct builds *b = context;
    (void)size;
    for (size_t i = 0; i < info->dlpi_phnum; i++) {
        const ElfW(Phdr) *p = &info->dlpi_phdr[i];
        if (p->p_type == PT_NOTE &&
            add_build_id(b, (const char *)(uintptr_t)(info->dlpi_addr + p->p_vaddr), p->p_memsz))
            return 0;
    }
    add_file(b, info->dlpi_name);
    return 0;
}

struct hash basis_build(void)
{
    struct builds b = {{{0}}};
    dl_iterate_phdr(add_object, &b);
    return b.all;
}
