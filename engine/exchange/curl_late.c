/* The functions of libcurl that this floor calls, loaded with the first transfer (base/library.h). One that the linker
 * misses gets a line here. */
#include <curl/curl.h>
#include <stdarg.h>

#include "base/library.h"

#define SONAME "libcurl.so.4"

/* The macros of these names check the types of what callers give. */
#undef curl_easy_setopt
#undef curl_easy_getinfo

LATE(SONAME, CURLcode, curl_global_init, (long flags), (flags), CURLE_FAILED_INIT)
LATE_VOID(SONAME, curl_global_cleanup, (void), ())
LATE(SONAME, CURL *, curl_easy_init, (void), (), NULL)
LATE(SONAME, CURLcode, curl_easy_perform, (CURL * curl), (curl), CURLE_FAILED_INIT)
LATE_VOID(SONAME, curl_easy_cleanup, (CURL * curl), (curl))
LATE(SONAME, const char *, curl_easy_strerror, (CURLcode code), (code), SONAME " cannot be loaded")
LATE(SONAME, struct curl_slist *, curl_slist_append, (struct curl_slist * list, const char *text), (list, text), NULL)
LATE_VOID(SONAME, curl_slist_free_all, (struct curl_slist * list), (list))

/* What an option takes follows from its number (curl.h, CURLOPTTYPE_*). */
CURLcode curl_easy_setopt(CURL *curl, CURLoption option, ...)
{
    __typeof__(&curl_easy_setopt) real = (__typeof__(&curl_easy_setopt))library_function(SONAME, "curl_easy_setopt");
    CURLcode code = CURLE_FAILED_INIT;
    va_list list;
    va_start(list, option);
    if (real && option < CURLOPTTYPE_OBJECTPOINT)
        code = real(curl, option, va_arg(list, long));
    else if (real && option >= CURLOPTTYPE_OFF_T && option < CURLOPTTYPE_BLOB)
        code = real(curl, option, va_arg(list, curl_off_t));
    else if (real)
        code = real(curl, option, va_arg(list, void *));
    va_end(list);
    return code;
}

/* Every answer goes through a pointer. */
CURLcode curl_easy_getinfo(CURL *curl, CURLINFO info, ...)
{
    __typeof__(&curl_easy_getinfo) real = (__typeof__(&curl_easy_getinfo))library_function(SONAME, "curl_easy_getinfo");
    va_list list;
    va_start(list, info);
    CURLcode code = real ? real(curl, info, va_arg(list, void *)) : CURLE_FAILED_INIT;
    va_end(list);
    return code;
}
