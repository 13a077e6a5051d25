/* What a hostile rule can do: end with an error of its own, within its budget, and change nothing for others. */
#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "rules/judge.h"
#include "rules/world.h"

struct attack {
    const char *name, *body;
    const char *end;   /* the message that ends it, "pass" if it is harmless, or the fault that keeps it from loading */
    const char *words; /* in the text of that error; NULL: any */
};

#define BUDGET "engine:budget"
#define MEMORY "engine:memory"
#define ERROR "engine:rule-error"
#define GLOBAL "unknown-global"

static const struct attack code[] = {
    {"load", "return load('return pass()')()", GLOBAL, "'load'"},
    {"load through the environment", "local e = _ENV return e.load('return 1')", GLOBAL, "'_ENV'"},
    {"a computed name", "return _ENV['lo' .. 'ad']('return 1')", GLOBAL, "'_ENV'"},
    {"dofile", "return dofile('/etc/passwd')", GLOBAL, "'dofile'"},
    {"loadfile", "return loadfile('/etc/passwd')", GLOBAL, "'loadfile'"},
    {"require", "return require 'os'", GLOBAL, "'require'"},
    {"package.path", "package.path = '/tmp/?.lua'", GLOBAL, "'package'"},
    {"package.cpath", "package.cpath = '/tmp/?.so'", GLOBAL, "'package'"},
    {"package.loadlib", "return package.loadlib('libc.so.6', 'system')", GLOBAL, "'package'"},
    {"a name that is not there", "local n = string['lo' .. 'ad']", ERROR, "has no 'load'"},
    {"string.dump", "return string.dump(function() end)", ERROR, "has no 'dump'"},
    {"dump through a text", "return (''):dump()", ERROR, "has no 'dump'"},
    {"collectgarbage", "collectgarbage('stop')", GLOBAL, "'collectgarbage'"},
};

static const struct attack host[] = {
    {"os.execute", "os.execute('true')", GLOBAL, "'os'"},
    {"os.exit", "os.exit(0)", GLOBAL, "'os'"},
    {"os.time", "return os.time() > 0 and pass()", GLOBAL, "'os'"},
    {"os.getenv", "return os.getenv('HOME')", GLOBAL, "'os'"},
    {"io.open", "return io.open('/etc/passwd')", GLOBAL, "'io'"},
    {"io.popen", "return io.popen('id')", GLOBAL, "'io'"},
    {"print", "print('hello')", GLOBAL, "'print'"},
    {"debug.getregistry", "return debug.getregistry()", GLOBAL, "'debug'"},
    {"debug.sethook", "debug.sethook()", GLOBAL, "'debug'"},
    {"the declaring functions", "return rule {}", GLOBAL, "'rule'"},
};

static const struct attack vm[] = {
    {"an endless loop", "while true do end", BUDGET, NULL},
    {"a goto loop", "::again:: goto again", BUDGET, NULL},
    {"a repeat loop", "repeat until false", BUDGET, NULL},
    {"a counting loop", "local n = 0 for i = 1, math.maxinteger do n = n + i end return pass()", BUDGET, NULL},
    {"a loop that calls", "local function f() return 1 end while true do f() end", BUDGET, NULL},
    {"endless tail calls", "local function f() return f() end return f()", BUDGET, NULL},
    {"a loop over fields", "while true do local x = s.tier end", BUDGET, NULL},
    {"a loop over clauses", "while true do local c = s.contracts:clause 'audit-right' end", NULL, NULL},
    {"a loop over a list", "while true do s.assets:any() end", BUDGET, NULL},
    {"pcall", "while true do pcall(error) end", GLOBAL, "'pcall'"},
    {"pcall through the environment", "local e = _ENV while true do e.pcall(error) end", GLOBAL, "'_ENV'"},
    {"xpcall", "xpcall(error, function() while true do end end)", GLOBAL, "'xpcall'"},
    {"coroutine slices", "local c = coroutine.wrap(function() while true do coroutine.yield() end end) c()", GLOBAL,
     "'coroutine'"},
    {"an endless iterator", "for x in function() return 1 end do end", BUDGET, NULL},
    {"an endless condition of a list", "return s.assets:any(function() while true do end end)", BUDGET, NULL},
};

