// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/storage/accounts.h"
#include "tests/storage/storagefixture.h"

#include <QTest>

using namespace aside;
using namespace aside::test;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

Account mailbox(const QString &address)
{
    return {.id = {},
            .channel = Channel::Email,
            .name = u"Support"_s,
            .identity = u"North Lane"_s,
            .address = address,
            .settings = {{u"imap.host"_s, u"mail.example"_s}, {u"imap.port"_s, u"993"_s}}};
}

} // namespace

class TestAccounts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void whatIsAddedIsThere();
    void changeIsKeptAndTheChannelStays();
    void addressIsTakenOnceAChannel();
    void accountWithoutAnAddressIsRefused();
    void secretIsNoSetting_data();
    void secretIsNoSetting();
    void unknownAccountIsNotFound();
    void pauseIsKeptWithItsReason();
    void pausedAccountIsUsableAgainInTime();
    void removedAccountLeavesItsConversations();
    void idIsNeverUsedTwice();
    void accountInUseStays();
    void conversationBelongsToTheAccountThatBroughtIt();
    void mergedConversationKeepsAnAccount();
    void eachWriteIsWholeOrNothing();

private:
    Database &db() { return m_cache->db(); }

    std::unique_ptr<Cache> m_cache;
};

void TestAccounts::init()
{
    QTest::failOnWarning();
    m_cache = std::make_unique<Cache>();
}

void TestAccounts::whatIsAddedIsThere()
{
    const auto one = insertAccount(db(), mailbox(u" Support@Shop.example "_s));
    const auto two = insertAccount(db(),
                                   {.id = {},
                                    .channel = Channel::Vk,
                                    .name = u"VK"_s,
                                    .identity = u"North Lane"_s,
                                    .address = u"support@shop.example"_s});

    QVERIFY(one && two);
    QCOMPARE(one->address, u"Support@Shop.example"_s);
    QCOMPARE(one->settings.value(u"imap.port"_s), u"993"_s);
    QVERIFY(one->isOn && !one->pause);
    QCOMPARE(loadAccounts(db()), (QList<Account>{*one, *two}));
}

void TestAccounts::changeIsKeptAndTheChannelStays()
{
    auto account = insertAccount(db(), mailbox(u"a@shop.example"_s));
    QVERIFY(account);

    account->channel = Channel::Vk;
    account->name = u"Sales"_s;
    account->isOn = false;
    account->settings = {{u"imap.host"_s, u"other.example"_s}};
    const auto changed = updateAccount(db(), *account);

    QVERIFY(changed);
    account->channel = Channel::Email;
    QCOMPARE(*changed, *account);
    QCOMPARE(loadAccounts(db()), QList<Account>{*account});
}

void TestAccounts::addressIsTakenOnceAChannel()
{
    QVERIFY(insertAccount(db(), mailbox(u"a@shop.example"_s)));
    const auto other = insertAccount(db(), mailbox(u"b@shop.example"_s));
    QVERIFY(other);
    const auto before = m_cache->dump();

    const auto again = insertAccount(db(), mailbox(u"A@SHOP.example"_s));
    Account renamed = *other;
    renamed.address = u"a@shop.example"_s;
    const auto moved = updateAccount(db(), renamed);

    QVERIFY(!again && !moved);
    QCOMPARE(again.error().code, Errc::Conflict);
    QCOMPARE(moved.error().code, Errc::Conflict);
    QCOMPARE(m_cache->dump(), before);
}

void TestAccounts::accountWithoutAnAddressIsRefused()
{
    const auto added = insertAccount(db(), mailbox(u"  "_s));

    QVERIFY(!added);
    QCOMPARE(added.error().code, Errc::InvalidInput);
}

void TestAccounts::secretIsNoSetting_data()
{
    QTest::addColumn<QString>("name");
    for (const char *name : {"password", "imap.Password", "smtp.passphrase", "oauth.refreshToken",
                             "clientSecret", "vk.access_token", "apiKey"}) {
        QTest::addRow("%s", name) << QString::fromLatin1(name);
    }
}

void TestAccounts::secretIsNoSetting()
{
    QFETCH(const QString, name);
    const auto before = m_cache->dump();
    Account account = mailbox(u"a@shop.example"_s);
    account.settings.insert(name, u"hunter2"_s);

    const auto added = insertAccount(db(), account);

    QVERIFY(!added);
    QCOMPARE(added.error().code, Errc::InvalidInput);
    QCOMPARE(m_cache->dump(), before);
}

void TestAccounts::unknownAccountIsNotFound()
{
    Account account = mailbox(u"a@shop.example"_s);
    account.id = AccountId{9};

    QCOMPARE(updateAccount(db(), account).error().code, Errc::NotFound);
    QCOMPARE(deleteAccount(db(), AccountId{9}).error().code, Errc::NotFound);
    QCOMPARE(setAccountPause(db(), AccountId{9}, std::nullopt).error().code, Errc::NotFound);
}

