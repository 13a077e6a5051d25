/* Folders and files of a supplier: what is read, what is an attachment, and what cannot be. */
#include <criterion/criterion.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "load_support.h"
#include "support/support.h"

#define PROFILE(inside) "<supplier" NS " id=\"acme\" name=\"Acme\">" inside "</supplier>"
#define NDA "<contract" NS " id=\"nda\" kind=\"nda\" title=\"NDA\"><clause number=\"1\"/></contract>"
#define RESPONSE(inside) "<response" NS " date=\"2026-01-01\"><answer question=\"q\">" inside "</answer></response>"

static struct folder d;

static void setup(void)
{
    folder_make(&d);
}

static void teardown(void)
{
    folder_remove(&d);
}

TestSuite(subject, .init = setup, .fini = teardown);

static void load(struct loaded *l)
{
    load_path(l, d.path, false);
}

static void expect_whole_fault(const char *name)
{
    struct loaded l;
    load(&l);
    cr_expect_eq(l.status, -1);
    cr_expect_str_eq(fault_name(l.fault.id), name, "%s", fault_en(&l));
    cr_expect_not_null(strstr(fault_en(&l), d.path));
    loaded_end(&l);
}

Test(subject, a_folder_is_read_with_the_folders_in_it)
{
    struct loaded l;
    folder_put(&d, "supplier.xml", PROFILE(""));
    folder_put(&d, "contracts/nda.xml", NDA);
    folder_put(&d, "contracts/old/sla.xml", "<contract" NS " kind=\"sla\" title=\"SLA\"/>");
    load(&l);
    cr_assert_eq(l.status, 0, "%s", fault_en(&l));
    cr_expect_str_eq(l.subject->id, "acme");
    cr_expect_str_eq(l.subject->path, d.path);
    cr_expect_not(l.subject->lone);
    cr_expect_eq(l.subject->contracts.count, 2);
    cr_expect_str_eq(loaded_document(&l, "contracts/nda.xml")->root->kind->name, "contract");
    char shown[1024];
    snprintf(shown, sizeof shown, "%s/contracts/nda.xml", d.path);
    cr_expect_str_eq(loaded_document(&l, "contracts/nda.xml")->shown, shown);
    loaded_end(&l);
}

Test(subject, documents_come_in_byte_order_of_their_path)
{
    static const char *const order[] = { "B.xml", "a.xml", "a/x.xml", "b.xml" };
    struct loaded l;
    size_t i = 0;
    folder_put(&d, "b.xml", NDA);
    folder_put(&d, "a/x.xml", PROFILE(""));
    folder_put(&d, "B.xml", "<contract" NS " kind=\"sla\" title=\"SLA\"/>");
    folder_put(&d, "a.xml", "<audit" NS " method=\"paper\"/>");
    load(&l);
    for (const struct document *x = l.subject->documents; x; x = x->next)
        cr_expect_str_eq(x->file, order[i++]);
    cr_expect_eq(i, 4);
    cr_expect_str_eq(l.subject->contracts.first->document->file, "B.xml");
    loaded_end(&l);
}

Test(subject, hidden_files_are_left_out)
{
    struct loaded l;
    folder_put(&d, "supplier.xml", PROFILE(""));
    folder_put(&d, ".git/config.xml", "broken");
    folder_put(&d, ".hidden.xml", "broken");
    load(&l);
    cr_expect_eq(l.status, 0);
    cr_expect_null(l.subject->documents->next);
    loaded_end(&l);
}

Test(subject, a_broken_document_does_not_hide_the_others)
{
    struct loaded l;
    folder_put(&d, "a.xml", "<contract" NS " kind=\"nda\"");
    folder_put(&d, "b.xml", NDA);
    folder_put(&d, "supplier.xml", PROFILE(""));
    load(&l);
    cr_expect_eq(l.status, 0);
    cr_expect_eq(l.subject->contracts.count, 1);
    cr_expect_str_eq(document_fault(&l, "a.xml"), "xml-malformed");
    cr_expect_str_eq(document_fault(&l, "b.xml"), "none");
    loaded_end(&l);
}

