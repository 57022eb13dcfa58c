// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/channels/http/json.h"
#include "app/channels/vk/vkplace.h"
#include "models/core/clock.h"
#include "models/domain/incoming.h"

#include <QHash>
#include <QSet>
#include <QString>

namespace aside::vk {

/// Which community the token belongs to: groups.getById.
struct Me {
    QString id{};
    QString name{};
    QString screenName{};

    /// What stands behind vk.com/ and vk.me/.
    [[nodiscard]] QString address() const
    {
        return screenName.isEmpty() ? QStringLiteral("club") + id : screenName;
    }
    bool operator==(const Me &) const = default;
};

struct Updates {
    QList<IncomingMessage> messages{};
    QList<IncomingDeletion> deletions{};
    QList<Place> cropped{}; ///< messages that VK sent in part
    int skipped = 0; ///< that say nothing to us, or are broken
};

/// What the long poll brought, as what the store takes; a person is a number that is still without a name.
/// An event that is there twice counts once.
[[nodiscard]] Updates readUpdates(const QList<JsonValue> &updates, const Me &me, Instant now);
/// A message of a history. Nothing where it says nothing.
[[nodiscard]] std::optional<IncomingMessage> readTalk(const JsonValue &json, const Me &me, Instant now);

/// That its author came by a link of ours, which a message says beside its words.
[[nodiscard]] std::optional<IncomingMessage> readArrival(const JsonValue &json, const Me &me, Instant now);

/// Puts what was read again in the place of what was there in part. What said nothing in part comes anew.
void takeWhole(QList<IncomingMessage> &messages, IncomingMessage whole);

/// Whose names are wanted: numbers, those of communities with a minus.
[[nodiscard]] QSet<QString> namelessOf(const QList<IncomingMessage> &messages);
void fillNames(QList<IncomingMessage> &messages, const QHash<QString, QString> &names);

} // namespace aside::vk
