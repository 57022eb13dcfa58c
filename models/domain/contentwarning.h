// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/message.h"

#include <QList>
#include <QString>

namespace aside {

/// A text that readers see only once they have read what it is about: a content warning of Mastodon, which is
/// written and shown as a first line "[CW: food]". Any thread.
struct WarnedText {
    QString warning{}; ///< empty: there is none
    QString text{};

    bool operator==(const WarnedText &) const = default;
};

[[nodiscard]] WarnedText readWarning(const QString &text);
/// The way back.
[[nodiscard]] QString writeWarning(const WarnedText &warned);

/// A reply as it leaves: on Mastodon it bears the warning of what it answers, unless it begins with its own.
/// docs.joinmastodon.org/methods/statuses, "spoiler_text"; the web interface does so too.
[[nodiscard]] QString textAsSent(Channel channel, const QString &reply, const QString &answered);
/// To the customer's last message of these, the oldest first.
[[nodiscard]] QString textAsSent(Channel channel, const QString &reply, const QList<Message> &messages);

} // namespace aside
