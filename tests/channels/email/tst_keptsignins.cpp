// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/channels/email/oauth/keptsignins.h"
#include "tests/channels/email/oauthfixture.h"
#include "tests/support/fakesecrets.h"

#include <QLoggingCategory>
#include <QSignalSpy>
#include <QTest>

using namespace aside;
using namespace aside::mail;
using namespace Qt::StringLiterals;
using test::errorOf;
using test::OAuthWorld;
using test::settled;

namespace {

Account account(bool isOAuth = false)
{
    Account account;
    account.id = AccountId{7};
    account.address = u"anna@shop.example"_s;
    account.settings.insert(u"imap.host"_s, u"imap.shop.example"_s);
    account.settings.insert(u"imap.port"_s, u"993"_s);
    if (isOAuth) {
        account.settings.insert(u"auth"_s, u"oauth"_s);
        account.settings.insert(u"oauth.provider"_s, u"test"_s);
        account.settings.insert(u"oauth.client"_s, u"the-team"_s);
    }
    return account;
}

} // namespace

class TestKeptSignIns : public QObject
{
    Q_OBJECT

private:
    /// An account that a person agreed to.
    [[nodiscard]] static Result<MailGrant> consent(OAuthWorld &world, KeptSignIns &signIns)
    {
        QSignalSpy ready(&signIns, &MailSignIns::pageReady);
        const auto grant = signIns.askConsent(OAuthWorld::client(), u"anna@shop.example"_s, {});
        if (ready.isEmpty()) {
            return fail(Errc::Internal);
        }
        test::visit(world.service.agree(ready.constFirst().constFirst().toUrl()));
        return settled(grant);
    }

private Q_SLOTS:
    void initTestCase() { QLoggingCategory::setFilterRules(u"qt.networkauth*=false"_s); }
    void init() { QTest::failOnWarning(); }

    void passwordsAreKept()
    {
        OAuthWorld world;
        test::FakeSecrets secrets;
        KeptSignIns signIns(secrets, world.edge(), world.clock);

        QVERIFY(settled(signIns.keep(AccountId{7}, {.password = Secret("pässword"_ba)})));
        const auto credentials = settled(signIns.secretOf(account()));

        QVERIFY(credentials);
        QCOMPARE(credentials->password.bytes(), "pässword"_ba);
        QVERIFY(credentials->token.isEmpty());
        QCOMPARE(secrets.kept.keys(), QStringList{passwordName(AccountId{7})});
    }

    void whatIsNotThereIsSaid()
    {
        OAuthWorld world;
        test::FakeSecrets secrets;
        KeptSignIns signIns(secrets, world.edge(), world.clock);

        QCOMPARE(errorOf(signIns.secretOf(account())), Errc::SecretMissing);
        QCOMPARE(errorOf(signIns.secretOf(account(true))), Errc::SecretMissing);
        secrets.fault = Errc::KeychainSilent;
        QCOMPARE(errorOf(signIns.keep(AccountId{7}, {.password = Secret("x"_ba)})), Errc::KeychainSilent);
        QCOMPARE(errorOf(signIns.forget(AccountId{7})), Errc::KeychainSilent);
    }

    void unknownWaysAreRefused()
    {
        OAuthWorld world;
        test::FakeSecrets secrets;
        KeptSignIns signIns(secrets, world.edge(), world.clock);

        QCOMPARE(errorOf(signIns.askConsent({.preset = u"other"_s, .id = u"x"_s}, {}, {})), Errc::NotFound);
        QCOMPARE(errorOf(signIns.askConsent({.preset = u"test"_s, .id = {}}, {}, {})), Errc::InvalidInput);
    }

