// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/ports/conversationstore.h"
#include "models/ports/movestore.h"
#include "models/ports/outboxstore.h"
#include "tests/app/mailwindow.h"
#include "tests/support/waiting.h"
#include "widgets/actions/commands.h"
#include "widgets/common/elidedbutton.h"
#include "widgets/privacy/movedialog.h"
#include "widgets/privacy/resolutiondialog.h"
#include "widgets/privacy/storybar.h"
#include "widgets/thread/conversationpane.h"

#include <QAction>
#include <QLabel>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>

namespace aside::test {

constexpr int journeyPatience = 20'000;

template <typename T>
[[nodiscard]] T answerIn(QFuture<Result<T>> future)
{
    const bool isThere = waitFor([&] { return future.isFinished(); }) && future.resultCount() > 0;
    return isThere ? future.result().value_or(T()) : T();
}

/// What an operator does in the window on the way from a public complaint to its public end, by the words and
/// buttons that are there, whatever the channel.
class WindowJourney
{
public:
    /// `account` is connected to a server of the test with `token`.
    [[nodiscard]] bool begin(const Account &account, const QByteArray &token)
    {
        if (!world.openProfile({.mail = {}, .network = nullptr})) {
            return false;
        }
        const Account added = answerIn(world.profile->accounts().addAccount(account));
        auto kept = world.signIns->keep(added.id, {.password = Secret(token)});
        return waitFor([&] { return kept.isFinished(); }) && kept.result();
    }
    void show()
    {
        world.channels = std::make_unique<ChannelRegistry>(
            makeChannels({.signIns = *world.signIns, .clock = world.profile->clock(), .ownAddresses = {}}));
        world.window = std::make_unique<Window>(
            *world.profile,
            Window::Edges{.pictures = world.pictures, .network = world.network, .channels = *world.channels});
        world.window->usePreferences(*qApp, {.language = QStringLiteral("en"), .mode = ColorMode::Light});
        world.window->show();
    }
    void fetch() { world.window->fetcher().fetchNow(); }

    [[nodiscard]] MainWindow &window() const { return world.window->window(); }
    template <typename T>
    [[nodiscard]] T *part(const char *name) const
    {
        return window().findChild<T *>(QString::fromLatin1(name));
    }
    /// Open and closed.
    [[nodiscard]] QList<ConversationId> talks() const
    {
        ConversationStore &store = world.profile->conversations();
        return answerIn(store.ids({.view = View::Inbox})) + answerIn(store.ids({.view = View::Closed}));
    }
    [[nodiscard]] QList<Message> messages(ConversationId id) const
    {
        return answerIn(world.profile->conversations().thread(id)).messages;
    }
    [[nodiscard]] QList<OutboxItem> outbox() const { return answerIn(world.profile->outbox().items()); }
    [[nodiscard]] PrivateMove moveOf(ConversationId id) const
    {
        return answerIn(world.profile->moves().movesOf(id)).value(0);
    }
    [[nodiscard]] QString story() const
    {
        return window().conversation().story().findChild<QLabel *>(QStringLiteral("storyWords"))->text();
    }

    void open(ConversationId id)
    {
        window().openConversation(id);
        QTRY_COMPARE_WITH_TIMEOUT(window().conversation().row().id, id, journeyPatience);
    }
    void trigger(const char *command)
    {
        QAction *action = window().commands().action(command);
        QTRY_VERIFY_WITH_TIMEOUT(action->isEnabled(), journeyPatience);
        action->trigger();
    }
    /// The reply check finds clutter in this, and keeps it from leaving.
    void beAskedAboutClutter(const QString &text)
    {
        auto *reply = part<QPlainTextEdit>("replyText");
        auto *findings = part<QListWidget>("findingsList");
        const qsizetype before = outbox().size();
        reply->setPlainText(text);
        QTRY_VERIFY_WITH_TIMEOUT(findings->count() > 0, journeyPatience);
        part<ElidedButton>("sendButton")->click();
        QCOMPARE(outbox().size(), before);
        reply->clear();
        QTRY_COMPARE_WITH_TIMEOUT(findings->count(), 0, journeyPatience);
    }
    /// Presses the button of the dialog of a move, which is there or comes; a text that is empty stays.
    void sendDialog(const QString &inPublic = {}, const QString &inPrivate = {})
    {
        QTRY_VERIFY_WITH_TIMEOUT(window().findChild<MoveDialog *>(), journeyPatience);
        auto *dialog = window().findChild<MoveDialog *>();
        const auto fill = [dialog](const char *name, const QString &text) {
            if (!text.isEmpty()) {
                dialog->findChild<QPlainTextEdit *>(QString::fromLatin1(name))->setPlainText(text);
            }
        };
        fill("publicText", inPublic);
        fill("privateText", inPrivate);
        auto *send = dialog->findChild<ElidedButton *>(QStringLiteral("startMoveButton"));
        QTRY_VERIFY_WITH_TIMEOUT(send->isEnabled() && send->words().startsWith(QStringLiteral("Send")),
                                 journeyPatience);
        QTest::mouseClick(send, Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(!window().findChild<MoveDialog *>(), journeyPatience);
    }
    /// What waits for its undo window leaves at once.
    void endUndoWindows()
    {
        for (const OutboxItem &item : outbox()) {
            if (item.state == OutboxState::Held && item.holdReason == HoldReason::UndoWindow) {
                QVERIFY(answerIn(world.profile->outbox().release(item.id)).id.isValid());
            }
        }
    }
    void reply(const QString &text)
    {
        const qsizetype before = outbox().size();
        part<QPlainTextEdit>("replyText")->setPlainText(text);
        auto *send = part<ElidedButton>("sendButton");
        QTRY_VERIFY_WITH_TIMEOUT(send->isEnabled() && !send->words().startsWith(QStringLiteral("Answer ")),
                                 journeyPatience);
        send->click();
        QTRY_COMPARE_WITH_TIMEOUT(outbox().size(), before + 1, journeyPatience);
        endUndoWindows();
    }
    /// The dialog, which is there or comes, is told how it was solved.
    void recordResolution()
    {
        QTRY_VERIFY_WITH_TIMEOUT(window().findChild<ResolutionDialog *>(), journeyPatience);
        auto *done = window().findChild<ResolutionDialog *>();
        QTest::keyClicks(done->findChild<QPlainTextEdit *>(QStringLiteral("resolutionText")),
                         QStringLiteral("A new lamp was sent."));
        QTest::mouseClick(done->findChild<QPushButton *>(QStringLiteral("recordResolutionButton")),
                          Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(!window().findChild<ResolutionDialog *>(), journeyPatience);
    }
    /// From the private talk: it is solved; then the public side is closed.
    void endInPublic(ConversationId post)
    {
        trigger("conversation.close");
        recordResolution();
        open(post);
        trigger("conversation.endPublic");
        sendDialog();
        endUndoWindows();
        isEndedInPublic(post);
    }
    void isEndedInPublic(ConversationId post)
    {
        QTRY_VERIFY_WITH_TIMEOUT(story().contains(QStringLiteral("is closed since")), journeyPatience);
        const auto rows = answerIn(world.profile->conversations().rows({post}));
        QCOMPARE(rows.value(0).state, ConversationState::Closed);
    }

    MailWindow world;
};

} // namespace aside::test
