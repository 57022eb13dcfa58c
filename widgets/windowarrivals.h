// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/privacy/arrival.h"

#include <QObject>

namespace aside {

class ArrivalBar;
class MainWindow;
class MoveStore;
struct ConversationRow;

/// Offers, above a private thread, that it may be the person a move to private waits for; carries out what
/// the operator says. Owned by its parent, which outlives neither the window nor the store.
class WindowArrivals final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(WindowArrivals)

public:
    WindowArrivals(MainWindow &window, MoveStore &moves, QObject *parent);

Q_SIGNALS:
    /// Both sides are one story now.
    void joined();

private:
    void look(const ConversationRow &row);
    void updateCommand();
    void ask();
    void askAmong(const QList<ArrivalProposal> &expected);
    void confirm(const ArrivalProposal &proposal);
    void joinPersons(const ArrivalProposal &proposal);
    void reject(const ArrivalProposal &proposal);
    void fail(const Error &error);

    MainWindow &m_window;
    MoveStore &m_moves;
    ArrivalBar *m_bar;
    quint64 m_looks = 0; ///< only the answer to the latest counts
};

} // namespace aside
