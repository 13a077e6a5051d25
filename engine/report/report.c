/* The table of formats. */
#include "report/report.h"

#include <string.h>

#include "report/renderers.h"

const struct report_format report_formats[] = {
    {"text", "txt", {"plain text for terminals and mail", "端末・メール向けのテキスト"}, text_supplier, text_run},
    {"json", "json", {"JSON with everything, in both languages", "全項目・両言語を含むJSON"}, json_supplier, json_run},
    {"xml", "xml", {"XML with a schema", "スキーマ付きXML"}, xml_supplier, xml_run},
    {"html", "html", {"one self-contained page for screen, phone and paper", "画面・携帯・印刷に対応した単独のHTML"},
     html_supplier, html_run},
    {NULL, NULL, {NULL, NULL}, NULL, NULL},
};

const struct report_format *report_format_named(const char *name)
{
    for (const struct report_format *f = report_formats; f->name; f++)
        if (strcmp(f->name, name) == 0) return f;
    return NULL;
}
