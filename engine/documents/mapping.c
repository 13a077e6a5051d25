#include "documents/mapping.h"

#include <fnmatch.h>
#include <string.h>

#include "base/text.h"
#include "documents/sheet.h"
#include "documents/sheet_words.h"

static const char *const column_keys[MAP_COLUMNS] = {
    [MAP_QUESTION] = "question", [MAP_ANSWER] = "answer", [MAP_COMMENT] = "comment", [MAP_OWNER] = "owner",
    [MAP_EVIDENCE] = "evidence", [MAP_EVIDENCE_KIND] = "evidence_kind", [MAP_EVIDENCE_DATE] = "evidence_date",
    [MAP_EVIDENCE_RECEIVED] = "evidence_received",
    [MAP_FILE] = "file", [MAP_ANSWERED] = "answered", [MAP_TYPE] = "type"};
static const char *const word_keys[] = {"yes", "no", "not_applicable", "kinds", "choices"};
static const char *const evidence_kinds[] = {"self-declared", "document", "remote", "on-site"};
static const char *const layouts[] = {"caiq", "simple"};

#define LENGTH(array) (sizeof(array) / sizeof *(array))

static int refuse(const struct data *d, enum fault_id id, const char *a, const char *b, struct fault *f)
{
    fault_where(f, d->file ? d->file : MAPPING_FILE, d->line);
    return fault_set(f, id, a, b);
}

static int unknown(const struct data *d, const char *const *known, size_t count, struct fault *f)
{
    const char *near = d->key ? text_suggest(d->key, known, count) : NULL;
    return near ? refuse(d, FAULT_MAPPING_NEAR, d->key, near, f) : refuse(d, FAULT_MAPPING_KEY, d->key ? d->key : "?", NULL, f);
}

static int wrong(const struct data *d, const char *expected, struct fault *f)
{
    return refuse(d, FAULT_MAPPING_VALUE, d->key ? d->key : "mapping", expected, f);
}

static bool is_words(const struct data *d)
{
    if (d->type == DATA_TEXT)
        return true;
    if (d->type != DATA_TABLE || d->as.table.named || !d->as.table.items)
        return false;
    for (size_t i = 0; i < d->as.table.items; i++)
        if (data_item(d, i)->type != DATA_TEXT)
            return false;
    return true;
}

/* ---- columns ---- */

static int add_column(struct column_names *c, const struct data *d, struct fault *f)
{
    size_t count = d->type == DATA_TEXT ? 1 : data_items(d);
    if (!is_words(d) || count > MAPPING_NAMES)
        return wrong(d, "a heading or a column's letters, or a list of at most 8 of them", f);
    c->count = 0;
    for (size_t i = 0; i < count; i++)
        c->name[c->count++] = d->type == DATA_TEXT ? d->as.text.at : data_item(d, i)->as.text.at;
    return 0;
}

static int read_columns(const struct data *d, struct mapping *m, struct fault *f)
{
    if (d->type != DATA_TABLE || d->as.table.items)
        return wrong(d, "{ question = ..., answer = ... }", f);
    for (size_t i = 0; i < d->as.table.named; i++) {
        const struct data *member = &d->as.table.members[i];
        size_t c = 0;
        while (c < MAP_COLUMNS && strcmp(column_keys[c], member->key) != 0)
            c++;
        if (c == MAP_COLUMNS)
            return unknown(member, column_keys, MAP_COLUMNS, f);
        if (add_column(&m->columns[c], member, f) < 0)
            return -1;
    }
    return 0;
}

static void set_column(struct mapping *m, enum map_column c, const char *a, const char *b, const char *d)
{
    m->columns[c] = (struct column_names){{a, b, d}, d ? 3 : b ? 2 : 1};
}

/* The layouts that have a name. */
static int read_layout(const struct data *d, struct mapping *m, struct fault *f)
{
    const char *name = d->type == DATA_TEXT ? d->as.text.at : "";
    if (strcmp(name, "caiq") == 0) {
        set_column(m, MAP_QUESTION, "Question ID", NULL, NULL);
        set_column(m, MAP_ANSWER, "CSP CAIQ Answer", "Consensus Assessment Answers", NULL);
        set_column(m, MAP_COMMENT, "CSP Implementation Description (Optional/Recommended)", "CSP Implementation Description",
                   "Notes");
        set_column(m, MAP_OWNER, "SSRM Control Ownership", NULL, NULL);
    } else if (strcmp(name, "simple") == 0) {
        set_column(m, MAP_QUESTION, "A", NULL, NULL);
        set_column(m, MAP_ANSWER, "B", NULL, NULL);
    } else {
        const char *near = text_suggest(name, layouts, LENGTH(layouts));
        return near ? refuse(d, FAULT_MAPPING_NEAR, name, near, f) : wrong(d, "\"caiq\" or \"simple\"", f);
    }
    return 0;
}

