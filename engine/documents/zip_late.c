/* The functions of libzip that the readers of Word files and of packs call, loaded with the first archive
 * (base/library.h). One that the linker misses gets a line here. */
#include <zip.h>

#include "base/library.h"
#include "documents/zip_late.h"

#define SONAME "libzip.so.4"

LATE(SONAME, int, zip_close, (zip_t * zip), (zip), -1)
LATE_VOID(SONAME, zip_discard, (zip_t * zip), (zip))
LATE(SONAME, zip_error_t *, zip_get_error, (zip_t * zip), (zip), NULL)
LATE(SONAME, int, zip_error_code_zip, (const zip_error_t *error), (error), ZIP_ER_INTERNAL)
LATE_VOID(SONAME, zip_error_fini, (zip_error_t * error), (error))
LATE_VOID(SONAME, zip_error_init, (zip_error_t * error), (error))
LATE(SONAME, const char *, zip_error_strerror, (zip_error_t * error), (error), SONAME " cannot be loaded")
LATE(SONAME, int, zip_fclose, (zip_file_t * file), (file), ZIP_ER_INTERNAL)
LATE(SONAME, zip_int64_t, zip_file_add, (zip_t * zip, const char *name, zip_source_t *source, zip_flags_t flags),
     (zip, name, source, flags), -1)
LATE(SONAME, zip_error_t *, zip_file_get_error, (zip_file_t * file), (file), NULL)
LATE(SONAME, int, zip_file_set_dostime,
     (zip_t * zip, zip_uint64_t index, zip_uint16_t time, zip_uint16_t date, zip_flags_t flags),
     (zip, index, time, date, flags), -1)
LATE(SONAME, int, zip_file_set_external_attributes,
     (zip_t * zip, zip_uint64_t index, zip_flags_t flags, zip_uint8_t system, zip_uint32_t attributes),
     (zip, index, flags, system, attributes), -1)
LATE(SONAME, zip_file_t *, zip_fopen_index, (zip_t * zip, zip_uint64_t index, zip_flags_t flags), (zip, index, flags), NULL)
LATE(SONAME, zip_int64_t, zip_fread, (zip_file_t * file, void *at, zip_uint64_t len), (file, at, len), -1)
LATE(SONAME, const char *, zip_get_name, (zip_t * zip, zip_uint64_t index, zip_flags_t flags), (zip, index, flags), NULL)
LATE(SONAME, zip_int64_t, zip_get_num_entries, (zip_t * zip, zip_flags_t flags), (zip, flags), -1)
LATE(SONAME, zip_t *, zip_open_from_source, (zip_source_t * source, int flags, zip_error_t *error), (source, flags, error),
     NULL)
LATE(SONAME, int, zip_set_file_compression, (zip_t * zip, zip_uint64_t index, zip_int32_t method, zip_uint32_t flags),
     (zip, index, method, flags), -1)
LATE(SONAME, zip_source_t *, zip_source_buffer, (zip_t * zip, const void *at, zip_uint64_t len, int owned),
     (zip, at, len, owned), NULL)
LATE(SONAME, zip_source_t *, zip_source_buffer_create, (const void *at, zip_uint64_t len, int owned, zip_error_t *error),
     (at, len, owned, error), NULL)
LATE(SONAME, int, zip_source_close, (zip_source_t * source), (source), -1)
LATE_VOID(SONAME, zip_source_free, (zip_source_t * source), (source))
LATE_VOID(SONAME, zip_source_keep, (zip_source_t * source), (source))
LATE(SONAME, int, zip_source_open, (zip_source_t * source), (source), -1)
LATE(SONAME, zip_int64_t, zip_source_read, (zip_source_t * source, void *at, zip_uint64_t len), (source, at, len), -1)
LATE(SONAME, int, zip_stat_index, (zip_t * zip, zip_uint64_t index, zip_flags_t flags, zip_stat_t *stat),
     (zip, index, flags, stat), -1)

bool zip_ready(void)
{
    return library_load(SONAME);
}
