/* What has to be there before a process that reads documents is confined. */
#include <fcntl.h>
#include <string.h>
#include <strings.h>

#include "base/file.h"
#include "base/text.h"
#include "documents/load.h"
#include "documents/xml_late.h"
#include "documents/zip_late.h"

enum { PLAIN_BYTES = 1024 * 1024, DECLARATION = 200 /* bytes in which XML names its encoding */ };

/* True if the text is UTF-8 and says nothing else of itself, and its reader can do without libxml2. */
static bool is_plain(const char *name, const char *at, size_t len)
{
    enum sniffed kind = load_sniff(name, at, len);
    if (kind != SNIFF_SUPPLIER && kind != SNIFF_DOSSIER && kind != SNIFF_XML && kind != SNIFF_TEXT)
        return false;
    size_t front = len < DECLARATION ? len : DECLARATION;
    const char *named = memmem(at, front, "encoding", strlen("encoding"));
    if (named && strncasecmp(named + strlen("encoding") + 2, "utf-8", strlen("utf-8")) != 0)
        return false;
    return text_is_utf8(at, len);
}

static bool is_plain_file(const char *path)
{
    struct buffer text;
    struct fault ignored = {.id = FAULT_NONE};
    buffer_init(&text, PLAIN_BYTES);
    bool plain = file_read(AT_FDCWD, path, path, PLAIN_BYTES, &text, &ignored) == 0 && text.len > 2 &&
                 is_plain(path, text.at, text.len);
    buffer_free(&text);
    return plain;
}

void loader_prepare(void)
{
    zip_ready(); /* without it, what needs it says so */
    xml_ready();
}

bool loader_plain(const char *const *paths)
{
    return paths[0] && !paths[1] && is_plain_file(paths[0]);
}
