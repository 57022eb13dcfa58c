// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/channels/http/json.h"
#include "models/core/clock.h"
#include "models/domain/incoming.h"

#include <QString>

#include <functional>
#include <optional>

namespace aside::mastodon {

/// Plain text of HTML.
using ToText = std::function<QString(const QString &html)>;

/// Whose token it is: GET /api/v1/accounts/verify_credentials.
struct Me {
    QString id{};
    QString address{}; ///< "shop@mastodon.example"
    QString name{};
    QString url{};

    bool operator==(const Me &) const = default;
};

/// What is needed to read what a server says.
struct Reading {
    QString server{}; ///< its host, which tells its ids from those of others
    QString domain{}; ///< what stands behind the @ of its people
    Me me{};
    ToText toText{};
    Instant now{};
};

/// Where a status lies: ids are a server's own.
[[nodiscard]] QString remoteId(const QString &server, const QString &id);
/// The server's id of what remoteId() made; empty where it is another server's.
[[nodiscard]] QString idAt(const QString &server, const QString &remoteId);

/// Ids are opaque, and the later one is the greater: docs.joinmastodon.org/api/guidelines, "Id".
[[nodiscard]] bool isLater(const QString &id, const QString &other);

/// "name@host", also for people of the server itself, whose host it leaves out.
[[nodiscard]] QString addressOf(const JsonValue &account, const QString &domain);

/// Nothing where it is none, or only passes on what somebody else wrote. Everything that not everybody may
/// see is private: some servers say "private" of a direct message.
[[nodiscard]] std::optional<IncomingMessage> messageOf(const JsonValue &status, const Reading &reading);

} // namespace aside::mastodon