/* ---- words and questions ---- */

/* Lists of words by name: kinds = { ["on-site"] = { "実地" } }. */
static int check_table(const struct data *d, bool kinds, struct fault *f)
{
    if (d->type != DATA_TABLE || d->as.table.items)
        return wrong(d, "{ name = { \"word\", ... } }", f);
    for (size_t i = 0; i < d->as.table.named; i++) {
        const struct data *member = &d->as.table.members[i];
        size_t k = 0;
        while (kinds && k < LENGTH(evidence_kinds) && strcmp(evidence_kinds[k], member->key) != 0)
            k++;
        if (k == LENGTH(evidence_kinds))
            return unknown(member, evidence_kinds, LENGTH(evidence_kinds), f);
        if (!is_words(member))
            return wrong(member, "a word or a list of words", f);
    }
    return 0;
}

static int read_words(const struct data *d, struct mapping *m, struct fault *f)
{
    if (d->type != DATA_TABLE || d->as.table.items)
        return wrong(d, "{ yes = { ... }, no = { ... } }", f);
    for (size_t i = 0; i < d->as.table.named; i++) {
        const struct data *member = &d->as.table.members[i];
        bool kinds = strcmp(member->key, "kinds") == 0;
        size_t k = 0;
        while (k < LENGTH(word_keys) && strcmp(word_keys[k], member->key) != 0)
            k++;
        if (k == LENGTH(word_keys))
            return unknown(member, word_keys, LENGTH(word_keys), f);
        if ((kinds || strcmp(member->key, "choices") == 0) && check_table(member, kinds, f) < 0)
            return -1;
        if (k < 3 && !is_words(member))
            return wrong(member, "a word or a list of words", f);
    }
    m->words = d;
    return 0;
}

static int read_questions(const struct data *d, struct mapping *m, struct fault *f)
{
    if (d->type != DATA_TABLE || d->as.table.items)
        return wrong(d, "{ [\"id in the sheet\"] = \"id\" }", f);
    for (size_t i = 0; i < d->as.table.named; i++) {
        const struct data *q = &d->as.table.members[i];
        if (q->type != DATA_TEXT && (q->type != DATA_TABLE || !data_text(q, "id", data_text(q, "answer", NULL))))
            return wrong(q, "an id, or { id = \"...\", answer = \"flag\" }", f);
    }
    m->questions = d;
    return 0;
}

static int read_files(const struct data *d, struct mapping *m, struct fault *f)
{
    m->files = d;
    return is_words(d) ? 0 : wrong(d, "a name such as \"*.xlsx\", or a list of them", f);
}

/* ---- the rest ---- */

static int read_text(const struct data *d, const char **out, struct fault *f)
{
    if (d->type != DATA_TEXT || !d->as.text.len)
        return wrong(d, "a text", f);
    *out = d->as.text.at;
    return 0;
}

static int read_row(const struct data *d, uint32_t least, uint32_t *out, struct fault *f)
{
    if (d->type != DATA_INT || d->as.integer < least || d->as.integer > SHEET_ROWS)
        return wrong(d, "the number of a row", f);
    *out = (uint32_t)d->as.integer;
    return 0;
}

static int read_separator(const struct data *d, char *out, struct fault *f)
{
    static const struct { const char *name; char separator; } names[] = {
        {",", ','}, {";", ';'}, {"\t", '\t'}, {"tab", '\t'}, {"comma", ','}, {"semicolon", ';'}, {"|", '|'}};
    for (size_t i = 0; i < LENGTH(names); i++)
        if (d->type == DATA_TEXT && strcmp(d->as.text.at, names[i].name) == 0) {
            *out = names[i].separator;
            return 0;
        }
    return wrong(d, "\",\", \";\", \"|\" or \"tab\"", f);
}

static int read_kind(const struct data *d, struct mapping *m, struct fault *f)
{
    for (size_t i = 0; i < LENGTH(evidence_kinds); i++)
        if (d->type == DATA_TEXT && strcmp(d->as.text.at, evidence_kinds[i]) == 0) {
            m->evidence_kind = evidence_kinds[i];
            return 0;
        }
    return wrong(d, "self-declared, document, remote or on-site", f);
}

