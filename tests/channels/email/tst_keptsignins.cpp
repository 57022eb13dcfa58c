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

/// What is kept, the service it is for, and a person with a browser.
struct Desk {
    OAuthWorld world;
    test::FakeSecrets secrets;
    KeptSignIns signIns{secrets, world.edge(), world.clock};

    /// The person agrees.
    [[nodiscard]] Result<MailGrant> consent()
    {
        QSignalSpy ready(&signIns, &MailSignIns::pageReady);
        const auto grant = signIns.askConsent(OAuthWorld::client(), u"anna@shop.example"_s, {});
        if (ready.isEmpty()) {
            return fail(Errc::Internal);
        }
        test::visit(world.service.agree(ready.constFirst().constFirst().toUrl()));
        return settled(grant);
    }
    /// The same for an account that keeps it.
    [[nodiscard]] MailGrant keptConsent()
    {
        const auto grant = consent();
        const bool isKept = grant && settled(signIns.keep(AccountId{7}, *grant));
        return isKept ? *grant : MailGrant();
    }
    [[nodiscard]] QByteArray kept() const { return secrets.kept.value(oauthName(AccountId{7})).bytes(); }
};

} // namespace

class TestKeptSignIns : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLoggingCategory::setFilterRules(u"qt.networkauth*=false"_s); }
    void init() { QTest::failOnWarning(); }

    void passwordsAreKept()
    {
        Desk desk;

        QVERIFY(settled(desk.signIns.keep(AccountId{7}, {.password = Secret("pässword"_ba)})));
        const auto credentials = settled(desk.signIns.secretOf(account()));

        QVERIFY(credentials);
        QCOMPARE(credentials->password.bytes(), "pässword"_ba);
        QVERIFY(credentials->token.isEmpty());
        QCOMPARE(desk.secrets.kept.keys(), QStringList{passwordName(AccountId{7})});
    }

    void whatIsNotThereIsSaid()
    {
        Desk desk;

        QCOMPARE(errorOf(desk.signIns.secretOf(account())), Errc::SecretMissing);
        QCOMPARE(errorOf(desk.signIns.secretOf(account(true))), Errc::SecretMissing);
        desk.secrets.fault = Errc::KeychainSilent;
        QCOMPARE(errorOf(desk.signIns.keep(AccountId{7}, {.password = Secret("x"_ba)})),
                 Errc::KeychainSilent);
        QCOMPARE(errorOf(desk.signIns.forget(AccountId{7})), Errc::KeychainSilent);
    }

    void unknownWaysAreRefused()
    {
        Desk desk;

        QCOMPARE(errorOf(desk.signIns.askConsent({.preset = u"other"_s, .id = u"x"_s}, {}, {})),
                 Errc::NotFound);
        QCOMPARE(errorOf(desk.signIns.askConsent({.preset = u"test"_s, .id = {}}, {}, {})),
                 Errc::InvalidInput);
    }

    void onlyTheTokenToRenewWithIsKept()
    {
        Desk desk;

        const MailGrant grant = desk.keptConsent();

        QCOMPARE(desk.secrets.kept.keys(), QStringList{oauthName(AccountId{7})});
        QVERIFY(desk.kept().contains(grant.refresh.bytes()));
        QVERIFY(!desk.kept().contains(grant.access.bytes()));
        const auto secret = settled(desk.signIns.secretOf(account(true)));
        QVERIFY(secret);
        QCOMPARE(secret->token.bytes(), grant.access.bytes());
        QCOMPARE(desk.world.service.renewals, 0);
    }

    void tokensAreRenewedBeforeTheyEnd()
    {
        Desk desk;
        const MailGrant grant = desk.keptConsent();
        QVERIFY(!grant.access.isEmpty());

        desk.world.clock.advance(std::chrono::minutes(57));
        QCOMPARE(settled(desk.signIns.secretOf(account(true)))->token.bytes(), grant.access.bytes());
        desk.world.clock.advance(std::chrono::minutes(1) + std::chrono::seconds(30));
        const auto one = desk.signIns.secretOf(account(true));
        const auto two = desk.signIns.secretOf(account(true)); // two ask at once
        const auto fresh = settled(one);

        QVERIFY(fresh);
        QVERIFY(fresh->token.bytes() != grant.access.bytes());
        QCOMPARE(settled(two)->token.bytes(), fresh->token.bytes());
        QCOMPARE(desk.world.service.renewals, 1);
        QVERIFY(!desk.kept().contains(grant.refresh.bytes()));
    }

    void anotherStartOfTheProgramGoesOn()
    {
        Desk desk;
        QVERIFY(!desk.keptConsent().access.isEmpty());

        KeptSignIns later(desk.secrets, desk.world.edge(), desk.world.clock);

        const auto secret = settled(later.secretOf(account(true)));
        QVERIFY(secret);
        QVERIFY(secret->token.bytes().startsWith("access-"));
        QCOMPARE(desk.world.service.problems(), QStringList());
    }

    void aConsentThatWasTakenBackIsARefusal()
    {
        Desk desk;
        const MailGrant grant = desk.keptConsent();
        QVERIFY(!grant.access.isEmpty());
        desk.world.service.revoke();
        desk.world.clock.advance(std::chrono::hours(2));

        const auto secret = settled(desk.signIns.secretOf(account(true)));

        QVERIFY(!secret);
        QCOMPARE(secret.error().code, Errc::SignInRefused); // an account pauses for that
        QCOMPARE(secret.error().detail, u"invalid_grant"_s);
    }

    void oneWayTakesThePlaceOfTheOther()
    {
        Desk desk;
        QVERIFY(
            settled(desk.signIns.keep(AccountId{7}, {.refresh = Secret("r"_ba), .access = Secret("a"_ba)})));

        QVERIFY(settled(desk.signIns.keep(AccountId{7}, {.password = Secret("p"_ba)})));
        QCOMPARE(desk.secrets.kept.keys(), QStringList{passwordName(AccountId{7})});

        QVERIFY(settled(desk.signIns.forget(AccountId{7})));
        QVERIFY(desk.secrets.kept.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestKeptSignIns)
#include "tst_keptsignins.moc"
