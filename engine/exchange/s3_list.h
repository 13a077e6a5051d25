/* The answer to ListObjectsV2. Private to the exchange floor. */
#ifndef KIJUN_EXCHANGE_S3_LIST_H
#define KIJUN_EXCHANGE_S3_LIST_H

#include <stdbool.h>
#include <stddef.h>

enum { S3_TOKEN = 2048 };

/* Calls `each` with every key, decoded; writes the token of the next page, "" at the end. False for anything but a whole
 * ListBucketResult, and when `each` returns false. */
bool s3_list_read(const char *at, size_t len, bool (*each)(void *context, const char *key), void *context, char token[S3_TOKEN]);

#endif
