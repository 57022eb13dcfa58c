// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/channels/email/imap/imapsession.h"
#include "app/channels/email/smtp/smtpsession.h"
#include "app/import/mail/mailparser.h"
#include "tests/channels/email/waiting.h"
#include "tests/servers/mailservers.h"
#include "tests/support/waiting.h"

#include <QTest>

using namespace aside;
using namespace Qt::StringLiterals;
using test::errorOf;
using test::settled;

namespace {

mail::Letter letter(const QString &id)
{
    mail::Letter made;
    made.from = {.name = u"Лавка «Ромашка»"_s, .address = u"op1@localhost"_s};
    made.to = {{.name = u"Анна"_s, .address = u"customer@localhost"_s}};
    made.subject = u"Re: Где заказ № 17?"_s;
    made.messageId = id;
    made.references = {u"q@localhost"_s};
    made.inReplyTo = u"q@localhost"_s;
    made.text = u"Здравствуйте!\n.\n..две точки\nFrom here on\n\nПривезём завтра."_s;
    return made;
}

const smtp::Envelope envelope{.sender = "op1@localhost", .recipients = {"customer@localhost"}};

} // namespace

/// Through a real Exim to a real Dovecot.
class TestSubmission : public QObject
{
    Q_OBJECT

private:
    [[nodiscard]] SendOutcome send(smtp::SmtpSession &session, const mail::Letter &what,
                                   const smtp::Envelope &whom = envelope) const
    {
        const auto future = session.send(whom, *mail::LetterDevice::make(what), {});
        return test::waitFor([&] { return future.isFinished(); }, 30'000) ? future.result().outcome
                                                                          : Refused{.code = u"no answer"_s};
    }
    /// The messages of the customer's inbox that have this id, once there is one.
    [[nodiscard]] QList<QByteArray> arrived(const QString &id) const
    {
        imap::ImapSession session(m_servers->edge(), {});
        const auto in = settled(session.signIn(m_servers->imap(mail::Security::Tls),
                                               test::MailServers::user(u"customer"_s, "secret3"), {}));
        if (!in) {
            qWarning("not signed in: %s", qPrintable(in.error().detail));
            return {};
        }
        imap::UidSet uids;
        const bool isThere = test::waitFor(
            [&] {
                const auto box = settled(session.select("INBOX"));
                const auto found = settled(session.searchHeader("Message-ID", id.toLatin1()));
                uids = found.value_or(imap::UidSet());
                return box && !uids.isEmpty();
            },
            30'000);
        if (!isThere) {
            return {};
        }
        QList<QByteArray> bodies;
        const auto messages = settled(session.fetch(uids, imap::FetchItem::Message));
        for (const imap::Fetched &message : messages.value_or(QList<imap::Fetched>())) {
            const imap::Section *whole = message.section("");
            bodies.append(whole != nullptr ? whole->content.view().value_or(QByteArrayView()).toByteArray()
                                           : QByteArray());
        }
        return bodies;
    }

    std::unique_ptr<test::MailServers> m_servers;

private Q_SLOTS:
    void initTestCase()
    {
        if (!test::MailServers::areInstalled()) {
            QSKIP("Dovecot 2.4 and Exim are not installed");
        }
        m_servers = test::MailServers::start();
        QVERIFY(m_servers != nullptr);
    }
    void init() { QTest::failOnWarning(); }

    void aLetterArrivesOnceAndWhole()
    {
        smtp::SmtpSession session(m_servers->edge());
        QVERIFY(settled(session.signIn(m_servers->smtp(), test::MailServers::user(u"op1"_s, "secret1"), {})));
        QVERIFY(session.features().pipelining);
        QCOMPARE_GT(session.features().mostBytes, 1'000'000);
        mail::Letter what = letter(u"whole@localhost"_s);
        QByteArray picture;
        for (int i = 0; i < 3'000'000; ++i) {
            picture.append(static_cast<char>((i * 7) & 0xff));
        }
        what.files = {mail::fileOfBytes(u"Снимок.png"_s, u"image/png"_s, picture)};

        const SendOutcome outcome = send(session, what);

        QVERIFY(std::holds_alternative<Sent>(outcome));
        QVERIFY(std::get<Sent>(outcome).words.contains(u"OK id="_s));
        const QList<QByteArray> there = arrived(what.messageId);
        QCOMPARE(there.size(), 1);
        const auto read = parseMail(there.constFirst(), {});
        QVERIFY(read);
        QCOMPARE(read->subject, what.subject);
        QCOMPARE(read->authorName, what.from.name);
        QCOMPARE(read->references, what.references);
        QCOMPARE(read->text.trimmed(), what.text);
        QCOMPARE(read->attachments.constFirst().name, u"Снимок.png"_s);
        QVERIFY(read->attachments.constFirst().data == picture);
    }

    void aWrongPasswordIsSaid()
    {
        smtp::SmtpSession session(m_servers->edge());
        QCOMPARE(errorOf(session.signIn(m_servers->smtp(), test::MailServers::user(u"op1"_s, "wrong"), {})),
                 Errc::SignInRefused);
    }

    void aServerNobodyVouchesForGetsNothing()
    {
        smtp::SmtpSession session(mail::systemMailEdge());
        QCOMPARE(errorOf(session.signIn(m_servers->smtp(), test::MailServers::user(u"op1"_s, "secret1"), {})),
                 Errc::CertificateUntrusted);
    }

    void aStrangersMailIsNotPassedOn()
    {
        smtp::SmtpSession session(m_servers->edge());
        QVERIFY(settled(session.signIn(m_servers->smtp(), {}, {})));

        const SendOutcome outcome = send(session, letter(u"relay@localhost"_s),
                                         {.sender = "op1@localhost", .recipients = {"a@elsewhere.example"}});

        QCOMPARE(std::get<Refused>(outcome).words, u"a@elsewhere.example: relay denied"_s);
        QVERIFY(std::holds_alternative<Sent>(send(session, letter(u"after@localhost"_s))));
    }

    void whatIsTooLargeIsRefusedBeforeItGoes()
    {
        smtp::SmtpSession session(m_servers->edge());
        QVERIFY(settled(session.signIn(m_servers->smtp(), test::MailServers::user(u"op1"_s, "secret1"), {})));
        mail::Letter what = letter(u"large@localhost"_s);
        what.files = {mail::fileOfBytes(u"a.bin"_s, {}, QByteArray(40'000'000, 'x'))};

        const SendOutcome outcome = send(session, what);

        QCOMPARE(std::get<Refused>(outcome).code, u"552 5.3.4"_s);
        QVERIFY(std::holds_alternative<Sent>(send(session, letter(u"small@localhost"_s))));
    }
};

QTEST_GUILESS_MAIN(TestSubmission)
#include "tst_submission.moc"
