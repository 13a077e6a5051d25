/* The parts of a Word file: the input is a text in which lines "==== NAME" begin them. What every package has is added
 * when it is not there, so that mutations reach the parts. */
#include "fuzz.h"

#include <string.h>

enum { MOST = 12 };

#define PACKAGE "http://schemas.openxmlformats.org/package/2006/"
#define OFFICE "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"

static const struct {
    const char *name, *text;
} usual[] = {
    {"[Content_Types].xml",
     "<Types xmlns=\"" PACKAGE "content-types\"><Override PartName=\"/word/document.xml\" ContentType=\"application/vnd."
     "openxmlformats-officedocument.wordprocessingml.document.main+xml\"/></Types>"},
    {"_rels/.rels",
     "<Relationships xmlns=\"" PACKAGE "relationships\"><Relationship Id=\"a\" Type=\"" OFFICE
     "officeDocument\" Target=\"word/document.xml\"/></Relationships>"},
    {"word/_rels/document.xml.rels",
     "<Relationships xmlns=\"" PACKAGE "relationships\"><Relationship Id=\"a\" Type=\"" OFFICE
     "styles\" Target=\"styles.xml\"/><Relationship Id=\"b\" Type=\"" OFFICE
     "numbering\" Target=\"numbering.xml\"/></Relationships>"},
};

static bool has(const struct fuzz_member *members, size_t count, const char *name)
{
    for (size_t i = 0; i < count; i++)
        if (strcmp(members[i].name, name) == 0)
            return true;
    return false;
}

int LLVMFuzzerTestOneInput(const uint8_t *at, size_t len)
{
    struct fuzz_member members[MOST + sizeof usual / sizeof *usual];
    size_t count = fuzz_members(at, len, members, MOST);
    for (size_t i = 0; i < sizeof usual / sizeof *usual; i++)
        if (!has(members, count, usual[i].name))
            members[count++] = (struct fuzz_member){usual[i].name, usual[i].text, strlen(usual[i].text)};
    struct buffer file;
    fuzz_zip(&file, members, count);
    fuzz_document("x.docx", (const uint8_t *)file.at, file.len);
    buffer_free(&file);
    return 0;
}