static const struct attack c_code[] = {
    {"nested repetition", "return match(string.rep('a', 5000), '^(a+)+$b') and pass()", NULL, NULL},
    {"alternatives that overlap", "return match(string.rep('a', 60) .. 'b', '^(a|aa)+$') and pass()", NULL, NULL},
    {"a lazy scan in a long text", "return match(string.rep('a', 200000), '.*?x.*?y') and pass()", NULL, NULL},
    {"a lazy scan, again and again", "local t = string.rep('a', 200000) while true do match(t, '.*?x') end", BUDGET, NULL},
    {"possessive scans", "local t = string.rep('a', 200000) while true do match(t, '[^b]*+c') end", BUDGET, NULL},
    {"a plain find in long texts", "local t = string.rep('ab', 100000) while true do find(t, 'abc') end", BUDGET, NULL},
    {"recursion of a pattern", "return match(string.rep('(', 5000), '(\\\\((?1)*\\\\))*x') and pass()", NULL, NULL},
    {"a pattern that explodes when compiled", "return match('a', '((((((a{1,60}){1,60}){1,60}){1,60}){1,60}){1,60})')", "pattern",
     "too large"},
    {"a pattern that is too long", "return match('a', string.rep('a', 2000))", ERROR, "pattern"},
    {"a pattern that nests too deep", "return match('a', string.rep('(', 100) .. string.rep(')', 100))", ERROR, "pattern"},
    {"bytes that are no text", "return match('\\xff\\xfe', 'a') and pass()", ERROR, "UTF"},
    {"rep of nothing", "string.rep('', math.maxinteger) return pass()", "pass", NULL},
    {"rep of a separator", "return string.rep('', math.maxinteger, 'x')", ERROR, "too long"},
    {"rep again and again", "while true do local x = string.rep('a', 1000000) end", NULL, NULL},
    {"format with a wide field", "return string.format('%999d', 1)", ERROR, "too long"},
    {"format with a long text", "local t = string.rep('a', 1000000) while true do local x = string.format('%s', t) end", NULL,
     NULL},
    {"inserting in front", "local t = {} while true do table.insert(t, 1, 1) end", BUDGET, NULL},
    {"removing in front", "local t = {} for i = 1, 100000 do t[i] = i end while true do table.remove(t, 1) t[#t + 1] = 1 end",
     BUDGET, NULL},
    {"move", "return table.move({}, 1, math.maxinteger, 2)", ERROR, "has no 'move'"},
    {"concat of much", "local t = {} for i = 1, 2000 do t[i] = string.rep('a', 1000) end return table.concat(t)", ERROR,
     "too long"},
    {"concat again and again", "local t = {} for i = 1, 900 do t[i] = 'abcdefgh' end while true do table.concat(t) end", BUDGET,
     NULL},
    {"concat to the end of numbers", "return table.concat({}, ' ', 1, math.maxinteger)", ERROR, "out of range"},
    {"unpack of too much", "return table.unpack({}, 1, 1000000)", ERROR, "unpack"},
    {"select of much", "while true do select('#', table.unpack({}, 1, 200)) end", BUDGET, NULL},
    {"sort with a lying comparator", "local t = {} for i = 1, 1000 do t[i] = i end "
     "table.sort(t, function() return true end) return #t == 1000 and pass()", "pass", NULL},
    {"sort with a comparator that empties the table", "local t = {} for i = 1, 100 do t[i] = i end "
     "table.sort(t, function(a, b) for i = 1, 100 do t[i] = nil end return true end) return pass()", "pass", NULL},
    {"sort that never ends", "local t = {} for i = 1, 100 do t[i] = i end "
     "table.sort(t, function() while true do end end)", BUDGET, NULL},
    {"sort of values without order", "local t = { {}, {} } table.sort(t) return pass()", ERROR, "compare"},
    {"comparing long texts", "local a = string.rep('a', 1000000) .. 'x' local b = string.rep('a', 1000000) .. 'y' "
     "while true do local x = a < b end", BUDGET, NULL},
    {"telling long texts apart", "local a = string.rep('a', 1000000) .. 'x' local b = string.rep('a', 1000000) .. 'y' "
     "while true do local x = a == b end", BUDGET, NULL},
    {"numbers of long texts", "local a = string.rep(' ', 1000000) while true do tonumber(a) end", BUDGET, NULL},
    {"utf8.len", "return utf8.len('a')", GLOBAL, "'utf8'"},
    {"next over a large table", "local t = {} for i = 1, 20000 do t[i] = i end local k while true do k = next(t, k) end", BUDGET,
     NULL},
    {"pairs over a large table", "local t = {} for i = 1, 20000 do t['k' .. i] = i end while true do pairs(t) end", NULL, NULL},
};

