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
class PersonStore;

/// Prepares moves to private: gathers what the stores know of a talk and its person, plans, and writes both
/// halves. Decides and sends nothing. The stores outlive what was asked for; nothing blocks.
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
    /// the conversation is gone. Any thread may call.
    [[nodiscard]] QFuture<Result<PreparedMove>> prepare(MoveQuestion question) const;

private:
    Stores m_stores;
    const Clock &m_clock;
};

} // namespace aside
