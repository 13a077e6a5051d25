/* The state of judging. Private to the rules floor: the bindings and evaluate.c share it.
 *
 * Nothing here is inside the Lua region: it survives a restored image and is cleared by hand at the start of each
 * subject and rule. */
#ifndef KIJUN_RULES_JUDGE_H
#define KIJUN_RULES_JUDGE_H

#include "documents/schema.h"
#include "language/recognise.h"
#include "rules/engine_message.h"
#include "rules/evaluate.h"
#include "rules/ruleset.h"
#include "rules/sandbox.h"

/* Something that a rule looked at; becomes an evidence_item. */
struct mark {
    const struct node *node;
    const struct field *field;      /* NULL: its presence, or a term */
    const char *name;               /* of a term; borrowed from the vocabulary or the document */
    const struct read_term *term;   /* NULL with a name: the term is absent */
};

/* Why the running rule was ended by a binding and not by itself: an outcome, not an error. */
struct ending {
    enum engine_message message;    /* ENGINE_NONE: it was not */
    enum outcome outcome;
    char word[96];                  /* fills {0} of the message */
    const struct clause_reading *const *candidates; /* in the subject's arena */
    size_t candidate_count;
};

/* A list that grows on the heap and is kept from subject to subject. */
struct findings {
    struct finding *at;
    size_t count, room;
};

struct judge {
    const struct ruleset *rules;
    struct sandbox *sandbox;
    struct arena *own;              /* for what is made once */
    struct arena *words;            /* for one text at a time, see clause:says */
    const struct rule_setting *usual; /* what the policy says for a subject that no selector chooses */
    struct findings findings;
    struct judgement *judgements;   /* one for each rule, and some of the engine's own */
    size_t judgement_count;
    /* the subject */
    const struct subject *subject;
    bool dated;                     /* the dates of contracts are noted in valid_until */
    struct memo *memo;              /* of texts that were read, over all subjects */
    struct reading *reading;        /* made when the first clause is asked for */
    struct arena *scratch, *arena;  /* of the subject; of the result */
    const struct place **places;    /* made so far, by ordinal of the node */
    const struct document *last_document; /* and the copy of its name */
    const char *last_file;
    day as_of, valid_from, valid_until;
    /* the rule */
    const struct rule *rule;
    const struct rule_setting *setting;
    struct mark marks[JUDGE_EVIDENCE];
    size_t mark_count;
    const char *const *lacking;     /* words for a kind of document that the rule needs and that is not there; or NULL */
    struct ending ending;
};

static inline struct judge *judge_of(lua_State *L)
{
    return sandbox_of(L)->owner;
}

/* A sandbox with the bindings in it. NULL with *f set. */
struct sandbox *judge_sandbox(size_t memory, struct fault *f);
/* Runs a rule file once in the sandbox and keeps its functions. 0, or -1 with *f set. */
int judge_load_rule(struct sandbox *s, const struct rule *r, struct arena *scratch, struct fault *f);

/* As judge_new, with the rules that a later layer of the policy switches off again: their examples are run all the same. */
struct judge *judge_new_for_examples(const struct ruleset *r, struct fault *f);

/* judge_subject with settings of the caller, in the order of the rules; NULL: those of the policy. */
const struct result *judge_with(struct judge *j, const struct subject *s, const struct fault *why, const char *path,
                                day as_of, const struct rule_setting *settings, struct arena *subject_arena,
                                struct arena *arena);

/* ---- needs.c ---- */

/* Why the rule that is running was not asked. */
void judge_reason(struct judge *j, struct judgement *judgement, enum engine_message m);
/* True if the rule can run; else the judgement says why not. Whether a rule that lacks a document concerns the
 * supplier at all is first asked of its `applies`. */
bool judge_has_needs(struct judge *j, struct judgement *judgement);

/* Room for one more finding, cleared; NULL when memory is out. */
struct finding *judge_finding(struct judge *j);
/* Forgets the findings from `count` on. */
static inline void judge_forget(struct judge *j, size_t count)
{
    j->findings.count = count;
}

/* ---- place.c: where something stands; copies into the result's arena, NULL or empty when memory is out ---- */

/* `quote`: with the words themselves. */
struct place place_of_node(struct judge *j, const struct node *n, bool quote);
struct place place_of_span(struct judge *j, const struct span *s, const struct clause *c);
struct place place_of_term(struct judge *j, const struct read_term *t, const struct clause *c);
/* What identifies a place through edits: parts for the fingerprint, borrowed or in the subject's arena. */
enum { IDENTITY_PARTS = 64 };
struct identity {
    const char *part[IDENTITY_PARTS];
    size_t count;
};
void identity_start(struct identity *id, const char *supplier, const char *rule, const char *message);
void identity_of_node(struct judge *j, struct identity *id, const struct node *n, const char *asked);
void identity_of_words(struct judge *j, struct identity *id, const char *at, size_t len);
/* Copies what a value borrows into the result's arena. */
struct value judge_copy(struct judge *j, const struct value *v);

/* ---- outcome.c: from what a check returned to findings ---- */

/* Takes the value at `index` (an outcome or a list of them) into findings of the running rule; raises when it is
 * neither. Returns the outcome of the rule. */
enum outcome outcome_collect(lua_State *L, int index, struct judgement *judgement);
/* A finding by the engine about the running rule. false: out of memory. */
bool outcome_engine(struct judge *j, struct judgement *judgement, enum outcome outcome, enum engine_message message,
                    const char *const word[LANGUAGE_COUNT]);
/* The grade of a message of this rule under the policy. */
enum grade outcome_grade(const struct rule *r, const struct message_info *m, enum grade policy);

/* ---- result.c: what is added once all rules were judged ---- */

bool result_subject(struct judge *j, struct result *r, const char *path);
bool result_documents(struct judge *j, struct result *r);
bool result_waivers(struct judge *j, struct result *r);
bool result_finish(struct judge *j, struct result *r);

/* Notes that the rule looked at something; a repeated look counts once. */
void judge_mark(struct judge *j, const struct node *node, const struct field *field, const char *name,
                const struct read_term *term);
/* Moves what was looked at in this node before everything else: where a pass says that the requirement is met. */
void judge_mark_first(struct judge *j, const struct node *node);
/* The verdict of the day before need not be that of this day. */
static inline void judge_changes(struct judge *j, day d)
{
    if (d > j->as_of && (j->valid_until == DAY_NONE || d < j->valid_until))
        j->valid_until = d;
    if (d <= j->as_of && (j->valid_from == DAY_NONE || d > j->valid_from))
        j->valid_from = d;
}
/* It is that of this day only. */
static inline void judge_daily(struct judge *j)
{
    judge_changes(j, j->as_of);
    judge_changes(j, j->as_of + 1);
}
/* The readings of the subject. Raises when memory is out. */
struct reading *judge_reading(lua_State *L);

#endif
