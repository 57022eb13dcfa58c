// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/id.h"
#include "models/domain/conversation.h"
#include "models/domain/listquery.h"

#include <QByteArray>

#include <optional>

namespace aside {

/// Where things were in a window when it was closed.
struct WindowPlaces {
    QByteArray geometry;
    QByteArray columns;
    QByteArray rows;
    View view = View::Inbox;
    ConversationId conversation;
    SortOrder order = usualOrder; ///< of every list

    bool operator==(const WindowPlaces &) const = default;
};

[[nodiscard]] QByteArray toBytes(const WindowPlaces &places);
/// Nothing where the bytes are broken or of a later version: then the window opens at its usual place.
[[nodiscard]] std::optional<WindowPlaces> placesFrom(const QByteArray &bytes);

} // namespace aside
