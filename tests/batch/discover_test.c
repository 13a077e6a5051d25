#include "batch/discover.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "support/support.h"

#define PROFILE "<supplier xmlns=\"urn:kijun:1\" id=\"a\" name=\"A\"/>"
#define DOSSIER "<dossier xmlns=\"urn:kijun:1\">" PROFILE "</dossier>"

static struct folder at;

static void setup(void) { folder_make(&at); }
static void teardown(void) { folder_remove(&at); }
TestSuite(discover, .init = setup, .fini = teardown);

enum { MOST = 16 };

struct seen {
    size_t count;
    char names[MOST][128];          /* below the folder */
    enum fault_id faults[MOST];
    bool lone[MOST];
    uint64_t links, unread;
    char first_unread[128];
};

static const char *below(const char *path)
{
    return strlen(path) > strlen(at.path) ? path + strlen(at.path) + 1 : ".";
}

static struct seen discover(const char *skip)
{
    struct seen s = {0};
    const char *const paths[] = {at.path, NULL}, *first;
    struct discovery *d = discovery_new(paths, skip);
    struct found f;
    while (discovery_next(d, &f) == 1) {
        cr_assert_lt(s.count, MOST);
        strncpy(s.names[s.count], below(f.path), sizeof s.names[0] - 1);
        s.lone[s.count] = f.lone;
        s.faults[s.count++] = f.fault.id;
    }
    s.links = discovery_links(d, &first);
    s.unread = discovery_unread(d, &first);
    if (s.unread)
        strncpy(s.first_unread, below(first), sizeof s.first_unread - 1);
    discovery_free(d);
    return s;
}

static int index_of(const struct seen *s, const char *name)
{
    for (size_t i = 0; i < s->count; i++)
        if (strcmp(s->names[i], name) == 0)
            return (int)i;
    return -1;
}

#define finds(s, name) cr_expect_geq(index_of((s), (name)), 0, "%s is no subject", (name))

Test(discover, a_folder_with_a_profile_is_one_subject_with_all_below)
{
    folder_put(&at, "s/profile.xml", PROFILE);
    folder_put(&at, "s/contracts/nda.txt", "NDA");
    folder_put(&at, "s/contracts/old.pdf", "%PDF-1.7");
    struct seen s = discover(NULL);
    cr_expect_eq(s.count, 1);
    finds(&s, "s");
    cr_expect_not(s.lone[0]);
}

Test(discover, each_loose_document_is_a_subject_and_notes_are_none)
{
    folder_put(&at, "a.txt", "Agreement");
    folder_put(&at, "b/c.docx", "PK");
    folder_put(&at, "list.csv", "a,b");
    folder_put(&at, ".hidden.txt", "no");
    folder_put(&at, "~$c.docx", "owner");
    struct seen s = discover(NULL);
    cr_expect_eq(s.count, 2);
    finds(&s, "a.txt");
    finds(&s, "b/c.docx");
    cr_expect(s.lone[0] && s.lone[1]);
}

Test(discover, a_loose_contract_that_is_not_read_is_a_subject_so_that_it_does_not_go_unseen)
{
    folder_put(&at, "good.txt", "Agreement");
    folder_put(&at, "scan.pdf", "%PDF-1.7");
    folder_put(&at, "no-extension", "%PDF-1.4");
    folder_put(&at, "old/agreement.doc", "x");
    folder_put(&at, "old/agreement.rtf", "{\\rtf1");
    struct seen s = discover(NULL);
    cr_expect_eq(s.count, 5);
    finds(&s, "scan.pdf");
    finds(&s, "no-extension");
    finds(&s, "old/agreement.doc");
    finds(&s, "old/agreement.rtf");
    cr_expect_eq(s.unread, 0);
}

Test(discover, a_file_beside_a_dossier_can_be_its_evidence_and_is_counted)
{
    folder_put(&at, "a.xml", DOSSIER);
    folder_put(&at, "evidence/z.pdf", "%PDF-1.7");
    folder_put(&at, "evidence/b.pdf", "%PDF-1.7");
    folder_put(&at, "soc2.pdf", "%PDF-1.7");
    struct seen s = discover(NULL);
    cr_expect_eq(s.count, 1);
    finds(&s, "a.xml");
    cr_expect_eq(s.unread, 3);
    cr_expect_str_eq(s.first_unread, "evidence/b.pdf");
}

Test(discover, a_linked_folder_is_counted_and_a_link_named_like_a_document_is_an_error)
{
    char link[1024];
    folder_put(&at, "real/a.txt", "Agreement");
    cr_assert_eq(symlink("real", folder_path(&at, "again", link)), 0);
    cr_assert_eq(symlink("/etc/passwd", folder_path(&at, "b.txt", link)), 0);
    struct seen s = discover(NULL);
    cr_expect_eq(s.count, 2);
    cr_expect_eq(s.links, 1);
    cr_assert_geq(index_of(&s, "b.txt"), 0);
    cr_expect_eq(s.faults[index_of(&s, "b.txt")], FAULT_FILE_KIND);
}

Test(discover, the_folder_of_the_reports_is_not_input)
{
    char out[1024];
    folder_put(&at, "a.txt", "Agreement");
    folder_put(&at, "out/run.xml", "<x/>");
    struct seen s = discover(folder_path(&at, "out", out));
    cr_expect_eq(s.count, 1);
}

Test(discover, a_path_named_twice_counts_once)
{
    folder_put(&at, "a.txt", "Agreement");
    char slash[600];
    snprintf(slash, sizeof slash, "%s/", at.path);
    const char *const paths[] = {at.path, slash, NULL};
    struct discovery *d = discovery_new(paths, NULL);
    struct found f;
    cr_expect_eq(discovery_next(d, &f), 1);
    cr_expect_eq(discovery_next(d, &f), 0);
    discovery_free(d);
}
