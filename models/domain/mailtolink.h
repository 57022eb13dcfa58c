// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/error.h"

#include <QString>
#include <QStringList>

namespace aside {

/// A mailto: address (RFC 6068) as another program handed it to us: nothing to trust. Only these fields are
/// read; a link can attach no file and set no other header.
struct MailtoLink {
    QStringList to;
    QStringList cc;
    QString subject;
    QString body;

    bool operator==(const MailtoLink &) const = default;
};

/// Errc::InvalidInput where it is none, Errc::TooLarge beyond 64 KB, Errc::Empty without an address.
[[nodiscard]] Result<MailtoLink> parseMailto(const QString &link);

} // namespace aside
