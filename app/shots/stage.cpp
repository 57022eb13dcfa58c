// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/shots/stage.h"

#include "app/profiledemo.h"
#include "app/shots/storyplay.h"
#include "app/windowaccounts.h"
#include "models/ports/accountstore.h"
#include "models/ports/conversationstore.h"
#include "models/ports/movestore.h"

#include <QAbstractButton>
#include <QAction>
#include <QApplication>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QPainter>
#include <QPlainTextEdit>

#include <algorithm>
#include <utility>

namespace aside {

namespace {

constexpr QSize windowSize(1280, 800);

QHash<QString, ConversationId> idsByHandle(ConversationStore &store)
{
    QHash<QString, ConversationId> byHandle;
    for (const View view : {View::Closed, View::Snoozed, View::Blocked, View::Inbox}) {
        const Result<QList<ConversationId>> ids = store.ids({.view = view}).result();
        const Result<QList<ConversationRow>> rows
            = store.rows(ids.value_or(QList<ConversationId>())).result();
        for (const ConversationRow &row : rows.value_or(QList<ConversationRow>())) {
            byHandle.insert(row.handle, row.id); // of several, one that is open
        }
    }
    return byHandle;
}

/// Dialogs go to the middle of the window, menus and pop-ups where they are.
QPoint placeOver(const QWidget &top, const QWidget &window)
{
    if (top.windowType() == Qt::Dialog || top.windowType() == Qt::Window) {
        return QRect(QPoint(), window.size()).center() - QRect(QPoint(), top.size()).center();
    }
    return window.mapFromGlobal(top.mapToGlobal(QPoint()));
}

/// How many windows it belongs to.
int depthOf(const QWidget &window)
{
    int depth = 0;
    for (const QWidget *above = window.parentWidget(); above != nullptr; above = above->parentWidget()) {
        depth += above->isWindow() ? 1 : 0;
    }
    return depth;
}

} // namespace

Result<std::unique_ptr<Stage>> Stage::open(Play play)
{
    std::unique_ptr<Stage> stage(new Stage);
    const QString directory = stage->m_directory.filePath(QStringLiteral("profile"));
    Result<std::unique_ptr<Profile>> profile
        = Profile::open({.directory = directory, .encryption = Encryption::Plain});
    if (!profile) {
        return std::unexpected(profile.error());
    }
    stage->m_profile = std::move(*profile);
    if (play != Play::Empty) {
        Result<void> filled = fillDemo(*stage->m_profile);
        if (filled && play == Play::Stories) {
            filled = tellStories(*stage->m_profile);
        }
        if (!filled) {
            return std::unexpected(filled.error());
        }
        stage->m_byHandle = idsByHandle(stage->m_profile->conversations());
    }
    return stage;
}

void Stage::raiseCurtain()
{
    m_problems.clear();
    m_network.set(SystemNetwork::Online);
    m_profile->outbox().setFreeze(FreezeSwitch::Thaw).waitForFinished();
    m_window = std::make_unique<Window>(
        *m_profile, Window::Edges{.pictures = m_pictures, .network = m_network, .channels = m_channels});
    connectAccounts(*m_window, *m_profile, m_mail.edges());
    window().resize(windowSize);
    m_window->show();
}

void Stage::dropCurtain()
{
    for (QWidget *top : topLevels()) {
        if (top != &window()) {
            top->close();
        }
    }
    m_window.reset();
    for (const AccountId id : std::exchange(m_accounts, {})) {
        m_profile->accounts().removeAccount(id).waitForFinished();
    }
    QGuiApplication::setLayoutDirection(Qt::LayoutDirectionAuto);
}

void Stage::addAccount(const Account &account)
{
    const QFuture<Result<Account>> added = m_profile->accounts().addAccount(account);
    if (const Result<Account> answer = added.result()) {
        m_accounts.append(answer->id);
        if (account.pause) {
            m_profile->accounts().pauseAccount(answer->id, account.pause).waitForFinished();
        }
    } else {
        m_problems.append(QStringLiteral("no account: %1").arg(errcName(answer.error().code)));
    }
}

void Stage::mirror()
{
    QGuiApplication::setLayoutDirection(Qt::RightToLeft);
}

void Stage::openConversation(const QString &handle)
{
    if (!m_byHandle.contains(handle)) {
        m_problems.append(QStringLiteral("the demo has nobody called %1").arg(handle));
        return;
    }
    window().openConversation(m_byHandle.value(handle));
}

void Stage::takeBackMoves(const QString &handle)
{
    const auto moves = m_profile->moves().movesOf(m_byHandle.value(handle)).result();
    for (const PrivateMove &move : moves.value_or(QList<PrivateMove>())) {
        if (move.state == MoveState::Leaving) {
            m_profile->moves().takeBack(move.id).waitForFinished();
        }
    }
}

void Stage::trigger(const QString &id)
{
    auto *action = window().findChild<QAction *>(id);
    if (action == nullptr || !action->isEnabled()) {
        m_problems.append(QStringLiteral("the command %1 cannot be used here").arg(id));
        return;
    }
    action->trigger();
}

void Stage::click(const QString &button)
{
    if (auto *found = part<QAbstractButton>(button)) {
        found->click();
    }
}

void Stage::type(const QString &field, const QString &text)
{
    auto *widget = part<QWidget>(field);
    if (auto *line = qobject_cast<QLineEdit *>(widget)) {
        line->setFocus();
        line->setText(text);
        Q_EMIT line->textEdited(text);
    } else if (auto *edit = qobject_cast<QPlainTextEdit *>(widget)) {
        edit->setFocus();
        edit->setPlainText(text);
    }
}

void Stage::popUpMenuWith(const QString &command)
{
    QMenuBar *bar = window().menuBar();
    const QAction *wanted = window().findChild<QAction *>(command);
    for (QAction *entry : bar->actions()) {
        if (entry->menu() != nullptr && entry->menu()->actions().contains(wanted)) {
            entry->menu()->popup(bar->mapToGlobal(bar->actionGeometry(entry).bottomLeft()));
            return;
        }
    }
    m_problems.append(QStringLiteral("no menu has the command %1").arg(command));
}

void Stage::choose(const QString &menu, int entry)
{
    if (auto *found = part<QMenu>(menu)) {
        const QList<QAction *> entries = found->actions();
        QAction *wanted = entries.value(entry < 0 ? entries.size() + entry : entry);
        found->close();
        if (wanted != nullptr) {
            wanted->trigger();
        }
    }
}

/// A window lies over the one it belongs to, as on a screen.
QList<QWidget *> Stage::topLevels() const
{
    QList<QWidget *> tops{&m_window->window()};
    for (QWidget *top : QApplication::topLevelWidgets()) {
        if (top->isVisible() && top != tops.constFirst()) {
            tops.append(top);
        }
    }
    std::stable_sort(tops.begin() + 1, tops.end(), [](const QWidget *one, const QWidget *other) {
        return depthOf(*one) < depthOf(*other);
    });
    return tops;
}

QPixmap Stage::picture()
{
    QPixmap whole = window().grab();
    QPainter painter(&whole);
    for (QWidget *top : topLevels().sliced(1)) {
        const QRect place(placeOver(*top, window()), top->size());
        painter.drawPixmap(place.topLeft(), top->grab());
        painter.setPen(window().palette().color(QPalette::Mid));
        painter.drawRect(place.adjusted(-1, -1, 0, 0));
    }
    return whole;
}

} // namespace aside
