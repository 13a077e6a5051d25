#include "batch/share.h"

#include <stdio.h>
#include <string.h>

#include "support/support.h"

TestSuite(share);

/* Whose an entry is may never change: shards of another version, or of another machine, would leave suppliers out. */
Test(share, an_entry_belongs_to_the_same_shard_for_ever)
{
    static const struct {
        const char *entry;
        uint32_t of_2, of_3, of_4, of_16, of_4096;
    } known[] = {
        {"a", 1, 1, 1, 3, 637},
        {"acme", 2, 3, 3, 12, 3039},
        {"acme.xml", 2, 3, 4, 14, 3383},
        {"eu/standard/s0000001", 1, 1, 1, 4, 850},
        {"s0000002", 1, 1, 1, 3, 585},
        {"株式会社架空", 1, 2, 2, 6, 1437},
        {"contracts/2026/nda.docx", 1, 2, 2, 6, 1530},
    };
    for (size_t i = 0; i < sizeof known / sizeof *known; i++) {
        size_t len = strlen(known[i].entry);
        const uint32_t counts[] = {2, 3, 4, 16, 4096};
        const uint32_t wanted[] = {known[i].of_2, known[i].of_3, known[i].of_4, known[i].of_16, known[i].of_4096};
        for (size_t k = 0; k < 5; k++)
            cr_expect_eq(share_of(known[i].entry, len, counts[k]), wanted[k], "%s of %u: %u", known[i].entry,
                         (unsigned)counts[k], (unsigned)share_of(known[i].entry, len, counts[k]));
    }
}

Test(share, one_shard_takes_everything)
{
    for (char c = 'a'; c <= 'z'; c++)
        cr_expect_eq(share_of(&c, 1, 1), 1);
    cr_expect_eq(share_of("", 0, 0), 1);
}

/* 10,000 entries in 16 shares: about 625 in each. The bound is 6 standard deviations. */
Test(share, the_shares_are_equal)
{
    uint32_t counts[16] = {0};
    for (int i = 0; i < 10000; i++) {
        char entry[32];
        int len = snprintf(entry, sizeof entry, "eu/s%07d", i);
        uint32_t k = share_of(entry, (size_t)len, 16);
        cr_assert(k >= 1 && k <= 16);
        counts[k - 1]++;
    }
    for (int i = 0; i < 16; i++)
        cr_expect(counts[i] > 625 - 150 && counts[i] < 625 + 150, "share %d has %u", i + 1, (unsigned)counts[i]);
}
