// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/channels/email/compose/letter.h"
#include "models/core/error.h"

#include <QByteArray>
#include <QByteArrayView>

/// Fields of a header, folded (RFC 5322 2.2.3) with no line above 76 bytes where a word allows it, CRLF at
/// the end. No value can begin a field of its own: what ends a line becomes a space. Pure.
namespace aside::mail {

/// RFC 2047 where it is not plain ASCII.
[[nodiscard]] QByteArray textField(QByteArrayView name, const QString &value);
/// Errc::InvalidInput where one of them is no address. Empty where there are none.
[[nodiscard]] Result<QByteArray> addressField(QByteArrayView name, const QList<Mailbox> &mailboxes);
/// Ids in angle brackets; those that are none are left out. Empty where none is left.
[[nodiscard]] QByteArray idField(QByteArrayView name, const QStringList &ids);
/// RFC 5322 3.3.
[[nodiscard]] QByteArray dateField(QByteArrayView name, Instant at, std::chrono::seconds utcOffset);
/// `name: value; parameter="…"`, the parameter by RFC 2231 where it is long or not plain ASCII.
[[nodiscard]] QByteArray parameterField(QByteArrayView name, QByteArrayView value, QByteArrayView parameter,
                                        const QString &parameterValue);

} // namespace aside::mail
