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
    struct hash shelves;
};

static const char *below(const char *path)
{
    return strlen(path) > strlen(at.path) ? path + strlen(at.path) + 1 : ".";
}

static struct seen discover_share(const char *skip, const struct share *share)
{
    struct seen s = {0};
    const char *const paths[] = {at.path, NULL}, *first;
    struct discovery *d = discovery_new(paths, skip);
    struct found f;
    if (share)
        discovery_share(d, share);
    while (discovery_next(d, &f) == 1) {
        cr_assert_lt(s.count, MOST);
        strncpy(s.names[s.count], below(f.path), sizeof s.names[0] - 1);
        s.lone[s.count] = f.lone;
        s.faults[s.count++] = f.fault.id;
    }
    s.shelves = discovery_shelves(d);
    s.links = discovery_links(d, &first);
    s.unread = discovery_unread(d, &first);
    if (s.unread)
        strncpy(s.first_unread, below(first), sizeof s.first_unread - 1);
    discovery_free(d);
    return s;
}

static struct seen discover(const char *skip)
{
    return discover_share(skip, NULL);
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

/* ---- shares ---- */

/* Every subject is in one of `count` shares; in *of its number, by the order of `whole`. */
static void share_out(const struct seen *whole, uint32_t count, uint32_t of[MOST])
{
    struct seen first = {0};
    size_t sum = 0;
    uint64_t links = 0, unread = 0;
    for (uint32_t k = 1; k <= count; k++) {
        struct seen part = discover_share(NULL, &(struct share){k, count});
        for (size_t i = 0; i < part.count; i++) {
            int at_whole = index_of(whole, part.names[i]);
            cr_assert_geq(at_whole, 0, "%s is in no whole", part.names[i]);
            cr_expect_eq(part.faults[i], whole->faults[at_whole]);
            cr_expect_eq(part.lone[i], whole->lone[at_whole]);
            of[at_whole] = k;
        }
        first = k == 1 ? part : first;
        cr_expect_arr_eq(&part.shelves, &first.shelves, sizeof part.shelves);
        sum += part.count;
        links += part.links;
        unread += part.unread;
    }
    cr_expect_eq(sum, whole->count);
    cr_expect_eq(links, whole->links);
    cr_expect_eq(unread, whole->unread);
}

Test(discover, a_portfolio_is_shared_out_as_a_whole)
{
    uint32_t of[MOST];
    folder_put(&at, "acme/profile.xml", PROFILE);
    folder_put(&at, "acme/more/nda.txt", "NDA");
    folder_put(&at, "dossier.xml", DOSSIER);
    folder_put(&at, "nda.txt", "NDA");
    folder_put(&at, "proof.pdf", "%PDF-1.7");
    folder_put(&at, "loose/a.txt", "A");
    folder_put(&at, "loose/b.txt", "B");
    folder_put(&at, "jp/tier-1/x/profile.xml", PROFILE);
    folder_put(&at, "jp/tier-1/y/profile.xml", PROFILE);
    folder_put(&at, "jp/tier-2/z.txt", "Z");
    cr_assert_eq(symlinkat("acme", at.fd, "link"), 0);
    cr_assert_eq(symlinkat("nda.txt", at.fd, "linked.txt"), 0);
    struct seen whole = discover(NULL);
    cr_assert_eq(whole.count, 9);
    cr_expect_eq(whole.links, 1);
    cr_expect_eq(whole.unread, 1);
    for (uint32_t count = 1; count <= 5; count++)
        share_out(&whole, count, of);
    share_out(&whole, 3, of);
    const char *const entries[] = {"acme", "dossier.xml", "nda.txt", "jp/tier-1/x", "jp/tier-1/y"};
    for (size_t i = 0; i < sizeof entries / sizeof *entries; i++)
        cr_expect_eq(of[index_of(&whole, entries[i])], share_of(entries[i], strlen(entries[i]), 3), "%s", entries[i]);
    cr_expect_eq(of[index_of(&whole, "loose/a.txt")], share_of("loose", 5, 3));
    cr_expect_eq(of[index_of(&whole, "jp/tier-2/z.txt")], share_of("jp/tier-2", 9, 3));
}

Test(discover, a_folder_that_becomes_a_shelf_is_seen_by_every_share)
{
    folder_put(&at, "jp/acme/profile.xml", PROFILE);
    struct seen before = discover_share(NULL, &(struct share){1, 2});
    folder_put(&at, "eu/acme/profile.xml", PROFILE);
    struct seen after = discover_share(NULL, &(struct share){1, 2});
    cr_expect_arr_neq(&before.shelves, &after.shelves, sizeof before.shelves);
}

Test(discover, a_named_folder_that_is_a_supplier_is_in_one_share)
{
    folder_put(&at, "profile.xml", PROFILE);
    folder_put(&at, "nda.txt", "NDA");
    struct seen one = discover_share(NULL, &(struct share){1, 2}), two = discover_share(NULL, &(struct share){2, 2});
    cr_expect_eq(one.count + two.count, 1);
    cr_expect_arr_eq(&one.shelves, &two.shelves, sizeof one.shelves);
}

/* Not all shares look at every file of a large folder: that one of them makes it a supplier's may not go unseen. */
Test(discover, a_profile_among_very_many_files_ends_its_share)
{
    const char *const paths[] = {at.path, NULL};
    struct found f;
    for (int i = 0; i < 1100; i++) {
        char name[32];
        snprintf(name, sizeof name, "n%04d.txt", i);
        folder_put(&at, name, "NDA");
    }
    folder_put(&at, "profile.xml", PROFILE);
    size_t count = 0, failed = 0;
    for (uint32_t k = 1; k <= 2; k++) {
        struct discovery *d = discovery_new(paths, NULL);
        struct fault why = {0};
        int got;
        discovery_share(d, &(struct share){k, 2});
        while ((got = discovery_next(d, &f)) == 1)
            count++;
        if (got < 0) {
            discovery_failed(d, &why);
            cr_expect_eq(why.id, FAULT_SHARD_SUPPLIER);
            cr_expect_str_eq(why.file, at.path);
            failed++;
        }
        discovery_free(d);
    }
    cr_expect_eq(count, 1100);
    cr_expect_eq(failed, 1);
}
