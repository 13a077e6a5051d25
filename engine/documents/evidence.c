/* Evidence: is the file that a document names there, and is it still the same? */
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>

#include "base/hash.h"
#include "documents/resolve.h"

/* More than this is not read to check a hash. */
#define EVIDENCE_BYTES ((size_t)256 * 1024 * 1024)

static void each_of(const struct list *evidence, void (*visit)(struct evidence *, void *), void *context)
{
    LIST_EACH(struct evidence, e, evidence)
        visit(e, context);
}

void evidence_each(const struct subject *s, void (*visit)(struct evidence *e, void *context), void *context)
{
    LIST_EACH(struct response, r, &s->responses)
        LIST_EACH(struct answer, a, &r->answers)
            each_of(&a->evidence, visit, context);
    LIST_EACH(struct audit, a, &s->audits)
        each_of(&a->evidence, visit, context);
    LIST_EACH(struct service_record, r, &s->service_records) {
        each_of(&r->evidence, visit, context);
        LIST_EACH(struct review, v, &r->reviews)
            each_of(&v->evidence, visit, context);
    }
}

static bool is_there(const struct place_of_files *p, const char *file)
{
    struct stat s;
    if (p->fd < 0)
        return false;
    if (p->files && !file_list_has(p->files, file))
        return false;
    return fstatat(p->fd, file, &s, AT_SYMLINK_NOFOLLOW) == 0 && S_ISREG(s.st_mode);
}

/* True if the file's bytes have this hash. A file that cannot be read as a whole cannot be shown to be the same. */
static bool is_same(const struct place_of_files *p, const struct evidence *e)
{
    struct fault f;
    struct source source;
    char found[65];
    fault_clear(&f);
    if (source_open(p->fd, e->file, e->file, &source, &f) < 0)
        return false;
    bool read = hash_sha256_fd(source.fd, EVIDENCE_BYTES, found);
    source_close(&source);
    return read && strcmp(found, e->sha256) == 0;
}

static void check(struct evidence *e, void *context)
{
    const struct place_of_files *p = context;
    e->state = !e->file ? "none" : !is_there(p, e->file) ? "missing" : e->sha256 && !is_same(p, e) ? "altered" : "present";
}

int resolve_evidence(struct subject *s, const struct place_of_files *p)
{
    evidence_each(s, check, (void *)(uintptr_t)p);
    return 0;
}
