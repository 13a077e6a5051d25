/* What compiled Lua code asks of its globals: read from the bytecode that Lua itself has just made of a text. */
#ifndef KIJUN_RULES_CHUNK_H
#define KIJUN_RULES_CHUNK_H

#include <lua.h>
#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"

enum { CHUNK_CONSTANTS = 250 }; /* most of one function: beyond 255 Lua 5.4.4 compiles some expressions wrongly */

struct chunk_global {
    const char *name;
    uint32_t line;
    bool set;               /* assigned to, not read */
    bool nested;            /* inside of a function, not at the top level of the file */
};

struct chunk_report {
    size_t count;
    struct chunk_global *globals; /* in the order of the code */
    uint32_t crowded_line;  /* of the first function with too many constants; 0: none */
    bool sound;             /* the bytecode was understood */
};

/* Looks at the function on top of the stack, a chunk just compiled with debug information. */
struct chunk_report chunk_globals(lua_State *L, struct arena *arena);

/* Marks in lines[1..count-1] every line on which a function of the chunk on top of the stack has something to run; lines
 * of the file itself, outside of functions, are not marked, nor is what no way leads to (the `end` behind a `return`).
 * false: the bytecode was not understood. */
bool chunk_lines(lua_State *L, struct arena *arena, unsigned char *lines, size_t count);

#endif
