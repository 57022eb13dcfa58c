// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/error.h"

#include <QByteArray>
#include <QString>

namespace aside::mail {

/// An address as it stands in an envelope and in a header.
struct WireAddress {
    QByteArray bytes; ///< UTF-8; its domain as ASCII (IDNA) where the rest is ASCII
    bool needsUtf8 = false; ///< RFC 6531: only for servers that announce SMTPUTF8

    bool operator==(const WireAddress &) const = default;
};

/// RFC 5321 4.1.2 and RFC 6531 3.3. Errc::InvalidInput for what is no address, with control characters, too
/// long (RFC 5321 4.5.3.1) or at a literal [address].
[[nodiscard]] Result<WireAddress> wireAddress(const QString &address);

} // namespace aside::mail
