// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/error.h"
#include "models/domain/outboxitem.h"
#include "models/ports/outboxstore.h"

#include <QObject>

namespace aside {

class Commands;
class ComposerPanel;
class ConnectionStatus;
class ConversationPane;
class OutboxView;
struct WindowServices;

/// Keeps what the window shows of the outbox, and does what the operator decides there. Owned by the
/// MainWindow.
class WindowOutbox final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(WindowOutbox)

public:
    struct Parts {
        const WindowServices &services;
        Commands &commands;
        OutboxView &view;
        ConversationPane &conversation;
        ConnectionStatus &status;
    };

    WindowOutbox(const Parts &parts, QObject *parent);

    /// Reads all that may have changed.
    void refresh();

Q_SIGNALS:
    void failed(const aside::Error &error);
    void announced(const QString &words);

private:
    void connectView();
    void connectCommands();
    void take(const QFuture<Result<OutboxItem>> &change, const QString &words);
    void takeToPost(OutboxId id);
    void askForProof(const OutboxItem &item);
    void toggleFreeze();
    void takeFreeze(const OutboxFreeze &freeze);
    void sendLater();

    Parts m_parts;
    OutboxFreeze m_freeze;
};

} // namespace aside
