/* A Lua state that rules cannot leave. Private to the rules floor.
 *
 * What a rule can call is an allow-list; what it can change is its own locals; what it can use up is bounded:
 *   memory        the region, with a cap on one block
 *   instructions  a count hook, in a second attempt only (see below)
 *   work in C     every library function charges what it does to a counter
 * A rule that goes over is ended by an error that nothing in the sandbox can catch: there is no pcall.
 *
 * The count hook costs a quarter of the speed, so the first attempt runs without it, watched by a repeating CPU timer.
 * A subject that takes longer than a few ticks is judged again from the image with the hook, so that the verdict
 * depends on the number of instructions and not on the clock. Under the hook the clock is a last resort against single
 * instructions that take long, such as comparing long texts; it gives the same error.
 *
 * All functions that take a lua_State and end in L may raise: call them protected. */
#ifndef KIJUN_RULES_SANDBOX_H
#define KIJUN_RULES_SANDBOX_H

#include <lua.h>
#include <lauxlib.h>
#include <signal.h>
#include <stdbool.h>
#include <stdint.h>
#include <sys/types.h>
#include <time.h>

#include "base/arena.h"
#include "base/fault.h"
#include "rules/region.h"

enum {
    SANDBOX_TICK = 4000000,       /* nanoseconds of CPU time between ticks of the timer */
    SANDBOX_FAST_TICKS = 2,       /* of one subject without the hook */
    SANDBOX_COUNTED_TICKS = 150,  /* of one rule under the hook */
    SANDBOX_HOOK_STEP = 1000,
    SANDBOX_CHARGE = 20000000,    /* units of work in C of one rule; a unit is about a byte copied or a key compared */
    SANDBOX_TEXT = 1024 * 1024,   /* bytes of the longest text that a library function makes */
    SANDBOX_DUMP = 2 * 1024 * 1024 /* bytes of the compiled code of one file */
};

/* Why the rule that is running was ended by the sandbox; it stays until sandbox_begin. */
enum sandbox_end { SANDBOX_RUNNING, SANDBOX_OVER_BUDGET, SANDBOX_SLOW };

struct sandbox {
    struct region *region;
    lua_State *L;
    void *owner;                    /* for bindings: the judge */
    void *patterns;                 /* compiled patterns, see sandbox_match.h */
    int64_t instructions;           /* left for this rule, under the hook */
    int64_t subject_instructions;   /* left for this subject, under the hook */
    int64_t charge;                 /* left for this rule */
    bool counted;                   /* under the hook */
    unsigned char *lines;           /* of the running code, marked as they are reached; NULL: nobody asks. The caller's */
    size_t line_count;
    int patience;                   /* ticks that one rule may take beyond, under the hook: reading a large subject
                                       takes time that is not the rule's */
    enum sandbox_end end;
    int where_line;                 /* of the last error, 0 when unknown */
    char where[160];                /* its chunk */
    bool has_timer;
    pid_t timer_owner;              /* timers are not inherited over fork */
    timer_t timer;
    volatile sig_atomic_t running, ticks, tick_limit;
};

/* Positions in the registry of what the bindings need often. */
enum {
    SANDBOX_REF_GLOBALS = LUA_RIDX_LAST + 1, /* the _ENV of rule files */
    SANDBOX_REF_FIRST_FREE
};

/* A state with the libraries in it; nothing else is loaded yet. NULL with *f set. */
struct sandbox *sandbox_new(size_t memory, struct fault *f);
void sandbox_free(struct sandbox *s);
static inline struct sandbox *sandbox_of(lua_State *L)
{
    return *(struct sandbox **)lua_getextraspace(L);
}

/* Makes the present state the image: collects garbage, then stops the collector for good. */
bool sandbox_freeze(struct sandbox *s);
/* Back to the image, with fresh budgets for a subject. */
void sandbox_restore(struct sandbox *s, bool counted, int64_t subject_instructions);
/* The subject is done: the timer rests. */
void sandbox_rest(struct sandbox *s);
/* Fresh budgets for the next rule. */
void sandbox_begin(struct sandbox *s, int64_t instructions);
/* lua_pcall under the budgets; records the place of an error in s->where. The status is lua_pcall's. */
int sandbox_call(struct sandbox *s, int arguments, int results);
/* Compiles source text and leaves the chunk on the stack, its _ENV set. A lua_load status. The caller makes sure that the
 * chunk does not write to its _ENV or hand it on: see chunk.h. */
int sandbox_compile(struct sandbox *s, const char *chunk_name, const char *source, size_t len);

/* The chunk at the top of the stack in a form that sandbox_undump takes; in the arena, NULL when memory is out. */
const char *sandbox_dump(struct sandbox *s, struct arena *arena, size_t *len);
/* As sandbox_compile, from what sandbox_dump gave. Never give it bytes from elsewhere: the Lua machine trusts them. */
int sandbox_undump(struct sandbox *s, const char *chunk_name, const char *dump, size_t len);

/* Takes `work` from the budget; raises when it is gone or when time is up. */
void sandbox_charge(lua_State *L, size_t work);
/* Adds a function to the globals that rules see. The function is at the top of the stack and is popped. */
void sandbox_define(lua_State *L, const char *name);
/* Replaces the table at the top by a frozen view: reads go through, writes raise, a name that is not there raises too. */
void sandbox_freeze_table(lua_State *L, const char *what);
/* Raises "`what` has no `name`", with a suggestion from the text keys of the table at `names`. */
int sandbox_no_such(lua_State *L, const char *what, const char *name, int names);
/* An address-free text for the value at `index`, pushed; for userdata what its __tostring says. */
const char *sandbox_text(lua_State *L, int index, size_t *len);

/* Libraries, each leaving its functions in the globals. */
void sandbox_open_base(lua_State *L);
void sandbox_open_math(lua_State *L);
void sandbox_open_table(lua_State *L);
void sandbox_open_string(lua_State *L);
void sandbox_open_match(lua_State *L);
/* Frees what sandbox_open_match keeps outside of the state. */
void sandbox_close_match(struct sandbox *s);

#endif
