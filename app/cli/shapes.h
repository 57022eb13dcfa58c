// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/conversation.h"
#include "models/domain/draft.h"
#include "models/domain/outboxitem.h"

#include <QJsonObject>
#include <QString>

namespace aside::cli {

// The JSON of the command line, described in docs/asidectl.md. Stable: fields are added, never changed.

enum class Checksums { Without, With };

[[nodiscard]] QJsonObject conversationJson(const ConversationRow &row);
[[nodiscard]] QJsonObject messageJson(const Message &message, Checksums checksums);
[[nodiscard]] QJsonObject threadJson(const Thread &thread, Checksums checksums);
[[nodiscard]] QJsonObject draftJson(const Draft &draft);
[[nodiscard]] QJsonObject outboxJson(const OutboxItem &item);

/// ISO 8601 in UTC, for JSON; empty where there is no time.
[[nodiscard]] QString utcText(Instant at);
/// In the zone and the style of the person, for tables.
[[nodiscard]] QString localText(Instant at);

} // namespace aside::cli
