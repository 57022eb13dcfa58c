// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/actions/letterkeys.h"

#include "widgets/actions/commands.h"

#include <QAbstractItemView>
#include <QKeyEvent>

#include <algorithm>

namespace aside {

namespace {

/// The letter of an English keyboard on the same key.
QChar latinLetter(QChar typed)
{
    static const QString russian = QStringLiteral("йцукенгшщзхъфывапролджэячсмитьбю.");
    static const QString latin = QStringLiteral("qwertyuiop[]asdfghjkl;'zxcvbnm,./");
    const qsizetype place = russian.indexOf(typed);
    return place < 0 ? typed : latin.at(place);
}

} // namespace

LetterKeys::LetterKeys(Commands &commands, QAbstractItemView *list)
    : QObject(list)
    , m_commands(commands)
{
    list->installEventFilter(this);
}

bool LetterKeys::eventFilter(QObject *watched, QEvent *event)
{
    if (m_state == State::On && event->type() == QEvent::KeyPress) {
        const auto &key = *static_cast<QKeyEvent *>(event);
        if (key.modifiers() == Qt::NoModifier && key.text().size() == 1 && trigger(key)) {
            return true;
        }
    }
    return QObject::eventFilter(watched, event);
}

bool LetterKeys::trigger(const QKeyEvent &key)
{
    const QChar letter = latinLetter(key.text().at(0).toLower());
    const QList<Commands::Command> commands = m_commands.all();
    const auto found = std::ranges::find_if(commands, [letter](const Commands::Command &command) {
        return command.spec->letter != 0 && letter == QLatin1Char(command.spec->letter);
    });
    if (found == commands.end() || !found->action->isEnabled()) {
        return false;
    }
    found->action->trigger();
    return true;
}

} // namespace aside
