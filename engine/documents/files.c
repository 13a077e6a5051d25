/* Reading files in passes: first the documents in our own namespace; then the spreadsheets, which may name evidence
 * too; then, when it is known which files are named as evidence, the documents of other formats that are not. */
#include "documents/files.h"

#include <string.h>

#include "documents/sheet_files.h"
#include "documents/sniff.h"

/* The head of a file is read first, and the rest only of a document. A usual XML file fits into the head. */
enum { HEAD_BYTES = 64 * 1024 };

/* How far a file has come. */
enum stage { STAGE_NEW, STAGE_DONE, STAGE_LATER, STAGE_SHEET, STAGE_CONTRACT_LIKE };

struct item {
    struct document *document;
    const char *name;           /* relative to the open folder */
    enum stage stage;
};

static const enum document_format formats[] = {
    [SNIFF_SUPPLIER] = FORMAT_XML, [SNIFF_DOSSIER] = FORMAT_XML, [SNIFF_XML] = FORMAT_XML,
    [SNIFF_WORD] = FORMAT_DOCX,    [SNIFF_ODT] = FORMAT_ODT,     [SNIFF_HTML] = FORMAT_HTML,
    [SNIFF_AKOMA] = FORMAT_AKOMA,  [SNIFF_TEXT] = FORMAT_TEXT,   [SNIFF_XLSX] = FORMAT_XLSX,
    [SNIFF_CSV] = FORMAT_CSV,
    [SNIFF_UNREAD] = FORMAT_ATTACHMENT, [SNIFF_OTHER] = FORMAT_ATTACHMENT
};

static void over_size(struct document *d, size_t size, size_t most)
{
    char have[24], cap[24];
    struct buffer a, b;
    buffer_init_fixed(&a, have, sizeof have);
    buffer_init_fixed(&b, cap, sizeof cap);
    buffer_int(&a, (long long)size);
    buffer_int(&b, (long long)most);
    fault_set(&d->fault, FAULT_FILE_SIZE, have, cap);
    fault_where(&d->fault, d->shown, 0);
}

static size_t cap_of(enum document_format format)
{
    return format == FORMAT_DOCX || format == FORMAT_ODT || format == FORMAT_XLSX ? LOAD_WORD_BYTES : LOAD_FILE_BYTES;
}

static void read_document(struct files *g, struct document *d, const char *at, size_t len)
{
    struct builder b = { g->arena, g->subject, d };
    if (g->loader->hashes) {
        d->content = hash_sha256(at, len);
        d->hashed = true;
    }
    if (len > cap_of(d->format))
        over_size(d, len, cap_of(d->format));
    else if (d->format == FORMAT_XML)
        xml_read(g->loader, &b, at, len);
    else if (d->format == FORMAT_DOCX)
        word_read(&b, at, len);
    else if (d->format == FORMAT_ODT)
        odt_read(&b, at, len);
    else if (d->format == FORMAT_HTML)
        html_read(g->loader->decoder, &b, at, len);
    else if (d->format == FORMAT_AKOMA)
        akn_read(g->loader->decoder, &b, at, len);
    else if (d->format == FORMAT_TEXT)
        text_read(g->loader->decoder, &b, at, len, g->loader->skips_remarks);
    else if (format_is_sheet(d->format))
        sheet_file_read(g, &b, at, len);
}

/* Reads the rest of a file whose head is in the loader's buffer, and the document in it. */
static void read_rest(struct files *g, struct document *d, struct source *source)
{
    struct buffer *file = &g->loader->file;
    size_t most = cap_of(d->format);
    if (source->size > most)
        over_size(d, source->size, most);
    else if (file->len < HEAD_BYTES || source_read(source, d->shown, most + 1, file, &d->fault) == 0)
        read_document(g, d, file->at, file->len);
}

