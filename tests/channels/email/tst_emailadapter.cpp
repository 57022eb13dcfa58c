// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/channels/email/mailaccount.h"
#include "tests/channels/email/othersession.h"
#include "tests/support/testclock.h"
#include "tests/support/waiting.h"

#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace aside;
using namespace aside::mail;
using namespace Qt::StringLiterals;
using test::errorOf;
using test::settled;

namespace {

OutgoingMessage answer(const QString &id)
{
    OutgoingMessage message;
    message.wireId = id;
    message.to = u"customer@localhost"_s;
    message.toName = u"Anna"_s;
    message.subject = u"Where is it?"_s;
    message.text = u"Завтра."_s;
    message.inReplyTo = u"q1@mail.example"_s;
    message.references = {u"q1@mail.example"_s};
    return message;
}

} // namespace

/// Against a real Dovecot and a real Exim.
class TestEmailAdapter : public QObject
{
    Q_OBJECT

private:
    [[nodiscard]] EmailAdapter::Parts partsOf(const QString &user, const QByteArray &password) const
    {
        EmailAdapter::Parts parts = test::mailParts(user, password, m_servers->imap(Security::Tls),
                                                    m_servers->smtp(), m_servers->edge(), m_clock);
        parts.account.identity = u"Лавка"_s;
        return parts;
    }
    [[nodiscard]] std::unique_ptr<EmailAdapter> adapterOf(const QString &user, const QByteArray &password)
    {
        return std::make_unique<EmailAdapter>(partsOf(user, password));
    }

    /// Everything after the cursor, and the cursor then.
    [[nodiscard]] static QList<IncomingMessage> fetched(EmailAdapter &adapter, QByteArray &cursor,
                                                        QList<FolderNews> *news = nullptr)
    {
        QList<IncomingMessage> all;
        while (true) {
            const auto step = settled(adapter.fetch(cursor));
            if (!step) {
                qWarning("fetching: %s", qPrintable(step.error().detail));
                return all;
            }
            all += step->batch.messages;
            if (news != nullptr) {
                *news += step->batch.news;
            }
            cursor = step->batch.cursor;
            if (step->isComplete) {
                return all;
            }
        }
    }

    /// What could not be brought by a fetch after the cursor.
    [[nodiscard]] static QList<FolderTrouble> troublesAfter(EmailAdapter &adapter, QByteArray &cursor)
    {
        for (auto step = settled(adapter.fetch(cursor)); step; step = settled(adapter.fetch(cursor))) {
            cursor = step->batch.cursor;
            if (step->isComplete) {
                return step->troubles;
            }
        }
        return {};
    }

    [[nodiscard]] static bool holds(const QList<IncomingMessage> &messages, const QString &id)
    {
        return std::ranges::contains(messages, id, &IncomingMessage::remoteId);
    }