void TestAccounts::pauseIsKeptWithItsReason()
{
    const auto account = insertAccount(db(), mailbox(u"a@shop.example"_s));
    QVERIFY(account);
    const AccountPause pause{
        .until = untilResumed, .cause = Errc::ServerRefused, .words = u"535 wrong password"_s};

    const auto paused = setAccountPause(db(), account->id, pause);

    QVERIFY(paused);
    QCOMPARE(paused->pause, pause);
    QCOMPARE(loadAccounts(db())->constFirst().pause, pause);
    QVERIFY(!setAccountPause(db(), account->id, std::nullopt)->pause);
}

void TestAccounts::pausedAccountIsUsableAgainInTime()
{
    const Instant now = m_cache->clock().now();
    Account account = mailbox(u"a@shop.example"_s);
    QVERIFY(isUsable(account, now));

    account.pause = AccountPause{.until = now + 1min, .cause = Errc::Network};
    QVERIFY(!isUsable(account, now));
    QVERIFY(isUsable(account, now + 1min));
    account.isOn = false;
    QVERIFY(!isUsable(account, now + 1min));
}

void TestAccounts::removedAccountLeavesItsConversations()
{
    const auto account = insertAccount(db(), mailbox(u"a@shop.example"_s));
    QVERIFY(account);
    m_cache->applyFrom(account->id, {mail(u"a@x"_s, 0)});

    QVERIFY(deleteAccount(db(), account->id));

    QVERIFY(loadAccounts(db())->isEmpty());
    QCOMPARE(m_cache->number("SELECT count(*) FROM conversation WHERE account_id IS NULL"), 1);
    QCOMPARE(m_cache->number("SELECT count(*) FROM account_setting"), 0);
    QVERIFY(m_cache->isSound());
}

void TestAccounts::idIsNeverUsedTwice()
{
    const auto first = insertAccount(db(), mailbox(u"a@shop.example"_s));
    QVERIFY(first && deleteAccount(db(), first->id));

    const auto second = insertAccount(db(), mailbox(u"a@shop.example"_s));

    QVERIFY(second && second->id != first->id);
}

void TestAccounts::accountInUseStays()
{
    const auto account = insertAccount(db(), mailbox(u"a@shop.example"_s));
    m_cache->applyFrom(account->id, {mail(u"a@x"_s, 0)});
    m_cache->set("INSERT INTO outbox (conversation_id, state, text, idempotency_key, created_at, hold_until,"
                 " account_id) VALUES (1, 2, 'on its way', 'key', 1, 1, 1);");

    const auto removed = deleteAccount(db(), account->id);

    QVERIFY(!removed);
    QCOMPARE(removed.error().code, Errc::Conflict);
    QCOMPARE(loadAccounts(db())->size(), 1);
}

void TestAccounts::conversationBelongsToTheAccountThatBroughtIt()
{
    const auto one = insertAccount(db(), mailbox(u"a@shop.example"_s));
    const auto two = insertAccount(db(), mailbox(u"b@shop.example"_s));
    m_cache->applyFrom(one->id, {mail(u"a@x"_s, 0)});

    m_cache->applyFrom(two->id, {mail(u"b@x"_s, 1, {u"a@x"_s})});

    QCOMPARE(m_cache->number("SELECT account_id FROM conversation"), one->id.value);
}

void TestAccounts::mergedConversationKeepsAnAccount()
{
    const auto one = insertAccount(db(), mailbox(u"a@shop.example"_s));
    m_cache->apply({mail(u"a@x"_s, 0)});
    m_cache->applyFrom(one->id, {mail(u"c@x"_s, 2, {u"b@x"_s})});

    m_cache->apply({mail(u"b@x"_s, 1, {u"a@x"_s})});

    QCOMPARE(m_cache->number("SELECT count(*) FROM conversation"), 1);
    QCOMPARE(m_cache->number("SELECT account_id FROM conversation"), one->id.value);
}

void TestAccounts::eachWriteIsWholeOrNothing()
{
    const auto failEachStep = [&](auto write) {
        const auto before = m_cache->dump();
        for (int after = 0; after < 50; ++after) {
            db().failWriteAfter(after);
            const bool done = write().has_value();
            db().failWriteAfter(-1);
            if (done) {
                QVERIFY(after >= 2 && m_cache->dump() != before);
                return;
            }
            QCOMPARE(m_cache->dump(), before);
        }
        QFAIL("it never succeeded");
    };

    failEachStep([&] { return insertAccount(db(), mailbox(u"a@shop.example"_s)); });
    Account account = loadAccounts(db())->constFirst();
    account.name = u"Sales"_s;
    failEachStep([&] { return updateAccount(db(), account); });
    failEachStep([&] {
        return setAccountPause(db(), account.id, AccountPause{.until = untilResumed, .cause = Errc::Tls});
    });
    failEachStep([&] { return deleteAccount(db(), account.id); });
}

QTEST_GUILESS_MAIN(TestAccounts)
#include "tst_accounts.moc"
