#include "batch/output.h"

#include <string.h>

#include "support/support.h"

static char name[REPORT_NAME];

static const char *named(const char *id)
{
    report_base_name(id, name);
    return name;
}

Test(report_name, the_id_of_a_supplier_is_its_file_name)
{
    same_text(named("acme"), "acme");
    same_text(named("ACME-01_b.v2"), "ACME-01_b.v2");
}

Test(report_name, a_path_becomes_one_name_with_a_hash)
{
    has_text(named("contracts/nda.docx"), "contracts_nda.docx~");
    cr_assert_null(strchr(name, '/'));
    cr_assert_eq(strlen(name), strlen("contracts_nda.docx~") + 16);
}

Test(report_name, letters_of_other_scripts_stay_readable)
{
    same_text(named("秘密保持契約書"), "秘密保持契約書");
}

Test(report_name, names_that_look_alike_after_escaping_differ)
{
    char one[REPORT_NAME];
    report_base_name("a/b", one);
    cr_assert_str_neq(one, named("a b"));
    cr_assert_str_neq(one, named("a_b"));
    cr_assert_str_neq(one, named("a//b"));
}

Test(report_name, no_id_can_name_a_file_elsewhere_or_a_hidden_one)
{
    static const char *const ids[] = {"..", ".", "", "../../etc/passwd", ".kijun-lock", "/", "a\nb", "\xff\xfe",
                                      ("\xe2\x80\xae" "fdp.exe"), "a\001"};
    for (size_t i = 0; i < sizeof ids / sizeof *ids; i++) {
        named(ids[i]);
        cr_assert(name[0] && name[0] != '.', "id %zu", i);
        cr_assert_null(strchr(name, '/'), "id %zu", i);
        cr_assert_not_null(strchr(name, '~'), "id %zu", i);
        for (const char *c = name; *c; c++)
            cr_assert((unsigned char)*c > ' ' && *c != 127, "id %zu", i);
    }
}

Test(report_name, a_long_id_is_cut_at_a_character_and_stays_its_own)
{
    char id[4000] = "", other[REPORT_NAME];
    size_t len = 0;
    for (int i = 0; i < 300; i++, len += strlen("契"))
        memcpy(id + len, "契", sizeof "契");
    report_base_name(id, other);
    cr_assert_lt(strlen(other), (size_t)200);
    memcpy(id + len, "約", sizeof "約");
    cr_assert_str_neq(other, named(id));
    cr_assert_eq(strlen(name), strlen(other));
}
