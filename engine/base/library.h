/* Libraries that most runs never need are loaded when first called: libcurl alone, with all that it pulls in, takes the
 * dynamic linker longer than judging a contract does. The floors that own such a library define its functions anew, each
 * handing on to the real one (documents/zip_late.c, exchange/curl_late.c); all other code is as if it were linked. */
#ifndef KIJUN_BASE_LIBRARY_H
#define KIJUN_BASE_LIBRARY_H

#include <stdbool.h>

/* The function of this name in the library of this soname, which is loaded first if need be and stays; NULL when there is
 * none. Any thread. Once the library is there, no system call is made: a confined process may call it then. */
void *library_function(const char *soname, const char *name);
/* Loads the library for later calls; false when it cannot be had. */
bool library_load(const char *soname);

/* Defines a function of a library by its own name, for the file that owns the library:
 *     LATE("libzip.so.4", int, zip_fclose, (zip_file_t *file), (file), -1)
 * The last argument is what it returns when the library cannot be had. */
#define LATE(soname, type, name, parameters, arguments, failing)                                                       \
    type name parameters                                                                                               \
    {                                                                                                                  \
        __typeof__(&name) real = (__typeof__(&name))library_function(soname, #name);                                   \
        return real ? real arguments : (failing);                                                                      \
    }
/* The same for a function that returns nothing. */
#define LATE_VOID(soname, name, parameters, arguments)                                                                 \
    void name parameters                                                                                               \
    {                                                                                                                  \
        __typeof__(&name) real = (__typeof__(&name))library_function(soname, #name);                                   \
        if (real)                                                                                                      \
            real arguments;                                                                                            \
    }

#endif