static const struct attack finalizers[] = {
    {"setmetatable with __gc", "setmetatable({}, { __gc = function() while true do end end })", GLOBAL, "'setmetatable'"},
    {"setmetatable through the environment", "local e = _ENV e.setmetatable({}, {})", GLOBAL, "'_ENV'"},
    {"getmetatable of a text", "return getmetatable('').__index", GLOBAL, "'getmetatable'"},
    {"getmetatable of a node", "local e = _ENV return e.getmetatable(s)", GLOBAL, "'_ENV'"},
    {"a value to be closed", "local x <close> = { __close = function() while true do end end } return pass()", ERROR,
     "non-closable"},
    {"an error object", "error({ text = 'x' })", ERROR, "table"},
    {"an error object that is a node", "error(s)", ERROR, NULL},
    {"an error without a value", "error()", ERROR, "nil"},
    {"an error with a huge text", "error(string.rep('a', 1000000))", ERROR, "aaa"},
    {"rawset of a library", "rawset(string, 'rep', nil)", GLOBAL, "'rawset'"},
    {"rawget of the environment", "local e = _ENV return e.rawget(e, 'x')", GLOBAL, "'_ENV'"},
};

static const struct attack memory[] = {
    {"doubling a text", "local t = 'a' while true do t = t .. t end", MEMORY, NULL},
    {"a growing table", "local t = {} local i = 0 while true do i = i + 1 t[i] = i end", MEMORY, NULL},
    {"tables in tables", "local t = {} while true do t = { t } end", MEMORY, NULL},
    {"many closures", "local t = {} while true do local x = {} t[#t + 1] = function() return x end end", MEMORY, NULL},
    {"many long texts", "local t = {} while true do t[#t + 1] = string.rep('a', 100000) .. #t end", MEMORY, NULL},
    {"many values", "local t = {} while true do t[#t + 1] = days(1) end", MEMORY, NULL},
    {"many outcomes", "local t = {} while true do t[#t + 1] = fail 'bad' end", MEMORY, NULL},
    {"garbage without end", "while true do local t = { 1, 2, 3 } end", NULL, NULL},
    {"many findings", "local t = {} for i = 1, 5000 do t[i] = fail 'bad' end return t", "engine:findings", "200"},
};

static const struct attack stack[] = {
    {"recursion", "local function f() return 1 + f() end return f()", MEMORY, NULL},
    {"recursion through a list", "local function f() return s.assets:any(f) end return f()", ERROR, "C stack overflow"},
    {"recursion through sort", "local function f() table.sort({ 2, 1 }, f) return true end return f()", ERROR,
     "C stack overflow"},
    {"many arguments", "local function f(...) return f(1, ...) end return f()", NULL, NULL},
    {"deep brackets", NULL, "rule-code", "C stack overflow"},
    {"a long chain of names", NULL, "rule-code", "chain"},
    {"a long chain of ..", NULL, "rule-code", "C stack overflow"},
};

