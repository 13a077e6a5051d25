/* The format of lua_dump in Lua 5.4 (ldump.c) and of its instructions (lopcodes.h). Bytecode that others made is never
 * looked at: the sandbox loads text only. */
#include "rules/chunk.h"

#include <lauxlib.h>
#include <string.h>

#include "base/buffer.h"

enum {
    DUMP_BYTES = 2 * 1024 * 1024, DUMP_DEPTH = 200, GLOBALS = 2000,
    OP_GETUPVAL = 9, OP_SETUPVAL = 10, OP_GETTABUP = 11, OP_SETTABUP = 15, OP_JMP = 56, OP_TAILCALL = 69, /* lopcodes.h */
    OP_RETURN = 70, OP_RETURN0 = 71, OP_RETURN1 = 72, OP_VARARGPREP = 81,
    TAG_INTEGER = 3, TAG_SHORT = 4, TAG_FLOAT = 19, TAG_LONG = 20 /* lobject.h: type | variant << 4 */
};

struct dump {
    const unsigned char *at, *end;
    struct arena *arena;
    struct chunk_report *report;
    unsigned char *lines;            /* to be marked; NULL: not asked for */
    size_t line_count;
};

struct proto {
    uint32_t line;
    const unsigned char *code, *line_deltas;
    size_t code_size, constant_count, delta_count, depth;
    const char **constants;
    const unsigned char *absolute;   /* of the list of absolute lines */
    size_t absolute_count;
    int env;                         /* index of the upvalue _ENV; -1: has none */
};

static int write_dump(lua_State *L, const void *at, size_t len, void *ud)
{
    (void)L;
    buffer_add(ud, at, len);
    return 0;
}

static const unsigned char *take(struct dump *d, size_t len)
{
    const unsigned char *at = d->at;
    if ((size_t)(d->end - d->at) < len) {
        d->report->sound = false;
        d->at = d->end;
        return NULL;
    }
    d->at += len;
    return at;
}

static unsigned take_byte(struct dump *d)
{
    const unsigned char *at = take(d, 1);
    return at ? *at : 0;
}

/* Seven bits a byte, most significant first; the last byte has the high bit set. */
static size_t take_size(struct dump *d)
{
    size_t n = 0;
    while (d->report->sound) {
        unsigned byte = take_byte(d);
        n = n << 7 | (byte & 0x7F);
        if (byte & 0x80)
            break;
        if (n > DUMP_BYTES)
            d->report->sound = false;
    }
    return n;
}

static const char *take_string(struct dump *d)
{
    size_t size = take_size(d);
    const unsigned char *at = size ? take(d, size - 1) : NULL;
    return at ? arena_copy(d->arena, (const char *)at, size - 1) : NULL;
}

static void take_constants(struct dump *d, struct proto *p)
{
    p->constant_count = take_size(d);
    if (p->constant_count > CHUNK_CONSTANTS && !d->report->crowded_line)
        d->report->crowded_line = p->line ? p->line : 1;
    p->constants = arena_array(d->arena, p->constant_count + 1, sizeof *p->constants);
    d->report->sound = d->report->sound && p->constants;
    for (size_t i = 0; i < p->constant_count && d->report->sound; i++)
        switch (take_byte(d)) {
        case TAG_INTEGER: case TAG_FLOAT:
            take(d, 8);
            break;
        case TAG_SHORT: case TAG_LONG:
            p->constants[i] = take_string(d);
            break;
        default: /* nil, false, true: the tag says it all */
            break;
        }
}

static void take_debug(struct dump *d, struct proto *p)
{
    p->delta_count = take_size(d);
    p->line_deltas = take(d, p->delta_count);
    p->absolute_count = take_size(d);
    p->absolute = d->at;
    for (size_t i = 0; i < p->absolute_count && d->report->sound; i++) {
        take_size(d);
        take_size(d);
    }
    size_t locals = take_size(d);
    for (size_t i = 0; i < locals && d->report->sound; i++) {
        take_string(d);
        take_size(d);
        take_size(d);
    }
    size_t upvalues = take_size(d);
    p->env = -1;
    for (size_t i = 0; i < upvalues && d->report->sound; i++) {
        const char *name = take_string(d);
        if (name && !strcmp(name, "_ENV"))
            p->env = (int)i;
    }
}

/* The line of an absolute entry for this instruction, when there is one. */
static bool absolute_line(const struct dump *d, const struct proto *p, size_t pc, uint32_t *line)
{
    struct dump list = {.at = p->absolute, .end = d->end, .arena = d->arena, .report = d->report};
    for (size_t i = 0; i < p->absolute_count; i++) {
        size_t at = take_size(&list), its = take_size(&list);
        if (at == pc) {
            *line = (uint32_t)its;
            return true;
        }
    }
    return false;
}

