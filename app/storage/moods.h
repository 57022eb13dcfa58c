// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/storage/database.h"
#include "models/ports/replyclockstore.h"

namespace aside {

/// See ReplyClockStore::moodQuestions().
[[nodiscard]] Result<QList<MoodQuestion>> moodQuestions(Database &db, int most);

/// In one transaction. Answers with the conversations whose mood is another now.
[[nodiscard]] Result<QList<ConversationId>> setMoods(Database &db, const QList<MoodAnswer> &answers);

} // namespace aside