static bool read_head(struct files *g, struct item *i, struct source *source)
{
    struct document *d = i->document;
    buffer_clear(&g->loader->file);
    if (source_open(g->place.fd, i->name, d->shown, source, &d->fault) < 0)
        return false;
    /* A file that fits is read whole by one call. */
    size_t head = source->size < HEAD_BYTES ? source->size : HEAD_BYTES;
    if (source_read(source, d->shown, head, &g->loader->file, &d->fault) == 0)
        return true;
    source_close(source);
    return false;
}

static void first_pass(struct files *g, struct item *i)
{
    struct document *d = i->document;
    const struct buffer *head = &g->loader->file;
    struct source source;
    i->stage = STAGE_DONE;
    if (!read_head(g, i, &source))
        return;
    enum sniffed kind = load_sniff(d->file, head->at, head->len);
    d->format = formats[kind];
    if (d->format == FORMAT_XML && sniff_native(head->at, head->len))
        read_rest(g, d, &source);
    else if (format_is_sheet(d->format))
        i->stage = STAGE_SHEET;
    else if (d->format != FORMAT_ATTACHMENT)
        i->stage = STAGE_LATER;
    else if (kind == SNIFF_UNREAD)
        i->stage = STAGE_CONTRACT_LIKE;
    source_close(&source);
}

static bool is_evidence(const struct files *g, const char *file)
{
    return index_find(g->evidence, g->evidence_count, file) != NULL;
}

static bool is_noted(const struct files *g, const char *file)
{
    return index_find(g->notes, g->note_count, file) != NULL;
}

static void read_whole(struct files *g, struct item *i)
{
    struct source source;
    i->stage = STAGE_DONE;
    if (!read_head(g, i, &source))
        return;
    read_rest(g, i->document, &source);
    source_close(&source);
}

/* One that no mapping is for may yet be named as evidence by another one: then it need not be read. */
static void settle_sheet(const struct files *g, struct document *d)
{
    if (d->fault.id != FAULT_SHEET_UNMAPPED || !is_evidence(g, d->file))
        return;
    fault_clear(&d->fault);
    d->format = FORMAT_ATTACHMENT;
}

static void second_pass(struct files *g, struct item *i)
{
    struct document *d = i->document;
    bool noted = is_noted(g, d->file), evidence = is_evidence(g, d->file), later = i->stage == STAGE_LATER || i->stage == STAGE_SHEET;
    if (later && evidence && !noted) {
        d->format = FORMAT_ATTACHMENT;
    } else if (later) {
        read_whole(g, i);
    } else if (i->stage == STAGE_CONTRACT_LIKE && !evidence && !noted) {
        /* Else a contract would silently not be judged. */
        fault_set(&d->fault, FAULT_FILE_FORMAT);
        fault_where(&d->fault, d->shown, 0);
    }
}

/* ---- which files documents name ---- */

struct naming {
    struct entry *entries;
    size_t count;
};

static void count_evidence(struct evidence *e, void *context)
{
    struct naming *n = context;
    n->count += e->file != NULL;
}

static void add_evidence(struct evidence *e, void *context)
{
    struct naming *n = context;
    if (e->file)
        n->entries[n->count++] = (struct entry){ e->file, e, e->node.ordinal };
}

static bool find_evidence(struct files *g)
{
    struct naming n = { NULL, 0 };
    g->evidence_count = 0;
    evidence_each(g->subject, count_evidence, &n);
    if (!n.count)
        return true;
    n.entries = arena_array(g->arena, n.count, sizeof *n.entries);
    n.count = 0;
    if (!n.entries)
        return false;
    evidence_each(g->subject, add_evidence, &n);
    index_sort(n.entries, n.count);
    g->evidence = n.entries;
    g->evidence_count = n.count;
    return true;
}

