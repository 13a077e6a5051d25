/* The version of the program and of the interface that rule packs are written against (pack.lua: engine = "..."). */
#ifndef KIJUN_BASE_VERSION_H
#define KIJUN_BASE_VERSION_H

#define KIJUN_VERSION "0.1.0"
#define KIJUN_API_MAJOR 1
#define KIJUN_API_MINOR 0

#endif
