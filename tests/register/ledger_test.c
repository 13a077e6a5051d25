#include "register/ledger.h"

#include <criterion/criterion.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "example.h"

#define PASS OUTCOME_PASS
#define FAIL OUTCOME_FAIL
#define DUNNO OUTCOME_INDETERMINATE
#define NA OUTCOME_NOT_APPLICABLE
#define WAIVED OUTCOME_WAIVED

enum { INCIDENT = 2 }; /* the rule of the single finding that most tests follow */

static char folder[] = "/tmp/kijun-register-XXXXXX";
static char path[64];

static struct ledger *fresh(void)
{
    struct ledger *l = NULL;
    struct fault f = { 0 };
    cr_assert_not_null(mkdtemp(folder));
    snprintf(path, sizeof path, "%s/register.db", folder);
    cr_assert_eq(ledger_open(path, LEDGER_WRITE, &l, &f), 0, "%s %s", fault_name(f.id), f.arg[0]);
    return l;
}

static void drop(struct ledger *l)
{
    static const char *const ends[] = { "", "-wal", "-shm", "-copy" };
    ledger_close(l);
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
        char name[96];
        snprintf(name, sizeof name, "%s%s", path, ends[i]);
        unlink(name);
    }
    rmdir(folder);
}

struct collected {
    int count;
    struct ledger_entry last;
    char fingerprint[40], owner[40], waiver[96];
};

static bool collect(void *context, const struct ledger_entry *e)
{
    struct collected *c = context;
    c->count++;
    c->last = *e;
    snprintf(c->fingerprint, sizeof c->fingerprint, "%s", e->fingerprint);
    snprintf(c->owner, sizeof c->owner, "%s", e->owner ? e->owner : "");
    snprintf(c->waiver, sizeof c->waiver, "%s", e->waiver ? e->waiver : "");
    return true;
}

static struct collected list(struct ledger *l, struct ledger_filter filter)
{
    struct collected c = { 0 };
    struct fault f = { 0 };
    cr_assert_eq(ledger_list(l, &filter, DAY_NONE, collect, &c, &f), 0, "%s", f.arg[0]);
    return c;
}

static enum finding_state state(struct ledger *l)
{
    struct collected c = list(l, (struct ledger_filter){ 0 });
    cr_assert_eq(c.count, 1);
    return c.last.state;
}

static void run(struct ledger *l, day as_of, enum outcome incident)
{
    struct example e = { "acme", "standard", { PASS, PASS, incident, PASS }, GRADE_MAJOR, 12, NULL };
    struct due_terms terms = due_terms_standard();
    example_run(l, as_of, &e, 1, &terms);
}

static enum fault_id person(struct ledger *l, enum ledger_action action, const char *text, day due)
{
    struct fault f = { 0 };
    char fingerprint[33];
    example_fingerprint("acme", INCIDENT, fingerprint);
    struct ledger_change c = { fingerprint, action, "sato", INT64_C(20000) * 86400, text, due, DAY_NONE };
    int result = ledger_change(l, &c, &f);
    cr_assert_eq(result == 0, f.id == FAULT_NONE);
    return f.id;
}

static void verified(struct ledger *l)
{
    struct fault f = { 0 };
    cr_assert_eq(ledger_verify(l, &f), 0, "%s", f.arg[0]);
}

Test(ledger, a_finding_is_open_with_a_due_date_by_its_grade)
{
    struct ledger *l = fresh();
    run(l, 20000, FAIL);
    struct collected c = list(l, (struct ledger_filter){ .only_new = true });
    cr_assert_eq(c.count, 1);
    cr_assert_eq(c.last.state, STATE_OPEN);
    cr_assert_eq(c.last.first_seen, 20000);
    cr_assert_eq(c.last.due, 20030);
    verified(l);
    drop(l);
}

Test(ledger, a_critical_supplier_has_less_time)
{
    struct ledger *l = fresh();
    struct example e = { "vital", "critical", { FAIL, PASS, PASS, PASS }, GRADE_MAJOR, 1, NULL };
    struct due_terms terms = due_terms_standard();
    example_run(l, 20000, &e, 1, &terms);
    cr_assert_eq(list(l, (struct ledger_filter){ 0 }).last.due, 20014);
    drop(l);
}

