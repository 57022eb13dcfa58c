// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/channels/email/imap/imapsession.h"
#include "models/domain/outboxitem.h"
#include "tests/channels/email/waiting.h"
#include "tests/journeys/programs.h"
#include "tests/servers/mailservers.h"

#include <QRandomGenerator>
#include <QTemporaryDir>

#include <utility>

using namespace aside;
using namespace Qt::StringLiterals;
using test::settled;

namespace {

constexpr quint32 seed = 20261122;
constexpr int allRounds = 200;
constexpr int roundsPerLetter = 3;
constexpr int longestLife = 700; // milliseconds

int rounds()
{
    bool isNumber = false;
    const int asked = qEnvironmentVariableIntValue("ASIDE_CRASH_ROUNDS", &isNumber);
    return isNumber && asked > 0 ? asked : allRounds;
}

QByteArray question(int number)
{
    const QByteArray n = QByteArray::number(number);
    return "From: Anna <customer@localhost>\r\nTo: op1@localhost\r\nSubject: Order " + n
        + "\r\nMessage-ID: <kill" + n
        + "@localhost>\r\nDate: Sun, 22 Nov 2026 10:00:00 +0000\r\n\r\nWhere is parcel " + n + "?\r\n";
}

} // namespace

/// A program that fetches and sends is killed at random moments. What it has afterwards is what the mailbox
/// has, and nobody got a letter twice.
class TestMailKills : public QObject
{
    Q_OBJECT

private:
    [[nodiscard]] QStringList workerArguments() const
    {
        return {m_profile,
                QString::number(m_servers->imap(mail::Security::Tls).port),
                QString::number(m_servers->smtp().port),
                m_authority,
                u"op1"_s,
                u"secret1"_s};
    }
    [[nodiscard]] std::unique_ptr<imap::ImapSession> signedIn(const QString &user, const QByteArray &password)
    {
        auto session = std::make_unique<imap::ImapSession>(m_servers->edge(), imap::Limits());
        const auto done = settled(session->signIn(m_servers->imap(mail::Security::Tls),
                                                  test::MailServers::user(user, password), {}));
        if (!done) {
            qWarning("not signed in: %s", qPrintable(done.error().detail));
        }
        return session;
    }
    [[nodiscard]] static qint64 lettersIn(imap::ImapSession &session)
    {
        const auto box = settled(session.select("INBOX"));
        return box ? qint64(box->exists) : -1;
    }
    [[nodiscard]] static quint64 copies(imap::ImapSession &session, const QString &id)
    {
        const auto found = settled(session.searchHeader("Message-ID", id.toLatin1()));
        return found ? found->count() : 99;
    }

    std::unique_ptr<test::MailServers> m_servers;
    QTemporaryDir m_folder;
    QString m_profile;
    QString m_authority;

private Q_SLOTS:
    void initTestCase()
    {
        if (!test::MailServers::areInstalled()) {
            QSKIP("Dovecot 2.4 and Exim are not installed");
        }
        m_servers = test::MailServers::start();
        QVERIFY(m_servers != nullptr);
        m_profile = m_folder.filePath(u"profile"_s);
        m_authority = m_folder.filePath(u"ca.pem"_s);
        QVERIFY(test::writeFile(m_authority, m_servers->edge().authorities.constFirst().toPem()));
        qInfo("seed %u, %d rounds", seed, rounds());
    }

    void theStoreEqualsTheMailboxAndNothingIsSentTwice()
    {
        QRandomGenerator random(seed);
        int letters = 0;
        int killed = 0;
        for (int round = 0; round < rounds(); ++round) {
            if (round % roundsPerLetter == 0) {
                QVERIFY(m_servers->deliver(u"op1"_s, question(++letters)));
            }
            test::Child child(QStringLiteral(MAILWORKER_BIN), workerArguments());
            child->waitForFinished(random.bounded(longestLife));
            killed += child.isRunning() ? 1 : 0;
            child.kill();
        }
        const auto op1 = signedIn(u"op1"_s, "secret1");
        QTRY_COMPARE_WITH_TIMEOUT(lettersIn(*op1), qint64{letters}, 30'000);

        test::Child last(QStringLiteral(MAILWORKER_BIN), workerArguments());
        const test::Ended ended = last.end();

        QVERIFY2(ended.exitCode == 0, ended.words().constData());
        QCOMPARE(ended.json().value(u"conversations").toInt(), letters);
        const QJsonArray items = ended.json().value(u"items").toArray();
        QCOMPARE(items.size(), letters); // each was answered once
        const auto customer = signedIn(u"customer"_s, "secret3");
        int sent = 0;
        for (qsizetype i = 0; i < items.size(); ++i) {
            const QJsonObject item = items.at(i).toObject();
            const QString id = item.value(u"wireId").toString();
            QVERIFY(settled(customer->select("INBOX")));
            if (item.value(u"state").toInt() == std::to_underlying(OutboxState::Sent)) {
                ++sent;
                QTRY_COMPARE_WITH_TIMEOUT(
                    (static_cast<void>(settled(customer->select("INBOX"))), copies(*customer, id)),
                    quint64{1}, 30'000);
            } else {
                QCOMPARE(item.value(u"state").toInt(), std::to_underlying(OutboxState::Uncertain));
                QCOMPARE_LE(copies(*customer, id), quint64{1});
            }
        }
        qInfo("%d of %d rounds killed; %d of %d letters sent, the others uncertain", killed, rounds(), sent,
              letters);
        QCOMPARE_GT(killed, 0);
        QCOMPARE_GT(sent, letters / 2);
        QVERIFY(test::isHealthy(m_profile));
    }
};

QTEST_GUILESS_MAIN(TestMailKills)
#include "tst_mailkills.moc"