static bool find_notes(struct files *g)
{
    const struct supplier *p = g->subject->supplier;
    if (!p || !p->documents.count)
        return true;
    g->notes = arena_array(g->arena, p->documents.count, sizeof *g->notes);
    g->note_count = 0;
    if (!g->notes)
        return false;
    LIST_EACH(struct document_note, n, &p->documents)
        g->notes[g->note_count++] = (struct entry){ n->file, n, n->node.ordinal };
    index_sort(g->notes, g->note_count);
    return true;
}

/* ---- all of them ---- */

static struct document *make_document(struct files *g, const char *file, const char *shown)
{
    struct document *d = arena_alloc(g->arena, sizeof *d);
    if (!d || !file || !shown)
        return NULL;
    d->file = file;
    d->shown = shown;
    d->format = FORMAT_ATTACHMENT;
    return d;
}

/* Joins the documents of the files, each with those that its dossier held besides. */
static void chain(struct files *g, const struct item *items, size_t count)
{
    struct document **end = &g->subject->documents;
    for (size_t i = 0; i < count; i++) {
        *end = items[i].document;
        while (*end)
            end = &(*end)->next;
    }
    build_relist(g->subject);
}

/* Spreadsheets come before it is settled what is evidence: what they name is. */
static bool load_sheets(struct files *g, struct item *items, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (items[i].stage == STAGE_SHEET && !is_evidence(g, items[i].document->file))
            read_whole(g, &items[i]);
    build_relist(g->subject);
    if (!find_evidence(g))
        return false;
    for (size_t i = 0; i < count; i++)
        settle_sheet(g, items[i].document);
    return true;
}

static int load_items(struct files *g, struct item *items, size_t count, struct fault *f)
{
    bool later = false, sheets = false;
    for (size_t i = 0; i < count; i++) {
        first_pass(g, &items[i]);
        later |= items[i].stage != STAGE_DONE;
        sheets |= items[i].stage == STAGE_SHEET;
    }
    chain(g, items, count);
    if (!later)
        return 0;
    if (!find_evidence(g) || !find_notes(g) || (sheets && !load_sheets(g, items, count)))
        return fault_set(f, FAULT_DOCUMENT_MEMORY);
    for (size_t i = 0; i < count; i++)
        second_pass(g, &items[i]);
    build_relist(g->subject);
    return 0;
}

int files_load_folder(struct files *g, struct fault *f)
{
    const char *folder = g->subject->path;
    size_t len = strlen(folder);
    const char *between = len && folder[len - 1] == '/' ? "" : "/";
    if (folder_list(g->arena, g->place.fd, folder, &g->list, f) < 0)
        return -1;
    g->place.files = &g->list;
    struct item *items = arena_array(g->arena, g->list.count ? g->list.count : 1, sizeof *items);
    if (!items)
        return fault_set(f, FAULT_DOCUMENT_MEMORY);
    for (size_t i = 0; i < g->list.count; i++) {
        const char *file = g->list.paths[i];
        items[i].name = file;
        items[i].document = make_document(g, file, arena_format(g->arena, "%s%s%s", folder, between, file));
        if (!items[i].document)
            return fault_set(f, FAULT_DOCUMENT_MEMORY);
    }
    return load_items(g, items, g->list.count, f);
}

int files_load_one(struct files *g, const char *name, struct fault *f)
{
    struct item item = { make_document(g, arena_copy(g->arena, name, strlen(name)), g->subject->path), name, STAGE_NEW };
    if (!item.document)
        return fault_set(f, FAULT_DOCUMENT_MEMORY);
    return load_items(g, &item, 1, f);
}

struct document *files_load_memory(struct files *g, const char *file, const char *at, size_t len, struct fault *f)
{
    const char *copy = arena_copy(g->arena, file, strlen(file));
    struct document *d = make_document(g, copy, copy), **end = &g->subject->documents;
    if (!d) {
        fault_set(f, FAULT_DOCUMENT_MEMORY);
        return NULL;
    }
    while (*end)
        end = &(*end)->next;
    *end = d;
    d->format = formats[load_sniff(file, at, len)];
    read_document(g, d, at, len);
    return d;
}
