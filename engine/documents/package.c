#include "documents/package.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <zip.h>

#include "documents/load.h"

enum { RATIO_FROM = 1024 * 1024 };

struct package {
    zip_t *zip;
    zip_int64_t entries;
    size_t unpacked; /* of all parts read so far */
};

static int broken(struct fault *f, zip_error_t *error)
{
    char code[16];
    snprintf(code, sizeof code, "%d", zip_error_code_zip(error));
    return fault_set(f, FAULT_ZIP_BROKEN, code);
}

static zip_t *open_zip(const char *at, size_t len, struct fault *f)
{
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t *source = zip_source_buffer_create(at, len, 0, &error);
    /* No ZIP_CHECKCONS: it refuses what common word processors write (sizes in a data descriptor). Every part is read to
     * its end, where libzip checks length and CRC. */
    zip_t *zip = source ? zip_open_from_source(source, ZIP_RDONLY, &error) : NULL;
    if (!zip) {
        zip_source_free(source);
        broken(f, &error);
    }
    zip_error_fini(&error);
    return zip;
}

struct package *package_open(const char *at, size_t len, struct fault *f)
{
    zip_t *zip = open_zip(at, len, f);
    if (!zip)
        return NULL;
    struct package *p = calloc(1, sizeof *p);
    zip_int64_t entries = zip_get_num_entries(zip, 0);
    if (!p || entries > PACKAGE_ENTRIES) {
        char most[16];
        snprintf(most, sizeof most, "%d", PACKAGE_ENTRIES);
        fault_set(f, p ? FAULT_ZIP_ENTRIES : FAULT_MEMORY, most);
        zip_discard(zip);
        free(p);
        return NULL;
    }
    p->zip = zip;
    p->entries = entries;
    return p;
}

void package_close(struct package *p)
{
    if (!p)
        return;
    zip_discard(p->zip);
    free(p);
}

/* The index of the entry with this name, -1 if there is none, -2 if there are two. */
static zip_int64_t find(struct package *p, const char *name)
{
    zip_int64_t found = -1;
    for (zip_int64_t i = 0; i < p->entries; i++) {
        const char *entry = zip_get_name(p->zip, (zip_uint64_t)i, ZIP_FL_ENC_RAW);
        if (!entry || strcasecmp(entry, name) != 0)
            continue;
        if (found >= 0)
            return -2;
        found = i;
    }
    return found;
}

bool package_has(struct package *p, const char *name)
{
    return find(p, name) != -1;
}

static int bomb(struct fault *f, const char *name)
{
    return fault_set(f, FAULT_ZIP_BOMB, name);
}

/* Reads to the end, which makes libzip check the length and the CRC. */
static int unpack(struct package *p, zip_file_t *file, const char *name, zip_uint64_t packed, struct buffer *out,
                  struct fault *f)
{
    for (;;) {
        char *to = buffer_space(out, PACKAGE_CHUNK);
        if (!to)
            return bomb(f, name);
        zip_int64_t n = zip_fread(file, to, PACKAGE_CHUNK);
        if (n < 0)
            return broken(f, zip_file_get_error(file));
        if (n == 0)
            return 0;
        buffer_added(out, (size_t)n);
        p->unpacked += (size_t)n;
        if (out->len > LOAD_FILE_BYTES || p->unpacked > LOAD_WORD_BYTES)
            return bomb(f, name);
        if (out->len > RATIO_FROM && out->len / PACKAGE_RATIO > packed)
            return bomb(f, name);
    }
}

static int unknown_method(struct fault *f, const char *name, unsigned method)
{
    char number[16];
    snprintf(number, sizeof number, "%u", method);
    return fault_set(f, FAULT_ZIP_METHOD, name, number);
}

static int read_entry(struct package *p, zip_uint64_t index, const char *name, struct buffer *out, struct fault *f)
{
    zip_stat_t stat;
    if (zip_stat_index(p->zip, index, 0, &stat) != 0)
        return broken(f, zip_get_error(p->zip));
    if ((stat.valid & ZIP_STAT_ENCRYPTION_METHOD) && stat.encryption_method != ZIP_EM_NONE)
        return fault_set(f, FAULT_WORD_PASSWORD);
    if ((stat.valid & ZIP_STAT_COMP_METHOD) && stat.comp_method != ZIP_CM_STORE && stat.comp_method != ZIP_CM_DEFLATE)
        return unknown_method(f, name, stat.comp_method);
    zip_file_t *file = zip_fopen_index(p->zip, index, 0);
    if (!file)
        return broken(f, zip_get_error(p->zip));
    int status = unpack(p, file, name, stat.comp_size, out, f);
    zip_fclose(file);
    return status;
}

int package_read(struct package *p, const char *name, struct buffer *out, struct fault *f)
{
    buffer_clear(out);
    zip_int64_t index = find(p, name);
    if (index == -1)
        return fault_set(f, FAULT_ZIP_PART, name);
    if (index == -2)
        return fault_set(f, FAULT_ZIP_TWICE, name);
    return read_entry(p, (zip_uint64_t)index, name, out, f);
}

bool package_target(const char *base, const char *target, char out[PACKAGE_NAME_SIZE])
{
    char path[2 * PACKAGE_NAME_SIZE];
    bool absolute = *target == '/';
    int n = snprintf(path, sizeof path, "%s%s", absolute ? "" : base, absolute ? target + 1 : target);
    size_t len = 0;
    if (n < 0 || (size_t)n >= sizeof path)
        return false;
    for (char *rest = NULL, *step = strtok_r(path, "/", &rest); step; step = strtok_r(NULL, "/", &rest)) {
        if (strcmp(step, ".") == 0)
            continue;
        if (strcmp(step, "..") == 0) {
            if (len == 0)
                return false;
            while (len > 0 && out[--len] != '/')
                continue;
            continue;
        }
        size_t size = strlen(step);
        if (len + size + 2 > PACKAGE_NAME_SIZE)
            return false;
        if (len > 0)
            out[len++] = '/';
        memcpy(out + len, step, size);
        len += size;
    }
    out[len] = '\0';
    return len > 0;
}
