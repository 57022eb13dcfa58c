// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/id.h"

#include <QList>

#include <optional>

namespace aside {

/// One step from an old list of ids to a new one.
struct IdStep {
    enum class Kind : quint8 { Remove, Move, Insert };

    Kind kind = Kind::Remove;
    qsizetype first = 0; ///< where it begins, in the list as the steps before left it
    qsizetype count = 1; ///< always 1 for a move
    qsizetype to = 0; ///< a move only: where the id is afterwards

    bool operator==(const IdStep &) const = default;
};

/// The removals, then the moves, then the inserts that turn `from` into `to`, as few moves as possible;
/// nothing where that takes more than `maxSteps`. Inserted ids are those of `to` at the same place. No id
/// may be twice in a list. Linear where nothing moved.
[[nodiscard]] std::optional<QList<IdStep>> idDiff(const QList<ConversationId> &from,
                                                  const QList<ConversationId> &to, qsizetype maxSteps);

} // namespace aside
