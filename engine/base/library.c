#include "base/library.h"

#include <dlfcn.h>

/* The dynamic linker keeps the handle and finds a library that is loaded by its name: no state of our own is needed.
 * RTLD_NODELETE makes every handle good for ever. RTLD_LOCAL keeps its names from answering for others. */
static void *library(const char *soname)
{
    return dlopen(soname, RTLD_NOW | RTLD_LOCAL | RTLD_NODELETE);
}

void *library_function(const char *soname, const char *name)
{
    void *handle = library(soname);
    return handle ? dlsym(handle, name) : 0;
}

bool library_load(const char *soname)
{
    return library(soname);
}