static const struct attack leaks[] = {
    {"a global", "counter = 1", "rule-global", "counter"},
    {"a global through the environment", "local e = _ENV e.counter = 1", GLOBAL, "'_ENV'"},
    {"another environment", "_ENV = {} return pass()", "rule-global", "_ENV"},
    {"an environment of its own", "local _ENV = { pass = pass } x = 1 return pass()", "pass", NULL},
    {"an environment of a function", "local function f(_ENV) x = 1 return x end return f({}) == 1 and pass()", "pass", NULL},
    {"a library function", "string.rep = nil", ERROR, "cannot be changed"},
    {"an item in a library", "table.insert(string, 'x')", ERROR, "cannot be changed"},
    {"math.pi", "math.huge = 1", ERROR, "cannot be changed"},
    {"the metatable of texts", "('').rep = 1", ERROR, NULL},
    {"a field of the subject", "s.tier = 'low'", ERROR, NULL},
    {"a field of a node", "s.assets[1].class = 'other'", ERROR, NULL},
    {"an item of a list", "s.assets[1] = nil", ERROR, NULL},
    {"random numbers", "return math.random() > 2 or pass()", ERROR, "has no 'random'"},
    {"an address of a table", "return tostring({}) == 'table' and pass()", "pass", NULL},
    {"an address of a function", "return tostring(pass) == 'function' and pass()", "pass", NULL},
    {"an address in format", "return string.format('%s', {}) == 'table' and pass()", "pass", NULL},
    {"%p of format", "return string.format('%p', {})", ERROR, "format knows"},
    {"the order of pairs", "local t = {} for i = 1, 50 do t['k' .. i * 7 % 50] = i end local last = '' "
     "for k in pairs(t) do if k < last then return fail 'bad' end last = k end return pass()", "pass", NULL},
    {"tables as keys", "local t = { [{}] = 1, [{}] = 2 } for k in pairs(t) do end return pass()", ERROR, "no order"},
};

static const char witness[] = "local c = s.contracts:clause 'incident-report' "
                              "return fail('bad', { at = c, found = c:duration 'report-within' })";

/* Text that cannot be written down: it is made. */
static void write_attack(struct world *w, const struct attack *a)
{
    struct buffer body;
    buffer_init(&body, 60000);
    if (a->body) {
        world_check(w, "attack", a->body);
        return;
    }
    bool names = strstr(a->name, "names"), join = strstr(a->name, "..");
    buffer_puts(&body, names ? "local t = {} t.b = t local x = t" : join ? "local x = 'a'" : "local x = ");
    for (int i = 0; i < (names ? 28000 : 5000); i++)
        buffer_puts(&body, names ? ".b" : join ? " .. 'a'" : "(");
    buffer_puts(&body, names ? ".c.d" : "");
    cr_assert_not(body.failed);
    world_check(w, "attack", body.at);
    buffer_free(&body);
}

static double seconds(void)
{
    struct timespec t;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t); /* other processes may keep this one waiting */
    return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

/* The most memory that this process ever had, in KiB. */
static long high_water(void)
{
    char line[256];
    long kib = 0;
    FILE *f = fopen("/proc/self/status", "r");
    while (f && fgets(line, sizeof line, f))
        if (sscanf(line, "VmHWM: %ld", &kib) == 1)
            break;
    if (f)
        fclose(f);
    return kib;
}

/* The lines of a result that speak of the witness alone. */
static char *witness_text(const struct result *r)
{
    char *all = world_text(r);
    struct buffer out;
    bool on = false;
    buffer_init(&out, 1 << 20);
    for (const char *line = all; *line;) {
        size_t len = strcspn(line, "\n");
        if (*line != ' ')
            on = !strncmp(line, "witness", 7);
        if (on)
            buffer_add(&out, line, len + (line[len] == '\n'));
        line += len + (line[len] == '\n');
    }
    free(all);
    cr_assert(!out.failed && out.at);
    return out.at;
}

