// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/clock/workcalendar.h"
#include "models/ports/promisestore.h"

#include <QList>

#include <optional>

namespace aside {

/// A date in a sent reply that may be kept in mind.
struct PromiseOffer {
    ConversationId conversation;
    OutboxId reply;
    qsizetype place = 0; ///< where the date begins in the text of the reply
    QString words; ///< the sentence it stands in
    Instant dueAt{};
    std::optional<Promise> instead{}; ///< the open promise that it may move

    bool operator==(const PromiseOffer &) const = default;
};

/// The dates in sent replies that nobody decided on, by reply and place: each moment once, and none that is
/// promised already. What is quoted promises nothing. `known` are the promises of the conversation. May be
/// called on any thread.
[[nodiscard]] QList<PromiseOffer> promiseOffers(const QList<SentReply> &replies, const QList<Promise> &known,
                                                const WorkCalendar &calendar);

} // namespace aside