Test(subject, a_broken_profile_is_the_fault_that_is_told)
{
    struct loaded l;
    folder_put(&d, "nda.xml", NDA);
    folder_put(&d, "supplier.xml", "<supplier" NS " id=\"acme\"/>");
    load(&l);
    cr_expect_eq(l.status, 0);
    cr_expect_null(l.subject->supplier);
    cr_expect_str_eq(document_fault(&l, "supplier.xml"), "xml-missing");
    cr_expect_str_eq(l.subject->id, d.path);
    loaded_end(&l);
}

Test(subject, an_empty_folder_is_an_error)
{
    expect_whole_fault("no-document");
}

Test(subject, a_folder_of_attachments_is_an_error)
{
    folder_put(&d, "notes.md", "# Notes");
    folder_put(&d, "logo.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>");
    expect_whole_fault("no-document");
}

Test(subject, contracts_without_a_profile_are_an_error_unless_they_are_checked_alone)
{
    struct loaded l;
    folder_put(&d, "nda.xml", NDA);
    expect_whole_fault("no-profile");
    load_path(&l, d.path, true);
    cr_expect_eq(l.status, 0);
    cr_expect(l.subject->lone);
    cr_expect_str_eq(l.subject->id, d.path);
    loaded_end(&l);
}

Test(subject, two_profiles_are_an_error)
{
    folder_put(&d, "a.xml", PROFILE(""));
    folder_put(&d, "b.xml", PROFILE(""));
    expect_whole_fault("two-profiles");
}

Test(subject, a_folder_that_is_not_there_is_an_error)
{
    struct loaded l;
    char path[1024];
    load_path(&l, folder_path(&d, "nothing", path), false);
    cr_expect_eq(l.status, -1);
    cr_expect_str_eq(fault_name(l.fault.id), "file-open");
    cr_expect_not_null(strstr(fault_en(&l), "nothing"));
    loaded_end(&l);
}

Test(subject, more_files_than_a_supplier_has_are_an_error)
{
    for (int i = 0; i <= LOAD_FILES; i++) {
        char name[32];
        snprintf(name, sizeof name, "%04d.md", i);
        folder_put(&d, name, "x");
    }
    expect_whole_fault("too-many-files");
}

Test(subject, folders_too_deep_are_an_error)
{
    folder_put(&d, "1/2/3/4/5/6/7/8/a.xml", NDA);
    folder_put(&d, "supplier.xml", PROFILE(""));
    struct loaded l;
    load(&l);
    cr_expect_eq(l.status, 0, "%s", fault_en(&l));
    loaded_end(&l);
    folder_put(&d, "1/2/3/4/5/6/7/8/9/a.xml", NDA);
    expect_whole_fault("subject-depth");
}

Test(subject, links_pipes_and_folders_without_permission_are_not_followed)
{
    struct loaded l;
    char path[1024];
    folder_put(&d, "supplier.xml", PROFILE(""));
    cr_assert_eq(symlink("/etc/passwd", folder_path(&d, "link.xml", path)), 0);
    cr_assert_eq(symlink("/", folder_path(&d, "root", path)), 0);
    cr_assert_eq(mkfifo(folder_path(&d, "pipe.xml", path), 0600), 0);
    load(&l);
    cr_expect_eq(l.status, 0);
    cr_expect_str_eq(document_fault(&l, "link.xml"), "file-kind");
    cr_expect_str_eq(document_fault(&l, "root"), "file-kind");
    cr_expect_str_eq(document_fault(&l, "pipe.xml"), "file-kind");
    loaded_end(&l);
}

