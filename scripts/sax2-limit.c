/* The limit of what any program can do that lets libxml2 read every file: SAX2 with a context that is used again, handlers that
 * do nothing, reading the files included. One process, no report, no judgement.
 *
 * usage: sax2-limit FILE...      (or the names on standard input, each ended by NUL) */
#include <fcntl.h>
#include <libxml/parser.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { FILE_MOST = 16 * 1024 * 1024 };

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

static int parse(xmlParserCtxtPtr c, const char *path, char *room)
{
    int fd = open(path, O_RDONLY | O_CLOEXEC);
    ssize_t len = fd < 0 ? -1 : read(fd, room, FILE_MOST);
    if (fd >= 0)
        close(fd);
    if (len <= 0)
        return fprintf(stderr, "%s cannot be read\n", path), -1;
    xmlCtxtReadMemory(c, room, (int)len, NULL, NULL, XML_PARSE_NONET);
    return c->wellFormed ? 0 : (fprintf(stderr, "%s is not well-formed\n", path), -1);
}

int main(int argc, char **argv)
{
    xmlParserCtxtPtr c = xmlNewParserCtxt();
    char *room = malloc(FILE_MOST), *name = NULL;
    size_t size = 0;
    int failed = 0;
    if (!c || !room)
        return 2;
    memset(c->sax, 0, sizeof *c->sax);
    c->sax->initialized = XML_SAX2_MAGIC;
    c->sax->startElementNs = start;
    c->sax->endElementNs = end;
    c->sax->characters = c->sax->ignorableWhitespace = c->sax->cdataBlock = text;
    for (int i = 1; i < argc; i++)
        failed |= parse(c, argv[i], room);
    while (argc < 2 && getdelim(&name, &size, '\0', stdin) > 0)
        failed |= parse(c, name, room);
    return failed ? 1 : 0;
}
