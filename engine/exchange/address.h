/* Which addresses belong to the public internet. Private to the exchange floor. */
#ifndef KIJUN_EXCHANGE_ADDRESS_H
#define KIJUN_EXCHANGE_ADDRESS_H

#include <stdbool.h>

/* True for a numeric IPv4 or IPv6 address that is globally reachable: not private (RFC 1918, RFC 4193), loopback,
 * link-local, shared (RFC 6598), multicast, unspecified, documentation or reserved, nor an IPv4 one of these in IPv6
 * form (mapped, NAT64, 6to4). False for anything that is no address. */
bool address_is_public(const char *text);

#endif
