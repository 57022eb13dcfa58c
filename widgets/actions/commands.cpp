// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/actions/commands.h"

#include "widgets/theme/icons.h"

#include <QCoreApplication>
#include <QWidget>

#include <algorithm>
#include <cstring>

namespace aside {

namespace {

QString words(const char *source)
{
    return QCoreApplication::translate("Commands", source);
}

QList<QKeySequence> keysOf(const QStringList &texts)
{
    QList<QKeySequence> keys;
    for (const QString &text : texts) {
        const QKeySequence one(text, QKeySequence::PortableText);
        if (!one.isEmpty()) {
            keys.append(one);
        }
    }
    return keys;
}

QAction *makeAction(const CommandSpec &spec, QWidget *window)
{
    auto *action = new QAction(window);
    action->setObjectName(QString::fromLatin1(spec.id));
    if (*spec.icon != '\0') {
        action->setIcon(themedIcon(QString::fromLatin1(spec.icon)));
    }
    if (std::strcmp(spec.id, "app.quit") == 0) {
        action->setMenuRole(QAction::QuitRole);
    } else if (std::strcmp(spec.id, "help.about") == 0) {
        action->setMenuRole(QAction::AboutRole);
    } else if (std::strcmp(spec.id, "settings.open") == 0) {
        action->setMenuRole(QAction::PreferencesRole);
    } else {
        action->setMenuRole(QAction::NoRole);
    }
    action->setVisible(false);
    action->setEnabled(false);
    return action;
}

} // namespace

Commands::Commands(QWidget *window)
    : QObject(window)
{
    for (const CommandSpec &spec : commandTable()) {
        m_commands.append({.spec = &spec, .action = makeAction(spec, window)});
        window->addAction(m_commands.constLast().action);
        applyShortcuts(m_commands.constLast());
    }
    retranslate();
}

QList<Commands::Command> Commands::all() const
{
    QList<Command> done;
    std::ranges::copy_if(m_commands, std::back_inserter(done),
                         [](const Command &command) { return command.action->isVisible(); });
    return done;
}

const Commands::Command &Commands::command(const char *id) const
{
    const auto found = std::ranges::find_if(
        m_commands, [id](const Command &one) { return std::strcmp(one.spec->id, id) == 0; });
    Q_ASSERT(found != m_commands.end());
    return *found;
}

QAction *Commands::action(const char *id) const
{
    return command(id).action;
}

QAction *Commands::prepare(const char *id)
{
    QAction *found = action(id);
    found->setVisible(true);
    found->setEnabled(true);
    return found;
}

QList<QKeySequence> Commands::defaultShortcuts(const char *id) const
{
    for (const Command &command : m_commands) {
        if (std::strcmp(command.spec->id, id) == 0) {
            return keysOf(QString::fromLatin1(command.spec->keys).split(QStringLiteral("; ")));
        }
    }
    return {};
}

void Commands::setShortcuts(const ShortcutChanges &changes)
{
    m_changes = changes;
    for (const Command &command : std::as_const(m_commands)) {
        applyShortcuts(command);
    }
    Q_EMIT shortcutsChanged();
}

void Commands::applyShortcuts(const Command &command)
{
    const auto changed = m_changes.constFind(QString::fromLatin1(command.spec->id));
    command.action->setShortcuts(changed != m_changes.constEnd() ? keysOf(*changed)
                                                                 : defaultShortcuts(command.spec->id));
}

QString Commands::plainText(const CommandSpec &spec)
{
    QString text = words(spec.text);
    text.remove(u'&');
    if (text.endsWith(u'…')) {
        text.chop(1);
    }
    return text;
}

QString Commands::hint(const CommandSpec &spec)
{
    return words(spec.hint);
}

QString Commands::groupLabel(CommandGroup group)
{
    switch (group) {
    case CommandGroup::File:
        return tr("&File");
    case CommandGroup::Edit:
        return tr("&Edit");
    case CommandGroup::View:
        return tr("&View");
    case CommandGroup::Conversation:
        return tr("&Conversation");
    case CommandGroup::Message:
        return tr("&Message");
    case CommandGroup::Go:
        return tr("&Go");
    case CommandGroup::Tools:
        return tr("&Tools");
    case CommandGroup::Settings:
        return tr("&Settings");
    case CommandGroup::Help:
        return tr("&Help");
    }
    Q_UNREACHABLE_RETURN({});
}

void Commands::retranslate()
{
    for (const Command &command : std::as_const(m_commands)) {
        command.action->setText(words(command.spec->text));
        command.action->setStatusTip(hint(*command.spec));
        command.action->setToolTip(hint(*command.spec));
    }
    Q_EMIT retranslated();
}

void Commands::setHindrance(const char *id, const QString &why)
{
    const Command &hindered = command(id);
    hindered.action->setEnabled(why.isEmpty());
    hindered.action->setToolTip(why.isEmpty() ? hint(*hindered.spec) : why);
    hindered.action->setStatusTip(hindered.action->toolTip());
}

} // namespace aside
