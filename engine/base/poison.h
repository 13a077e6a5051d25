/* Tells AddressSanitizer which bytes of our own allocators are not handed out; nothing in other builds. */
#ifndef KIJUN_BASE_POISON_H
#define KIJUN_BASE_POISON_H

#if defined(__SANITIZE_ADDRESS__)
#define KIJUN_POISON 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define KIJUN_POISON 1
#endif
#endif

#ifdef KIJUN_POISON
#include <sanitizer/asan_interface.h>
#define base_poison(at, size) __asan_poison_memory_region((at), (size))
#define base_unpoison(at, size) __asan_unpoison_memory_region((at), (size))
#else
#define base_poison(at, size) ((void)(at), (void)(size))
#define base_unpoison(at, size) ((void)(at), (void)(size))
#endif

#endif
