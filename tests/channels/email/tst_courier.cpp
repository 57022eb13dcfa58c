// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/channels/email/imap/listener.h"
#include "app/channels/email/imap/modifiedutf7.h"
#include "app/channels/email/sync/foldersync.h"
#include "tests/channels/email/mailaccount.h"
#include "tests/channels/email/puttingmail.h"
#include "tests/channels/email/waiting.h"
#include "tests/servers/courierserver.h"
#include "tests/support/fakesink.h"
#include "tests/support/testclock.h"

#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace aside;
using namespace aside::mail;
using namespace Qt::StringLiterals;
using imap::ImapSession;
using imap::StoreMode;
using imap::UidSet;
using test::create;
using test::errorOf;
using test::put;
using test::settled;

namespace {

QByteArray letter(const QByteArray &id, const QByteArray &body = "hello\r\n")
{
    return "From: customer@localhost\r\nTo: op1@localhost\r\nSubject: " + id + "\r\nMessage-ID: <" + id
        + "@example.test>\r\nDate: Sun, 22 Nov 2026 10:00:00 +0000\r\n\r\n" + body;
}

QStringList ids(const test::FakeSink &sink)
{
    QStringList found;
    for (const IncomingMessage &one : sink.messages()) {
        found.append(one.remoteId.section(u'@', 0, 0));
    }
    found.sort();
    return found;
}

} // namespace

/// Against a real Courier, which has hardly any of what makes IMAP easy.
class CourierTest : public QObject
{
    Q_OBJECT

private:
    [[nodiscard]] std::unique_ptr<ImapSession> signedIn() const
    {
        auto session = std::make_unique<ImapSession>(systemMailEdge(), imap::Limits());
        const auto done = settled(session->signIn(m_server->imap(), {}, {}));
        if (!done) {
            qWarning("not signed in: %s", qPrintable(done.error().detail));
        }
        return session;
    }
    [[nodiscard]] static Result<FolderReport> synced(ImapSession &session, test::FakeSink &sink,
                                                     const QByteArray &folder)
    {
        return settled(syncFolder(
            session, sink, test::mailReaderFor(u"op1@localhost"_s),
            {.source = QString::fromLatin1(folder), .account = AccountId{1}, .wireName = folder}, {}));
    }

    std::unique_ptr<test::CourierServer> m_server;

private Q_SLOTS:
    void initTestCase()
    {
        if (!test::CourierServer::isInstalled()) {
            QSKIP("Courier is not installed");
        }
        m_server = test::CourierServer::start();
        QVERIFY(m_server != nullptr);
    }
    void init() { QTest::failOnWarning(); }

    void itIsAnotherDialect()
    {
        const auto session = signedIn();

        for (const QByteArray &capability :
             {"CONDSTORE"_ba, "QRESYNC"_ba, "MOVE"_ba, "ESEARCH"_ba, "LITERAL+"_ba}) {
            QVERIFY2(!session->link().can(capability), capability.constData());
        }
        QVERIFY(session->link().can("IDLE"));
    }

    void aFolderComesOverWholeAndOnce()
    {
        const auto session = signedIn();
        create(*session, "INBOX.whole");
        QStringList expected;
        for (int i = 0; i < 30; ++i) {
            const QByteArray id = "w" + QByteArray::number(100 + i);
            QVERIFY(put(*session, "INBOX.whole", letter(id),
                        i % 2 == 0 ? QList<QByteArray>{"\\Seen"} : QList<QByteArray>()));
            expected.append(QString::fromLatin1(id));
        }
        const QByteArray large(3'000'000, 'x');
        QVERIFY(put(*session, "INBOX.whole", letter("large", large + "\r\n")));
        expected.prepend(u"large"_s);
        test::FakeSink sink;

        const auto first = synced(*session, sink, "INBOX.whole");
        const auto again = synced(*session, sink, "INBOX.whole");

        QVERIFY(first && again);
        QCOMPARE(first->imported, 31);
        QCOMPARE(ids(sink), expected);
        QCOMPARE(std::ranges::count_if(sink.messages(), &IncomingMessage::isRead), 15);
        QCOMPARE(again->imported + again->duplicates, 0);
    }

    void whatComesLaterComesOver()
    {
        const auto session = signedIn();
        create(*session, "INBOX.later");
        QVERIFY(put(*session, "INBOX.later", letter("l1")));
        test::FakeSink sink;
        QVERIFY(synced(*session, sink, "INBOX.later"));
        QVERIFY(put(*session, "INBOX.later", letter("l2")));

        const auto report = synced(*session, sink, "INBOX.later");

        QVERIFY(report);
        QCOMPARE(report->imported, 1);
        QCOMPARE(report->duplicates, 0);
        QCOMPARE(ids(sink), (QStringList{u"l1"_s, u"l2"_s}));
    }

