// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/check/replydesk.h"
#include "models/check/rules.h"
#include "models/services/connectivity.h"
#include "tests/support/fakeadapter.h"
#include "tests/support/fakechecks.h"
#include "tests/support/fakeconsents.h"
#include "tests/support/fakeholidays.h"
#include "tests/support/fakepersonrecords.h"
#include "tests/support/fakepictures.h"
#include "tests/support/fakestores.h"
#include "tests/support/faketemplates.h"
#include "widgets/mainwindow.h"

#include <QLineEdit>
#include <QListView>
#include <QPlainTextEdit>
#include <QRegularExpression>
#include <QTest>

#include <memory>

namespace aside::test {

/// Any warning fails the test but for what the offscreen platform says it cannot do.
inline void failOnWarning()
{
    QTest::failOnWarning(QRegularExpression(
        QStringLiteral("^(?!This plugin does not support (propagateSizeHints|raise|grabbing))")));
}

/// A window on stores in memory with three conversations: an email, a public tweet and a private message.
struct WindowFixture {
    FakeStores stores;
    FakePictures pictures;
    FakeNetwork network;
    Connectivity connectivity{network, stores.clock};
    FakeChecks checks;
    FakeConsents consents;
    FakePersonRecords records;
    CheckRunner runner{{}, CheckPlace::CallersThread};
    ReplyDesk desk{{.store = checks, .persons = stores, .runner = runner, .clock = stores.clock}};
    FakeTemplates templates;
    FakeHolidays holidays;
    std::unique_ptr<MainWindow> window;

    WindowFixture()
    {
        askNothing();
        add(1, Channel::Email, Audience::Private, QStringLiteral("Anna Berg"), QStringLiteral("Late parcel"),
            QStringLiteral("Where is my parcel?"));
        add(2, Channel::X, Audience::Public, QStringLiteral("Boris"), {}, QStringLiteral("The lamp broke"));
        add(3, Channel::Telegram, Audience::Private, QStringLiteral("Clara"), QStringLiteral("Thanks"),
            QStringLiteral("It works again"));
    }

    /// Most tests are not about what is written.
    void askNothing()
    {
        CheckProfile silent;
        for (const Rule &rule : allRules()) {
            silent.settings.levels.insert(rule.id, std::nullopt);
        }
        desk.setProfile(silent);
    }
    void askEverything() { desk.setProfile({}); }

    void add(qint64 id, Channel channel, Audience audience, const QString &person, const QString &subject,
             const QString &text)
    {
        ConversationRow row;
        row.id = ConversationId{id};
        row.channel = channel;
        row.audience = audience;
        row.person = person;
        row.subject = subject;
        row.preview = text;
        row.lastAt = stores.clock.now();
        row.messages = 1;
        Message message;
        message.id = MessageId{id};
        message.conversation = row.id;
        message.author = person;
        message.sentAt = row.lastAt;
        message.text = text;
        stores.addConversation(row, {message});
    }

    void open()
    {
        window = std::make_unique<MainWindow>(WindowServices{.conversations = stores,
                                                             .drafts = stores,
                                                             .outbox = stores,
                                                             .search = stores,
                                                             .persons = stores,
                                                             .records = records,
                                                             .promises = stores,
                                                             .consents = consents,
                                                             .accounts = stores,
                                                             .pictures = pictures,
                                                             .connectivity = connectivity,
                                                             .changes = stores.changes,
                                                             .replyDesk = desk,
                                                             .checks = checks,
                                                             .templates = templates,
                                                             .clock = stores.clock,
                                                             .holidays = holidays});
        window->show();
        QVERIFY(QTest::qWaitForWindowExposed(window.get()));
        QTRY_COMPARE(list()->model()->rowCount(), int(stores.conversations.size()));
    }

    template <typename T>
    [[nodiscard]] T *part(const char *name) const
    {
        return window->findChild<T *>(QString::fromLatin1(name));
    }
    [[nodiscard]] QListView *list() const { return part<QListView>("conversationList"); }
    [[nodiscard]] QLineEdit *search() const { return part<QLineEdit>("searchField"); }
    [[nodiscard]] QPlainTextEdit *reply() const { return part<QPlainTextEdit>("replyText"); }

    void choose(qint64 id)
    {
        window->openConversation(ConversationId{id});
        QCoreApplication::processEvents(); // the answers are ready
    }
};

} // namespace aside::test
