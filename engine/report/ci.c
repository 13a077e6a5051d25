#include "report/ci.h"

#include <string.h>

static void put_parts(const struct view *v, const char *path, put_function *part)
{
    for (const char *slash; (slash = strchr(path, '/')) != NULL; path = slash + 1) {
        part(v->out, path, (size_t)(slash - path));
        raw(v, "/");
    }
    part(v->out, path, strlen(path));
}

/* A subject that is one file is named like its only document. */
static bool is_the_file(const char *path, const char *document)
{
    const char *slash = strrchr(path, '/');
    return strcmp(slash ? slash + 1 : path, document) == 0 || strcmp(path, document) == 0;
}

void ci_path(const struct view *v, const char *document, put_function *part)
{
    const char *path = v->r->path && v->internal ? v->r->path : "";
    if (!*path) {
        put_parts(v, document ? document : v->r->supplier, part);
        return;
    }
    put_parts(v, path, part);
    if (!document || is_the_file(path, document)) return;
    if (path[strlen(path) - 1] != '/') raw(v, "/");
    put_parts(v, document, part);
}

uint32_t ci_line(const struct place *p)
{
    return p->paragraph || p->cell || !p->line ? 1 : p->line;
}

void ci_message(const struct view *v, const struct finding *f)
{
    bool ja = v->l == LANGUAGE_JA;
    say(v, f->text[v->l]);
    if (place_is_somewhere(&f->place)) {
        raw(v, ja ? "(" : " (");
        say_place(v, &f->place);
        raw(v, ")");
    }
    if (!f->advice[v->l]) return;
    say_stop(v);
    say_word(v, WORD_ADVICE);
    raw(v, ": ");
    say(v, f->advice[v->l]);
}

bool ci_counts(const struct view *v, const struct finding *f)
{
    return f->outcome != OUTCOME_WAIVED && finding_shown(v, f);
}

bool ci_fault(const struct view *v, size_t n, struct ci_fault *out)
{
    if (faults_are_findings(v)) return false;
    if (v->r->fault.id != FAULT_NONE && n-- == 0) {
        *out = (struct ci_fault){&v->r->fault, NULL};
        return true;
    }
    for (size_t i = 0; i < v->r->document_count; i++) {
        if (v->r->documents[i].fault.id == FAULT_NONE || n-- > 0) continue;
        *out = (struct ci_fault){&v->r->documents[i].fault, v->r->documents[i].file};
        return true;
    }
    return false;
}

struct hash ci_fault_print(const struct view *v, const struct ci_fault *f)
{
    const char *parts[] = {v->r->supplier, fault_name(f->fault->id), f->document};
    return hash_parts(parts, 3);
}