static void add_global(struct dump *d, const struct proto *p, const char *name, uint32_t line, bool set)
{
    struct chunk_report *r = d->report;
    if (r->count < GLOBALS && name)
        r->globals[r->count++] = (struct chunk_global){name, line, set, p->depth > 0};
}

static bool returns(unsigned op)
{
    return op == OP_RETURN || op == OP_RETURN0 || op == OP_RETURN1;
}

/* Lua ends every function with a return of its own, follows a tail call by another, and leaves a `then` that returns by a
 * jump: of these no one can say that they were left out. */
static void mark_line(struct dump *d, const struct proto *p, size_t pc, unsigned op, unsigned before, uint32_t line)
{
    bool dead = (returns(op) && (before == OP_TAILCALL || pc + 1 == p->code_size)) || (op == OP_JMP && returns(before));
    if (d->lines && p->depth && !dead && op != OP_VARARGPREP && line < d->line_count)
        d->lines[line] = 1;
}

static void scan_code(struct dump *d, const struct proto *p)
{
    uint32_t line = p->line;
    unsigned before = OP_VARARGPREP;
    for (size_t pc = 0; pc < p->code_size; pc++) {
        uint32_t i;
        memcpy(&i, p->code + 4 * pc, sizeof i);
        unsigned op = i & 0x7F, a = i >> 7 & 0xFF, b = i >> 16 & 0xFF, c = i >> 24;
        signed char delta = pc < p->delta_count ? (signed char)p->line_deltas[pc] : 0;
        if (delta != -0x80)
            line = (uint32_t)((int64_t)line + delta);
        else
            absolute_line(d, p, pc, &line);
        mark_line(d, p, pc, op, before, line);
        before = op;
        bool get = op == OP_GETTABUP && (int)b == p->env, set = op == OP_SETTABUP && (int)a == p->env;
        unsigned k = get ? c : b;
        if ((op == OP_GETUPVAL || op == OP_SETUPVAL) && (int)b == p->env)
            add_global(d, p, "_ENV", line, op == OP_SETUPVAL);
        if ((get || set) && k < p->constant_count)
            add_global(d, p, p->constants[k], line, set);
    }
}

static void take_function(struct dump *d, size_t depth)
{
    struct proto p = {.depth = depth};
    if (depth > DUMP_DEPTH)
        d->report->sound = false;
    take_string(d);
    p.line = (uint32_t)take_size(d);
    take_size(d);
    take(d, 3); /* parameters, vararg, stack size */
    p.code_size = take_size(d);
    p.code = take(d, 4 * p.code_size);
    take_constants(d, &p);
    size_t upvalues = take_size(d);
    take(d, 3 * upvalues);
    size_t children = take_size(d);
    for (size_t i = 0; i < children && d->report->sound; i++)
        take_function(d, depth + 1);
    take_debug(d, &p);
    if (d->report->sound)
        scan_code(d, &p);
}

static bool take_header(struct dump *d)
{
    /* signature, version, format, check bytes, sizes of an instruction, an integer and a number */
    static const unsigned char head[] = "\x1bLua\x54\0\x19\x93\r\n\x1a\n\x04\x08\x08";
    const unsigned char *at = take(d, sizeof head - 1);
    take(d, 16); /* a sample integer and number */
    take(d, 1);  /* number of upvalues */
    return at && !memcmp(at, head, sizeof head - 1);
}

static struct chunk_report scan(lua_State *L, struct arena *arena, unsigned char *lines, size_t line_count)
{
    struct chunk_report r = {.sound = true};
    struct buffer bytes;
    buffer_init(&bytes, DUMP_BYTES);
    r.globals = arena_array(arena, GLOBALS, sizeof *r.globals);
    if (!r.globals || lua_dump(L, write_dump, &bytes, 0) || bytes.failed)
        r.sound = false;
    else {
        const unsigned char *at = (const unsigned char *)bytes.at;
        struct dump d = {at, at + bytes.len, arena, &r, lines, line_count};
        if (take_header(&d))
            take_function(&d, 0);
        else
            r.sound = false;
    }
    buffer_free(&bytes);
    return r;
}

struct chunk_report chunk_globals(lua_State *L, struct arena *arena)
{
    return scan(L, arena, NULL, 0);
}

bool chunk_lines(lua_State *L, struct arena *arena, unsigned char *lines, size_t count)
{
    return scan(L, arena, lines, count).sound;
}