Test(ledger, three_runs_give_open_then_overdue_then_closed)
{
    struct ledger *l = fresh();
    run(l, 20000, FAIL);
    cr_assert_eq(list(l, (struct ledger_filter){ .only_overdue = true }).count, 0);
    run(l, 20031, FAIL);
    cr_assert_eq(list(l, (struct ledger_filter){ .only_overdue = true }).count, 1);
    cr_assert_eq(list(l, (struct ledger_filter){ .only_new = true }).count, 0);
    run(l, 20040, PASS);
    cr_assert_eq(state(l), STATE_CLOSED);
    cr_assert_eq(list(l, (struct ledger_filter){ 0 }).last.closed, 20040);
    cr_assert_eq(list(l, (struct ledger_filter){ .only_overdue = true }).count, 0);
    verified(l);
    drop(l);
}

Test(ledger, a_closed_finding_that_returns_has_recurred_with_a_new_due_date)
{
    struct ledger *l = fresh();
    run(l, 20000, FAIL);
    run(l, 20010, PASS);
    run(l, 20020, FAIL);
    struct collected c = list(l, (struct ledger_filter){ .only_recurred = true });
    cr_assert_eq(c.count, 1);
    cr_assert_eq(c.last.recurrences, 1);
    cr_assert_eq(c.last.state, STATE_OPEN);
    cr_assert_eq(c.last.first_seen, 20000);
    cr_assert_eq(c.last.due, 20050);
    verified(l);
    drop(l);
}

Test(ledger, a_rule_that_could_not_be_judged_changes_nothing)
{
    struct ledger *l = fresh();
    run(l, 20000, FAIL);
    run(l, 20001, DUNNO);
    cr_assert_eq(state(l), STATE_OPEN);
    run(l, 20002, OUTCOME_ERROR);
    cr_assert_eq(state(l), STATE_OPEN);
    drop(l);
}

Test(ledger, a_supplier_that_was_not_in_the_run_keeps_its_findings)
{
    struct ledger *l = fresh();
    run(l, 20000, FAIL);
    struct example other = { "other", "low", { PASS, PASS, PASS, PASS }, GRADE_MINOR, 1, NULL };
    struct due_terms terms = due_terms_standard();
    example_run(l, 20001, &other, 1, &terms);
    cr_assert_eq(state(l), STATE_OPEN);
    drop(l);
}

Test(ledger, a_rule_that_no_longer_applies_closes_its_finding)
{
    struct ledger *l = fresh();
    run(l, 20000, FAIL);
    run(l, 20001, NA);
    cr_assert_eq(state(l), STATE_CLOSED);
    verified(l);
    drop(l);
}

Test(ledger, a_waived_finding_is_accepted_and_open_again_when_the_waiver_ends)
{
    struct ledger *l = fresh();
    run(l, 20000, WAIVED);
    cr_assert_eq(state(l), STATE_ACCEPTED);
    run(l, 20001, FAIL);
    cr_assert_eq(state(l), STATE_OPEN);
    cr_assert_eq(list(l, (struct ledger_filter){ .only_recurred = true }).count, 0);
    verified(l);
    drop(l);
}

static void run_waived(struct ledger *l, day as_of, const struct waiver_info *waiver)
{
    struct due_terms terms = due_terms_standard();
    struct example e = { "acme", "standard", { PASS, PASS, WAIVED, PASS }, GRADE_MAJOR, 12, waiver };
    example_run(l, as_of, &e, 1, &terms);
}

static bool keep_waiver(void *context, const struct ledger_event *e)
{
    snprintf(context, 64, "%s", e->action == ACTION_WAIVED && e->text ? e->text : "");
    return true;
}

static bool count_waived(void *context, const struct ledger_event *e)
{
    *(int *)context += e->action == ACTION_WAIVED;
    return true;
}

static void waiver_is(const char *text, day until, const char *approver, const char *reason)
{
    struct ledger_waiver w;
    cr_assert(ledger_waiver(text, &w), "%s", text);
    cr_assert_eq(w.until, until);
    cr_assert(w.approver_len == strlen(approver) && strncmp(w.approver, approver, w.approver_len) == 0);
    cr_assert_str_eq(w.reason, reason);
}

