// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/channels/http/publicaddress.h"

#include <algorithm>
#include <array>
#include <optional>

namespace aside {

namespace {

struct Range4 {
    quint32 from;
    int bits;
};

constexpr quint32 ip(quint32 a, quint32 b, quint32 c, quint32 d)
{
    return (a << 24) | (b << 16) | (c << 8) | d;
}

/// The registry of special-purpose addresses (RFC 6890 and what came later).
constexpr std::array closed4{
    Range4{.from = ip(0, 0, 0, 0), .bits = 8},       Range4{.from = ip(10, 0, 0, 0), .bits = 8},
    Range4{.from = ip(100, 64, 0, 0), .bits = 10}, // of providers, between them and us
    Range4{.from = ip(127, 0, 0, 0), .bits = 8},     Range4{.from = ip(169, 254, 0, 0), .bits = 16},
    Range4{.from = ip(172, 16, 0, 0), .bits = 12},   Range4{.from = ip(192, 0, 0, 0), .bits = 24},
    Range4{.from = ip(192, 0, 2, 0), .bits = 24},    Range4{.from = ip(192, 88, 99, 0), .bits = 24},
    Range4{.from = ip(192, 168, 0, 0), .bits = 16},  Range4{.from = ip(198, 18, 0, 0), .bits = 15},
    Range4{.from = ip(198, 51, 100, 0), .bits = 24}, Range4{.from = ip(203, 0, 113, 0), .bits = 24},
    Range4{.from = ip(224, 0, 0, 0), .bits = 3}, // groups, reserved, broadcast
};

bool isPublic4(quint32 address)
{
    return std::ranges::none_of(closed4, [address](const Range4 &range) {
        return (address >> (32 - range.bits)) == (range.from >> (32 - range.bits));
    });
}

quint32 part4(const Q_IPV6ADDR &address, size_t at)
{
    return ip(address.c[at], address.c[at + 1], address.c[at + 2], address.c[at + 3]);
}

bool startsWith(const Q_IPV6ADDR &address, std::initializer_list<quint8> bytes)
{
    return std::equal(bytes.begin(), bytes.end(), std::begin(address.c));
}

/// The IPv4 address that connections to this one end at: mapped, or behind NAT64.
std::optional<quint32> carried4(const Q_IPV6ADDR &address)
{
    const bool isMapped = startsWith(address, {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff});
    const bool isTranslated = startsWith(address, {0, 0x64, 0xff, 0x9b, 0, 0, 0, 0, 0, 0, 0, 0});
    return isMapped || isTranslated ? std::optional(part4(address, 12)) : std::nullopt;
}

bool isPublic6(const Q_IPV6ADDR &address)
{
    if (const std::optional<quint32> inner = carried4(address)) {
        return isPublic4(*inner);
    }
    const bool isGlobal = (address.c[0] >> 5) == 1; // 2000::/3, all that is given out
    const bool isProtocol = startsWith(address, {0x20, 0x01}) && address.c[2] < 2; // Teredo and its like
    const bool isExample = startsWith(address, {0x20, 0x01, 0x0d, 0xb8})
        || (startsWith(address, {0x3f, 0xff}) && address.c[2] < 0x10);
    const bool is6to4 = startsWith(address, {0x20, 0x02});
    return isGlobal && !isProtocol && !isExample && !is6to4;
}

} // namespace

bool isPublicAddress(const QHostAddress &address)
{
    if (address.protocol() == QAbstractSocket::IPv4Protocol) {
        return isPublic4(address.toIPv4Address());
    }
    return address.protocol() == QAbstractSocket::IPv6Protocol && address.scopeId().isEmpty()
        && isPublic6(address.toIPv6Address());
}

} // namespace aside
