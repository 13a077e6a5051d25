/* How fast documents are loaded, against the bare parser and against building the parser's own tree.
 *
 *     make bench-loader FILES="a.xml b.xml" [ROUNDS=200]
 *
 * Three readers take turns on the same files in memory: libxml2's SAX2 with handlers that do nothing, the loader, and
 * libxml2's DOM (what xmllint --noout does). The shortest time of all rounds counts: the machine may have other work. */
#include <libxml/parser.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "documents/loader.h"

struct input {
    const char *name;
    char *at;
    size_t len;
};

static double now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static bool read_input(struct input *in, const char *name)
{
    FILE *f = fopen(name, "rb");
    in->name = name;
    in->at = malloc(LOAD_FILE_BYTES);
    in->len = f && in->at ? fread(in->at, 1, LOAD_FILE_BYTES, f) : 0;
    if (f)
        fclose(f);
    return in->len > 0;
}

static void start(void *c, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri, int n, const xmlChar **ns, int count,
                  int defaulted, const xmlChar **attributes)
{
    (void)c, (void)name, (void)prefix, (void)uri, (void)n, (void)ns, (void)count, (void)defaulted, (void)attributes;
}

static void end(void *c, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri)
{
    (void)c, (void)name, (void)prefix, (void)uri;
}

static void text(void *c, const xmlChar *at, int len)
{
    (void)c, (void)at, (void)len;
}

static bool bare(const struct input *in)
{
    xmlParserCtxtPtr c = xmlNewParserCtxt();
    memset(c->sax, 0, sizeof *c->sax);
    c->sax->initialized = XML_SAX2_MAGIC;
    c->sax->startElementNs = start;
    c->sax->endElementNs = end;
    c->sax->characters = c->sax->ignorableWhitespace = c->sax->cdataBlock = text;
    xmlCtxtReadMemory(c, in->at, (int)in->len, NULL, NULL, XML_PARSE_NONET);
    bool ok = c->wellFormed;
    xmlFreeParserCtxt(c);
    return ok;
}

static bool tree(const struct input *in)
{
    xmlDocPtr d = xmlReadMemory(in->at, (int)in->len, NULL, NULL, XML_PARSE_NONET);
    xmlFreeDoc(d);
    return d != NULL;
}

static struct loader *loader;
static struct arena *arena;

static bool load(const struct input *in)
{
    struct subject *s = NULL;
    struct fault f;
    fault_clear(&f);
    arena_reset(arena);
    return loader_memory(loader, arena, in->name, in->at, in->len, &s, &f) == 0;
}

/* One round over all files; the time that it took. */
static double run(bool (*read)(const struct input *), const struct input *in, size_t count)
{
    double begin = now();
    for (size_t i = 0; i < count; i++)
        if (!read(&in[i]))
            fprintf(stderr, "%s was refused\n", in[i].name), exit(1);
    return now() - begin;
}

int main(int argc, char **argv)
{
    static bool (*const readers[])(const struct input *) = { bare, load, tree };
    static const char *const names[] = { "bare SAX2", "loader", "DOM" };
    int rounds = argc > 1 ? atoi(argv[1]) : 0;
    size_t count = argc > 2 ? (size_t)argc - 2 : 0, bytes = 0;
    double best[3] = { 1e9, 1e9, 1e9 };
    struct input *in = calloc(count ? count : 1, sizeof *in);
    loader = loader_new();
    arena = arena_new(LOAD_ARENA_BYTES);
    if (rounds < 1 || !count || !in || !loader || !arena) {
        fprintf(stderr, "usage: bench-loader ROUNDS FILE...\n");
        return 2;
    }
    for (size_t i = 0; i < count; i++) {
        if (!read_input(&in[i], argv[i + 2]))
            return fprintf(stderr, "%s cannot be read\n", argv[i + 2]), 2;
        bytes += in[i].len;
    }
    for (int r = 0; r < rounds; r++)
        for (int k = 0; k < 3; k++) {
            double took = run(readers[k], in, count);
            best[k] = took < best[k] ? took : best[k];
        }
    printf("%zu files, %zu bytes, best of %d rounds\n", count, bytes, rounds);
    for (int k = 0; k < 3; k++)
        printf("%-10s %8.1f MB/s  %8.1f us a file\n", names[k], (double)bytes / best[k] / 1e6, best[k] / (double)count * 1e6);
    for (size_t i = 0; i < count; i++)
        free(in[i].at);
    free(in);
    loader_free(loader);
    arena_free(arena);
    return 0;
}
