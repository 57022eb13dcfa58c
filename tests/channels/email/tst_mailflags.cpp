// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/channels/email/adapter/emailadapter.h"
#include "app/channels/flow/promises.h"
#include "app/import/mail/mailparser.h"
#include "app/storage/stores.h"
#include "models/services/accountfetch.h"
#include "tests/channels/email/waiting.h"
#include "tests/servers/mailservers.h"
#include "tests/support/testclock.h"
#include "tests/support/waiting.h"

#include <QBuffer>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace aside;
using namespace aside::mail;
using namespace Qt::StringLiterals;
using test::settled;

/// What is done here and what another program does to the same mailbox: a real Dovecot, a real Exim, a real
/// store.
class TestMailFlags : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

    void readElsewhereIsReadHere();
    void readHereIsReadElsewhere();
    void whatIsWantedSurvivesARestart();
    void removedElsewhereIsKeptHere();
    void markedAsRemovedAndBack();
    void closingMovesIntoTheArchive();
    void withoutTheSettingNothingMoves();
    void aSentReplyMarksItsQuestion();
    void newNumbersAreMatchedAgain();
    void aReplyThatComesBackIsRefused();

private:
    [[nodiscard]] imap::ImapSession &other() { return *m_other; }
    void openStores();
    [[nodiscard]] bool fetch();
    [[nodiscard]] QList<imap::Fetched> flagsIn(const QByteArray &folder);
    [[nodiscard]] bool isMarked(const QByteArray &folder, const QByteArray &flag);
    void change(const QByteArray &folder, imap::StoreMode mode, const QByteArray &flag);
    void put(const QByteArray &folder, const QByteArray &id, const QList<QByteArray> &flags = {});
    void create(const QByteArray &folder);
    [[nodiscard]] ConversationRow row();
    [[nodiscard]] Message message();
    [[nodiscard]] SendOutcome sent(const OutgoingMessage &message);

    std::unique_ptr<test::MailServers> m_servers;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<SqliteStores> m_stores;
    std::unique_ptr<EmailAdapter> m_adapter;
    std::unique_ptr<imap::ImapSession> m_other; ///< another program with the same mailbox
    Account m_account;
    test::TestClock m_clock;
};

void TestMailFlags::initTestCase()
{
    if (!test::MailServers::areInstalled()) {
        QSKIP("Dovecot 2.4 and Exim are not installed");
    }
}

/// A mailbox with one unread letter in it, fetched.
void TestMailFlags::init()
{
    QTest::failOnWarning();
    m_servers = test::MailServers::start();
    QVERIFY(m_servers != nullptr);
    m_folder = std::make_unique<QTemporaryDir>();
    openStores();
    Account account;
    account.name = u"Support"_s;
    account.identity = u"North Lane"_s;
    account.address = u"op1@localhost"_s;
    account.settings = {{u"archive"_s, u"yes"_s}};
    const auto added = settled(m_stores->addAccount(account));
    QVERIFY(added);
    m_account = *added;
    m_other = std::make_unique<imap::ImapSession>(m_servers->edge(), imap::Limits{});
    QVERIFY(settled(
        m_other->signIn(m_servers->imap(Security::Tls), test::MailServers::user(u"op1"_s, "secret1"), {})));
    const Credentials credentials = test::MailServers::user(u"op1"_s, "secret1");
    m_adapter = std::make_unique<EmailAdapter>(
        EmailAdapter::Parts{.account = m_account,
                            .settings = {.imap = m_servers->imap(Security::Tls),
                                         .smtp = m_servers->smtp(),
                                         .user = u"op1"_s,
                                         .since = {},
                                         .copiesToSent = true},
                            .credentials = [credentials] { return answered<Credentials>(credentials); },
                            .read =
                                [](QByteArrayView raw, const MailFacts &facts) {
                                    return parseMail(raw,
                                                     {.ownAddresses = {u"op1@localhost"_s},
                                                      .fallbackDate = facts.arrivedAt,
                                                      .isRead = facts.isRead,
                                                      .isInSent = facts.isInSent});
                                },
                            .edge = m_servers->edge(),
                            .clock = m_clock});
    put("INBOX", "q1");
    QVERIFY(fetch());
    QCOMPARE(row().unread, 1);
}

