// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/import/mail/mailaddress.h"
#include "models/core/error.h"
#include "models/domain/incoming.h"

#include <QByteArrayView>
#include <QList>
#include <QStringList>

#include <optional>

namespace aside {

/// What a message does not say about itself.
struct MailContext {
    QStringList ownAddresses; ///< "me@shop.example", "@shop.example"
    Instant fallbackDate{}; ///< where it has no date of its own
    bool isRead = false;
    bool isInSent = false; ///< it lies where sent mail lies
};

/// Raw RFC 5322 bytes, any line ends → values. Pure; forgiving with everything but limits.
/// Errors: BrokenItem (no mail at all), TooLarge (64 MB, 1 MB of header, 10,000 parts), TooDeep (100 levels).
[[nodiscard]] Result<IncomingMessage> parseMail(QByteArrayView raw, const MailContext &context);

/// The read mark that Mozilla and the Unix mail programs leave in the header; nothing where there is none.
[[nodiscard]] std::optional<bool> readMark(QByteArrayView raw);

/// Everybody named in the header: From, To, Cc, Delivered-To.
[[nodiscard]] QList<MailAddress> readParticipants(QByteArrayView raw);

/// Whether the address is one of these, or in one of these domains.
[[nodiscard]] bool isOwnAddress(const QString &address, const QStringList &ownAddresses);

constexpr qsizetype largestMail = 64LL * 1024 * 1024;

} // namespace aside