static void check_end(const struct attack *a, const struct result *r)
{
    const struct judgement *j = world_judgement(r, "attack");
    const struct finding *f = world_finding(r, "attack");
    cr_assert_not_null(j);
    if (a->end && !strcmp(a->end, "pass")) {
        cr_expect_eq(j->outcome, OUTCOME_PASS, "%s: %s", a->name, f ? f->text[0] : "");
        return;
    }
    cr_expect_eq(j->outcome, OUTCOME_ERROR, "%s ends as %s", a->name, outcome_name(j->outcome));
    cr_assert_not_null(f);
    for (size_t i = 0; i < r->finding_count; i++) /* of many findings the engine's own is the one that counts */
        if (r->findings[i].outcome == OUTCOME_ERROR)
            f = &r->findings[i];
    cr_expect(!a->end || !strcmp(f->message, a->end), "%s: %s: %s", a->name, f->message, f->text[0]);
    cr_expect(!a->words || strstr(f->text[0], a->words), "%s: %s", a->name, f->text[0]);
}

static void run_attack(const struct attack *a)
{
    struct world *w = world_new(NULL);
    world_check(w, "witness", witness);
    world_check(w, "zz-after", witness); /* judged after the attack, in the same state */
    write_attack(w, a);
    double start = seconds();
    long memory_before = high_water();
    if (!world_load(w, NULL)) {
        cr_expect(a->end && world_has_fault(w, a->end, 0, a->words ? a->words : ""), "%s", a->name);
        if (!a->end || !world_has_fault(w, a->end, 0, a->words ? a->words : ""))
            world_show(w);
        world_free(w);
        return;
    }
    const struct result *r = world_judge(w, world_dossier, "2026-04-01");
    double took = seconds() - start;
    cr_expect_lt(took, 2.0, "%s took %f s", a->name, took);
    cr_expect_lt(high_water() - memory_before, 64 * 1024, "%s", a->name);
    check_end(a, r);
    const struct judgement *after = world_judgement(r, "zz-after");
    cr_expect(after && after->outcome == OUTCOME_FAIL && after->evidence_count == 2, "%s: the next rule", a->name);
    char *first = witness_text(r);
    r = world_judge(w, world_dossier, "2026-04-01");
    char *second = witness_text(r);
    cr_expect(strstr(first, "witness fail major bad"));
    cr_expect_str_eq(first, second, "%s: the next subject", a->name);
    check_end(a, r);
    free(first);
    free(second);
    world_free(w);
}

#define ATTACKS(category)                                                     \
    for (size_t i = 0; i < sizeof category / sizeof *category; i++) \
        run_attack(&category[i])

Test(sandbox, no_code_comes_in_from_outside)
{
    ATTACKS(code);
}

Test(sandbox, the_host_is_out_of_reach)
{
    ATTACKS(host);
}

Test(sandbox, time_spent_in_the_virtual_machine_is_bounded)
{
    ATTACKS(vm);
}

Test(sandbox, time_spent_in_library_functions_is_bounded)
{
    ATTACKS(c_code);
}

Test(sandbox, nothing_runs_behind_the_back_of_the_budget)
{
    ATTACKS(finalizers);
}

Test(sandbox, memory_is_bounded)
{
    ATTACKS(memory);
}

Test(sandbox, the_stack_is_bounded)
{
    ATTACKS(stack);
}

Test(sandbox, nothing_can_be_changed_and_nothing_depends_on_chance)
{
    ATTACKS(leaks);
}

Test(sandbox, bytecode_is_refused)
{
    struct world *w = world_new(NULL);
    world_rule(w, "attack", "\033Lua\x54");
    cr_expect_not(world_load(w, NULL));
    cr_expect(world_has_fault(w, "data-syntax", 1, "expected return"));
    world_free(w);
}

Test(sandbox, a_file_level_loop_ends_when_the_pack_loads)
{
    struct world *w = world_new(NULL);
    world_rule(w, "attack",
               "local x = (function() while true do end end)()\n"
               "return rule { id = \"attack\", grade = \"minor\", title = { en = \"A\", ja = \"A\" }, controls = { \"X 1\" },\n"
               "  check = function() return x end }\n");
    double start = seconds();
    cr_expect_not(world_load(w, NULL));
    cr_expect_lt(seconds() - start, 2.0);
    cr_expect(world_has_fault(w, "rule-code", 0, "budget"));
    world_free(w);
}

