// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/ports/accountstore.h"
#include "models/ports/conversationstore.h"
#include "models/ports/draftstore.h"
#include "models/ports/outboxstore.h"
#include "models/ports/searchindex.h"
#include "tests/app/mailaccount.h"
#include "tests/app/mailwindow.h"
#include "tests/channels/email/waiting.h"
#include "tests/servers/cuttingproxy.h"

#include <QTest>

#include <algorithm>
#include <memory>

using namespace aside;
using namespace Qt::StringLiterals;
using test::question;
using test::settled;

/// The window on a mailbox at a real Dovecot, sending over a real Exim; proxies that can cut stand between.
class TestMailJourney : public QObject
{
    Q_OBJECT

private:
    void open();
    [[nodiscard]] QString status() const { return m_desk->status(); }
    [[nodiscard]] int shownRows() const { return m_desk->shownRows(); }
    /// The conversation with this subject; an invalid id where there is none.
    [[nodiscard]] ConversationId conversation(const QString &subject) const;
    void reply(const QString &subject, const QString &text);
    void cut();
    void restore();
    /// What lies in the customer's mailbox, in the order it came.
    [[nodiscard]] QStringList received();
    [[nodiscard]] bool areSent(int count) const;

    std::unique_ptr<test::MailServers> m_servers;
    std::unique_ptr<test::CuttingProxy> m_imap;
    std::unique_ptr<test::CuttingProxy> m_smtp;
    std::unique_ptr<test::MailWindow> m_desk;

private Q_SLOTS:
    void initTestCase()
    {
        test::leaveTheDesktopAlone();
        if (!test::MailServers::areInstalled()) {
            QSKIP("Dovecot 2.4 and Exim are not installed");
        }
    }
    void init()
    {
        test::failOnMailWarning();
        m_servers = test::MailServers::start();
        QVERIFY(m_servers != nullptr);
        m_imap = std::make_unique<test::CuttingProxy>(m_servers->imap(mail::Security::Tls).port);
        m_smtp = std::make_unique<test::CuttingProxy>(m_servers->smtp().port);
        m_desk = std::make_unique<test::MailWindow>();
    }
    void cleanup()
    {
        m_desk.reset();
        m_smtp.reset();
        m_imap.reset();
        m_servers.reset();
    }

    void mailAppearsAndTheReplyArrivesOnce();
    void aWrongPasswordIsSaidInTheWindow();
    void offlineWorkGoesOnAndLeavesInOrderLater();
};

void TestMailJourney::open()
{
    QVERIFY(m_desk->openProfile(mail::OAuthEdge()));
    mail::ServerAddress imap = m_servers->imap(mail::Security::Tls);
    mail::ServerAddress smtp = m_servers->smtp();
    imap.port = m_imap->serverPort();
    smtp.port = m_smtp->serverPort();
    const auto account = settled(m_desk->profile->accounts().addAccount(test::accountAt(imap, smtp)));
    QVERIFY(account);
    if (m_desk->secrets.kept.isEmpty()) {
        m_desk->secrets.kept.insert(passwordName(account->id), Secret("secret1"));
    }
    m_desk->show(*m_servers);
}

ConversationId TestMailJourney::conversation(const QString &subject) const
{
    const auto ids = settled(m_desk->profile->conversations().ids({.view = View::Inbox}));
    const auto rows = settled(m_desk->profile->conversations().rows(ids.value_or(QList<ConversationId>())));
    const auto all = rows.value_or(QList<ConversationRow>());
    const auto found = std::ranges::find(all, subject, &ConversationRow::subject);
    return found != all.cend() ? found->id : ConversationId();
}

void TestMailJourney::reply(const QString &subject, const QString &text)
{
    const ConversationId id = conversation(subject);
    QVERIFY(id.isValid());
    QVERIFY(settled(m_desk->profile->outbox().hold(id, text, {.undoWindow = {}})));
}

/// The system says so, and whoever tries all the same finds it to be true.
void TestMailJourney::cut()
{
    m_imap->cutAfter(0, 0);
    m_smtp->cutAfter(0, 0);
    m_desk->network.set(SystemNetwork::Offline);
}

void TestMailJourney::restore()
{
    m_imap->cutAfter(std::nullopt, std::nullopt);
    m_smtp->cutAfter(std::nullopt, std::nullopt);
    m_desk->network.set(SystemNetwork::Online);
}

