// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/app/mastodondesk.h"
#include "widgets/accounts/accountwizard.h"
#include "widgets/actions/commands.h"

#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>

using namespace aside;
using namespace aside::test;
using namespace Qt::StringLiterals;

/// An account of Mastodon is connected in the window, by whoever signs in with a browser.
class TestMastodonSignIn : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

    void signingInBringsTheAccountAndItsMail();
    void waitingIsStoppedAndBegunAgain();
    void closingTheWizardEndsTheWaiting();
    void whatGoesWrongIsSaid_data();
    void whatGoesWrongIsSaid();
    void accountIsSignedInAgain();

private:
    /// The wizard at the page of Mastodon.
    void openWizard();
    void typeServer(const QString &address)
    {
        auto *field = part<QLineEdit>("connectServer");
        QTest::keyClicks(field, address);
        QTest::keyClick(field, Qt::Key_Return);
    }
    [[nodiscard]] AccountWizard *wizard() const { return m_desk->window().findChild<AccountWizard *>(); }
    template <typename T>
    [[nodiscard]] T *part(const char *name) const
    {
        return wizard() != nullptr ? wizard()->findChild<T *>(QString::fromLatin1(name)) : nullptr;
    }
    [[nodiscard]] bool sees(const char *name) const
    {
        const auto *widget = part<QWidget>(name);
        return widget != nullptr && widget->isVisible();
    }
    [[nodiscard]] QString outcome() const { return part<QLabel>("connectOutcome")->text(); }

    std::unique_ptr<MastodonGate> m_gate;
    std::unique_ptr<MastodonDesk> m_desk;
};

void TestMastodonSignIn::initTestCase()
{
    leaveTheDesktopAlone();
    m_gate = std::make_unique<MastodonGate>();
}

void TestMastodonSignIn::init()
{
    failOnMailWarning();
    m_desk = std::make_unique<MastodonDesk>(m_gate->port());
    QVERIFY(m_desk->openProfile());
    m_desk->show();
}

void TestMastodonSignIn::cleanup()
{
    m_desk.reset();
    std::ignore = m_gate->takeRefused();
}

void TestMastodonSignIn::openWizard()
{
    m_desk->window().commands().action("accounts.add")->trigger();
    QTRY_VERIFY(wizard());
    auto *list = part<QListWidget>("accountChannel");
    const qsizetype row = 1 + m_desk->setups->channels().indexOf(Channel::Mastodon);
    list->setCurrentRow(static_cast<int>(row));
    part<QPushButton>("wizardNext")->click();
    QTRY_VERIFY(sees("connectServer"));
}