Test(ledger, a_waiver_is_recorded_with_its_end_its_approver_and_its_reason_and_again_when_it_is_renewed)
{
    struct ledger *l = fresh();
    struct waiver_info waiver = { "Replaced in May", "Sato", 20100 };
    struct fault f = { 0 };
    char said[64];
    int events = 0;
    run_waived(l, 20000, &waiver);
    run_waived(l, 20001, &waiver);
    cr_assert_eq(ledger_history(l, NULL, count_waived, &events, &f), 0);
    cr_assert_eq(events, 1, "a waiver that stays the same is said once");
    waiver.expires = DAY_NONE;
    waiver.approver = "Tanaka";
    run_waived(l, 20002, &waiver);
    events = 0;
    cr_assert_eq(ledger_history(l, NULL, count_waived, &events, &f), 0);
    cr_assert_eq(events, 2);
    struct collected listed = list(l, (struct ledger_filter){ .has_state = true, .state = STATE_ACCEPTED });
    cr_assert_eq(listed.count, 1);
    waiver_is(listed.waiver, DAY_NONE, "Tanaka", "Replaced in May");
    char fingerprint[33];
    example_fingerprint("acme", INCIDENT, fingerprint);
    cr_assert_eq(ledger_history(l, fingerprint, keep_waiver, said, &f), 0);
    waiver_is(said, DAY_NONE, "Tanaka", "Replaced in May");
    run(l, 20003, FAIL);
    cr_assert_eq(list(l, (struct ledger_filter){ .has_state = true, .state = STATE_ACCEPTED }).count, 0);
    cr_assert_str_eq(list(l, (struct ledger_filter){ 0 }).waiver, "");
    verified(l);
    drop(l);
}

Test(ledger, what_is_no_waiver_is_told_from_one)
{
    struct ledger_waiver w;
    cr_assert(!ledger_waiver(NULL, &w) && !ledger_waiver("", &w) && !ledger_waiver("Sato", &w));
    cr_assert(!ledger_waiver("someday\tSato\twhy", &w));
    waiver_is("2024-10-03\tSato\tone\ttwo", 19999, "Sato", "one\ttwo");
}

Test(ledger, the_whole_way_of_a_finding_goes_through_cause_plan_done_and_re_audit)
{
    struct ledger *l = fresh();
    struct due_terms terms = due_terms_standard();
    terms.re_audit = GRADE_OBSERVATION;
    struct example e = { "acme", "standard", { PASS, PASS, FAIL, PASS }, GRADE_MAJOR, 12, NULL };
    example_run(l, 20000, &e, 1, &terms);
    cr_assert_eq(person(l, ACTION_CAUSE, "No one was on call", DAY_NONE), FAULT_NONE);
    cr_assert_eq(person(l, ACTION_PLAN, "On-call rota from July", 20060), FAULT_NONE);
    cr_assert_eq(list(l, (struct ledger_filter){ 0 }).last.due, 20060);
    cr_assert_eq(person(l, ACTION_DONE, NULL, DAY_NONE), FAULT_NONE);
    cr_assert_eq(state(l), STATE_DONE);
    e.outcome[INCIDENT] = PASS;
    example_run(l, 20050, &e, 1, &terms);
    cr_assert_eq(state(l), STATE_RE_AUDIT);
    cr_assert_eq(person(l, ACTION_EFFECTIVE, "Seen on site", DAY_NONE), FAULT_NONE);
    cr_assert_eq(state(l), STATE_CLOSED);
    verified(l);
    drop(l);
}

Test(ledger, no_person_closes_a_finding_while_the_check_fails)
{
    struct ledger *l = fresh();
    run(l, 20000, FAIL);
    person(l, ACTION_CAUSE, "cause", DAY_NONE);
    person(l, ACTION_PLAN, "plan", 20060);
    person(l, ACTION_DONE, NULL, DAY_NONE);
    cr_assert_eq(person(l, ACTION_EFFECTIVE, "looks fine", DAY_NONE), FAULT_LEDGER_FAILING);
    cr_assert_eq(state(l), STATE_DONE);
    drop(l);
}

