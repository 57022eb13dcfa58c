// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/channels/http/json.h"

#include <QString>
#include <QUrl>

#include <optional>

namespace aside::mastodon {

/// What a server says of itself: GET /api/v2/instance, or /api/v1/instance where that is not there.
struct Instance {
    QString domain{}; ///< what stands behind the @ of its people
    QString version{};
    int mostCharacters = 500; ///< of a status
    int mostMedia = 4; ///< of a status
    int longestDescription = 1500; ///< of a picture
    QUrl streaming{}; ///< where it says what happens; empty: where it is itself
    /// Whether a status that is sent twice under one Idempotency-Key is posted once. Servers that only speak
    /// Mastodon's language name themselves in brackets, and some of them do not.
    bool knowsKeys = false;

    bool operator==(const Instance &) const = default;
};

/// Nothing where it is no such answer.
[[nodiscard]] std::optional<Instance> instanceV2(const JsonValue &json);
[[nodiscard]] std::optional<Instance> instanceV1(const JsonValue &json);

} // namespace aside::mastodon
