// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/outgoing.h"

#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <optional>

namespace aside::mastodon {

/// The text as it is posted: who is meant has to be named in it, and in private nobody else is, as everybody
/// who is named can read it. Only the customer is added; others stand in it where the operator wrote them.
[[nodiscard]] QString textFor(const OutgoingMessage &message);
/// The body of POST /api/v1/statuses. Nothing where what is answered lies at another server.
[[nodiscard]] std::optional<QJsonObject> statusFor(const OutgoingMessage &message, const QString &server,
                                                   const QStringList &media);

} // namespace aside::mastodon