Test(subject, a_single_link_pipe_or_device_is_refused)
{
    static const char *const names[] = { "link.xml", "pipe.xml" };
    char path[1024];
    cr_assert_eq(symlink("/etc/passwd", folder_path(&d, "link.xml", path)), 0);
    cr_assert_eq(mkfifo(folder_path(&d, "pipe.xml", path), 0600), 0);
    for (size_t i = 0; i < 2; i++) {
        struct loaded l;
        load_path(&l, folder_path(&d, names[i], path), true);
        cr_expect_str_eq(document_fault(&l, names[i]), "file-kind");
        loaded_end(&l);
    }
    struct loaded l;
    load_path(&l, "/dev/zero", true);
    cr_expect_str_eq(document_fault(&l, "zero"), "file-kind");
    loaded_end(&l);
}

Test(subject, compressed_xml_is_not_unpacked)
{
    struct loaded l;
    char path[1024];
    folder_put_n(&d, "supplier.xml", "\x1F\x8B\x08\0\0\0\0\0\0\3\1\0\0\xFF\xFF\0\0\0\0\0\0\0\0", 23);
    load_path(&l, folder_path(&d, "supplier.xml", path), false);
    cr_expect_str_eq(document_fault(&l, "supplier.xml"), "xml-character");
    loaded_end(&l);
}

Test(subject, a_file_over_the_cap_is_refused_by_its_size)
{
    struct loaded l;
    char path[1024];
    folder_put(&d, "big.xml", NDA);
    cr_assert_eq(truncate(folder_path(&d, "big.xml", path), LOAD_FILE_BYTES + 1), 0);
    load_path(&l, path, true);
    cr_expect_str_eq(document_fault(&l, "big.xml"), "file-size");
    loaded_end(&l);
}

Test(subject, a_file_larger_than_its_head_is_read_whole)
{
    struct loaded l;
    struct buffer b;
    buffer_init(&b, 1 << 20);
    buffer_puts(&b, "<contract" NS " kind=\"nda\" title=\"x\"><clause number=\"1\"><text>");
    for (int i = 0; i < 30000; i++)
        buffer_puts(&b, "long ");
    buffer_puts(&b, "</text></clause><clause number=\"2\"/></contract>");
    folder_put_n(&d, "long.xml", b.at, b.len);
    load_path(&l, d.path, true);
    cr_assert_eq(l.status, 0, "%s", fault_en(&l));
    cr_expect_eq(((const struct contract *)l.subject->contracts.first)->clauses.count, 2);
    buffer_free(&b);
    loaded_end(&l);
}

/* ---- attachments and evidence ---- */

Test(subject, a_file_that_may_be_a_contract_must_be_named)
{
    struct loaded l;
    folder_put(&d, "supplier.xml", PROFILE("<document file=\"noted.pdf\" kind=\"nda\"/>"));
    folder_put(&d, "response.xml", RESPONSE("<evidence kind=\"document\" file=\"named.pdf\"/>"));
    folder_put(&d, "named.pdf", "%PDF-1.7");
    folder_put(&d, "noted.pdf", "%PDF-1.7");
    folder_put(&d, "contract.pdf", "%PDF-1.7");
    folder_put(&d, "no-extension", "%PDF-1.7");
    folder_put(&d, "old.doc", "\xD0\xCF\x11\xE0");
    folder_put(&d, "notes.md", "# notes");
    folder_put(&d, "data.json", "{}");
    load(&l);
    cr_expect_eq(l.status, 0);
    cr_expect_str_eq(document_fault(&l, "named.pdf"), "none");
    cr_expect_str_eq(document_fault(&l, "noted.pdf"), "none");
    cr_expect_str_eq(document_fault(&l, "contract.pdf"), "file-format");
    cr_expect_str_eq(document_fault(&l, "no-extension"), "file-format");
    cr_expect_str_eq(document_fault(&l, "old.doc"), "file-format");
    cr_expect_str_eq(document_fault(&l, "notes.md"), "none");
    cr_expect_str_eq(document_fault(&l, "data.json"), "none");
    cr_expect_eq(loaded_document(&l, "data.json")->format, FORMAT_ATTACHMENT);
    loaded_end(&l);
}

