#include "rules/sandbox.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/buffer.h"
#include "base/text.h"

/* ---- budgets ---- */

static int end_rule(lua_State *L, enum sandbox_end why)
{
    struct sandbox *s = sandbox_of(L);
    if (!s->end)
        s->end = why;
    return luaL_error(L, why == SANDBOX_SLOW ? "out of time" : "over the instruction budget");
}

static void mark_line(struct sandbox *s, int line)
{
    if (s->lines && line > 0 && (size_t)line < s->line_count)
        s->lines[line] = 1;
}

/* Once a limit has tripped every further instruction trips it again. */
static void count_hook(lua_State *L, lua_Debug *ar)
{
    struct sandbox *s = sandbox_of(L);
    if (ar->event == LUA_HOOKLINE) {
        mark_line(s, ar->currentline);
        return;
    }
    s->instructions -= SANDBOX_HOOK_STEP;
    s->subject_instructions -= SANDBOX_HOOK_STEP;
    if (s->end || s->instructions < 0 || s->subject_instructions < 0 || s->ticks >= s->tick_limit) {
        lua_sethook(L, count_hook, LUA_MASKCOUNT, 1);
        end_rule(L, SANDBOX_OVER_BUDGET);
    }
}

static void stop_hook(lua_State *L, lua_Debug *ar)
{
    (void)ar;
    end_rule(L, sandbox_of(L)->counted ? SANDBOX_OVER_BUDGET : SANDBOX_SLOW);
}

void sandbox_charge(lua_State *L, size_t work)
{
    struct sandbox *s = sandbox_of(L);
    s->charge -= (int64_t)work;
    if (s->end || s->charge < 0)
        end_rule(L, SANDBOX_OVER_BUDGET);
    if (s->ticks >= s->tick_limit)
        end_rule(L, s->counted ? SANDBOX_OVER_BUDGET : SANDBOX_SLOW);
}

/* Runs in a signal handler: touches flags, and calls lua_sethook, which Lua allows there (manual 4.7). */
static void on_tick(int signal, siginfo_t *info, void *context)
{
    (void)signal, (void)context;
    struct sandbox *s = info->si_value.sival_ptr;
    if (info->si_code != SI_TIMER || !s || !s->running)
        return;
    if (s->ticks < s->tick_limit)
        s->ticks++;
    if (s->ticks >= s->tick_limit)
        lua_sethook(s->L, stop_hook, LUA_MASKCALL | LUA_MASKRET | LUA_MASKCOUNT, 1);
}

/* Without a timer (a system that has none to give) everything runs under the count hook. */
static void make_timer(struct sandbox *s)
{
    struct sigaction act = {.sa_flags = SA_SIGINFO | SA_RESTART};
    act.sa_sigaction = on_tick;
    sigemptyset(&act.sa_mask);
    struct sigevent event = {.sigev_notify = SIGEV_SIGNAL, .sigev_signo = SIGPROF};
    event.sigev_value.sival_ptr = s;
    s->timer_owner = getpid();
    s->has_timer = !sigaction(SIGPROF, &act, NULL) && !timer_create(CLOCK_PROCESS_CPUTIME_ID, &event, &s->timer);
}

static void run_timer(struct sandbox *s, long every)
{
    struct itimerspec spec = {.it_interval.tv_nsec = every, .it_value.tv_nsec = every};
    if (s->has_timer && timer_settime(s->timer, 0, &spec, NULL)) {
        timer_delete(s->timer);
        s->has_timer = false;
    }
}

/* ---- frozen tables and names ---- */

static int read_only(lua_State *L)
{
    const char *what = lua_tostring(L, lua_upvalueindex(1));
    return luaL_error(L, "%s cannot be changed", what);
}

