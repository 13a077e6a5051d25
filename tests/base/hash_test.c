#include "base/hash.h"

#include <string.h>

#include "support/support.h"

TestSuite(hash);

static void hex_of_parts(const char *const *parts, size_t count, char out[33])
{
    struct hash h = hash_parts(parts, count);
    hash_hex(&h, out);
}

/* Reference values of BLAKE2b with 16 bytes of output, from an independent implementation (Python's hashlib). */
Test(hash, is_blake2b_of_sixteen_bytes)
{
    char hex[33];
    struct hash h = hash_bytes("", 0);
    hash_hex(&h, hex);
    cr_assert_str_eq(hex, "cae66941d9efbd404e4d88758ea67670");
    h = hash_bytes("abc", 3);
    hash_hex(&h, hex);
    cr_assert_str_eq(hex, "cf4ab791c62b8d2b2109c90275287816");
}

/* FIPS 180-4's own example, and the hash of nothing. */
Test(hash, of_a_document_is_its_sha256)
{
    char hex[65];
    struct sha256 h = hash_sha256("abc", 3);
    hash_sha256_hex(&h, hex);
    cr_assert_str_eq(hex, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    h = hash_sha256("", 0);
    hash_sha256_hex(&h, hex);
    cr_assert_str_eq(hex, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
}

Test(hash, every_part_is_hashed_with_its_length_in_front)
{
    char hex[33];
    hex_of_parts((const char *const[]){"a", "bc"}, 2, hex);
    cr_assert_str_eq(hex, "f14abc19c330e936bb9c8506d69bac9b");
}

Test(hash, where_one_part_ends_makes_a_difference)
{
    char one[33], other[33];
    hex_of_parts((const char *const[]){"a", "bc"}, 2, one);
    hex_of_parts((const char *const[]){"ab", "c"}, 2, other);
    cr_assert_str_neq(one, other);
    hex_of_parts((const char *const[]){"abc"}, 1, other);
    cr_assert_str_neq(one, other);
    hex_of_parts((const char *const[]){"a", "bc", ""}, 3, other);
    cr_assert_str_neq(one, other);
}

Test(hash, a_missing_part_is_an_empty_one)
{
    char one[33], other[33];
    hex_of_parts((const char *const[]){"a", NULL}, 2, one);
    hex_of_parts((const char *const[]){"a", ""}, 2, other);
    cr_assert_str_eq(one, other);
}

/* RFC 4231, test case 2, and what the second part adds to the first. */
Test(hash, of_a_key_is_hmac)
{
    char hex[65], base64[45];
    struct sha256 h = hash_hmac_sha256("Jefe", 4, "what do ya want ", 16, "for nothing?", 12);
    hash_sha256_hex(&h, hex);
    cr_assert_str_eq(hex, "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
    hash_bytes_base64(&h, base64);
    cr_assert_str_eq(base64, "W9zBRr9gdU5qBCQmCJV1x1oAPwidJzmDnexYuWTsOEM=");
}

Test(hash, reads_base64)
{
    unsigned char out[8];
    size_t len = 0;
    cr_assert(hash_from_base64("a2lqdW4=", out, sizeof out, &len) && len == 5 && memcmp(out, "kijun", 5) == 0);
    cr_assert(hash_from_base64("a2lqdW4", out, sizeof out, &len) && len == 5);
    cr_assert_not(hash_from_base64("a2lq dW4=", out, sizeof out, &len));
    cr_assert_not(hash_from_base64("a2lqdW5raWp1bg==", out, sizeof out, &len), "does not fit");
}