Test(subject, a_text_that_is_evidence_is_no_contract)
{
    struct loaded l;
    const char contract[] = "業務委託契約書\n\n第1条（目的）\n乙は業務を行う。\n\n第2条（秘密保持）\n乙は秘密を保持する。\n";
    folder_put(&d, "supplier.xml", PROFILE(""));
    folder_put(&d, "a.xml", RESPONSE("<evidence kind=\"document\" file=\"log.txt\"/>"));
    folder_put(&d, "log.txt", contract);
    folder_put(&d, "contract.txt", contract);
    load(&l);
    cr_expect_eq(l.status, 0, "%s", fault_en(&l));
    cr_expect_eq(l.subject->contracts.count, 1);
    cr_expect_eq(loaded_document(&l, "log.txt")->format, FORMAT_ATTACHMENT);
    cr_expect_eq(loaded_document(&l, "contract.txt")->format, FORMAT_TEXT);
    cr_expect_str_eq(l.subject->contracts.first->document->file, "contract.txt");
    loaded_end(&l);
}

Test(subject, xml_of_others_is_refused_unless_it_is_evidence)
{
    struct loaded l;
    folder_put(&d, "supplier.xml", PROFILE(""));
    folder_put(&d, "a.xml", RESPONSE("<evidence kind=\"document\" file=\"scan.xml\"/>"));
    folder_put(&d, "scan.xml", "<scan/>");
    folder_put(&d, "other.xml", "<scan/>");
    load(&l);
    cr_expect_str_eq(document_fault(&l, "scan.xml"), "none");
    cr_expect_str_eq(document_fault(&l, "other.xml"), "xml-namespace");
    loaded_end(&l);
}

Test(subject, a_note_speaks_for_a_text_and_not_against_an_xml_contract)
{
    struct loaded l;
    folder_put(&d, "supplier.xml", PROFILE(
        "<document file=\"c.txt\" id=\"c\" kind=\"nda\" status=\"draft\" effective=\"2026-01-01\" expires=\"2026-12-31\"/>"
        "<document file=\"nda.xml\" id=\"other\" kind=\"sla\" status=\"terminated\"/>"));
    folder_put(&d, "c.txt", "業務委託契約書\n\n第1条（目的）\n乙は業務を行う。\n\n第2条（秘密保持）\n乙は秘密を保持する。\n");
    folder_put(&d, "nda.xml", NDA);
    load(&l);
    cr_assert_eq(l.status, 0, "%s", fault_en(&l));
    const struct contract *c = (const struct contract *)loaded_document(&l, "c.txt")->root;
    cr_expect_str_eq(c->id, "c");
    cr_expect_str_eq(c->kind, "nda");
    cr_expect_str_eq(c->status, "draft");
    cr_expect_eq(c->effective, day_of(2026, 1, 1));
    cr_expect_eq(c->expires, day_of(2026, 12, 31));
    const struct contract *n = (const struct contract *)loaded_document(&l, "nda.xml")->root;
    cr_expect_str_eq(n->id, "nda");
    cr_expect_str_eq(n->kind, "nda");
    cr_expect_str_eq(n->status, "terminated", "what the contract leaves open, the note may say");
    loaded_end(&l);
}

Test(subject, a_note_on_a_file_that_is_not_there_is_a_fault_with_its_line)
{
    struct loaded l;
    folder_put(&d, "supplier.xml", PROFILE("\n<document file=\"gone.docx\"/>"));
    load(&l);
    cr_expect_eq(l.status, 0);
    cr_expect_str_eq(document_fault(&l, "gone.docx"), "note-file");
    cr_expect_eq(loaded_document(&l, "gone.docx")->fault.line, 2);
    cr_expect_not_null(l.subject->supplier);
    loaded_end(&l);
}

