#include "documents/model.h"

const char *format_name(enum document_format f)
{
    static const char *const names[] = {[FORMAT_XML] = "xml",          [FORMAT_DOCX] = "docx", [FORMAT_ODT] = "odt",
                                        [FORMAT_HTML] = "html",        [FORMAT_AKOMA] = "akoma-ntoso",
                                        [FORMAT_TEXT] = "text",        [FORMAT_XLSX] = "xlsx", [FORMAT_CSV] = "csv",
                                        [FORMAT_ATTACHMENT] = "attachment"};
    return names[f];
}

bool format_is_prose(enum document_format f)
{
    return f != FORMAT_XML && f != FORMAT_ATTACHMENT && !format_is_sheet(f);
}

bool format_is_sheet(enum document_format f)
{
    return f == FORMAT_XLSX || f == FORMAT_CSV;
}

bool format_in_paragraphs(enum document_format f)
{
    return f == FORMAT_DOCX || f == FORMAT_ODT;
}
