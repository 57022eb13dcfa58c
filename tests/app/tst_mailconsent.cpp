// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/ports/accountstore.h"
#include "tests/app/mailaccount.h"
#include "tests/app/mailwindow.h"
#include "tests/channels/email/oauthfixture.h"
#include "tests/servers/cuttingproxy.h"
#include "widgets/accounts/accountwords.h"
#include "widgets/actions/commands.h"

#include <QLoggingCategory>
#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace aside;
using namespace Qt::StringLiterals;
using test::question;
using test::settled;

/// The window on a mailbox that is signed in to by OAuth: a real Dovecot, and a service that gives tokens for
/// it, takes the consent back and is asked again.
class TestMailConsent : public QObject
{
    Q_OBJECT

private:
    /// What the service says to whoever renews or redeems: a token that Dovecot knows and that ends at once.
    static constexpr const char *goodToken
        = R"({"access_token":"good-token","token_type":"Bearer","expires_in":60,"refresh_token":"again"})";

    void open();
    [[nodiscard]] QString status() const { return m_desk->status(); }
    [[nodiscard]] int shownRows() const { return m_desk->shownRows(); }
    [[nodiscard]] Account account() const
    {
        const auto accounts = settled(m_desk->profile->accounts().accounts()).value_or(QList<Account>());
        return accounts.value(0);
    }
    [[nodiscard]] Result<MailGrant> consent();

    std::unique_ptr<test::MailServers> m_servers;
    std::unique_ptr<test::CuttingProxy> m_imap;
    std::unique_ptr<test::OAuthWorld> m_world;
    std::unique_ptr<test::MailWindow> m_desk;

private Q_SLOTS:
    void initTestCase()
    {
        test::leaveTheDesktopAlone();
        QLoggingCategory::setFilterRules(u"qt.networkauth*=false"_s);
        if (!test::MailServers::areInstalled()) {
            QSKIP("Dovecot 2.4 and Exim are not installed");
        }
        m_servers = test::MailServers::start();
        QVERIFY(m_servers != nullptr);
    }
    void init()
    {
        test::failOnMailWarning();
        m_imap = std::make_unique<test::CuttingProxy>(m_servers->imap(mail::Security::Tls).port);
        m_world = std::make_unique<test::OAuthWorld>();
        m_world->service.answer = goodToken;
        m_desk = std::make_unique<test::MailWindow>();
    }
    void cleanup()
    {
        m_desk.reset();
        m_world.reset();
        m_imap.reset();
    }

    void aConsentThatWasTakenBackPausesUntilItIsGivenAgain();
};

void TestMailConsent::open()
{
    QVERIFY(m_desk->openProfile(m_world->edge()));
    mail::ServerAddress imap = m_servers->imap(mail::Security::Tls);
    imap.port = m_imap->serverPort();
    Account wanted = test::accountAt(imap, m_servers->smtp());
    wanted.settings.insert(u"auth"_s, u"oauth"_s);
    wanted.settings.insert(u"oauth.provider"_s, u"test"_s);
    wanted.settings.insert(u"oauth.client"_s, u"the-team"_s);
    const auto added = settled(m_desk->profile->accounts().addAccount(wanted));
    const auto grant = consent();
    QVERIFY(added && grant && settled(m_desk->signIns->keep(added->id, *grant)));
    m_desk->show(*m_servers);
}

/// The person agrees in the browser.
Result<MailGrant> TestMailConsent::consent()
{
    QSignalSpy ready(m_desk->signIns.get(), &MailSignIns::pageReady);
    const auto grant = m_desk->signIns->askConsent(test::OAuthWorld::client(), u"op1@localhost"_s, {});
    if (ready.isEmpty()) {
        return fail(Errc::Internal);
    }
    test::visit(m_world->service.agree(ready.constFirst().constFirst().toUrl()));
    return settled(grant);
}

void TestMailConsent::aConsentThatWasTakenBackPausesUntilItIsGivenAgain()
{
    QVERIFY(m_servers->deliver(u"op1"_s, question("c1@localhost", "Parcel", "Where is it?")));
    open();
    QTRY_COMPARE_WITH_TIMEOUT(shownRows(), 1, 60'000);
    m_world->service.answer.clear();
    m_world->service.revoke();
    m_imap->cutNow(); // a connection that stands is good without a token
    QVERIFY(m_servers->deliver(u"op1"_s, question("c2@localhost", "Refund", "When?")));

    // Each look wants a new token, and gets none.
    const auto lookAgain = [this] {
        if (account().pause) {
            return true;
        }
        m_desk->window->window().commands().action("accounts.fetch")->trigger();
        return false;
    };
    QTRY_VERIFY_WITH_TIMEOUT(lookAgain(), 60'000);

    QCOMPARE(account().pause->cause, Errc::SignInRefused);
    QCOMPARE(account().pause->until, untilResumed);
    QTRY_VERIFY2(status().contains(u"op1@localhost") && status().contains(u"sign in again"),
                 qPrintable(status()));
    QVERIFY(!status().contains(u"invalid_grant"));
    const QString row = accountStateText(account(), m_desk->profile->clock().now());
    QVERIFY2(row.contains(u"Servers and password") && row.contains(u"sign in again"), qPrintable(row));
    QVERIFY(!row.contains(u"check both"));

    m_world->service.answer = goodToken;
    const auto grant = consent();
    QVERIFY(grant && settled(m_desk->signIns->keep(account().id, *grant)));
    QVERIFY(settled(m_desk->profile->accounts().pauseAccount(account().id, std::nullopt)));
    m_desk->window->lookAtAccounts(); // as after the dialog of the accounts

    QTRY_COMPARE_WITH_TIMEOUT(shownRows(), 2, 60'000);
    QTRY_VERIFY(!status().contains(u"paused"));
}

QTEST_MAIN(TestMailConsent)
#include "tst_mailconsent.moc"
