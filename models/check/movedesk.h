// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/check/preparedmove.h"
#include "models/core/error.h"

#include <QFuture>

namespace aside {

class Clock;
class ConversationStore;
class MoveStore;
struct MoveTalk;
class PersonStore;

/// Prepares moves to private, and their end in public: gathers what the stores know of a talk and its person,
/// plans, and writes both halves. Decides and sends nothing. The stores outlive what was asked for; nothing
/// blocks.
class MoveDesk
{
public:
    struct Stores {
        ConversationStore &conversations;
        PersonStore &persons;
        MoveStore &moves;
    };

    MoveDesk(const Stores &stores, const Clock &clock);

    /// Texts are read and written on the global pool, where the future may be answered. Errc::NotFound where
    /// the conversation is gone; Errc::Conflict where a public side is to be closed, and nothing was recorded
    /// as solved, or everybody can read it already. Any thread may call.
    [[nodiscard]] QFuture<Result<PreparedMove>> prepare(MoveQuestion question) const;

private:
    [[nodiscard]] QFuture<Result<MoveTalk>> gather(ConversationId id) const;

    Stores m_stores;
    const Clock &m_clock;
};

} // namespace aside
