#include "rules/world.h"

#include <criterion/criterion.h>
#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/buffer.h"

const char world_dossier[] =
    "<dossier xmlns=\"urn:kijun:1\">\n"
    "  <supplier id=\"acme\" name=\"Acme\" tier=\"critical\" kind=\"company\" country=\"JP\" category=\"it-service\">\n"
    "    <asset class=\"personal-data\" name=\"customers\" access=\"store\" persons=\"1200\"/>\n"
    "    <certificate standard=\"ISO/IEC 27001\" expires=\"2026-06-30\"/>\n"
    "    <risk scenario=\"leak\" impact=\"5\" likelihood=\"3\" assessed=\"2026-01-10\"/>\n"
    "    <risk scenario=\"outage\" impact=\"2\" likelihood=\"2\" assessed=\"2026-01-10\"/>\n"
    "  </supplier>\n"
    "  <contract id=\"c1\" kind=\"services\" title=\"Services\" status=\"executed\" effective=\"2025-04-01\" "
    "expires=\"2027-03-31\">\n"
    "    <clause number=\"7\" heading=\"Incident reports\" type=\"incident-report\">\n"
    "      <text>The supplier reports incidents without delay.</text>\n"
    "      <duration name=\"report-within\" value=\"PT72H\"/>\n"
    "    </clause>\n"
    "    <clause number=\"8\" heading=\"Audit\" type=\"audit-right\"><text>Audits are allowed.</text></clause>\n"
    "  </contract>\n"
    "</dossier>\n";

static const char default_vocabulary[] =
    "return vocabulary { sure = 100, maybe = 60, types = {\n"
    "  [\"incident-report\"] = { title = { en = \"Incident reports\", ja = \"事故報告\" },\n"
    "    heading = { \"incident report*\", \"事故報告\" },\n"
    "    terms = { [\"report-within\"] = { type = \"duration\", mode = \"limit\", vague = true } } },\n"
    "  [\"audit-right\"] = { title = { en = \"Audit\", ja = \"監査\" }, heading = { \"audit\", \"監査\" },\n"
    "    terms = { frequency = { type = \"interval\" } } },\n"
    "} }\n";

void world_write(struct world *w, const char *name, const char *text)
{
    char path[512];
    snprintf(path, sizeof path, "%s/%s", w->folder, name);
    for (char *p = path + strlen(w->folder) + 1; (p = strchr(p, '/')); p++) {
        *p = '\0';
        mkdir(path, 0755);
        *p = '/';
    }
    FILE *f = fopen(path, "w");
    cr_assert_not_null(f);
    fputs(text, f);
    fclose(f);
}

struct world *world_new(const char *vocabulary)
{
    struct world *w = calloc(1, sizeof *w);
    cr_assert_not_null(w);
    snprintf(w->folder, sizeof w->folder, "/tmp/kijun-rules-XXXXXX");
    cr_assert_not_null(mkdtemp(w->folder));
    world_write(w, "packs/test/pack.lua",
                "return pack {\n  name = \"test\", version = \"1.2.0\", engine = \">=1.0 <2.0\",\n"
                "  languages = { \"en\", \"ja\" }, title = { en = \"Test\", ja = \"試験\" },\n"
                "  questions = { [\"restore-test\"] = \"date\" },\n}\n");
    world_write(w, "packs/test/vocabulary.lua", vocabulary ? vocabulary : default_vocabulary);
    world_write(w, "policies/default.lua", "return policy { name = \"default\", packs = { \"test\" } }\n");
    w->loader = loader_new();
    w->subject_arena = arena_new(LOAD_ARENA_BYTES);
    w->arena = arena_new(LOAD_ARENA_BYTES);
    cr_assert(w->loader && w->subject_arena && w->arena);
    return w;
}

static int remove_one(const char *path, const struct stat *st, int flag, struct FTW *ftw)
{
    (void)st, (void)flag, (void)ftw;
    return remove(path);
}

void world_free(struct world *w)
{
    nftw(w->folder, remove_one, 8, FTW_DEPTH | FTW_PHYS);
    judge_free(w->judge);
    ruleset_free(w->rules);
    loader_free(w->loader);
    arena_free(w->subject_arena);
    arena_free(w->arena);
    free(w);
}

void world_rule(struct world *w, const char *id, const char *text)
{
    char name[256];
    snprintf(name, sizeof name, "packs/test/rules/%s.lua", id);
    world_write(w, name, text);
}

void world_check(struct world *w, const char *id, const char *body)
{
    static char text[80000];
    snprintf(text, sizeof text,
             "return rule { id = \"%s\", grade = \"major\", title = { en = \"T\", ja = \"題\" },\n"
             "controls = { \"ISO/IEC 27001:2022 A.5.20\" }, messages = { bad = { en = \"Bad\", ja = \"不可\" } },\n"
             "check = function(s, p)\n%s\nend }\n",
             id, body);
    world_rule(w, id, text);
}

