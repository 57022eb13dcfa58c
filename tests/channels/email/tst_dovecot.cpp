// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/channels/email/imap/imapsession.h"
#include "app/channels/email/imap/listener.h"
#include "app/channels/email/imap/modifiedutf7.h"
#include "tests/channels/email/waiting.h"
#include "tests/servers/mailservers.h"

#include <QBuffer>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace aside;
using namespace aside::imap;
using namespace Qt::StringLiterals;
using mail::Security;
using test::errorOf;
using test::settled;

namespace {

std::unique_ptr<QIODevice> source(const QByteArray &bytes)
{
    auto buffer = std::make_unique<QBuffer>();
    buffer->setData(bytes);
    buffer->open(QIODevice::ReadOnly);
    return buffer;
}

QByteArray message(const QByteArray &id, const QByteArray &body = "hello\r\n")
{
    return "From: customer@localhost\r\nTo: op1@localhost\r\nSubject: " + id + "\r\nMessage-ID: <" + id
        + "@example.test>\r\nDate: Sun, 22 Nov 2026 10:00:00 +0000\r\n\r\n" + body;
}

} // namespace

/// Against a real Dovecot: each test has a folder of its own.
class DovecotTest : public QObject
{
    Q_OBJECT

private:
    [[nodiscard]] mail::Credentials op1() const
    {
        return {.user = u"op1"_s,
                .password = Secret("secret1"_ba),
                .token = {},
                .host = u"localhost"_s,
                .port = 1};
    }

    [[nodiscard]] std::unique_ptr<ImapSession> signedIn(const Limits &limits = {}) const
    {
        auto session = std::make_unique<ImapSession>(m_servers->edge(), limits);
        const auto done = settled(session->signIn(m_servers->imap(Security::Tls), op1(), {}));
        if (!done) {
            qWarning("not signed in: %s", qPrintable(done.error().detail));
        }
        return session;
    }

    /// Makes a folder and opens it.
    [[nodiscard]] static Result<Mailbox> openNew(ImapSession &session, const QByteArray &name)
    {
        const auto made = settled(session.link().run({.command = Command("CREATE ").string(name)}));
        return made ? settled(session.select(name)) : Result<Mailbox>(std::unexpected(made.error()));
    }

    std::unique_ptr<test::MailServers> m_servers;

private Q_SLOTS:
    void initTestCase()
    {
        if (!test::MailServers::areInstalled()) {
            QSKIP("Dovecot 2.4 and Exim are not installed");
        }
        m_servers = test::MailServers::start();
        QVERIFY(m_servers);
    }

    void init() { QTest::failOnWarning(); }

    void signsInByEachWay_data()
    {
        QTest::addColumn<Security>("security");
        QTest::addColumn<QByteArray>("password");
        QTest::addColumn<QByteArray>("token");
        QTest::addColumn<Errc>("code");
        QTest::newRow("SCRAM over TLS") << Security::Tls << "secret1"_ba << QByteArray() << Errc::Internal;
        QTest::newRow("SCRAM after STARTTLS")
            << Security::StartTls << "secret1"_ba << QByteArray() << Errc::Internal;
        QTest::newRow("a token") << Security::Tls << QByteArray() << "good-token"_ba << Errc::Internal;
        QTest::newRow("a wrong password")
            << Security::Tls << "secret2"_ba << QByteArray() << Errc::SignInRefused;
        QTest::newRow("a wrong token")
            << Security::StartTls << QByteArray() << "bad-token"_ba << Errc::SignInRefused;
    }

    void signsInByEachWay()
    {
        QFETCH(const Security, security);
        QFETCH(const QByteArray, password);
        QFETCH(const QByteArray, token);
        QFETCH(const Errc, code);
        ImapSession session(m_servers->edge(), {});

        const auto done = settled(session.signIn(m_servers->imap(security),
                                                 {.user = u"op1"_s,
                                                  .password = Secret(password),
                                                  .token = Secret(token),
                                                  .host = u"localhost"_s,
                                                  .port = 1},
                                                 {}));

        QCOMPARE(done ? Errc::Internal : done.error().code, code);
        QCOMPARE(session.link().isCompressed(), done.has_value());
    }

    void eachMechanismIsTaken_data()
    {
        QTest::addColumn<QByteArray>("mechanism");
        QTest::addColumn<bool>("byToken");
        QTest::newRow("PLAIN") << "PLAIN"_ba << false;
        QTest::newRow("LOGIN") << "LOGIN"_ba << false;
        QTest::newRow("SCRAM-SHA-256") << "SCRAM-SHA-256"_ba << false;
        QTest::newRow("XOAUTH2") << "XOAUTH2"_ba << true;
        QTest::newRow("OAUTHBEARER") << "OAUTHBEARER"_ba << true;
    }

    void eachMechanismIsTaken()
    {
        QFETCH(const QByteArray, mechanism);
        QFETCH(const bool, byToken);
        ImapLink link(m_servers->edge(), {});
        mail::Credentials credentials = op1();
        credentials.token = byToken ? Secret("good-token"_ba) : Secret();
        QVERIFY(settled(link.open(m_servers->imap(Security::Tls))));

        const auto signedIn
            = settled(link.run({.command = Command("AUTHENTICATE ").words(mechanism),
                                .talk = Talk::Authenticate,
                                .mechanism = mail::chooseMechanism({mechanism}, credentials)}));

        QVERIFY(signedIn);
    }

