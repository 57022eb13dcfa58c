// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/channels/email/mailaccount.h"
#include "tests/channels/email/waiting.h"
#include "tests/servers/cuttingproxy.h"
#include "tests/servers/mailedgefake.h"
#include "tests/support/fakesink.h"
#include "tests/support/testclock.h"
#include "tests/support/waiting.h"

#include <QBuffer>
#include <QTest>

using namespace aside;
using namespace Qt::StringLiterals;
using mail::Security;
using test::CuttingProxy;
using test::Harm;
using test::settled;

namespace {

constexpr qint64 usualCases = 40; // of each kind; ASIDE_CUTS=all: at every byte
constexpr int quickAnswer = 600; // milliseconds; who waits longer waits for what will not come
constexpr int longAnswer = 30'000;

QByteArray letter(const QByteArray &id, const QByteArray &body)
{
    return "From: Anna <customer@localhost>\r\nTo: op1@localhost\r\nSubject: " + id + "\r\nMessage-ID: <" + id
        + "@example.test>\r\nDate: Sun, 22 Nov 2026 10:00:00 +0000\r\n"
          "Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n"
        + body;
}

/// Everything that somebody could miss of what was brought over.
QStringList contentOf(const test::FakeSink &sink)
{
    QStringList all;
    for (const IncomingMessage &one : sink.messages()) {
        all.append(u"%1|%2|%3|%4"_s.arg(one.remoteId, one.subject, one.text).arg(one.isRead));
    }
    all.sort();
    return all;
}

} // namespace

/// Harm is done to the bytes between us and a real Dovecot, everywhere: after the next connection the store
/// has what the mailbox has, and no message was applied twice.
class TestSyncCuts : public QObject
{
    Q_OBJECT

private:
    struct World {
        test::FakeSink sink;
        qsizetype handed = 0; ///< messages that the store was given
        test::MailEdgeFake time;
        std::unique_ptr<mail::EmailAdapter> adapter;
    };

    [[nodiscard]] std::unique_ptr<World> world(Security security)
    {
        auto made = std::make_unique<World>();
        made->time = test::MailEdgeFake(m_servers->edge().authorities);
        made->sink.beforeApply = [w = made.get()](const IncomingBatch &batch) {
            w->handed += batch.messages.size();
        };
        mail::ServerAddress imap = m_servers->imap(security);
        imap.port = proxyFor(security).serverPort();
        mail::MailEdge edge = made->time.edge();
        edge.packsForThisMachine = security == Security::Tls;
        made->adapter = std::make_unique<mail::EmailAdapter>(
            test::mailParts(u"op1"_s, "secret1", imap, m_servers->smtp(), edge, m_clock));
        return made;
    }

    [[nodiscard]] CuttingProxy &proxyFor(Security security)
    {
        return security == Security::Tls ? *m_secured : *m_plain;
    }

    /// Waits; after a while of silence a lot of time passes for whoever is patient.
    [[nodiscard]] static bool isFetched(World &world, bool isHarmed)
    {
        const test::OneFetch fetch(*world.adapter, world.sink);
        const auto over = [&] {
            return fetch.isOver();
        };
        if (isHarmed && !test::waitFor(over, quickAnswer)) {
            world.time.pass(std::chrono::hours(1));
        }
        return test::waitFor(over, longAnswer) && fetch.result();
    }

    void put(const QByteArray &folder, const QByteArray &bytes, const QList<QByteArray> &flags)
    {
        auto buffer = std::make_unique<QBuffer>();
        buffer->setData(bytes);
        buffer->open(QIODevice::ReadOnly);
        imap::ImapSession session(m_servers->edge(), {});
        QVERIFY(settled(session.signIn(m_servers->imap(Security::Tls),
                                       test::MailServers::user(u"op1"_s, "secret1"), {})));
        static_cast<void>(settled(session.link().run({.command = imap::Command("CREATE ").string(folder)})));
        QVERIFY(settled(session.append(folder, flags, std::move(buffer))));
    }