static int by_bytes(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* The names are put in order first: that of a Lua table differs from run to run, and two may be equally near. */
int sandbox_no_such(lua_State *L, const char *what, const char *name, int names)
{
    enum { NAMES = 128 };
    const char *known[NAMES];
    size_t count = 0;
    names = lua_absindex(L, names);
    for (lua_pushnil(L); lua_next(L, names); lua_pop(L, 1))
        if (lua_type(L, -2) == LUA_TSTRING && count < NAMES)
            known[count++] = lua_tostring(L, -2);
    qsort(known, count, sizeof *known, by_bytes);
    const char *near = text_suggest(name, known, count);
    if (near)
        return luaL_error(L, "%s has no '%s': did you mean '%s'?", what, name, near);
    return luaL_error(L, "%s has no '%s'", what, name);
}

/* __index of a frozen table: upvalues are the contents and what it is called. */
static int read_frozen(lua_State *L)
{
    lua_settop(L, 2);
    lua_pushvalue(L, 2);
    lua_rawget(L, lua_upvalueindex(1));
    if (!lua_isnil(L, -1))
        return 1;
    size_t len;
    const char *name = lua_type(L, 2) == LUA_TSTRING ? lua_tolstring(L, 2, &len) : "?";
    return sandbox_no_such(L, lua_tostring(L, lua_upvalueindex(2)), name, lua_upvalueindex(1));
}

/* Makes metatable { __index = contents with a __index of its own that raises }: a name that is there costs no call. */
void sandbox_freeze_table(lua_State *L, const char *what)
{
    int contents = lua_gettop(L);
    lua_createtable(L, 0, 2);
    lua_pushvalue(L, contents);
    lua_pushstring(L, what);
    lua_pushcclosure(L, read_frozen, 2);
    lua_setfield(L, -2, "__index");
    lua_setmetatable(L, contents);

    lua_newtable(L); /* the view: always empty */
    lua_createtable(L, 0, 2);
    lua_pushvalue(L, contents);
    lua_setfield(L, -2, "__index");
    lua_pushstring(L, what);
    lua_pushcclosure(L, read_only, 1);
    lua_setfield(L, -2, "__newindex");
    lua_setmetatable(L, -2);
    lua_replace(L, contents);
}

void sandbox_define(lua_State *L, const char *name)
{
    lua_rawgeti(L, LUA_REGISTRYINDEX, SANDBOX_REF_GLOBALS);
    lua_insert(L, -2);
    lua_pushstring(L, name);
    lua_insert(L, -2);
    lua_rawset(L, -3);
    lua_pop(L, 1);
}

/* ---- life ---- */

/* Reports where an error came from: the innermost level that is Lua code. */
static int note_place(lua_State *L)
{
    struct sandbox *s = sandbox_of(L);
    lua_Debug ar;
    s->where[0] = '\0';
    s->where_line = 0;
    for (int level = 0; lua_getstack(L, level, &ar); level++)
        if (lua_getinfo(L, "Sl", &ar) && ar.currentline > 0) {
            snprintf(s->where, sizeof s->where, "%s", ar.source + (*ar.source == '@'));
            s->where_line = ar.currentline;
            break;
        }
    return 1;
}

/* Rules read globals straight from their table, with no view in between. They cannot write to it: a chunk that names
 * _ENV or sets a global is refused before it runs (chunk.c), and no function hands the table out. New names would raise
 * all the same. */
static void guard_globals(lua_State *L)
{
    lua_createtable(L, 0, 2);
    lua_pushvalue(L, -2);
    lua_pushliteral(L, "the rule interface");
    lua_pushcclosure(L, read_frozen, 2);
    lua_setfield(L, -2, "__index");
    lua_pushliteral(L, "the rule interface");
    lua_pushcclosure(L, read_only, 1);
    lua_setfield(L, -2, "__newindex");
    lua_setmetatable(L, -2);
    lua_pop(L, 1);
}

static int open_libraries(lua_State *L)
{
    lua_newtable(L);
    lua_pushvalue(L, -1);
    lua_rawseti(L, LUA_REGISTRYINDEX, SANDBOX_REF_GLOBALS);
    sandbox_open_base(L);
    sandbox_open_math(L);
    sandbox_open_table(L);
    sandbox_open_string(L);
    sandbox_open_match(L);
    guard_globals(L);
    /* The table that Lua itself made for globals is reachable by nothing. */
    lua_pushnil(L);
    lua_rawseti(L, LUA_REGISTRYINDEX, LUA_RIDX_GLOBALS);
    return 0;
}

struct sandbox *sandbox_new(size_t memory, struct fault *f)
{
    struct sandbox *s = calloc(1, sizeof *s);
    if (s)
        s->region = region_new(memory);
    if (s && s->region)
        s->L = lua_newstate(region_alloc, s->region);
    if (!s || !s->L) {
        fault_set(f, FAULT_MEMORY);
        sandbox_free(s);
        return NULL;
    }
    *(struct sandbox **)lua_getextraspace(s->L) = s;
    /* Loading rules is counted: there is no second attempt, and the timer rests. */
    s->counted = true;
    s->subject_instructions = INT64_MAX;
    s->charge = SANDBOX_CHARGE;
    s->tick_limit = SANDBOX_COUNTED_TICKS;
    lua_pushcfunction(s->L, open_libraries);
    if (lua_pcall(s->L, 0, 0, 0) != LUA_OK) {
        fault_set(f, FAULT_MEMORY);
        sandbox_free(s);
        return NULL;
    }
    make_timer(s);
    return s;
}

void sandbox_free(struct sandbox *s)
{
    if (!s)
        return;
    s->running = 0;
    if (s->has_timer && s->timer_owner == getpid())
        timer_delete(s->timer);
    sandbox_close_match(s);
    region_free(s->region); /* the state is inside; it owns nothing else, so lua_close has nothing to do */
    free(s);
}

bool sandbox_freeze(struct sandbox *s)
{
    lua_settop(s->L, 0);
    lua_gc(s->L, LUA_GCCOLLECT);
    lua_gc(s->L, LUA_GCCOLLECT);
    lua_gc(s->L, LUA_GCSTOP);
    return region_take_image(s->region);
}

void sandbox_restore(struct sandbox *s, bool counted, int64_t subject_instructions)
{
    s->running = 0;
    region_restore(s->region);
    if (s->timer_owner != getpid())
        make_timer(s);
    run_timer(s, SANDBOX_TICK);
    s->counted = counted || !s->has_timer || s->lines;
    s->subject_instructions = subject_instructions;
    s->tick_limit = s->counted ? SANDBOX_COUNTED_TICKS + s->patience : SANDBOX_FAST_TICKS;
    s->ticks = 0;
}

void sandbox_rest(struct sandbox *s)
{
    s->running = 0;
    run_timer(s, 0);
}

void sandbox_begin(struct sandbox *s, int64_t instructions)
{
    s->instructions = instructions;
    s->charge = SANDBOX_CHARGE;
    s->end = SANDBOX_RUNNING;
    if (s->counted)
        s->ticks = 0;
    region_exhausted(s->region);
}

int sandbox_call(struct sandbox *s, int arguments, int results)
{
    int handler = lua_gettop(s->L) - arguments;
    lua_pushcfunction(s->L, note_place);
    lua_insert(s->L, handler);
    if (s->counted)
        lua_sethook(s->L, count_hook, LUA_MASKCOUNT | (s->lines ? LUA_MASKLINE : 0), SANDBOX_HOOK_STEP);
    s->running = 1;
    int status = lua_pcall(s->L, arguments, results, handler);
    s->running = 0;
    if (lua_gethook(s->L))
        lua_sethook(s->L, NULL, 0, 0);
    lua_remove(s->L, handler);
    return status;
}

static int compile(struct sandbox *s, const char *chunk_name, const char *at, size_t len, const char *mode)
{
    int status = luaL_loadbufferx(s->L, at, len, chunk_name, mode);
    if (status == LUA_OK) {
        lua_rawgeti(s->L, LUA_REGISTRYINDEX, SANDBOX_REF_GLOBALS);
        lua_setupvalue(s->L, -2, 1);
    }
    return status;
}

int sandbox_compile(struct sandbox *s, const char *chunk_name, const char *source, size_t len)
{
    return compile(s, chunk_name, source, len, "t");
}

int sandbox_undump(struct sandbox *s, const char *chunk_name, const char *dump, size_t len)
{
    return compile(s, chunk_name, dump, len, "b");
}

static int write_dump(lua_State *L, const void *at, size_t len, void *out)
{
    (void)L;
    buffer_add(out, at, len);
    return 0;
}

const char *sandbox_dump(struct sandbox *s, struct arena *arena, size_t *len)
{
    struct buffer b;
    buffer_init(&b, SANDBOX_DUMP);
    const char *copy = NULL;
    if (!lua_dump(s->L, write_dump, &b, 0) && !b.failed)
        copy = arena_copy(arena, b.at, b.len);
    *len = b.len;
    buffer_free(&b);
    return copy;
}
