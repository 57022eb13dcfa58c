// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/channels/email/imap/imapsession.h"
#include "app/channels/email/smtp/smtpsession.h"
#include "tests/channels/email/waiting.h"
#include "tests/servers/cuttingproxy.h"
#include "tests/servers/mailservers.h"
#include "tests/support/waiting.h"

#include <QTest>

using namespace aside;
using namespace Qt::StringLiterals;
using test::settled;

namespace {

constexpr int usualCuts = 60; // in each direction; ASIDE_CUTS=all: at every byte

/// Half of them everywhere, half at the end, where the letter is handed over.
QList<qint64> placesIn(qint64 bytes)
{
    QList<qint64> places;
    if (qEnvironmentVariable("ASIDE_CUTS") == u"all"_s) {
        for (qint64 at = 0; at < bytes; ++at) {
            places.append(at);
        }
        return places;
    }
    for (int i = 0; i < usualCuts; ++i) {
        places.append(i % 2 == 0 ? bytes * i / usualCuts : bytes - bytes * i / usualCuts / 6);
    }
    return places;
}

} // namespace

/// The connection breaks everywhere: what the client says of it must be true in the recipient's mailbox.
class TestSendCuts : public QObject
{
    Q_OBJECT

private:
    /// One attempt, from the connection on.
    [[nodiscard]] SendOutcome send(const QString &id) const
    {
        smtp::SmtpSession session(m_servers->edge());
        mail::ServerAddress server = m_servers->smtp();
        server.port = m_proxy->serverPort();
        if (const auto in = settled(session.signIn(server, test::MailServers::user(u"op1"_s, "secret1"), {}));
            !in) {
            return RetryLater{.scope = FaultScope::Account, .cause = in.error().code};
        }
        mail::Letter letter;
        letter.from = {.name = {}, .address = u"op1@localhost"_s};
        letter.to = {{.name = {}, .address = u"customer@localhost"_s}};
        letter.messageId = id;
        letter.text = u"Привезём завтра.\n"_s;
        const auto sending = session.send({.sender = "op1@localhost", .recipients = {"customer@localhost"}},
                                          *mail::LetterDevice::make(letter), {});
        return test::waitFor([&] { return sending.isFinished(); }, 30'000) ? sending.result().outcome
                                                                           : Refused{.code = u"no answer"_s};
    }

    /// How often the customer has the letter.
    [[nodiscard]] quint64 copies(imap::ImapSession &session, const QString &id) const
    {
        const auto box = settled(session.select("INBOX"));
        const auto found = settled(session.searchHeader("Message-ID", id.toLatin1()));
        return box && found ? found->count() : 99;
    }

    void cutEverywhere(bool isClientCut)
    {
        m_proxy->cutAfter({}, {});
        const QString whole = u"whole-%1@localhost"_s.arg(isClientCut);
        QVERIFY(std::holds_alternative<Sent>(send(whole)));
        const qint64 bytes = isClientCut ? m_proxy->fromClient() : m_proxy->fromServer();
        QMap<QString, SendOutcome> outcomes;
        int unknown = 0;
        const QList<qint64> places = placesIn(bytes);
        for (const qint64 at : places) {
            const QString id = u"cut-%1-%2@localhost"_s.arg(isClientCut).arg(at);
            m_proxy->cutAfter(isClientCut ? std::optional(at) : std::nullopt,
                              isClientCut ? std::nullopt : std::optional(at));
            SendOutcome outcome = send(id);
            if (std::holds_alternative<RetryLater>(outcome)) {
                m_proxy->cutAfter({}, {});
                outcome = send(id);
                QVERIFY(std::holds_alternative<Sent>(outcome));
            }
            unknown += std::holds_alternative<Unknown>(outcome) ? 1 : 0;
            outcomes.insert(id, outcome);
        }
        imap::ImapSession customer(m_servers->edge(), {});
        QVERIFY(settled(customer.signIn(m_servers->imap(mail::Security::Tls),
                                        test::MailServers::user(u"customer"_s, "secret3"), {})));
        for (const auto &[id, outcome] : outcomes.asKeyValueRange()) {
            if (std::holds_alternative<Sent>(outcome)) {
                QTRY_COMPARE_WITH_TIMEOUT(copies(customer, id), 1U, 30'000);
            } else {
                QVERIFY(std::holds_alternative<Unknown>(outcome));
                QCOMPARE_LE(copies(customer, id), 1U);
            }
        }
        const auto cuts = static_cast<int>(places.size());
        qInfo("%d of %d cuts left it uncertain", unknown, cuts);
        // What was written may lie on the way with the dot in it; what breaks before DATA is never uncertain.
        QCOMPARE_GT(unknown, 0);
        QCOMPARE_LT(unknown, cuts * 3 / 4);
    }

    std::unique_ptr<test::MailServers> m_servers;
    std::unique_ptr<test::CuttingProxy> m_proxy;

private Q_SLOTS:
    void initTestCase()
    {
        if (!test::MailServers::areInstalled()) {
            QSKIP("Dovecot 2.4 and Exim are not installed");
        }
        m_servers = test::MailServers::start();
        QVERIFY(m_servers != nullptr);
        m_proxy = std::make_unique<test::CuttingProxy>(m_servers->smtp().port);
    }
    void init() { QTest::failOnWarning(); }

    void whatWeSayIsCut() { cutEverywhere(true); }
    void whatTheServerSaysIsCut() { cutEverywhere(false); }
};

QTEST_GUILESS_MAIN(TestSendCuts)
#include "tst_sendcuts.moc"