    void flagsAreSetAndSeen()
    {
        const auto session = signedIn();
        const auto other = signedIn();
        create(*session, "INBOX.flags");
        const imap::Uid uid = put(*session, "INBOX.flags", letter("f1"));
        QVERIFY(settled(session->select("INBOX.flags")));

        const auto stored = settled(session->store({uid}, StoreMode::Add, {"\\Seen", "\\Flagged"}));
        const auto removed = settled(session->store({uid}, StoreMode::Remove, {"\\Flagged"}));

        QVERIFY(stored && removed);
        QVERIFY(stored->constFirst().flags->contains("\\Flagged"));
        QVERIFY(settled(other->select("INBOX.flags")));
        const auto seen = settled(other->fetch({uid}, imap::FetchItem::Flags));
        QVERIFY(seen);
        QVERIFY(seen->constFirst().flags->contains("\\Seen"));
        QVERIFY(!seen->constFirst().flags->contains("\\Flagged"));
    }

    void messagesAreMovedWithoutMove()
    {
        const auto session = signedIn();
        create(*session, "INBOX.from");
        create(*session, "INBOX.to");
        const imap::Uid uid = put(*session, "INBOX.from", letter("m1"));
        const imap::Uid stays = put(*session, "INBOX.from", letter("m2"));
        QVERIFY(settled(session->select("INBOX.from")));
        QVERIFY(settled(session->store({stays}, StoreMode::Add, {"\\Deleted"}))); // by somebody else

        QVERIFY(settled(session->move({uid}, "INBOX.to")));

        QCOMPARE(settled(session->searchAll()).value_or(UidSet()), UidSet({stays}));
        QVERIFY(settled(session->select("INBOX.to")));
        QCOMPARE(settled(session->searchHeader("Message-ID", "<m1@example.test>"))->count(), quint64{1});
    }

    void itTellsWhatArrives()
    {
        const auto session = signedIn();
        const auto other = signedIn();
        create(*session, "INBOX.idle");
        QVERIFY(settled(session->select("INBOX.idle")));
        imap::Listener listener(session->link());
        bool isTold = false;
        connect(&session->link(), &imap::ImapLink::told, this, [&](const imap::Response &response) {
            const auto *exists = std::get_if<imap::Exists>(&response);
            isTold = isTold || (exists != nullptr && exists->count == 1);
        });
        listener.start();

        QVERIFY(put(*other, "INBOX.idle", letter("i1")));

        QTRY_VERIFY_WITH_TIMEOUT(isTold, 90'000);
        listener.stop();
        QVERIFY(settled(session->noop())); // it listens no more, and goes on
    }

    void foldersAreFoundWhateverTheirNames()
    {
        const auto session = signedIn();
        const QByteArray wire = "INBOX." + imap::toModifiedUtf7(u"Заказы & возвраты"_s);
        create(*session, wire);

        const auto folders = settled(session->folders());

        QVERIFY(folders);
        QVERIFY(std::ranges::any_of(*folders,
                                    [&](const imap::Folder &folder) { return folder.wireName == wire; }));
        QVERIFY(std::ranges::any_of(
            *folders, [](const imap::Folder &folder) { return folder.role == imap::FolderRole::Inbox; }));
    }

    void whatItRefusesIsAnError()
    {
        const auto session = signedIn();

        QVERIFY(!settled(session->select("INBOX.nowhere")));
        QVERIFY(!settled(session->select("../../x")));
        QCOMPARE(put(*session, "INBOX.nowhere", letter("x")), imap::Uid{0});
        QVERIFY(settled(session->noop()));
    }

    void aWholeAccountComesOver()
    {
        const auto session = signedIn();
        QVERIFY(put(*session, "INBOX", letter("account")));
        test::FakeSink sink;
        EmailAdapter adapter(test::mailParts(u"op1"_s, {}, m_server->imap(), {}, systemMailEdge(), m_clock));

        for (int turn = 0; turn < 2; ++turn) {
            const test::OneFetch fetch(adapter, sink);
            QTRY_VERIFY_WITH_TIMEOUT(fetch.isOver(), 30'000);
            QVERIFY(fetch.result());
        }

        QVERIFY(ids(sink).contains(u"account"_s));
        const QStringList all = ids(sink);
        QCOMPARE(all.size(), QSet<QString>(all.cbegin(), all.cend()).size());
    }

private:
    test::TestClock m_clock;
};

QTEST_GUILESS_MAIN(CourierTest)
#include "tst_courier.moc"
