// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QHostAddress>

namespace aside {

/// Whether it is an address of the open internet. Not: this machine, our own network, a link, a group, a
/// reserved or documented range, or an IPv6 address that only carries such an IPv4 one.
[[nodiscard]] bool isPublicAddress(const QHostAddress &address);

} // namespace aside
