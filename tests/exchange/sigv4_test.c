#include "exchange/sigv4.h"

#include <criterion/criterion.h>
#include <string.h>

#include "exchange/s3.h"
#include "exchange/s3_list.h"

/* The examples in the documentation of Amazon S3 (Signature Calculations for the Authorization Header), 2013-05-24. */
static const char empty[] = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

static const char *signature(struct sigv4 s)
{
    static char text[1024];
    struct buffer b;
    s.key_id = "AKIAIOSFODNN7EXAMPLE";
    s.secret = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY";
    s.region = "us-east-1";
    s.service = "s3";
    s.at = 1369353600;
    buffer_init_fixed(&b, text, sizeof text);
    sigv4_sign(&s, &b);
    cr_assert_not(b.failed);
    cr_assert(strstr(text, "Credential=AKIAIOSFODNN7EXAMPLE/20130524/us-east-1/s3/aws4_request, SignedHeaders=host;"));
    return strstr(text, "Signature=") + 10;
}

Test(sigv4, of_getting_an_object)
{
    const char *const headers[] = { "host:examplebucket.s3.amazonaws.com", "range:bytes=0-9",
                                    "x-amz-content-sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
                                    "x-amz-date:20130524T000000Z", NULL };
    cr_assert_str_eq(signature((struct sigv4){ .method = "GET", .path = "/test.txt", .query = "", .headers = headers, .payload = empty }),
                     "f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41");
}

Test(sigv4, of_a_query)
{
    const char *const headers[] = { "host:examplebucket.s3.amazonaws.com",
                                    "x-amz-content-sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
                                    "x-amz-date:20130524T000000Z", NULL };
    cr_assert_str_eq(signature((struct sigv4){ .method = "GET", .path = "/", .query = "lifecycle=", .headers = headers, .payload = empty }),
                     "fea454ca298b7da1c68078a5d1bdbfbbe0d65c699e0f91ac7a200a0136783543");
    cr_assert_str_eq(signature((struct sigv4){ .method = "GET", .path = "/", .query = "max-keys=2&prefix=J", .headers = headers, .payload = empty }),
                     "34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7");
}

Test(sigv4, of_a_time)
{
    char time[17];
    sigv4_time(1369353600, time);
    cr_assert_str_eq(time, "20130524T000000Z");
}

Test(s3, addresses)
{
    static const char *const bad[] = { "", "s3:/", "s3://", "s3://a/x", "s3://Bucket/x", "s3://-bucket/x", "s3://bucket-/x", "https://bucket/x",
                                       "s3://buc ket/x", "s3://bucket/a\nb" };
    struct s3_address a;
    cr_assert(s3_parse("s3://my.bucket-1/a/b c.txt", &a));
    cr_assert_str_eq(a.bucket, "my.bucket-1");
    cr_assert_str_eq(a.key, "a/b c.txt");
    cr_assert(s3_parse("s3://bucket", &a));
    cr_assert_str_eq(a.key, "");
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        cr_expect_not(s3_parse(bad[i], &a), "%s", bad[i]);
}

struct keys {
    char at[256];
    struct buffer b;
};

static bool take(void *context, const char *key)
{
    struct keys *k = context;
    buffer_printf(&k->b, "[%s]", key);
    return !k->b.failed;
}

static bool reads(const char *text, const char *keys, const char *next)
{
    struct keys k;
    char token[S3_TOKEN];
    buffer_init_fixed(&k.b, k.at, sizeof k.at);
    buffer_puts(&k.b, "");
    return s3_list_read(text, strlen(text), take, &k, token) && strcmp(k.at, keys) == 0 && strcmp(token, next) == 0;
}

Test(s3, lists)
{
    cr_assert(reads("<?xml version=\"1.0\"?>\n<ListBucketResult xmlns=\"x\"><Name>b</Name><IsTruncated>false</IsTruncated>"
                    "<Contents><Key>a &amp; b+c</Key><Size>1</Size></Contents><Contents><Key>d</Key></Contents></ListBucketResult>",
                    "[a & b+c][d]", ""));
    cr_assert(reads("<ListBucketResult><EncodingType>url</EncodingType><IsTruncated>true</IsTruncated><NextContinuationToken>t/1=</NextContinuationToken>"
                    "<Contents><Key>%E5%A5%91+%2Fx</Key></Contents></ListBucketResult>", "[契 /x]", "t/1="));
}

Test(s3, what_is_no_whole_list_is_none)
{
    static const char *const bad[] = {
        "", "<Error><Code>AccessDenied</Code></Error>", "<html><ListBucketResult></ListBucketResult></html>",
        "<ListBucketResult><Contents><Key>a</Key></Contents>", "<ListBucketResult><IsTruncated>true</IsTruncated></ListBucketResult>",
        "<ListBucketResult><Contents><Key>&evil;</Key></Contents></ListBucketResult>",
        "<ListBucketResult><EncodingType>url</EncodingType><Contents><Key>%00</Key></Contents></ListBucketResult>",
        "not XML",
    };
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        struct keys k;
        char token[S3_TOKEN];
        buffer_init_fixed(&k.b, k.at, sizeof k.at);
        cr_expect_not(s3_list_read(bad[i], strlen(bad[i]), take, &k, token), "%s", bad[i]);
    }
}