    [[nodiscard]] static SendOutcome sent(EmailAdapter &adapter, const OutgoingMessage &message)
    {
        const auto future = adapter.send(message);
        return test::waitFor([&] { return future.isFinished(); }, 30'000) ? future.result()
                                                                          : Refused{.code = u"no answer"_s};
    }

    /// The customer writes.
    [[nodiscard]] bool ask(const QString &user, const QString &id)
    {
        OutgoingMessage question = answer(id);
        question.to = user + u"@localhost"_s;
        question.inReplyTo.clear();
        question.references.clear();
        return std::holds_alternative<Sent>(sent(*adapterOf(u"customer"_s, "secret3"), question));
    }

    std::unique_ptr<test::MailServers> m_servers;
    test::TestClock m_clock;

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

    void itSaysWhetherTheAccountWorks()
    {
        QVERIFY(settled(adapterOf(u"op1"_s, "secret1")->open()));
        QCOMPARE(errorOf(adapterOf(u"op1"_s, "wrong")->open()), Errc::SignInRefused);
    }

    void mailIsFetchedOnce()
    {
        QVERIFY(ask(u"op1"_s, u"q1@mail.example"_s));
        QVERIFY(ask(u"op1"_s, u"q2@mail.example"_s));
        QByteArray cursor;
        const auto adapter = adapterOf(u"op1"_s, "secret1");
        QList<IncomingMessage> first;
        QTRY_COMPARE_WITH_TIMEOUT((first += fetched(*adapter, cursor), first.size()), 2, 30'000);
        QCOMPARE(first.constFirst().authorHandle, u"customer@localhost"_s);

        QCOMPARE(fetched(*adapter, cursor).size(), 0);
        QCOMPARE(fetched(*adapterOf(u"op1"_s, "secret1"), cursor).size(), 0);

        QVERIFY(ask(u"op1"_s, u"q3@mail.example"_s));
        QList<IncomingMessage> later;
        QTRY_COMPARE_WITH_TIMEOUT((later += fetched(*adapter, cursor), later.size()), 1, 30'000);
        QCOMPARE(later.constFirst().remoteId, u"q3@mail.example"_s);
    }

    void aReplyArrivesOnceAndIsFiledOnce()
    {
        const auto op = adapterOf(u"op1"_s, "secret1");
        const OutgoingMessage reply = answer(u"r1@localhost"_s);

        const SendOutcome outcome = sent(*op, reply);
        QVERIFY(std::holds_alternative<Sent>(outcome) && std::get<Sent>(outcome).wantsCopy);
        QCOMPARE(settled(op->reconcile(reply)).value_or(Reconciliation()).evidence, Evidence::NotFound);
        QCOMPARE(settled(op->fileCopy(reply)), Result<CopyFiling>(CopyFiling()));

        const auto customer = adapterOf(u"customer"_s, "secret3");
        QByteArray cursor;
        QList<IncomingMessage> inbox;
        QTRY_COMPARE_WITH_TIMEOUT((inbox += fetched(*customer, cursor), inbox.size()), 1, 30'000);
        QCOMPARE(inbox.constFirst().remoteId, reply.wireId);
        QCOMPARE(inbox.constFirst().subject, u"Re: Where is it?"_s);
        QCOMPARE(inbox.constFirst().references, reply.references);
        QCOMPARE(inbox.constFirst().text.trimmed(), reply.text);
        const Reconciliation found = settled(op->reconcile(reply)).value_or(Reconciliation());
        QCOMPARE(found.evidence, Evidence::Found);
        QCOMPARE(found.remoteId, reply.wireId);
        QCOMPARE(found.look, LookKind::SentFolders);
        QCOMPARE(found.words, u"Sent"_s);
    }

    void whatWasNeverSentIsNotFound()
    {
        const auto op = adapterOf(u"op1"_s, "secret1");
        const auto found = settled(op->reconcile(answer(u"never@localhost"_s)));
        QVERIFY(found);
        QCOMPARE(found->evidence, Evidence::NotFound);
        QCOMPARE(found->look, LookKind::SentFolders);
        QCOMPARE(found->words, u"Sent"_s);
    }

    void aWrongPasswordHoldsTheAccount()
    {
        const SendOutcome outcome = sent(*adapterOf(u"op1"_s, "wrong"), answer(u"r2@localhost"_s));
        QCOMPARE(std::get<RetryLater>(outcome).scope, FaultScope::Account);
        QCOMPARE(std::get<RetryLater>(outcome).cause, Errc::SignInRefused);
        QVERIFY(std::get<RetryLater>(outcome).words.startsWith(u"535 "_s)); // the server's words
    }

    void aServerThatIsNotThereSaidNothing()
    {
        auto parts = partsOf(u"op1"_s, "secret1");
        parts.settings.smtp.port = 1; // nobody listens there
        EmailAdapter adapter(parts);
        const SendOutcome outcome = sent(adapter, answer(u"r5@localhost"_s));
        QCOMPARE(std::get<RetryLater>(outcome).cause, Errc::Network);
        QCOMPARE(std::get<RetryLater>(outcome).words, QString());
    }

    void anAddressThatIsNoneIsRefusedHere()
    {
        OutgoingMessage message = answer(u"r3@localhost"_s);
        message.to = u"anna\r\nRCPT TO:<b@localhost>"_s;
        const SendOutcome outcome = sent(*adapterOf(u"op1"_s, "secret1"), message);
        QCOMPARE(std::get<Refused>(outcome).code, u"553 5.1.3"_s);
    }

    void itSaysWhenMailArrives()
    {
        const auto op = adapterOf(u"op2"_s, "secret2");
        QSignalSpy arrived(op.get(), &ChannelAdapter::arrived);
        QByteArray cursor;
        QCOMPARE(fetched(*op, cursor).size(), 0);
        op->listen();

        QVERIFY(ask(u"op2"_s, u"q9@mail.example"_s));

        QTRY_VERIFY_WITH_TIMEOUT(!arrived.isEmpty(), 30'000);
        QList<IncomingMessage> inbox;
        QTRY_COMPARE_WITH_TIMEOUT((inbox += fetched(*op, cursor), inbox.size()), 1, 30'000);
    }

    void whatAnotherProgramDoesIsFetchedSoon()
    {
        auto parts = partsOf(u"op2"_s, "secret2");
        int waits = 0;
        parts.edge.after
            = [&waits, after = parts.edge.after](std::chrono::milliseconds delay, QObject *context,
                                                 const std::function<void()> &then) {
                  const bool isPace = delay == NewsPace::shortest;
                  waits += isPace ? 1 : 0;
                  after(isPace ? std::chrono::milliseconds(0) : delay, context, then);
              };
        EmailAdapter op(parts);
        const auto other = test::sessionOf(*m_servers, u"op2"_s, "secret2");
        QVERIFY(ask(u"op2"_s, u"q10@mail.example"_s));
        QByteArray cursor;
        QList<IncomingMessage> inbox;
        QTRY_VERIFY_WITH_TIMEOUT((inbox += fetched(op, cursor), holds(inbox, u"q10@mail.example"_s)), 30'000);
        QVERIFY(other && settled(other->select("INBOX")));
        const auto uids = settled(other->searchHeader("Message-ID", "q10@mail.example"));
        QVERIFY(uids && uids->count() == 1);
        QSignalSpy arrived(&op, &ChannelAdapter::arrived);
        op.listen();

        QVERIFY(settled(other->store(*uids, imap::StoreMode::Add, {"\\Seen"})));
        QTRY_COMPARE_WITH_TIMEOUT(arrived.size(), 1, 30'000);
        QList<FolderNews> news;
        QCOMPARE(fetched(op, cursor, &news).size(), 0);
        QCOMPARE(news.size(), 1);
        QCOMPARE(news.constFirst().flags.size(), 1);
        QVERIFY(news.constFirst().flags.constFirst().flags.isRead);

        QVERIFY(ask(u"op2"_s, u"q11@mail.example"_s)); // nothing more was told until then
        QTRY_COMPARE_WITH_TIMEOUT(arrived.size(), 2, 30'000);
        QCOMPARE(waits, 1);
    }

    void whatCannotBeBroughtIsTold()
    {
        auto parts = partsOf(u"op2"_s, "secret2");
        parts.settings.folders = {"INBOX", "Nowhere"};
        auto stumbling = parts;
        stumbling.read = [](QByteArrayView, const MailFacts &) -> Result<IncomingMessage> {
            return fail(Errc::BrokenItem);
        };
        QVERIFY(ask(u"op2"_s, u"q12@mail.example"_s));
        EmailAdapter first(stumbling);
        QByteArray cursor;
        QList<FolderTrouble> troubles;
        QTRY_VERIFY_WITH_TIMEOUT((troubles = troublesAfter(first, cursor), troubles.size() == 2), 30'000);
        const qint64 unread = troubles.at(1).unread;

        EmailAdapter next(parts);
        const QList<IncomingMessage> messages = fetched(next, cursor);
        const QList<FolderTrouble> left = troublesAfter(next, cursor);

        QCOMPARE(troubles.at(0), (FolderTrouble{.folder = u"Nowhere"_s, .fault = Errc::NotFound}));
        QCOMPARE(troubles.at(1).folder, u"INBOX"_s);
        QVERIFY(unread >= 1);
        QCOMPARE_GE(messages.size(), unread);
        QCOMPARE(left, QList<FolderTrouble>{troubles.at(0)});
    }

    void anAdapterThatGoesAnswersFirst()
    {
        auto op = adapterOf(u"op1"_s, "secret1");
        const auto fetching = op->fetch({});
        const auto sending = op->send(answer(u"r4@localhost"_s));
        op.reset();
        QTRY_VERIFY(fetching.isFinished());
        QTRY_VERIFY_WITH_TIMEOUT(sending.isFinished(), 30'000);
        QCOMPARE(fetching.result().error().code, Errc::Cancelled);
    }
};

QTEST_GUILESS_MAIN(TestEmailAdapter)
#include "tst_emailadapter.moc"