Test(ledger, a_wrong_step_is_refused_with_what_is_possible_now)
{
    struct ledger *l = fresh();
    struct fault f = { 0 };
    char fingerprint[33];
    run(l, 20000, FAIL);
    example_fingerprint("acme", INCIDENT, fingerprint);
    struct ledger_change c = { fingerprint, ACTION_PLAN, "sato", 0, "plan", 20060, DAY_NONE };
    cr_assert_eq(ledger_change(l, &c, &f), -1);
    cr_assert_eq(f.id, FAULT_LEDGER_TRANSITION);
    cr_assert_str_eq(f.arg[2], "cause, note, assign");
    drop(l);
}

Test(ledger, a_plan_without_a_due_date_is_refused)
{
    struct ledger *l = fresh();
    run(l, 20000, FAIL);
    person(l, ACTION_CAUSE, "cause", DAY_NONE);
    cr_assert_eq(person(l, ACTION_PLAN, "plan", DAY_NONE), FAULT_LEDGER_INCOMPLETE);
    drop(l);
}

Test(ledger, a_finding_is_named_by_the_first_eight_digits)
{
    struct ledger *l = fresh();
    struct fault f = { 0 };
    char fingerprint[33];
    run(l, 20000, FAIL);
    example_fingerprint("acme", INCIDENT, fingerprint);
    fingerprint[8] = '\0';
    struct ledger_change c = { fingerprint, ACTION_ASSIGN, "sato", 0, "tanaka", DAY_NONE, DAY_NONE };
    cr_assert_eq(ledger_change(l, &c, &f), 0);
    cr_assert_str_eq(list(l, (struct ledger_filter){ .owner = "tanaka" }).owner, "tanaka");
    fingerprint[7] = '\0';
    cr_assert_eq(ledger_change(l, &c, &f), -1);
    cr_assert_eq(f.id, FAULT_LEDGER_UNKNOWN);
    verified(l);
    drop(l);
}

Test(ledger, an_edit_elsewhere_moves_the_line_and_nothing_else)
{
    struct ledger *l = fresh();
    struct due_terms terms = due_terms_standard();
    struct example e = { "acme", "standard", { PASS, PASS, FAIL, PASS }, GRADE_MAJOR, 12, NULL };
    example_run(l, 20000, &e, 1, &terms);
    e.line = 99;
    example_run(l, 20001, &e, 1, &terms);
    struct collected c = list(l, (struct ledger_filter){ 0 });
    cr_assert_eq(c.last.line, 99);
    cr_assert_eq(c.last.last_change, 20000);
    drop(l);
}

Test(ledger, a_run_that_was_not_committed_leaves_no_trace)
{
    struct ledger *l = fresh();
    struct fault f = { 0 };
    struct buffer item;
    struct due_terms terms = due_terms_standard();
    struct example e = { "acme", "standard", { FAIL, FAIL, FAIL, FAIL }, GRADE_MAJOR, 12, NULL };
    buffer_init(&item, 1 << 20);
    example_item(&e, &item);
    cr_assert_eq(ledger_begin(l, 20000, 0, "standard", &terms, &f), 0);
    cr_assert_eq(ledger_record(l, item.at, item.len, &f), 0);
    ledger_rollback(l);
    cr_assert_eq(list(l, (struct ledger_filter){ 0 }).count, 0);
    verified(l);
    buffer_free(&item);
    drop(l);
}

Test(ledger, bytes_of_a_worker_that_were_cut_are_refused)
{
    struct ledger *l = fresh();
    struct buffer item;
    struct due_terms terms = due_terms_standard();
    struct example e = { "acme", "standard", { FAIL, PASS, WAIVED, PASS }, GRADE_MAJOR, 12, NULL };
    buffer_init(&item, 1 << 20);
    example_item(&e, &item);
    for (size_t len = 0; len < item.len; len++) {
        struct fault f = { 0 };
        char *exact = malloc(len ? len : 1);
        memcpy(exact, item.at, len);
        cr_assert_eq(ledger_begin(l, 20000, 0, "standard", &terms, &f), 0);
        cr_assert_eq(ledger_record(l, exact, len, &f), -1, "length %zu", len);
        cr_assert_eq(f.id, FAULT_LEDGER_ITEM);
        ledger_rollback(l);
        free(exact);
    }
    buffer_free(&item);
    drop(l);
}

