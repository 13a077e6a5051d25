/* The functions of libxml2 that the readers call, loaded with the first document that needs them (base/library.h): most XML is
 * read without (xml_quick.c), and libxml2 brings ICU and the C++ library with it, which take the dynamic linker longer than
 * all else that a run with one document does. One that the linker misses gets a line here. */
#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>

#include "base/library.h"
#include "documents/xml_late.h"

#define SONAME "libxml2.so.2"

LATE(SONAME, const htmlEntityDesc *, htmlEntityLookup, (const xmlChar *name), (name), NULL)
LATE(SONAME, xmlParserCtxtPtr, xmlCreateMemoryParserCtxt, (const char *at, int len), (at, len), NULL)
LATE(SONAME, xmlDocPtr, xmlCtxtReadMemory,
     (xmlParserCtxtPtr c, const char *at, int len, const char *url, const char *encoding, int options),
     (c, at, len, url, encoding, options), NULL)
LATE(SONAME, int, xmlCtxtUseOptions, (xmlParserCtxtPtr c, int options), (c, options), -1)
LATE(SONAME, int, xmlDictSize, (xmlDictPtr dict), (dict), -1)
LATE_VOID(SONAME, xmlFreeDoc, (xmlDocPtr doc), (doc))
LATE_VOID(SONAME, xmlFreeParserCtxt, (xmlParserCtxtPtr c), (c))
LATE(SONAME, xmlEntityPtr, xmlGetPredefinedEntity, (const xmlChar *name), (name), NULL)
LATE_VOID(SONAME, xmlInitParser, (void), ())
LATE(SONAME, xmlParserCtxtPtr, xmlNewParserCtxt, (void), (), NULL)
LATE(SONAME, int, xmlParseDocument, (xmlParserCtxtPtr c), (c), -1)
LATE_VOID(SONAME, xmlSetExternalEntityLoader, (xmlExternalEntityLoader loader), (loader))
LATE_VOID(SONAME, xmlStopParser, (xmlParserCtxtPtr c), (c))

/* Nothing outside the file in hand is ever loaded. */
static xmlParserInputPtr deny_entity(const char *url, const char *id, xmlParserCtxtPtr c)
{
    (void)url, (void)id, (void)c;
    return NULL;
}

bool xml_ready(void)
{
    if (!library_load(SONAME))
        return false;
    xmlInitParser(); /* does its work once; safe to call again */
    xmlSetExternalEntityLoader(deny_entity);
    return true;
}
