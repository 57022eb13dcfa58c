// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/applicationchannels.h"
#include "app/channels/email/oauth/keptsignins.h"
#include "app/profile.h"
#include "app/window.h"
#include "models/ports/accountstore.h"
#include "tests/app/mailaccount.h"
#include "tests/channels/email/oauthfixture.h"
#include "tests/servers/cuttingproxy.h"
#include "tests/servers/mailservers.h"
#include "tests/support/fakeadapter.h"
#include "tests/support/fakepictures.h"
#include "tests/support/fakesecrets.h"
#include "widgets/accounts/accountwords.h"
#include "widgets/actions/commands.h"
#include "widgets/inbox/inboxpane.h"
#include "widgets/mainwindow.h"
#include "widgets/outbox/connectionstatus.h"

#include <QApplication>
#include <QListView>
#include <QLoggingCategory>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTemporaryDir>
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
    [[nodiscard]] MainWindow &window() const { return m_window->window(); }
    [[nodiscard]] QString status() const { return window().connection().text(); }
    [[nodiscard]] int shownRows() const
    {
        const auto *list = window().inbox().findChild<QListView *>();
        return list != nullptr ? list->model()->rowCount() : -1;
    }
    [[nodiscard]] Account account() const
    {
        const auto accounts = settled(m_profile->accounts().accounts()).value_or(QList<Account>());
        return accounts.value(0);
    }
    [[nodiscard]] Result<MailGrant> consent();

    std::unique_ptr<test::MailServers> m_servers;
    std::unique_ptr<test::CuttingProxy> m_imap;
    std::unique_ptr<test::OAuthWorld> m_world;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Profile> m_profile;
    test::FakeSecrets m_secrets;
    std::unique_ptr<mail::KeptSignIns> m_signIns;
    std::unique_ptr<ChannelRegistry> m_channels;
    test::FakePictures m_pictures;
    test::FakeNetwork m_network;
    std::unique_ptr<Window> m_window;

private Q_SLOTS:
    void initTestCase()
    {
        qputenv("ASIDE_KEYCHAIN", "off");
        qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent");
        QLoggingCategory::setFilterRules(u"qt.networkauth*=false"_s);
        if (!test::MailServers::areInstalled()) {
            QSKIP("Dovecot 2.4 and Exim are not installed");
        }
        m_servers = test::MailServers::start();
        QVERIFY(m_servers != nullptr);
    }
    void init()
    {
        QTest::failOnWarning(QRegularExpression(
            u"^(?!This plugin does not support (propagateSizeHints|raise)|no keychain answered)"_s));
        m_imap = std::make_unique<test::CuttingProxy>(m_servers->imap(mail::Security::Tls).port);
        m_world = std::make_unique<test::OAuthWorld>();
        m_world->service.answer = goodToken;
        m_folder = std::make_unique<QTemporaryDir>();
        m_network.set(SystemNetwork::Online);
    }
    void cleanup()
    {
        m_window.reset();
        m_channels.reset();
        m_signIns.reset();
        m_profile.reset();
        m_world.reset();
        m_imap.reset();
    }

    void aConsentThatWasTakenBackPausesUntilItIsGivenAgain();
};

void TestMailConsent::open()
{
    Result<std::unique_ptr<Profile>> profile
        = Profile::open({.directory = m_folder->filePath(u"profile"_s), .encryption = Encryption::Plain});
    QVERIFY(profile);
    m_profile = std::move(*profile);
    m_signIns = std::make_unique<mail::KeptSignIns>(m_secrets, m_world->edge(), m_profile->clock());
    mail::ServerAddress imap = m_servers->imap(mail::Security::Tls);
    imap.port = m_imap->serverPort();
    Account wanted = test::accountAt(imap, m_servers->smtp());
    wanted.settings.insert(u"auth"_s, u"oauth"_s);
    wanted.settings.insert(u"oauth.provider"_s, u"test"_s);
    wanted.settings.insert(u"oauth.client"_s, u"the-team"_s);
    const auto added = settled(m_profile->accounts().addAccount(wanted));
    const auto grant = consent();
    QVERIFY(added && grant && settled(m_signIns->keep(added->id, *grant)));
    m_channels = std::make_unique<ChannelRegistry>(makeChannels({.signIns = *m_signIns,
                                                                 .clock = m_profile->clock(),
                                                                 .mailEdge = m_servers->edge(),
                                                                 .ownAddresses = {}}));
    m_window = std::make_unique<Window>(
        *m_profile, Window::Edges{.pictures = m_pictures, .network = m_network, .channels = *m_channels});
    m_window->usePreferences(*qApp, {.language = u"en"_s, .mode = ColorMode::Light});
    m_window->show();
}

/// The person agrees in the browser.
Result<MailGrant> TestMailConsent::consent()
{
    QSignalSpy ready(m_signIns.get(), &MailSignIns::pageReady);
    const auto grant = m_signIns->askConsent(test::OAuthWorld::client(), u"op1@localhost"_s, {});
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
        window().commands().action("accounts.fetch")->trigger();
        return false;
    };
    QTRY_VERIFY_WITH_TIMEOUT(lookAgain(), 60'000);

    QCOMPARE(account().pause->cause, Errc::SignInRefused);
    QCOMPARE(account().pause->until, untilResumed);
    QTRY_VERIFY2(status().contains(u"op1@localhost") && status().contains(u"sign in again"),
                 qPrintable(status()));
    QVERIFY(!status().contains(u"invalid_grant"));
    const QString row = accountStateText(account(), m_profile->clock().now());
    QVERIFY2(row.contains(u"Servers and password") && row.contains(u"sign in again"), qPrintable(row));
    QVERIFY(!row.contains(u"check both"));

    m_world->service.answer = goodToken;
    const auto grant = consent();
    QVERIFY(grant && settled(m_signIns->keep(account().id, *grant)));
    QVERIFY(settled(m_profile->accounts().pauseAccount(account().id, std::nullopt)));
    m_window->lookAtAccounts(); // as after the dialog of the accounts

    QTRY_COMPARE_WITH_TIMEOUT(shownRows(), 2, 60'000);
    QTRY_VERIFY(!status().contains(u"paused"));
}

QTEST_MAIN(TestMailConsent)
#include "tst_mailconsent.moc"
