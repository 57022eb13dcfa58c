// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/channels/email/adapter/sentmail.h"
#include "tests/channels/email/mailaccount.h"
#include "tests/channels/email/othersession.h"
#include "tests/servers/cuttingproxy.h"
#include "tests/support/testclock.h"

#include <QTest>

using namespace aside;
using namespace aside::mail;
using namespace Qt::StringLiterals;
using test::errorOf;
using test::settled;

namespace {

constexpr int cuts = 12; // in each direction

OutgoingMessage reply(const QString &id, const QString &text)
{
    OutgoingMessage message;
    message.wireId = id;
    message.to = u"customer@localhost"_s;
    message.subject = u"Where is it?"_s;
    message.text = text;
    message.attemptAt = Instant(std::chrono::seconds(1'700'000'000));
    return message;
}

} // namespace

/// The copy of what was sent lies in the folder for sent mail once, whatever happened on the way there.
/// Against a real Dovecot.
class TestSentMail : public QObject
{
    Q_OBJECT

private:
    [[nodiscard]] std::unique_ptr<EmailAdapter> adapterOf(const QString &user, const QByteArray &password,
                                                          std::optional<quint16> port = {})
    {
        ServerAddress imap = m_servers->imap(Security::Tls);
        imap.port = port.value_or(imap.port);
        return std::make_unique<EmailAdapter>(
            test::mailParts(user, password, imap, m_servers->smtp(), m_servers->edge(), m_clock));
    }

    /// A session of another program, with the folder for sent mail open.
    [[nodiscard]] std::unique_ptr<imap::ImapSession> sentFolder(const QString &user,
                                                                const QByteArray &password)
    {
        auto session = test::sessionOf(*m_servers, user, password);
        return session && settled(session->select("Sent")) ? std::move(session) : nullptr;
    }

    void cutEverywhere(bool isClientCut)
    {
        const auto op = adapterOf(u"op1"_s, "secret1", m_proxy->serverPort());
        m_proxy->cutAfter({}, {});
        QCOMPARE(settled(op->fileCopy(reply(u"whole-%1@localhost"_s.arg(isClientCut), u"Tomorrow."_s))),
                 Result<CopyFiling>(CopyFiling()));
        const qint64 bytes = isClientCut ? m_proxy->fromClient() : m_proxy->fromServer();
        QStringList ids;
        int failed = 0;
        for (int i = 0; i < cuts; ++i) {
            // Half of them everywhere, half at the end, where the letter is handed over.
            const qint64 at = i % 2 == 0 ? bytes * i / cuts : bytes - bytes * i / cuts / 4;
            const OutgoingMessage message
                = reply(u"cut-%1-%2@localhost"_s.arg(isClientCut).arg(at), u"Tomorrow."_s);
            m_proxy->cutAfter(isClientCut ? std::optional(at) : std::nullopt,
                              isClientCut ? std::nullopt : std::optional(at));
            const auto first = settled(op->fileCopy(message));
            failed += first && !first->fault ? 0 : 1;

            m_proxy->cutAfter({}, {});
            QCOMPARE(settled(op->fileCopy(message)), Result<CopyFiling>(CopyFiling()));
            ids.append(message.wireId);
        }
        const auto other = sentFolder(u"op1"_s, "secret1");
        QVERIFY(other);
        for (const QString &id : std::as_const(ids)) {
            const auto found = settled(other->searchHeader("Message-ID", id.toLatin1()));
            QVERIFY(found);
            QCOMPARE(found->count(), 1U);
        }
        qInfo("%d of %d cuts left it unfiled or unsaid", failed, cuts);
        QCOMPARE_GT(failed, cuts / 2);
    }

    std::unique_ptr<test::MailServers> m_servers;
    std::unique_ptr<test::CuttingProxy> m_proxy;
    test::TestClock m_clock;

private Q_SLOTS:
    void initTestCase()
    {
        if (!test::MailServers::areInstalled()) {
            QSKIP("Dovecot 2.4 and Exim are not installed");
        }
        m_servers = test::MailServers::start();
        QVERIFY(m_servers != nullptr);
        m_proxy = std::make_unique<test::CuttingProxy>(m_servers->imap(Security::Tls).port);
    }
    void init() { QTest::failOnWarning(); }

    void whatWasFoundSaysWhereItWasLookedFor()
    {
        const SentPlace sent{.folder = {.wireName = "Sent", .name = u"Sent"_s}, .uids = {}};
        SentPlace all{.folder = {.wireName = "All", .name = u"Alle Nachrichten"_s}, .uids = {}};
        const QString id = u"r1@shop.example"_s;
        QCOMPARE(reconciled({}, id),
                 (Reconciliation{.evidence = Evidence::CannotTell, .look = LookKind::NoSentFolder}));
        QCOMPARE(reconciled({sent, all}, id),
                 (Reconciliation{.evidence = Evidence::NotFound,
                                 .look = LookKind::SentFolders,
                                 .words = u"Sent, Alle Nachrichten"_s}));
        all.uids.add(7);
        QCOMPARE(reconciled({sent, all}, id),
                 (Reconciliation{.evidence = Evidence::Found,
                                 .remoteId = id,
                                 .look = LookKind::SentFolders,
                                 .words = u"Alle Nachrichten"_s}));
    }

    void whatWeSayIsCut() { cutEverywhere(true); }
    void whatTheServerSaysIsCut() { cutEverywhere(false); }

    void aMailboxThatIsFullGetsItOnceThereIsRoom()
    {
        const auto full = adapterOf(u"full"_s, "secret4");
        const OutgoingMessage small = reply(u"small@localhost"_s, QString(2000, u'a'));
        const OutgoingMessage next = reply(u"next@localhost"_s, QString(2500, u'b'));
        QCOMPARE(settled(full->fileCopy(small)), Result<CopyFiling>(CopyFiling()));

        const auto refused = settled(full->fileCopy(next));

        QVERIFY(refused);
        QCOMPARE(refused->fault, Errc::QuotaFull);
        QVERIFY2(refused->words.contains(u"Quota exceeded"_s), qPrintable(refused->words));
        const auto other = sentFolder(u"full"_s, "secret4");
        QVERIFY(other);
        const auto first = settled(other->searchHeader("Message-ID", "small@localhost"));
        QVERIFY(first && first->count() == 1);
        QVERIFY(settled(other->store(*first, imap::StoreMode::Add, {"\\Deleted"})));
        QVERIFY(settled(other->expunge(*first)));
        QCOMPARE(settled(full->fileCopy(next)), Result<CopyFiling>(CopyFiling()));
        QCOMPARE(settled(full->fileCopy(next)), Result<CopyFiling>(CopyFiling()));
        QVERIFY(settled(other->select("Sent"))); // what came since
        QCOMPARE(settled(other->searchHeader("Message-ID", "next@localhost"))->count(), 1U);
    }

    void aServerThatCannotBeReachedIsNoTry()
    {
        m_proxy->cutAfter(0, {});
        const auto op = adapterOf(u"op1"_s, "secret1", m_proxy->serverPort());
        QVERIFY(!settled(op->fileCopy(reply(u"never@localhost"_s, u"Tomorrow."_s))));
        QCOMPARE(errorOf(adapterOf(u"op1"_s, "wrong")->fileCopy(reply(u"never@localhost"_s, u"T"_s))),
                 Errc::SignInRefused);
    }
};

QTEST_GUILESS_MAIN(TestSentMail)
#include "tst_sentmail.moc"