void TestMastodonSignIn::signingInBringsTheAccountAndItsMail()
{
    m_desk->server.write(u"anna"_s, u"@shop where is my lamp?"_s);
    openWizard();

    typeServer(m_gate->url().toString());
    QTRY_VERIFY2(sees("foundWords"), qPrintable(outcome()));
    QVERIFY(part<QLabel>("foundWords")->text().contains(u"@shop@masto.example"_s));
    part<QPushButton>("wizardNext")->click();

    QTRY_COMPARE(m_desk->accounts().size(), 1);
    const Account account = m_desk->accounts().constFirst();
    QCOMPARE(account.channel, Channel::Mastodon);
    QCOMPARE(account.settings.value(u"limit.characters"_s), u"500"_s);
    QTRY_COMPARE(m_desk->world.secrets.kept.value(passwordName(account.id)).bytes(), m_desk->server.token);
    QCOMPARE(m_desk->pages.size(), 1);
    QCOMPARE(m_desk->world.shownRows(), 0);
    m_desk->world.window->fetcher().fetchNow();
    QTRY_COMPARE_WITH_TIMEOUT(m_desk->world.shownRows(), 1, 30'000);
    QCOMPARE(m_gate->takeRefused(), QStringList());
}

void TestMastodonSignIn::waitingIsStoppedAndBegunAgain()
{
    const auto agree = std::exchange(m_desk->person, nullptr);
    openWizard();
    typeServer(m_desk->server.url().toString());
    QTRY_VERIFY(sees("browserOpen"));
    QVERIFY(outcome().contains(u"Agree on the page"_s));
    QVERIFY(!part<QPushButton>("wizardNext")->isEnabled());

    part<QPushButton>("browserStop")->click();

    QTRY_VERIFY(sees("browserSignIn"));
    QVERIFY(outcome().contains(u"Nothing was kept"_s));
    QTRY_VERIFY(m_desk->setups->children().isEmpty()); // and with it the port for the answer
    m_desk->person = agree;
    part<QPushButton>("browserSignIn")->click();
    QTRY_VERIFY2(sees("foundWords"), qPrintable(outcome()));
}

void TestMastodonSignIn::closingTheWizardEndsTheWaiting()
{
    m_desk->person = nullptr;
    openWizard();
    typeServer(m_desk->server.url().toString());
    QTRY_VERIFY(sees("browserOpen"));

    wizard()->close();

    QTRY_VERIFY(!wizard());
    QTRY_VERIFY(m_desk->setups->children().isEmpty());
    QVERIFY(m_desk->accounts().isEmpty());
}

void TestMastodonSignIn::whatGoesWrongIsSaid_data()
{
    QTest::addColumn<QString>("call");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("words");
    QTest::newRow("no such interface")
        << u"/api/v1/apps"_s << 404 << QByteArray() << u"does not let programs sign in"_s;
    QTest::newRow("a page instead of data")
        << u"POST /api/v1/apps"_s << 200 << "<h1>Welcome</h1>"_ba << u"another service"_s;
    QTest::newRow("trouble") << u"POST /api/v1/apps"_s << 500 << "{}"_ba << u"server"_s;
    QTest::newRow("code refused") << u"POST /oauth/token"_s << 400 << R"({"error":"invalid_grant"})"_ba
                                  << u"said no"_s;
    QTest::newRow("no token in it") << u"POST /oauth/token"_s << 200 << "{}"_ba << u"another service"_s;
    QTest::newRow("the person") << QString() << 0 << QByteArray() << u"said no"_s;
}

void TestMastodonSignIn::whatGoesWrongIsSaid()
{
    QFETCH(const QString, call);
    QFETCH(const int, status);
    QFETCH(const QByteArray, body);
    QFETCH(const QString, words);
    if (call.isEmpty()) {
        m_desk->person = [this](const QUrl &page) {
            QUrl back = m_desk->server.consent(page);
            const QString state = QUrlQuery(back).queryItemValue(u"state"_s);
            back.setQuery({{u"error"_s, u"access_denied"_s}, {u"state"_s, state}});
            return back;
        };
    } else if (call.startsWith(u'/')) {
        m_desk->server.lacks.insert(call);
    } else {
        m_desk->server.script(call, {.status = status, .body = body});
    }
    openWizard();

    typeServer(m_desk->server.url().toString());

    QTRY_VERIFY2(outcome().contains(words, Qt::CaseInsensitive), qPrintable(outcome()));
    QVERIFY(sees("browserSignIn"));
    QVERIFY(part<QPushButton>("browserSignIn")->isEnabled());
    QVERIFY(m_desk->accounts().isEmpty());
    m_desk->server.lacks.clear();
    part<QPushButton>("browserSignIn")->click();
    if (!call.isEmpty()) {
        QTRY_VERIFY2(sees("foundWords"), qPrintable(outcome())); // it goes, once the trouble is over
    }
}

void TestMastodonSignIn::accountIsSignedInAgain()
{
    openWizard();
    typeServer(m_desk->server.url().toString());
    QTRY_VERIFY2(sees("foundWords"), qPrintable(outcome()));
    part<QPushButton>("wizardNext")->click();
    QTRY_COMPARE(m_desk->accounts().size(), 1);
    QTRY_VERIFY(!wizard());
    m_desk->server.token = "another-token";
    const Account account = m_desk->accounts().constFirst();
    auto *again = new AccountWizard({.accounts = m_desk->world.profile->accounts(),
                                     .outbox = m_desk->world.profile->outbox(),
                                     .finder = m_desk->finder,
                                     .probe = m_desk->probe,
                                     .signIns = *m_desk->world.signIns,
                                     .setups = *m_desk->setups,
                                     .fetches = m_desk->world.window->fetcher(),
                                     .clock = m_desk->clock},
                                    account, &m_desk->window());
    again->show();

    part<QPushButton>("browserSignIn")->click(); // the server is known
    QTRY_VERIFY2(sees("foundWords"), qPrintable(outcome()));
    part<QPushButton>("wizardNext")->click();

    QTRY_COMPARE(m_desk->world.secrets.kept.value(passwordName(account.id)).bytes(), "another-token"_ba);
    QCOMPARE(m_desk->accounts().size(), 1);
}

QTEST_MAIN(TestMastodonSignIn)
#include "tst_mastodonsignin.moc"