bool world_load(struct world *w, const char *policy)
{
    char path[256], packs[256];
    snprintf(path, sizeof path, "%s/policies/%s.lua", w->folder, policy ? policy : "default");
    snprintf(packs, sizeof packs, "%s/packs", w->folder);
    const char *folders[] = {packs, NULL};
    w->rules = ruleset_load(path, folders, w->faults, WORLD_FAULTS, &w->fault_count);
    if (!w->rules)
        return false;
    struct fault f = {.id = FAULT_NONE};
    w->judge = judge_new(w->rules, &f);
    cr_assert_not_null(w->judge, "%s", fault_name(f.id));
    return true;
}

const struct result *world_judge(struct world *w, const char *document, const char *as_of)
{
    struct fault f = {.id = FAULT_NONE};
    struct subject *s = NULL;
    day when;
    cr_assert(value_parse_date(as_of, strlen(as_of), &when));
    arena_reset(w->subject_arena);
    arena_reset(w->arena);
    int failed = loader_memory(w->loader, w->subject_arena, "acme.xml", document, strlen(document), &s, &f);
    cr_assert(!failed, "%s %s", fault_name(f.id), f.arg[0]);
    cr_assert(!loader_finish(w->loader, w->subject_arena, s, &f), "%s %s", fault_name(f.id), f.arg[0]);
    const struct result *r = judge_subject(w->judge, s, NULL, "acme.xml", when, w->subject_arena, w->arena);
    cr_assert_not_null(r);
    return r;
}

const struct judgement *world_judgement(const struct result *r, const char *rule)
{
    for (size_t i = 0; i < r->judgement_count; i++)
        if (!strcmp(r->judgements[i].rule->id, rule))
            return &r->judgements[i];
    return NULL;
}

const struct finding *world_finding(const struct result *r, const char *rule)
{
    const struct judgement *j = world_judgement(r, rule);
    return j && j->finding_count ? &r->findings[j->first_finding] : NULL;
}

bool world_has_fault(const struct world *w, const char *name, uint32_t line, const char *words)
{
    for (size_t i = 0; i < w->fault_count; i++) {
        char text[1024];
        fault_text(&w->faults[i], LANGUAGE_EN, text, sizeof text);
        if (!strcmp(fault_name(w->faults[i].id), name) && (!line || w->faults[i].line == line) && strstr(text, words))
            return true;
    }
    return false;
}

void world_show(const struct world *w)
{
    for (size_t i = 0; i < w->fault_count; i++) {
        char text[1024];
        fault_text(&w->faults[i], LANGUAGE_EN, text, sizeof text);
        fprintf(stderr, "  [%s] %s\n", fault_name(w->faults[i].id), text);
    }
}

static void put_place(struct buffer *b, const struct place *p)
{
    buffer_printf(b, "  %s:%u %s|%s|%s|%s|%s|%s\n", p->document ? p->document : "-", (unsigned)p->line,
                  p->clause ? p->clause : "-", p->heading ? p->heading : "-", p->type ? p->type : "-",
                  p->what ? p->what : "-", p->name ? p->name : "-", p->quote ? p->quote : "-");
}

static void put_finding(struct buffer *b, const struct result *r, const struct finding *f)
{
    char hex[33];
    hash_hex(&f->fingerprint, hex);
    buffer_printf(b, "%s %s %s %s %s\n  %s\n  %s\n", r->judgements[f->judgement].rule->id, outcome_name(f->outcome),
                  grade_name(f->grade), f->message, hex, f->text[0], f->text[1]);
    put_place(b, &f->place);
    for (size_t i = 0; i < f->related_count; i++)
        put_place(b, &f->related[i]);
    value_write(b, &f->found);
    value_write(b, &f->expected);
    buffer_putc(b, '\n');
}

char *world_text(const struct result *r)
{
    struct buffer b;
    buffer_init(&b, 1 << 20);
    buffer_printf(&b, "%s as of %d until %d\n", r->supplier, (int)r->as_of, (int)r->valid_until);
    for (size_t i = 0; i < r->finding_count; i++)
        put_finding(&b, r, &r->findings[i]);
    for (size_t i = 0; i < r->judgement_count; i++) {
        const struct judgement *j = &r->judgements[i];
        buffer_printf(&b, "%s %s %s\n", j->rule->id, outcome_name(j->outcome), j->reason[0] ? j->reason[0] : "");
        for (size_t k = 0; k < j->evidence_count; k++) {
            put_place(&b, &j->evidence[k].place);
            value_write(&b, &j->evidence[k].value);
            buffer_printf(&b, " %s\n", j->evidence[k].field ? j->evidence[k].field : "");
        }
    }
    cr_assert(!b.failed);
    return b.at;
}