    std::unique_ptr<test::MailServers> m_servers;
    std::unique_ptr<CuttingProxy> m_secured;
    std::unique_ptr<CuttingProxy> m_plain;
    test::TestClock m_clock;

private Q_SLOTS:
    void initTestCase()
    {
        if (!test::MailServers::areInstalled()) {
            QSKIP("Dovecot 2.4 and Exim are not installed");
        }
        m_servers = test::MailServers::start();
        QVERIFY(m_servers != nullptr);
        m_secured = std::make_unique<CuttingProxy>(m_servers->imap(Security::Tls).port);
        m_plain = std::make_unique<CuttingProxy>(m_servers->imap(Security::PlainLoopback).port);
        put("INBOX", letter("one", "Where is it?\r\n"), {"\\Seen"});
        put("INBOX", letter("two", QByteArray("Когда привезёте?\r\n").repeated(20)), {});
        put("INBOX", letter("three", ".\r\n..\r\n)\r\nA5 OK done\r\n* 1 EXISTS\r\n{12}\r\n"), {});
        put("&BBcEMAQ6BDAENwRL-", letter("four", "In another folder.\r\n"), {});
        put("Sent", letter("five", "An answer of ours.\r\n"), {"\\Seen"});
    }
    void init() { QTest::failOnWarning(); }

    void theStoreEqualsTheMailbox_data()
    {
        QTest::addColumn<Harm>("harm");
        QTest::addColumn<CuttingProxy::Side>("side");
        QTest::addColumn<Security>("security");
        const auto both = [](const char *name, Harm harm, Security security) {
            QTest::addRow("%s, of the server's", name) << harm << CuttingProxy::Side::Server << security;
            QTest::addRow("%s, of ours", name) << harm << CuttingProxy::Side::Client << security;
        };
        both("cut in the clear", Harm::Cut, Security::PlainLoopback);
        both("cut inside TLS", Harm::Cut, Security::Tls);
        both("late in the clear", Harm::Delay, Security::PlainLoopback);
        both("late inside TLS", Harm::Delay, Security::Tls);
        // In the clear nobody could notice these.
        both("twice inside TLS", Harm::Duplicate, Security::Tls);
        both("wrong inside TLS", Harm::Corrupt, Security::Tls);
    }

    void theStoreEqualsTheMailbox()
    {
        QFETCH(const Harm, harm);
        QFETCH(const CuttingProxy::Side, side);
        QFETCH(const Security, security);
        CuttingProxy &proxy = proxyFor(security);
        proxy.leaveAlone();
        const auto whole = world(security);
        QVERIFY(isFetched(*whole, false));
        const QStringList expected = contentOf(whole->sink);
        QCOMPARE(expected.size(), 5);
        const qint64 bytes = side == CuttingProxy::Side::Server ? proxy.fromServer() : proxy.fromClient();
        const bool isEach = qEnvironmentVariable("ASIDE_CUTS") == u"all"_s;
        const qint64 stride = isEach ? 1 : std::max<qint64>(1, bytes / usualCases);
        int done = 0;
        int failed = 0;
        for (qint64 at = 0; at < bytes; at += stride) {
            const auto harmed = world(security);
            proxy.harm(harm, side, at);

            failed += isFetched(*harmed, harm != Harm::Delay) ? 0 : 1;
            done += proxy.isDone() ? 1 : 0;
            proxy.leaveAlone();

            // Harm to the last bytes may come to light with the first try, and the second begins anew.
            QVERIFY2(isFetched(*harmed, false) || isFetched(*harmed, false),
                     QByteArray::number(at).constData());
            QCOMPARE(contentOf(harmed->sink), expected);
            QCOMPARE(harmed->handed, expected.size());
        }
        qInfo("%lld bytes, harm done %d times, %d fetches ended early", bytes, done, failed);
        QCOMPARE_GT(done, 0);
        if (harm == Harm::Delay) {
            QCOMPARE(failed, 0); // late is not broken
        } else {
            QCOMPARE_GT(failed, done / 2);
        }
    }
};

QTEST_GUILESS_MAIN(TestSyncCuts)
#include "tst_synccuts.moc"