static int read_member(const struct data *d, struct mapping *m, struct fault *f)
{
    static const char *const known[] = {"files", "questionnaire", "id", "respondent", "date", "sheet", "header", "last",
                                        "separator", "encoding", "evidence_kind", "layout", "columns", "words", "questions"};
    const struct { const char *key; const char **to; } texts[] = {
        {"questionnaire", &m->questionnaire}, {"id", &m->id}, {"respondent", &m->respondent}, {"date", &m->date},
        {"sheet", &m->sheet}, {"encoding", &m->encoding}};
    if (d->type == DATA_NULL)
        return 0;
    for (size_t i = 0; i < LENGTH(texts); i++)
        if (strcmp(d->key, texts[i].key) == 0)
            return read_text(d, texts[i].to, f);
    if (strcmp(d->key, "files") == 0)
        return read_files(d, m, f);
    if (strcmp(d->key, "header") == 0)
        return read_row(d, 0, &m->header, f);
    if (strcmp(d->key, "last") == 0)
        return read_row(d, 1, &m->last, f);
    if (strcmp(d->key, "separator") == 0)
        return read_separator(d, &m->separator, f);
    if (strcmp(d->key, "evidence_kind") == 0)
        return read_kind(d, m, f);
    if (strcmp(d->key, "words") == 0)
        return read_words(d, m, f);
    if (strcmp(d->key, "questions") == 0)
        return read_questions(d, m, f);
    if (strcmp(d->key, "layout") == 0 || strcmp(d->key, "columns") == 0)
        return 0; /* in their order: read_one */
    return unknown(d, known, LENGTH(known), f);
}

static int read_one(const struct data *d, struct mapping *m, struct fault *f)
{
    if (d->type != DATA_TABLE || d->as.table.items)
        return wrong(d, "{ columns = { question = ..., answer = ... } }", f);
    *m = (struct mapping){.place = d->file ? d->file : MAPPING_FILE, .line = d->line, .header = HEADER_FIND};
    for (size_t i = 0; i < d->as.table.named; i++)
        if (read_member(&d->as.table.members[i], m, f) < 0)
            return -1;
    const struct data *layout = data_get(d, "layout"), *columns = data_get(d, "columns");
    if ((layout && read_layout(layout, m, f) < 0) || (columns && read_columns(columns, m, f) < 0))
        return -1;
    if (!m->columns[MAP_QUESTION].count || !m->columns[MAP_ANSWER].count)
        return wrong(d, "columns = { question = ..., answer = ... }", f);
    if (m->header == HEADER_FIND && mapping_by_letters(m))
        return wrong(d, "header = the number of the row with the headings, or 0 when there is none", f);
    return 0;
}

int mapping_read(const struct data *d, struct mappings *out, struct fault *f)
{
    size_t count = d->type == DATA_TABLE && !d->as.table.named ? data_items(d) : 0;
    out->count = 0;
    if (count > MAPPINGS)
        return wrong(d, "at most 64 mappings", f);
    for (size_t i = 0; i < count; i++)
        if (read_one(data_item(d, i), &out->at[out->count++], f) < 0)
            return -1;
    return count ? 0 : read_one(d, &out->at[out->count++], f);
}

/* ---- asking ---- */

bool mapping_by_letters(const struct mapping *m)
{
    for (size_t c = 0; c < MAP_COLUMNS; c++)
        for (size_t i = 0; i < m->columns[c].count; i++)
            if (!column_parse(m->columns[c].name[i], strlen(m->columns[c].name[i])))
                return false;
    return true;
}

static bool fits(const char *pattern, const char *file)
{
    const char *slash = strrchr(file, '/');
    return fnmatch(pattern, file, FNM_CASEFOLD) == 0 || (slash && fnmatch(pattern, slash + 1, FNM_CASEFOLD) == 0);
}

bool mapping_covers(const struct mapping *m, const char *file)
{
    if (!m->files)
        return true;
    if (m->files->type == DATA_TEXT)
        return fits(m->files->as.text.at, file);
    for (size_t i = 0; i < data_items(m->files); i++)
        if (fits(data_item(m->files, i)->as.text.at, file))
            return true;
    return false;
}

static bool list_has(const struct data *list, const char *folded)
{
    if (!list)
        return false;
    size_t count = list->type == DATA_TEXT ? 1 : data_items(list);
    for (size_t i = 0; i < count; i++) {
        const struct data *word = list->type == DATA_TEXT ? list : data_item(list, i);
        char plain[WORDS_SIZE];
        if (words_fold(word->as.text.at, word->as.text.len, plain) && strcmp(plain, folded) == 0)
            return true;
    }
    return false;
}

bool mapping_says(const struct mapping *m, const char *list, const char *folded)
{
    return list_has(data_get(m->words, list), folded);
}

const char *mapping_name_for(const struct mapping *m, const char *table, const char *folded)
{
    const struct data *lists = data_get(m->words, table);
    for (size_t i = 0; lists && i < lists->as.table.named; i++)
        if (list_has(&lists->as.table.members[i], folded))
            return lists->as.table.members[i].key;
    return NULL;
}
