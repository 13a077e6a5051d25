#include "exchange/address.h"

#include <criterion/criterion.h>

Test(address, of_the_internet_is_public)
{
    static const char *const open[] = { "8.8.8.8", "1.1.1.1", "172.15.255.255", "172.32.0.1", "100.128.0.1", "11.0.0.1",
                                        "192.167.0.1", "223.255.255.255", "2606:4700::1111", "2a00:1450::1",
                                        "::ffff:8.8.8.8", "64:ff9b::808:808", "2002:808:808::1" };
    for (size_t i = 0; i < sizeof open / sizeof *open; i++)
        cr_assert(address_is_public(open[i]), "%s", open[i]);
}

Test(address, of_a_house_a_machine_or_nobody_is_not_public)
{
    static const char *const closed[] = {
        "127.0.0.1", "127.255.255.255", "10.0.0.1", "172.16.0.1", "172.31.255.255", "192.168.1.1", "169.254.169.254",
        "100.64.0.1", "0.0.0.0", "224.0.0.1", "240.0.0.1", "255.255.255.255", "192.0.2.1", "198.19.0.1", "203.0.113.9",
        "::1", "::", "fe80::1", "fc00::1", "fd12:3456::1", "ff02::1", "2001:db8::1", "::ffff:127.0.0.1",
        "::ffff:10.0.0.1", "64:ff9b::7f00:1", "2002:7f00:1::1", "2001::1", "::127.0.0.1"
    };
    for (size_t i = 0; i < sizeof closed / sizeof *closed; i++)
        cr_assert_not(address_is_public(closed[i]), "%s", closed[i]);
}

Test(address, that_is_no_address_is_not_public)
{
    static const char *const none[] = { "", "example.com", "8.8.8", "8.8.8.8.8", "0x7f000001", "2130706433", "1.1.1.1 " };
    for (size_t i = 0; i < sizeof none / sizeof *none; i++)
        cr_assert_not(address_is_public(none[i]), "%s", none[i]);
}