QStringList TestMailJourney::received()
{
    test::FakeSecrets secrets;
    secrets.kept.insert(passwordName(AccountId{7}), Secret("secret3"));
    mail::KeptSignIns signIns(secrets, mail::OAuthEdge(), m_desk->profile->clock());
    const ChannelRegistry channels = makeChannels({.signIns = signIns,
                                                   .clock = m_desk->profile->clock(),
                                                   .mailEdge = m_servers->edge(),
                                                   .ownAddresses = {}});
    Account customer = test::accountAt(m_servers->imap(mail::Security::Tls), m_servers->smtp());
    customer.id = AccountId{7};
    customer.address = u"customer@localhost"_s;
    customer.settings.insert(u"user"_s, u"customer"_s);
    const auto adapter = channels.adapterFor(customer);
    QStringList texts;
    QByteArray cursor;
    bool isComplete = !adapter.has_value();
    while (!isComplete) {
        const auto step = settled((*adapter)->fetch(cursor));
        if (!step) {
            qWarning("the customer cannot look: %s", errcName(step.error().code).data());
            return texts;
        }
        for (const IncomingMessage &message : step->batch.messages) {
            texts.append(message.text.section(u'\n', 0, 0).trimmed());
        }
        cursor = step->batch.cursor;
        isComplete = step->isComplete;
    }
    return texts;
}

bool TestMailJourney::areSent(int count) const
{
    const auto items = settled(m_desk->profile->outbox().items()).value_or(QList<OutboxItem>());
    return std::ranges::count(items, OutboxState::Sent, &OutboxItem::state) == count;
}

void TestMailJourney::mailAppearsAndTheReplyArrivesOnce()
{
    QVERIFY(m_servers->deliver(u"op1"_s, question("w1@localhost", "Parcel", "Where is it?")));
    open();
    QTRY_COMPARE_WITH_TIMEOUT(shownRows(), 1, 60'000);
    QTRY_VERIFY_WITH_TIMEOUT(status().contains(u"Mail fetched"), 60'000);

    QVERIFY(m_servers->deliver(u"op1"_s, question("w2@localhost", "Refund", "When?"))); // and it is told
    QTRY_COMPARE_WITH_TIMEOUT(shownRows(), 2, 60'000);

    reply(u"Parcel"_s, u"Tomorrow."_s);
    QTRY_VERIFY_WITH_TIMEOUT(areSent(1), 60'000);

    QStringList inbox;
    QTRY_COMPARE_WITH_TIMEOUT((inbox = received(), inbox), QStringList{u"Tomorrow."_s}, 60'000);
    QTRY_VERIFY_WITH_TIMEOUT(
        settled(m_desk->profile->conversations().thread(conversation(u"Parcel"_s)))->messages.size() == 2,
        60'000);
}

void TestMailJourney::aWrongPasswordIsSaidInTheWindow()
{
    m_desk->secrets.kept.insert(passwordName(AccountId{1}), Secret("wrong"));
    const auto clean = qScopeGuard([this] { m_desk->secrets.kept.clear(); });
    open();

    QTRY_VERIFY_WITH_TIMEOUT(status().contains(u"op1@localhost") && status().contains(u"is paused"), 60'000);

    QVERIFY2(status().contains(u"does not accept the name or the password"), qPrintable(status()));
    const auto accounts = settled(m_desk->profile->accounts().accounts());
    QCOMPARE(accounts->constFirst().pause->cause, Errc::SignInRefused);
}

void TestMailJourney::offlineWorkGoesOnAndLeavesInOrderLater()
{
    QVERIFY(m_servers->deliver(u"op1"_s, question("o1@localhost", "Parcel", "Where is it?")));
    QVERIFY(m_servers->deliver(u"op1"_s, question("o2@localhost", "Refund", "When do I get it?")));
    open();
    QTRY_COMPARE_WITH_TIMEOUT(shownRows(), 2, 60'000);

    cut();
    QTRY_VERIFY(status().contains(u"Offline since"));
    reply(u"Refund"_s, u"First reply"_s);
    reply(u"Parcel"_s, u"Second reply"_s);

    QTRY_VERIFY2(status().contains(u"2 repl"), qPrintable(status()));
    m_desk->window->window().openConversation(conversation(u"Refund"_s));
    const auto thread = settled(m_desk->profile->conversations().thread(conversation(u"Refund"_s)));
    QVERIFY(thread && thread->messages.constFirst().text.contains(u"When do I get it?"));
    const auto hits = settled(m_desk->profile->search().search(u"parcel"_s, 10));
    QVERIFY(hits && !hits->isEmpty());
    QVERIFY(
        settled(m_desk->profile->drafts().save(conversation(u"Parcel"_s), DraftKind::Reply, u"And also"_s)));
    QVERIFY(areSent(0));
    QVERIFY(received().isEmpty());
    QVERIFY(m_servers->deliver(u"op1"_s, question("o3@localhost", "Thanks", "Never mind.")));

    restore();

    QTRY_VERIFY_WITH_TIMEOUT(areSent(2), 120'000);
    QTRY_VERIFY(!status().contains(u"Offline"));
    QStringList inbox;
    QTRY_COMPARE_WITH_TIMEOUT((inbox = received(), inbox), QStringList({u"First reply"_s, u"Second reply"_s}),
                              60'000);
    QTRY_COMPARE_WITH_TIMEOUT(shownRows(), 3, 60'000);
    const auto draft = settled(m_desk->profile->drafts().load(conversation(u"Parcel"_s), DraftKind::Reply));
    QCOMPARE(draft->text, u"And also"_s);
}

QTEST_MAIN(TestMailJourney)
#include "tst_mailjourney.moc"
