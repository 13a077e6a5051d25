#include "base/signature.h"

#include <criterion/criterion.h>
#include <string.h>

static const char CONTENT[] = "rules that a consultant ships";
static const char COMMENT[] = "name:acme/banking version:1.2.0 expires:2027-03-31";

struct pair {
    struct public_key public;
    struct secret_key secret;
    struct buffer public_file, secret_file, signature;
};

static struct pair made(const char *password)
{
    struct pair p = { 0 };
    struct fault f = { 0 };
    buffer_init(&p.public_file, 4096);
    buffer_init(&p.secret_file, 4096);
    buffer_init(&p.signature, 4096);
    cr_assert_eq(key_pair_make(password, &p.public_file, &p.secret_file, &f), 0);
    cr_assert_eq(public_key_read("k.pub", p.public_file.at, p.public_file.len, &p.public, &f), 0);
    cr_assert_eq(secret_key_read("k.key", p.secret_file.at, p.secret_file.len, password, &p.secret, &f), 0);
    cr_assert_eq(signature_make(&p.secret, CONTENT, strlen(CONTENT), COMMENT, &p.signature, &f), 0);
    return p;
}

static void drop(struct pair *p)
{
    buffer_free(&p->public_file);
    buffer_free(&p->secret_file);
    buffer_free(&p->signature);
    signature_forget(&p->secret);
}

static enum fault_id check(const struct pair *p, const char *content, const char *signature, size_t len,
                           struct signed_note *note)
{
    struct fault f = { 0 };
    int result = signature_check(&p->public, 1, content, strlen(content), "x.minisig", signature, len, note, &f);
    cr_assert_eq(result == 0, f.id == FAULT_NONE);
    return f.id;
}

Test(signature, of_unchanged_content_is_good_and_gives_back_its_comment)
{
    struct pair p = made(NULL);
    struct signed_note note;
    cr_assert_eq(check(&p, CONTENT, p.signature.at, p.signature.len, &note), FAULT_NONE);
    cr_assert_str_eq(note.comment, COMMENT);
    drop(&p);
}

Test(signature, of_other_content_is_refused)
{
    struct pair p = made(NULL);
    struct signed_note note;
    cr_assert_eq(check(&p, "rules that somebody changed!!", p.signature.at, p.signature.len, &note),
                 FAULT_SIGNATURE_WRONG);
    cr_assert_eq(check(&p, "", p.signature.at, p.signature.len, &note), FAULT_SIGNATURE_WRONG);
    drop(&p);
}

/* The first line is a comment that nobody signs; every other byte counts. */
Test(signature, is_refused_when_any_one_byte_of_it_is_changed)
{
    struct pair p = made(NULL);
    struct signed_note note;
    size_t signed_from = (size_t)(strchr(p.signature.at, '\n') - p.signature.at) + 1;
    for (size_t i = signed_from; i + 1 < p.signature.len; i++) {
        char was = p.signature.at[i];
        p.signature.at[i] = was == 'A' ? 'B' : 'A';
        cr_assert_neq(check(&p, CONTENT, p.signature.at, p.signature.len, &note), FAULT_NONE, "byte %zu", i);
        p.signature.at[i] = was;
    }
    drop(&p);
}

Test(signature, is_refused_when_cut_anywhere)
{
    struct pair p = made(NULL);
    struct signed_note note;
    for (size_t len = 0; len + 1 < p.signature.len; len++)
        cr_assert_neq(check(&p, CONTENT, p.signature.at, len, &note), FAULT_NONE, "length %zu", len);
    drop(&p);
}

Test(signature, by_a_key_that_is_not_trusted_is_refused_and_names_the_key)
{
    struct pair p = made(NULL), other = made(NULL);
    struct fault f = { 0 };
    struct signed_note note;
    char id[17];
    cr_assert_eq(signature_check(&other.public, 1, CONTENT, strlen(CONTENT), "x", p.signature.at, p.signature.len,
                                 &note, &f), -1);
    key_id_text(p.public.id, id);
    cr_assert_eq(f.id, FAULT_SIGNATURE_KEY);
    cr_assert_str_eq(f.arg[0], id);
    drop(&p);
    drop(&other);
}

Test(signature, is_accepted_from_any_of_several_trusted_keys)
{
    struct pair p = made(NULL), other = made(NULL);
    struct public_key keys[2] = { other.public, p.public };
    struct fault f = { 0 };
    struct signed_note note;
    cr_assert_eq(signature_check(keys, 2, CONTENT, strlen(CONTENT), "x", p.signature.at, p.signature.len, &note, &f),
                 0);
    cr_assert_eq(memcmp(note.key_id, p.public.id, sizeof note.key_id), 0);
    drop(&p);
    drop(&other);
}

/* A key that borrows the id of a trusted one gains nothing. */
Test(signature, by_another_key_with_the_same_id_is_refused)
{
    struct pair p = made(NULL), other = made(NULL);
    struct signed_note note;
    memcpy(other.public.id, p.public.id, sizeof p.public.id);
    cr_assert_eq(check(&other, CONTENT, p.signature.at, p.signature.len, &note), FAULT_SIGNATURE_WRONG);
    drop(&p);
    drop(&other);
}

Test(signature, comment_of_two_lines_cannot_be_signed)
{
    struct pair p = made(NULL);
    struct fault f = { 0 };
    cr_assert_eq(signature_make(&p.secret, CONTENT, strlen(CONTENT), "one\ntwo", &p.signature, &f), -1);
    cr_assert_eq(f.id, FAULT_SIGNATURE_COMMENT);
    drop(&p);
}

Test(secret_key, opens_with_its_password_only)
{
    struct pair p = made("correct horse");
    struct secret_key key;
    struct fault wrong = { 0 }, none = { 0 };
    cr_assert_eq(secret_key_read("k", p.secret_file.at, p.secret_file.len, "battery staple", &key, &wrong), -1);
    cr_assert_eq(wrong.id, FAULT_KEY_PASSWORD);
    cr_assert_eq(secret_key_read("k", p.secret_file.at, p.secret_file.len, NULL, &key, &none), -1);
    cr_assert_eq(none.id, FAULT_KEY_PASSWORD_NEEDED);
    drop(&p);
}

Test(public_key, of_another_form_is_refused_with_the_name_of_its_file)
{
    struct public_key key;
    static const char *const bad[] = { "", "untrusted comment: x\n", "untrusted comment: x\nRWQ=\n", "not base64 !\n" };
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        struct fault f = { 0 };
        cr_assert_eq(public_key_read("publisher.pub", bad[i], strlen(bad[i]), &key, &f), -1);
        cr_assert_eq(f.id, FAULT_KEY_FORMAT);
        cr_assert_str_eq(f.file, "publisher.pub");
    }
}