    void foldersHaveTheirRoles()
    {
        const auto session = signedIn();

        const auto folders = settled(session->folders());

        QVERIFY(folders);
        QHash<QString, FolderRole> roles;
        for (const Folder &folder : *folders) {
            roles.insert(folder.name, folder.role);
        }
        QCOMPARE(roles.value(u"INBOX"_s), FolderRole::Inbox);
        QCOMPARE(roles.value(u"Sent"_s), FolderRole::Sent);
        QCOMPARE(roles.value(u"Drafts"_s), FolderRole::Drafts);
        QCOMPARE(roles.value(u"Junk"_s), FolderRole::Junk);
    }

    void aMessageComesBackByteForByte_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("small") << message("small");
        QTest::newRow("8 bits") << message("eight", "\xcf\xf0\xe8\xe2\xe5\xf2 \xff\x80 {5}\r\n)\r\n");
        QTest::newRow("large, by way of a file")
            << message("large", QByteArray("0123456789abcde\r\n").repeated(100'000));
        QTest::newRow("no body") << message("none", {});
    }

    void aMessageComesBackByteForByte()
    {
        QFETCH(const QByteArray, bytes);
        const auto session = signedIn();
        QVERIFY(openNew(*session, "back" + QByteArray(QTest::currentDataTag())));
        const QByteArray folder = "back" + QByteArray(QTest::currentDataTag());

        const auto uid = settled(session->append(folder, {"\\Seen"}, source(bytes)));
        QVERIFY(uid && *uid);
        const auto fetched
            = settled(session->fetch({(*uid)->uid},
                                     FetchItem::Flags | FetchItem::Size | FetchItem::ArrivedAt
                                         | FetchItem::Header | FetchItem::Structure | FetchItem::Message));

        QVERIFY(fetched);
        QCOMPARE(fetched->size(), 1);
        const Fetched &one = fetched->constFirst();
        QCOMPARE(one.section("")->content.view()->toByteArray(), bytes);
        QCOMPARE(one.size, std::optional<quint64>(bytes.size()));
        QVERIFY(one.flags->contains("\\Seen"));
        QVERIFY(one.modSeq.value_or(0) > 0);
        QVERIFY(one.arrivedAt);
        QVERIFY(one.structure.isList());
        QVERIFY(bytes.startsWith(one.section("HEADER")->content.view()->toByteArray()));
    }

    void aPieceOfAMessage()
    {
        const auto session = signedIn();
        QVERIFY(openNew(*session, "piece"));
        const auto uid = settled(session->append("piece", {}, source(message("piece", "0123456789\r\n"))));

        const auto piece
            = settled(session->fetchPart((*uid)->uid, "TEXT", PartRange{.origin = 3, .length = 4}));

        QVERIFY(piece);
        QCOMPARE(piece->view()->toByteArray(), "3456"_ba);
    }

    void aMessageIsFoundByItsId()
    {
        const auto session = signedIn();
        QVERIFY(openNew(*session, "found"));
        QVERIFY(settled(session->append("found", {}, source(message("one")))));
        const auto uid = settled(session->append("found", {}, source(message("two"))));
        QVERIFY(settled(session->append("found", {}, source(message("three")))));

        const auto found = settled(session->searchHeader("Message-ID", "<two@example.test>"));
        const auto none = settled(session->searchHeader("Message-ID", "<\"four\"\r\n@example.test>"));

        QVERIFY(found && none);
        QCOMPARE(found->toBytes(), QByteArray::number((*uid)->uid));
        QVERIFY(none->isEmpty());
        QCOMPARE(settled(session->searchAll())->count(), quint64{3});
        QCOMPARE(settled(session->searchSince(QDate(2020, 1, 1)))->count(), quint64{3});
        QCOMPARE(settled(session->searchSince(QDate(2099, 1, 1)))->count(), quint64{0});
    }

    void flagsGoBothWays()
    {
        const auto session = signedIn();
        const auto other = signedIn();
        const auto before = openNew(*session, "flags");
        QVERIFY(before);
        const Uid uid = (*settled(session->append("flags", {}, source(message("flags")))))->uid;
        QVERIFY(settled(session->noop()));
        const auto opened = settled(session->select("flags"));
        QSignalSpy told(&session->link(), &ImapLink::told);

        QVERIFY(settled(other->select("flags")));
        const auto stored = settled(other->store({uid}, StoreMode::Add, {"\\Seen", "$Label1"}));
        QVERIFY(stored);
        QVERIFY(stored->constFirst().flags->contains("$Label1"));
        const auto changed = settled(session->fetchChanged({uid}, *opened->highestModSeq));

        QVERIFY(changed);
        QCOMPARE(changed->size(), 1);
        QVERIFY(changed->constFirst().flags->contains("\\Seen"));
        const auto removed = settled(other->store({uid}, StoreMode::Remove, {"\\Seen"}));
        QVERIFY(!removed->constFirst().flags->contains("\\Seen"));
    }

    void aFolderTellsWhatHappenedMeanwhile()
    {
        const auto session = signedIn();
        const auto first = openNew(*session, "meanwhile");
        QVERIFY(first);
        UidSet uids;
        for (int i = 0; i < 5; ++i) {
            uids.add(
                (*settled(session->append("meanwhile", {}, source(message("m" + QByteArray::number(i))))))
                    ->uid);
        }
        const auto seen = settled(session->select("meanwhile"));
        QVERIFY(seen && seen->highestModSeq);
        QVERIFY(settled(session->store({uids.first()}, StoreMode::Add, {"\\Deleted"})));
        QVERIFY(settled(session->expunge({uids.first()})));
        QVERIFY(settled(session->store({uids.last()}, StoreMode::Add, {"\\Seen"})));

        const auto again = settled(session->select(
            "meanwhile", LastSeen{.uidValidity = seen->uidValidity, .modSeq = *seen->highestModSeq}));

        QVERIFY(again);
        QCOMPARE(again->uidValidity, seen->uidValidity);
        QCOMPARE(again->exists, quint64{4});
        QCOMPARE(again->vanished, UidSet({uids.first()}));
        QCOMPARE(again->changed.size(), 1);
        QCOMPARE(again->changed.constFirst().uid, std::optional(uids.last()));
        const auto status = settled(session->status("meanwhile"));
        QCOMPARE(status->highestModSeq, again->highestModSeq);
    }

    void messagesAreMovedAndGone()
    {
        const auto session = signedIn();
        QVERIFY(openNew(*session, "to"));
        QVERIFY(openNew(*session, "from"));
        const Uid uid = (*settled(session->append("from", {}, source(message("moved")))))->uid;
        QVERIFY(settled(session->noop()));
        QList<Vanished> vanished;
        connect(&session->link(), &ImapLink::told, session.get(), [&](const Response &response) {
            if (const auto *gone = std::get_if<Vanished>(&response)) {
                vanished.append(*gone);
            }
        });

        QVERIFY(settled(session->move({uid}, "to")));

        QVERIFY(settled(session->searchAll())->isEmpty());
        QCOMPARE(vanished.size(), 1);
        QVERIFY(vanished.constFirst().uids.contains(uid));
        QVERIFY(settled(session->select("to")));
        QCOMPARE(settled(session->searchAll())->count(), quint64{1});
        QCOMPARE(errorOf(session->move({1}, "nowhere")), Errc::NotFound);
    }

    void whatArrivesBySmtpWakesTheListener()
    {
        const auto session = signedIn();
        const auto inbox = settled(session->select("INBOX"));
        QVERIFY(inbox);
        QList<quint64> counts;
        connect(&session->link(), &ImapLink::told, session.get(), [&](const Response &response) {
            if (const auto *exists = std::get_if<Exists>(&response)) {
                counts.append(exists->count);
            }
        });
        Listener listener(session->link());
        listener.start();
        QTRY_VERIFY(session->link().isListening());

        QVERIFY(m_servers->deliver(u"op1"_s, message("woken")));

        QTRY_VERIFY_WITH_TIMEOUT(!counts.isEmpty(), 30'000);
        QCOMPARE(counts.constFirst(), inbox->exists + 1);
        const auto found = settled(session->searchHeader("Message-ID", "<woken@example.test>"));
        QCOMPARE(found->count(), quint64{1});
    }

    void oddFolderNamesAreJustNames_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("Russian") << u"Заказы & возвраты"_s;
        QTest::newRow("quotes") << u"a \"b\" \\c"_s;
        QTest::newRow("braces") << u"x {5}"_s;
    }

    void oddFolderNamesAreJustNames()
    {
        QFETCH(const QString, name);
        const auto session = signedIn();
        const QByteArray wire = toModifiedUtf7(name);

        QVERIFY(openNew(*session, wire));
        QVERIFY(settled(session->append(wire, {}, source(message("odd")))));
        const auto folders = settled(session->folders());

        QVERIFY(folders);
        QVERIFY(std::ranges::any_of(
            *folders, [&](const Folder &folder) { return folder.name == name && folder.wireName == wire; }));
        QCOMPARE(settled(session->status(wire))->messages, std::optional<quint64>(1));
    }

    void whatTheServerRefusesIsAnError()
    {
        const auto session = signedIn();

        QCOMPARE(errorOf(session->select("nowhere")), Errc::NotFound);
        QCOMPARE(errorOf(session->append("nowhere", {}, source(message("x")))), Errc::NotFound);
        QVERIFY(!settled(session->status("../../x")));
        QVERIFY(settled(session->noop()));
    }

    void goodbye()
    {
        const auto session = signedIn();
        QSignalSpy closed(&session->link(), &ImapLink::closed);

        QVERIFY(settled(session->logout()));

        QTRY_COMPARE(closed.count(), 1);
    }
};

QTEST_GUILESS_MAIN(DovecotTest)
#include "tst_dovecot.moc"