Test(sandbox, state_kept_in_upvalues_is_gone_with_the_next_subject)
{
    struct world *w = world_new(NULL);
    world_rule(w, "counts",
               "local seen = {}\nlocal count = 0\n"
               "return rule { id = \"counts\", grade = \"minor\", title = { en = \"A\", ja = \"A\" }, controls = { \"X 1\" },\n"
               "  messages = { kept = { en = \"Kept {count}\", ja = \"{count}\" } },\n"
               "  check = function(s)\n    count = count + 1\n    seen[count] = s.id\n"
               "    if count > 1 or #seen > 1 then return fail(\"kept\", { count = count }) end\n"
               "    return pass()\n  end }\n");
    world_load(w, NULL);
    world_show(w);
    for (int i = 0; i < 3; i++) {
        const struct result *r = world_judge(w, world_dossier, "2026-04-01");
        cr_expect_eq(world_judgement(r, "counts")->outcome, OUTCOME_PASS);
    }
    world_free(w);
}

Test(sandbox, judging_the_same_subject_again_or_after_another_gives_the_same_bytes)
{
    static const char other[] = "<dossier xmlns=\"urn:kijun:1\"><supplier id=\"b\" name=\"B\" tier=\"low\" kind=\"company\" "
                                "country=\"US\"/><contract id=\"x\" kind=\"nda\" title=\"N\" effective=\"2020-01-01\">"
                                "<clause number=\"1\" type=\"audit-right\"><text>x</text></clause></contract></dossier>";
    struct world *w = world_new(NULL);
    world_check(w, "one", witness);
    world_check(w, "two", "local out = {} for a in s.assets:each() do out[#out + 1] = fail('bad', { at = a }) end return out");
    cr_assert(world_load(w, NULL));
    char *first = world_text(world_judge(w, world_dossier, "2026-04-01"));
    char *again = world_text(world_judge(w, world_dossier, "2026-04-01"));
    world_judge(w, other, "2025-01-01");
    char *after = world_text(world_judge(w, world_dossier, "2026-04-01"));
    cr_expect_str_eq(first, again);
    cr_expect_str_eq(first, after);
    free(first);
    free(again);
    free(after);
    world_free(w);
}

Test(sandbox, judging_under_the_count_hook_gives_the_same_bytes)
{
    struct world *w = world_new(NULL);
    world_check(w, "one", witness);
    world_check(w, "two", "local e = s.certificates[1].expires return e < s.as_of + days(30) and fail 'bad' or pass { at = s.assets[1] }");
    cr_assert(world_load(w, NULL));
    char *fast = world_text(world_judge(w, world_dossier, "2026-04-01"));
    struct sandbox *s = w->judge->sandbox;
    cr_expect(s->has_timer);
    s->has_timer = false; /* as on a system that has none to give */
    char *counted = world_text(world_judge(w, world_dossier, "2026-04-01"));
    cr_expect(s->counted);
    cr_expect_str_eq(fast, counted);
    s->has_timer = true;
    free(fast);
    free(counted);
    world_free(w);
}

/* Long enough to be judged twice, within the budget: the second time counts, and the verdict is the rule's own. */
Test(sandbox, a_rule_that_takes_long_but_ends_is_judged_to_its_end)
{
    struct world *w = world_new(NULL);
    world_check(w, "long", "local n = 0 for i = 1, 8000000 do n = n + 1 end if n == 8000000 then return pass() end return fail 'bad'");
    world_check(w, "other", witness);
    cr_assert(world_load(w, NULL));
    const struct result *r = world_judge(w, world_dossier, "2026-04-01");
    cr_expect_eq(world_judgement(r, "long")->outcome, OUTCOME_PASS);
    cr_expect_eq(world_judgement(r, "other")->outcome, OUTCOME_FAIL);
    cr_expect(w->judge->sandbox->counted, "the first attempt was thrown away");
    world_free(w);
}
