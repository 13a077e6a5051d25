/* Documents that were fetched, and whose source could not be reached when they were to be fetched again.
 *
 * `kijun fetch` leaves a file of this name in every folder above such a document: a line for each, its path, since when its
 * copy is old (seconds since 1970; 0: there is no copy), and why, between tabs. Whoever loads the folder says so of them. */
#ifndef KIJUN_DOCUMENTS_STALE_H
#define KIJUN_DOCUMENTS_STALE_H

#define STALE_NAME ".kijun-stale"

#endif
