// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/clock.h"
#include "models/core/error.h"
#include "models/domain/conversation.h"
#include "models/domain/workinghours.h"

#include <QFuture>
#include <QList>
#include <QStringList>

namespace aside {

/// What somebody wrote and waits for our answer to, to be read for its mood.
struct MoodQuestion {
    ConversationId conversation;
    Instant heardAt{}; ///< of the last message that is read
    QStringList texts{}; ///< the latest first, without what they quote

    bool operator==(const MoodQuestion &) const = default;
};

struct MoodAnswer {
    ConversationId conversation;
    Instant heardAt{}; ///< as it was asked: an answer to an older message is dropped
    Mood mood = Mood::Neutral;
    QStringList words{}; ///< the customer's, that tell it

    bool operator==(const MoodAnswer &) const = default;
};

/// Keeps what the order of the inbox and its deadlines follow. Any thread may call.
class ReplyClockStore
{
public:
    ReplyClockStore() = default;
    virtual ~ReplyClockStore() = default;
    ReplyClockStore(const ReplyClockStore &) = delete;
    ReplyClockStore &operator=(const ReplyClockStore &) = delete;

    /// Counts by these hours from now on, and brings the next conversations to them, a step in one
    /// transaction. True: there are more, ask again.
    [[nodiscard]] virtual QFuture<Result<bool>> followHours(WorkingHours hours) = 0;

    /// What is not read yet; the public first, then the newest.
    [[nodiscard]] virtual QFuture<Result<QList<MoodQuestion>>> moodQuestions(int most) = 0;
    [[nodiscard]] virtual QFuture<Result<void>> setMoods(QList<MoodAnswer> answers) = 0;
};

} // namespace aside