static void meddle(const char *sql)
{
    sqlite3 *db = NULL;
    cr_assert_eq(sqlite3_open(path, &db), SQLITE_OK);
    cr_assert_eq(sqlite3_exec(db, sql, NULL, NULL, NULL), SQLITE_OK, "%s", sqlite3_errmsg(db));
    sqlite3_close(db);
}

Test(ledger, any_change_from_outside_shows)
{
    static const char *const attempts[] = {
        "UPDATE event SET text = 'another cause' WHERE action = 5",
        "UPDATE event SET who = 'nobody' WHERE number = 2",
        "UPDATE event SET at = at - 1 WHERE number = 1",
        "DELETE FROM event WHERE number = 2",
        "DELETE FROM event",
        "UPDATE finding SET state = 6, closed = 20001",
        "UPDATE finding SET grade = 1",
        "UPDATE finding SET due = due + 300",
        "UPDATE finding SET first_seen = 20001",
        "UPDATE finding SET recurrences = 4",
        "UPDATE finding SET failing = 0",
        "UPDATE finding SET owner = 'somebody'",
        "DELETE FROM finding",
    };
    for (size_t i = 0; i < sizeof attempts / sizeof *attempts; i++) {
        struct fault f = { 0 };
        memcpy(folder, "/tmp/kijun-register-XXXXXX", sizeof folder);
        struct ledger *l = fresh();
        run(l, 20000, FAIL);
        person(l, ACTION_CAUSE, "cause", DAY_NONE);
        verified(l);
        meddle(attempts[i]);
        cr_assert_eq(ledger_verify(l, &f), -1, "%s", attempts[i]);
        cr_assert_eq(f.id, FAULT_LEDGER_TAMPERED);
        drop(l);
    }
}

Test(ledger, a_backup_is_a_register_of_its_own)
{
    struct ledger *l = fresh(), *copy = NULL;
    struct fault f = { 0 };
    char name[96];
    run(l, 20000, FAIL);
    snprintf(name, sizeof name, "%s-copy", path);
    cr_assert_eq(ledger_backup(l, name, &f), 0, "%s", f.arg[0]);
    cr_assert_eq(ledger_open(name, LEDGER_READ, &copy, &f), 0, "%s", fault_name(f.id));
    cr_assert_eq(state(copy), STATE_OPEN);
    ledger_close(copy);
    drop(l);
}

Test(ledger, another_file_is_not_taken_for_a_register)
{
    struct ledger *l = fresh(), *other = NULL;
    struct fault f = { 0 };
    ledger_close(l);
    FILE *file = fopen(path, "w");
    fputs("this is a letter, and a long one, to somebody who expected a database here, with more than one page", file);
    fclose(file);
    cr_assert_eq(ledger_open(path, LEDGER_WRITE, &other, &f), -1);
    cr_assert_eq(f.id, FAULT_LEDGER_FORMAT);
    drop(NULL);
}

Test(ledger, a_reader_sees_the_last_finished_run_while_another_is_recorded)
{
    struct ledger *l = fresh(), *reader = NULL;
    struct fault f = { 0 };
    struct buffer item;
    struct due_terms terms = due_terms_standard();
    struct example e = { "other", "standard", { FAIL, FAIL, FAIL, FAIL }, GRADE_MAJOR, 12, NULL };
    run(l, 20000, FAIL);
    buffer_init(&item, 1 << 20);
    example_item(&e, &item);
    cr_assert_eq(ledger_begin(l, 20001, 0, "standard", &terms, &f), 0);
    cr_assert_eq(ledger_record(l, item.at, item.len, &f), 0);
    cr_assert_eq(ledger_open(path, LEDGER_READ, &reader, &f), 0);
    cr_assert_eq(list(reader, (struct ledger_filter){ 0 }).count, 1);
    cr_assert_eq(ledger_commit(l, &f), 0);
    cr_assert_eq(list(reader, (struct ledger_filter){ 0 }).count, 5);
    buffer_free(&item);
    ledger_close(reader);
    drop(l);
}
