// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/cli/context.h"
#include "models/check/preparedmove.h"
#include "models/privacy/privatetalk.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace aside::cli {

// What `asidectl private` does beside planning.

/// How a move is to be started.
struct PrivateStart {
    ConversationId conversation;
    std::optional<QString> publicText{}; ///< none: as it is drafted
    std::optional<QString> privateText{};
    std::chrono::seconds undoWindow{};
    QStringList reasons{}; ///< RULE=TEXT
    MoveAim aim = MoveAim::Begin;
    QStringList without{}; ///< "public", "private": halves that are left out
    bool isTried = false; ///< nothing is started
};

/// Plans, writes and checks both halves; where nothing holds them back they go into the outbox.
[[nodiscard]] ExitCode startPrivate(CommandContext &context, const PrivateStart &start);
/// Of one conversation, or all that wait for somebody.
[[nodiscard]] ExitCode listPrivate(CommandContext &context, ConversationId id);
[[nodiscard]] ExitCode takeBackPrivate(CommandContext &context, PrivateMoveId id);
/// Records what was done.
[[nodiscard]] ExitCode resolvePrivate(CommandContext &context, ConversationId id, const QString &what);
/// Who it may be that writes in a private conversation.
[[nodiscard]] ExitCode listArrivals(CommandContext &context, ConversationId talk);
/// It is not the one that the move waits for.
[[nodiscard]] ExitCode rejectPrivate(CommandContext &context, PrivateMoveId id, ConversationId talk);
/// They came: the operator says so. Two addresses that came to light so are one person then.
[[nodiscard]] ExitCode arrivedPrivate(CommandContext &context, PrivateMoveId id, ConversationId talk);

[[nodiscard]] QJsonObject moveJson(const PrivateMove &move);
void printMoves(Output &output, const QList<PrivateMove> &moves);

} // namespace aside::cli