void TestMailFlags::cleanup()
{
    m_adapter.reset();
    m_other.reset();
    m_stores.reset();
    m_servers.reset();
}

void TestMailFlags::openStores()
{
    m_stores.reset();
    auto stores = SqliteStores::open({.directory = m_folder->path(), .key = {}}, m_clock);
    QVERIFY(stores);
    m_stores = *std::move(stores);
}

bool TestMailFlags::fetch()
{
    AccountFetch fetch(*m_adapter, m_account.id, *m_stores, nullptr);
    const QSignalSpy finished(&fetch, &AccountFetch::finished);
    const QSignalSpy failed(&fetch, &AccountFetch::failed);
    fetch.start();
    return test::waitFor([&] { return !finished.isEmpty() || !failed.isEmpty(); }, 30'000)
        && failed.isEmpty();
}

QList<imap::Fetched> TestMailFlags::flagsIn(const QByteArray &folder)
{
    const auto opened = settled(other().select(folder));
    const auto uids = opened ? settled(other().searchAll()) : Result<imap::UidSet>();
    const auto fetched = uids && !uids->isEmpty() ? settled(other().fetch(*uids, imap::FetchItem::Flags))
                                                  : Result<QList<imap::Fetched>>();
    return fetched.value_or(QList<imap::Fetched>());
}

bool TestMailFlags::isMarked(const QByteArray &folder, const QByteArray &flag)
{
    const QList<imap::Fetched> all = flagsIn(folder);
    return all.size() == 1 && all.constFirst().flags && all.constFirst().flags->contains(flag);
}

void TestMailFlags::change(const QByteArray &folder, imap::StoreMode mode, const QByteArray &flag)
{
    QVERIFY(settled(other().select(folder)));
    const auto uids = settled(other().searchAll());
    QVERIFY(uids && settled(other().store(*uids, mode, {flag})));
}

void TestMailFlags::put(const QByteArray &folder, const QByteArray &id, const QList<QByteArray> &flags)
{
    auto buffer = std::make_unique<QBuffer>();
    buffer->setData("From: Anna <customer@localhost>\r\nTo: op1@localhost\r\nSubject: Late parcel\r\n"
                    "Message-ID: <"
                    + id + "@example.test>\r\nDate: Sun, 22 Nov 2026 10:00:00 +0000\r\n\r\nWhere is it?\r\n");
    buffer->open(QIODevice::ReadOnly);
    QVERIFY(settled(other().append(folder, flags, std::move(buffer))));
}

void TestMailFlags::create(const QByteArray &folder)
{
    QVERIFY(settled(other().link().run({.command = imap::Command("CREATE ").string(folder)})));
}

/// The only one, wherever it lies.
ConversationRow TestMailFlags::row()
{
    for (const View view : {View::Inbox, View::Closed}) {
        const auto ids = settled(m_stores->ids({.view = view}));
        if (ids && ids->size() == 1) {
            const auto rows = settled(m_stores->rows(*ids));
            return rows && !rows->isEmpty() ? rows->constFirst() : ConversationRow();
        }
    }
    return {};
}

Message TestMailFlags::message()
{
    const auto thread = settled(m_stores->thread(row().id));
    return thread && !thread->messages.isEmpty() ? thread->messages.constFirst() : Message();
}

SendOutcome TestMailFlags::sent(const OutgoingMessage &message)
{
    const auto future = m_adapter->send(message);
    return test::waitFor([&] { return future.isFinished(); }, 30'000) ? future.result()
                                                                      : Refused{.code = u"no answer"_s};
}

void TestMailFlags::readElsewhereIsReadHere()
{
    change("INBOX", imap::StoreMode::Add, "\\Seen");
    QVERIFY(fetch());
    QCOMPARE(row().unread, 0);

    change("INBOX", imap::StoreMode::Remove, "\\Seen");
    QVERIFY(fetch());
    QCOMPARE(row().unread, 1);
}

void TestMailFlags::readHereIsReadElsewhere()
{
    QVERIFY(settled(m_stores->triage({.kind = Triage::Kind::MarkRead}, {row().id})));
    QCOMPARE(settled(m_stores->pendingChanges(m_account.id, 10))->size(), 1);

    QVERIFY(fetch());

    QVERIFY(isMarked("INBOX", "\\Seen"));
    QVERIFY(settled(m_stores->pendingChanges(m_account.id, 10))->isEmpty());
    QVERIFY(fetch()); // what comes back changes nothing
    QCOMPARE(row().unread, 0);
    QVERIFY(settled(m_stores->triage({.kind = Triage::Kind::MarkUnread}, {row().id})));
    QVERIFY(fetch());
    QVERIFY(!isMarked("INBOX", "\\Seen"));
    QCOMPARE(row().unread, 1);
}

void TestMailFlags::whatIsWantedSurvivesARestart()
{
    const auto receipt = settled(m_stores->triage({.kind = Triage::Kind::MarkRead}, {row().id}));
    openStores();
    change("INBOX", imap::StoreMode::Add, "\\Answered"); // something else happens meanwhile

    QVERIFY(fetch());

    QVERIFY(isMarked("INBOX", "\\Seen"));
    QCOMPARE(row().unread, 0); // what the server said before it knew does not count
    QVERIFY(receipt && settled(m_stores->revert(*receipt)));
    QVERIFY(fetch());
    QVERIFY(!isMarked("INBOX", "\\Seen"));
}

void TestMailFlags::removedElsewhereIsKeptHere()
{
    QVERIFY(settled(m_stores->save(row().id, DraftKind::Reply, u"Dear Anna"_s)));
    change("INBOX", imap::StoreMode::Add, "\\Deleted");
    QVERIFY(settled(other().expunge(*settled(other().searchAll()))));

    QVERIFY(fetch());

    QCOMPARE(message().removedAt, m_clock.now());
    QCOMPARE(message().text.trimmed(), u"Where is it?"_s);
    QCOMPARE(settled(m_stores->load(row().id, DraftKind::Reply))->text, u"Dear Anna"_s);
    QVERIFY(settled(m_stores->triage({.kind = Triage::Kind::MarkRead}, {row().id})));
    QVERIFY(fetch()); // there is nothing to be told any more
    QVERIFY(settled(m_stores->pendingChanges(m_account.id, 10))->isEmpty());
}

void TestMailFlags::markedAsRemovedAndBack()
{
    change("INBOX", imap::StoreMode::Add, "\\Deleted");
    QVERIFY(fetch());
    QVERIFY(toMillis(message().removedAt) != 0);

    change("INBOX", imap::StoreMode::Remove, "\\Deleted");
    QVERIFY(fetch());
    QCOMPARE(toMillis(message().removedAt), 0);
}

void TestMailFlags::closingMovesIntoTheArchive()
{
    create("Archive");
    const auto receipt = settled(m_stores->triage({.kind = Triage::Kind::Close}, {row().id}));
    QVERIFY(receipt && settled(m_stores->revert(*receipt)));
    QVERIFY(settled(m_stores->pendingChanges(m_account.id, 10))->isEmpty()); // taken back before it was done
    QVERIFY(settled(m_stores->triage({.kind = Triage::Kind::MarkRead}, {row().id})));
    QVERIFY(settled(m_stores->triage({.kind = Triage::Kind::Close}, {row().id})));

    QVERIFY(fetch());

    QCOMPARE(flagsIn("INBOX").size(), 0);
    QVERIFY(isMarked("Archive", "\\Seen"));
    QCOMPARE(toMillis(message().removedAt), 0);
    QVERIFY(fetch());
    QCOMPARE(toMillis(message().removedAt), 0);
    QVERIFY(settled(m_stores->triage({.kind = Triage::Kind::MarkUnread}, {row().id})));
    QVERIFY(fetch()); // it is known where it lies now
    QVERIFY(!isMarked("Archive", "\\Seen"));
}

void TestMailFlags::withoutTheSettingNothingMoves()
{
    create("Archive");
    m_account.settings.clear();
    QVERIFY(settled(m_stores->changeAccount(m_account)));

    QVERIFY(settled(m_stores->triage({.kind = Triage::Kind::Close}, {row().id})));
    QVERIFY(fetch());

    QCOMPARE(flagsIn("INBOX").size(), 1);
    QCOMPARE(flagsIn("Archive").size(), 0);
}

void TestMailFlags::aSentReplyMarksItsQuestion()
{
    const auto held = settled(m_stores->hold(row().id, u"Tomorrow."_s, {}));
    QVERIFY(held && settled(m_stores->queueDue()));
    QVERIFY(settled(m_stores->begin(held->id)));
    const auto outgoing = settled(m_stores->outgoing(held->id));
    QVERIFY(outgoing);
    const auto finished = settled(m_stores->finish(held->id, sent(*outgoing), {}));
    QVERIFY(finished);
    QCOMPARE(finished->state, OutboxState::Sent);

    QVERIFY(fetch());

    QVERIFY(isMarked("INBOX", "\\Answered"));
}

/// The folder is made anew, as after a restored backup.
void TestMailFlags::newNumbersAreMatchedAgain()
{
    create("Work");
    put("Work", "w1");
    QVERIFY(fetch());
    const auto before = settled(m_stores->counts());
    QVERIFY(settled(other().select("INBOX")));
    QVERIFY(settled(other().link().run({.command = imap::Command("DELETE ").string("Work")})));
    create("Work");
    put("Work", "w0");
    put("Work", "w1", {"\\Seen"});

    QVERIFY(fetch());

    const auto ids = settled(m_stores->ids({.view = View::Inbox}));
    QCOMPARE(ids->size(), 3); // q1, w1, and w0 that is new
    for (const ConversationId id : *ids) {
        const auto thread = settled(m_stores->thread(id));
        QCOMPARE(thread->messages.size(), 1);
        QCOMPARE(toMillis(thread->messages.constFirst().removedAt), 0);
        const bool isRead = thread->messages.constFirst().remoteId == u"w1@example.test"_s;
        QCOMPARE(thread->conversation.unread, isRead ? 0 : 1);
        QVERIFY(settled(m_stores->triage({.kind = Triage::Kind::MarkRead}, {id})));
    }
    QVERIFY(fetch()); // what is written back goes to the new numbers
    for (const imap::Fetched &one : flagsIn("Work")) {
        QVERIFY(one.flags->contains("\\Seen"));
    }
    QVERIFY(before);
}

/// Exim takes the letter, finds nobody at the other end and writes a report.
void TestMailFlags::aReplyThatComesBackIsRefused()
{
    const Addressing nobody{.recipients = {{.name = {}, .address = u"nobody-here@localhost"_s}}};
    const auto held = settled(m_stores->hold(row().id, u"Tomorrow."_s, {.addressing = nobody}));
    QVERIFY(held && settled(m_stores->queueDue()));
    QVERIFY(settled(m_stores->begin(held->id)));
    const auto outgoing = settled(m_stores->outgoing(held->id));
    QVERIFY(outgoing);
    const SendOutcome outcome = sent(*outgoing);
    QVERIFY(std::holds_alternative<Sent>(outcome));
    QVERIFY(settled(m_stores->finish(held->id, outcome, {})));

    const auto lookAgain = [&] {
        return fetch() ? settled(m_stores->item(held->id)).value_or(OutboxItem()) : OutboxItem();
    };
    QTRY_COMPARE_WITH_TIMEOUT(lookAgain().state, OutboxState::Refused, 30'000);

    const OutboxItem item = lookAgain();
    QVERIFY2(item.record.serverWords.contains(u"nobody-here@localhost"_s),
             qPrintable(item.record.serverWords));
    QVERIFY2(item.record.serverCode.startsWith(u"5."_s), qPrintable(item.record.serverCode));
    const auto history = settled(m_stores->history(held->id));
    QVERIFY(history->constLast().event == OutboxEvent::Bounced);
    QVERIFY(settled(m_stores->queueDue())->isEmpty()); // and it stays so
    const auto isInTheThread = [&] {
        const auto thread = fetch() ? settled(m_stores->thread(lookAgain().conversation)) : Result<Thread>();
        return thread && std::ranges::any_of(thread->messages, [](const Message &one) {
                   return one.author.contains(u"Mail Delivery"_s);
               });
    };
    QTRY_VERIFY_WITH_TIMEOUT(isInTheThread(), 30'000);
}

QTEST_GUILESS_MAIN(TestMailFlags)
#include "tst_mailflags.moc"
