// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/channels/feed/feeddocument.h"
#include "models/domain/incoming.h"

#include <functional>

namespace aside::feed {

/// Plain text of HTML.
using ToText = std::function<QString(const QString &html)>;

/// Where a link leads: what a redirect of Google Alerts hides, else the link itself.
[[nodiscard]] QUrl targetOf(const QUrl &link);

/// The entries as public mentions, the oldest first; each is a conversation of its own. `address` is that of
/// the feed, `now` the latest that anything was written. An id that two entries have counts for the first.
[[nodiscard]] QList<IncomingMessage> mentionsOf(const FeedDocument &document, const QString &address,
                                                const ToText &toText, Instant now);

} // namespace aside::feed