    void onlyTheTokenToRenewWithIsKept()
    {
        OAuthWorld world;
        test::FakeSecrets secrets;
        KeptSignIns signIns(secrets, world.edge(), world.clock);
        const auto grant = consent(world, signIns);
        QVERIFY(grant);

        QVERIFY(settled(signIns.keep(AccountId{7}, *grant)));

        QCOMPARE(secrets.kept.keys(), QStringList{oauthName(AccountId{7})});
        const QByteArray kept = secrets.kept.value(oauthName(AccountId{7})).bytes();
        QVERIFY(kept.contains(grant->refresh.bytes()));
        QVERIFY(!kept.contains(grant->access.bytes()));
        const auto secret = settled(signIns.secretOf(account(true)));
        QVERIFY(secret);
        QCOMPARE(secret->token.bytes(), grant->access.bytes());
        QCOMPARE(world.service.renewals, 0);
    }

    void tokensAreRenewedBeforeTheyEnd()
    {
        OAuthWorld world;
        test::FakeSecrets secrets;
        KeptSignIns signIns(secrets, world.edge(), world.clock);
        const auto grant = consent(world, signIns);
        QVERIFY(grant);
        QVERIFY(settled(signIns.keep(AccountId{7}, *grant)));

        world.clock.advance(std::chrono::minutes(57));
        QCOMPARE(settled(signIns.secretOf(account(true)))->token.bytes(), grant->access.bytes());
        world.clock.advance(std::chrono::minutes(1) + std::chrono::seconds(30));
        const auto one = signIns.secretOf(account(true));
        const auto two = signIns.secretOf(account(true)); // two ask at once
        const auto fresh = settled(one);

        QVERIFY(fresh);
        QVERIFY(fresh->token.bytes() != grant->access.bytes());
        QCOMPARE(settled(two)->token.bytes(), fresh->token.bytes());
        QCOMPARE(world.service.renewals, 1);
        QVERIFY(!secrets.kept.value(oauthName(AccountId{7})).bytes().contains(grant->refresh.bytes()));
    }

    void anotherStartOfTheProgramGoesOn()
    {
        OAuthWorld world;
        test::FakeSecrets secrets;
        {
            KeptSignIns signIns(secrets, world.edge(), world.clock);
            const auto grant = consent(world, signIns);
            QVERIFY(grant);
            QVERIFY(settled(signIns.keep(AccountId{7}, *grant)));
        }

        KeptSignIns later(secrets, world.edge(), world.clock);

        const auto token = settled(later.accessToken(account(true)));
        QVERIFY(token);
        QVERIFY(token->bytes().startsWith("access-"));
        QCOMPARE(world.service.problems(), QStringList());
    }

    void aConsentThatWasTakenBackIsARefusal()
    {
        OAuthWorld world;
        test::FakeSecrets secrets;
        KeptSignIns signIns(secrets, world.edge(), world.clock);
        const auto grant = consent(world, signIns);
        QVERIFY(grant);
        QVERIFY(settled(signIns.keep(AccountId{7}, *grant)));
        world.service.revoke();
        world.clock.advance(std::chrono::hours(2));

        const auto secret = settled(signIns.secretOf(account(true)));

        QVERIFY(!secret);
        QCOMPARE(secret.error().code, Errc::SignInRefused); // an account pauses for that
        QCOMPARE(secret.error().detail, u"invalid_grant"_s);
    }

    void oneWayTakesThePlaceOfTheOther()
    {
        OAuthWorld world;
        test::FakeSecrets secrets;
        KeptSignIns signIns(secrets, world.edge(), world.clock);
        QVERIFY(settled(signIns.keep(AccountId{7}, {.refresh = Secret("r"_ba), .access = Secret("a"_ba)})));

        QVERIFY(settled(signIns.keep(AccountId{7}, {.password = Secret("p"_ba)})));
        QCOMPARE(secrets.kept.keys(), QStringList{passwordName(AccountId{7})});

        QVERIFY(settled(signIns.forget(AccountId{7})));
        QVERIFY(secrets.kept.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestKeptSignIns)
#include "tst_keptsignins.moc"