static const char *state_of(const struct loaded *l)
{
    const struct response *r = (const struct response *)l->subject->responses.first;
    cr_assert_not_null(r);
    const struct answer *a = (const struct answer *)r->answers.first;
    return ((const struct evidence *)a->evidence.first)->state;
}

static void expect_state(const char *evidence, const char *state)
{
    struct loaded l;
    char xml[1024];
    snprintf(xml, sizeof xml, RESPONSE("<evidence kind=\"document\" %s/>"), evidence);
    folder_put(&d, "response.xml", xml);
    load(&l);
    cr_assert_eq(l.status, 0, "%s", fault_en(&l));
    cr_expect_str_eq(state_of(&l), state, "%s", evidence);
    loaded_end(&l);
}

Test(subject, evidence_is_looked_for_and_held_against_its_hash)
{
    char path[1024];
    folder_put(&d, "supplier.xml", PROFILE(""));
    folder_put(&d, "e/abc.bin", "abc");
    cr_assert_eq(symlink("abc.bin", folder_path(&d, "e/link.bin", path)), 0);
    expect_state("", "none");
    expect_state("file=\"e/abc.bin\"", "present");
    expect_state("file=\"e/gone.bin\"", "missing");
    expect_state("file=\"e\"", "missing");
    expect_state("file=\"e/link.bin\"", "missing");
    expect_state("file=\"e/abc.bin\" sha256=\"ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad\"", "present");
    expect_state("file=\"e/abc.bin\" sha256=\"ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ae\"", "altered");
    expect_state("file=\"e/gone.bin\" sha256=\"ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad\"", "missing");
}

Test(subject, evidence_of_a_single_file_is_looked_for_beside_it)
{
    struct loaded l;
    char path[1024];
    folder_put(&d, "here.bin", "x");
    folder_put(&d, "r.xml", RESPONSE("<evidence kind=\"document\" file=\"here.bin\"/>"));
    load_path(&l, folder_path(&d, "r.xml", path), true);
    cr_assert_eq(l.status, 0, "%s", fault_en(&l));
    cr_expect_str_eq(state_of(&l), "present");
    loaded_end(&l);
}

Test(subject, the_order_in_which_files_were_written_changes_nothing)
{
    struct buffer dumps[2];
    for (int run = 0; run < 2; run++) {
        struct loaded l;
        const char *names[] = { "a.xml", "b/c.xml", "supplier.xml" };
        const char *texts[] = { NDA, "<audit" NS " method=\"paper\"/>", PROFILE("") };
        folder_remove(&d);
        folder_make(&d);
        for (int i = 0; i < 3; i++)
            folder_put(&d, names[run ? 2 - i : i], texts[run ? 2 - i : i]);
        load(&l);
        buffer_init(&dumps[run], 1 << 20);
        dump_subject(l.subject, &dumps[run]);
        loaded_end(&l);
    }
    same_text(dumps[0].at, dumps[1].at);
    buffer_free(&dumps[0]);
    buffer_free(&dumps[1]);
}

Test(subject, a_loader_reads_one_subject_after_another)
{
    struct loaded l;
    folder_put(&d, "supplier.xml", PROFILE("<asset class=\"other\"/>"));
    folder_put(&d, "nda.xml", NDA);
    load(&l);
    for (int i = 0; i < 3; i++) {
        struct subject *s = NULL;
        struct fault f;
        fault_clear(&f);
        arena_reset(l.arena);
        cr_expect_eq(loader_subject(l.loader, l.arena, d.path, false, &s, &f), 0);
        cr_expect_eq(s->contracts.count, 1);
        cr_expect_eq(s->supplier->assets.count, 1);
        cr_expect_eq(s->nodes, 4);
    }
    loaded_end(&l);
}
