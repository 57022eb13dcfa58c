// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>

class QAbstractItemView;
class QKeyEvent;

namespace aside {

class Commands;

/// Single letters as commands, as the table says, while a list has the keyboard: never where somebody
/// writes. Latin and Russian keyboards count alike: the place of the key matters.
class LetterKeys : public QObject
{
    Q_OBJECT
public:
    enum class State { On, Off };

    /// Works from now on; the list owns it.
    LetterKeys(Commands &commands, QAbstractItemView *list);

    void setState(State state) { m_state = state; }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    [[nodiscard]] bool trigger(const QKeyEvent &key);

    Commands &m_commands;
    State m_state = State::On;
};

} // namespace aside
