// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/channels/email/oauthfixture.h"
#include "tests/support/waiting.h"

#include <QLoggingCategory>
#include <QSignalSpy>
#include <QTcpSocket>
#include <QTest>

#include <memory>
#include <vector>

using namespace aside;
using namespace aside::mail;
using namespace Qt::StringLiterals;
using test::errorOf;
using test::OAuthWorld;
using test::settled;

namespace {

/// A consent that was asked for, up to the browser.
struct Asked {
    QFuture<Result<MailGrant>> grant;
    QUrl page;
    QPointer<TokenFlow> flow;
};

Asked ask(OAuthWorld &world, QObject &owner, std::stop_token stop = {}, const QByteArray &secret = {})
{
    Asked asked;
    asked.flow = new TokenFlow(world.edge(), world.preset, OAuthWorld::client(secret), world.clock, &owner);
    QObject::connect(asked.flow, &TokenFlow::pageReady, &owner,
                     [&asked](const QUrl &page) { asked.page = page; });
    asked.grant = asked.flow->askConsent(u"anna@shop.example"_s, std::move(stop));
    asked.flow->disconnect(&owner);
    return asked;
}

QByteArray said(quint16 port, const QByteArray &request)
{
    QTcpSocket socket;
    socket.connectToHost(QHostAddress(QHostAddress::LocalHost), port);
    socket.write(request);
    const bool isOver = test::waitFor([&] { return socket.state() == QAbstractSocket::UnconnectedState; });
    return isOver ? socket.readAll() : QByteArray("still there");
}

} // namespace

class TestTokenFlow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLoggingCategory::setFilterRules(u"qt.networkauth*=false"_s); }
    void init() { QTest::failOnWarning(); }

    void aConsentGivesTokens();
    void theRequestSaysWhatItMust();
    void aClientSecretGoesToTheServiceAlone();
    void whatIsNotTheAnswerIsTurnedAway_data();
    void whatIsNotTheAnswerIsTurnedAway();
    void oneAnswerIsAll();
    void holdingConnectionsKeepsNobodyOut();
    void aRefusalIsSaid();
    void anotherServiceIsNoService();
    void troubleWithTokens_data();
    void troubleWithTokens();
    void nobodyComesBack();
    void theServiceFallsSilent();
    void stopEndsIt();
    void tokensAreRenewed();
    void deliveredPresetsAreSafe_data();
    void deliveredPresetsAreSafe();
};

void TestTokenFlow::aConsentGivesTokens()
{
    OAuthWorld world;
    QObject owner;
    Asked asked = ask(world, owner);
    const QUrl back = world.service.agree(asked.page);
    QCOMPARE(world.service.problems(), QStringList());

    const QByteArray shown = test::visit(back);

    const auto grant = settled(asked.grant);
    QVERIFY(grant);
    QVERIFY(grant->access.bytes().startsWith("access-"));
    QVERIFY(grant->refresh.bytes().startsWith("refresh-"));
    QVERIFY(grant->expiresAt > world.clock.now() + std::chrono::minutes(55));
    QVERIFY(grant->expiresAt <= world.clock.now() + std::chrono::minutes(60));
    QVERIFY(shown.startsWith("HTTP/1.1 200 OK"));
    QVERIFY(shown.endsWith("<p>Done</p>"));
    QVERIFY(!shown.contains("4/0"));
    QCOMPARE(world.service.problems(), QStringList());
    QTRY_VERIFY(asked.flow.isNull());
}

void TestTokenFlow::theRequestSaysWhatItMust()
{
    OAuthWorld world;
    QObject owner;

    const Asked one = ask(world, owner);
    const Asked two = ask(world, owner);

    const QUrlQuery first(one.page);
    const QUrlQuery second(two.page);
    QCOMPARE(first.queryItemValue(u"scope"_s, QUrl::FullyDecoded), u"mail.all offline"_s);
    QCOMPARE(first.queryItemValue(u"access_type"_s), u"offline"_s);
    QCOMPARE(first.queryItemValue(u"login_hint"_s, QUrl::FullyDecoded), u"anna@shop.example"_s);
    QCOMPARE(first.queryItemValue(u"client_id"_s), u"the-team"_s);
    for (const QString &name : {u"state"_s, u"code_challenge"_s, u"redirect_uri"_s}) {
        QVERIFY2(first.queryItemValue(name) != second.queryItemValue(name), qPrintable(name));
    }
}

void TestTokenFlow::aClientSecretGoesToTheServiceAlone()
{
    OAuthWorld world;
    QObject owner;
    world.service.clientSecret = "of-the-team";
    Asked asked = ask(world, owner, {}, "of-the-team");
    QVERIFY(!asked.page.toString().contains(u"of-the-team"));

    test::visit(world.service.agree(asked.page));

    const auto grant = settled(asked.grant);
    QVERIFY(grant);
    QCOMPARE(grant->clientSecret.bytes(), "of-the-team"_ba);
}

void TestTokenFlow::whatIsNotTheAnswerIsTurnedAway_data()
{
    QTest::addColumn<QByteArray>("request");

    // PATH, HOST, STATE stand for what is right.
    QTest::newRow("wrong state") << QByteArray("GET PATH?code=x&state=0 HTTP/1.1\r\nHost: HOST\r\n\r\n");
    QTest::newRow("no state") << QByteArray("GET PATH?code=x HTTP/1.1\r\nHost: HOST\r\n\r\n");
    QTest::newRow("two states") << QByteArray(
        "GET PATH?code=x&state=0&state=STATE HTTP/1.1\r\nHost: HOST\r\n\r\n");
    QTest::newRow("two codes") << QByteArray(
        "GET PATH?code=x&code=y&state=STATE HTTP/1.1\r\nHost: HOST\r\n\r\n");
    QTest::newRow("no code") << QByteArray("GET PATH?state=STATE HTTP/1.1\r\nHost: HOST\r\n\r\n");
    QTest::newRow("code and error") << QByteArray(
        "GET PATH?code=x&error=y&state=STATE HTTP/1.1\r\nHost: HOST\r\n\r\n");
    QTest::newRow("no query") << QByteArray("GET PATH HTTP/1.1\r\nHost: HOST\r\n\r\n");
    QTest::newRow("another path") << QByteArray("GET /?code=x&state=STATE HTTP/1.1\r\nHost: HOST\r\n\r\n");
    QTest::newRow("longer path") << QByteArray(
        "GET PATH/a?code=x&state=STATE HTTP/1.1\r\nHost: HOST\r\n\r\n");
    QTest::newRow("another host name")
        << QByteArray("GET PATH?code=x&state=STATE HTTP/1.1\r\nHost: evil.example\r\n\r\n");
    QTest::newRow("no host name") << QByteArray("GET PATH?code=x&state=STATE HTTP/1.1\r\n\r\n");
    QTest::newRow("two host names") << QByteArray(
        "GET PATH?code=x&state=STATE HTTP/1.1\r\nHost: HOST\r\nHost: evil.example\r\n\r\n");
    QTest::newRow("POST") << QByteArray("POST PATH?code=x&state=STATE HTTP/1.1\r\nHost: HOST\r\n\r\n");
    QTest::newRow("no HTTP") << QByteArray("hello\r\n\r\n");
    QTest::newRow("huge") << "GET /" + QByteArray(100'000, 'a');
}

void TestTokenFlow::whatIsNotTheAnswerIsTurnedAway()
{
    QFETCH(QByteArray, request);
    OAuthWorld world;
    QObject owner;
    Asked asked = ask(world, owner);
    const QUrl back = world.service.agree(asked.page);
    const QUrlQuery values(asked.page);
    request.replace("PATH", back.path().toLatin1());
    request.replace("HOST", back.authority().toLatin1());
    request.replace("STATE", values.queryItemValue(u"state"_s).toLatin1());

    const QByteArray answer = said(static_cast<quint16>(back.port()), request);

    QVERIFY2(answer.isEmpty() || answer.startsWith("HTTP/1.1 4"), answer.constData());
    QVERIFY(!asked.grant.isFinished());
    test::visit(back); // the person comes all the same
    QVERIFY(settled(asked.grant));
}

void TestTokenFlow::oneAnswerIsAll()
{
    OAuthWorld world;
    QObject owner;
    world.service.isMute = true; // so that the flow still lives
    const Asked asked = ask(world, owner);
    const QUrl back = world.service.agree(asked.page);
    QVERIFY(test::visit(back).startsWith("HTTP/1.1 200"));

    QCOMPARE(said(static_cast<quint16>(back.port()), "GET / HTTP/1.1\r\n\r\n"), QByteArray());
}

void TestTokenFlow::holdingConnectionsKeepsNobodyOut()
{
    OAuthWorld world;
    QObject owner;
    Asked asked = ask(world, owner);
    const QUrl back = world.service.agree(asked.page);
    std::vector<std::unique_ptr<QTcpSocket>> slow;
    for (int i = 0; i < 20; ++i) {
        slow.push_back(std::make_unique<QTcpSocket>());
        slow.back()->connectToHost(QHostAddress(QHostAddress::LocalHost), static_cast<quint16>(back.port()));
        slow.back()->write("GET /");
    }
    QTRY_VERIFY(slow.back()->bytesToWrite() == 0 && slow.back()->state() != QAbstractSocket::ConnectingState);

    test::visit(back);

    QVERIFY(settled(asked.grant));
}

void TestTokenFlow::aRefusalIsSaid()
{
    OAuthWorld world;
    QObject owner;
    Asked asked = ask(world, owner);

    const QByteArray shown = test::visit(world.service.refuse(asked.page));

    const auto grant = settled(asked.grant);
    QVERIFY(!grant);
    QCOMPARE(grant.error().code, Errc::SignInRefused);
    QCOMPARE(grant.error().detail, u"access_denied"_s);
    QVERIFY(shown.endsWith("<p>Done</p>"));
}

void TestTokenFlow::anotherServiceIsNoService()
{
    OAuthWorld world;
    QObject owner;
    Asked asked = ask(world, owner);
    QUrl back = world.service.agree(asked.page);
    back.setQuery(back.query(QUrl::FullyEncoded) + u"&iss=https%3A%2F%2Fevil.example"_s);

    test::visit(back);

    QCOMPARE(errorOf(asked.grant), Errc::SignInRefused);
}

void TestTokenFlow::troubleWithTokens_data()
{
    QTest::addColumn<QByteArray>("status");
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<Errc>("code");

    QTest::newRow("refused") << QByteArray("400 Bad Request") << QByteArray("{\"error\":\"invalid_grant\"}")
                             << Errc::SignInRefused;
    QTest::newRow("busy") << QByteArray("400 Bad Request")
                          << QByteArray("{\"error\":\"temporarily_unavailable\"}") << Errc::ServerRefused;
    QTest::newRow("nothing in it") << QByteArray("200 OK") << QByteArray("{}") << Errc::ServerRefused;
    QTest::newRow("nothing to renew with")
        << QByteArray("200 OK") << QByteArray("{\"access_token\":\"a\",\"expires_in\":3600}")
        << Errc::BadAnswer;
}

void TestTokenFlow::troubleWithTokens()
{
    QFETCH(const QByteArray, status);
    QFETCH(const QByteArray, answer);
    QFETCH(const Errc, code);
    OAuthWorld world;
    QObject owner;
    world.service.status = status;
    world.service.answer = answer;
    Asked asked = ask(world, owner);

    test::visit(world.service.agree(asked.page));

    QCOMPARE(errorOf(asked.grant), code);
}

void TestTokenFlow::nobodyComesBack()
{
    OAuthWorld world;
    QObject owner;
    const Asked asked = ask(world, owner);

    world.time.pass(TokenFlow::patience);

    QCOMPARE(errorOf(asked.grant), Errc::Timeout);
}

void TestTokenFlow::theServiceFallsSilent()
{
    OAuthWorld world;
    QObject owner;
    world.service.isMute = true;
    auto *flow = new TokenFlow(world.edge(), world.preset, OAuthWorld::client(), world.clock, &owner);

    const auto grant = flow->renew(Secret("refresh-1"_ba));
    world.time.pass(TokenFlow::tokenPatience);

    QCOMPARE(errorOf(grant), Errc::Timeout);
}

void TestTokenFlow::stopEndsIt()
{
    OAuthWorld world;
    QObject owner;
    std::stop_source stop;
    const Asked asked = ask(world, owner, stop.get_token());

    stop.request_stop();

    QCOMPARE(errorOf(asked.grant), Errc::Cancelled);
}

void TestTokenFlow::tokensAreRenewed()
{
    OAuthWorld world;
    QObject owner;
    Asked asked = ask(world, owner);
    test::visit(world.service.agree(asked.page));
    const auto first = settled(asked.grant);
    QVERIFY(first);

    auto *flow = new TokenFlow(world.edge(), world.preset, OAuthWorld::client(), world.clock, &owner);
    const auto second = settled(flow->renew(first->refresh));

    QVERIFY(second);
    QVERIFY(second->access.bytes() != first->access.bytes());
    QVERIFY(second->refresh.bytes() != first->refresh.bytes());
    QCOMPARE(world.service.problems(), QStringList());

    world.service.revoke();
    auto *late = new TokenFlow(world.edge(), world.preset, OAuthWorld::client(), world.clock, &owner);
    QCOMPARE(errorOf(late->renew(second->refresh)), Errc::SignInRefused);
}

void TestTokenFlow::deliveredPresetsAreSafe_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("Google") << u"google"_s;
    QTest::newRow("Microsoft") << u"microsoft"_s;
}

void TestTokenFlow::deliveredPresetsAreSafe()
{
    QFETCH(const QString, name);

    const auto preset = deliveredPreset(name);

    QVERIFY(preset);
    QCOMPARE(preset->authorizePage.scheme(), u"https"_s);
    QCOMPARE(preset->tokenPlace.scheme(), u"https"_s);
    QVERIFY(preset->redirectHost == u"127.0.0.1" || preset->redirectHost == u"localhost");
    QVERIFY(!preset->scope.isEmpty());
    const oauth::Loopback loopback(preset->redirect(), oauth::randomWord(), {});
    QVERIFY(loopback.isListening());
    QCOMPARE(QUrl(loopback.callback()).host(), preset->redirectHost);
    QCOMPARE(QUrl(loopback.callback()).path() == u"/", preset->path == RedirectPath::Root);
    QVERIFY(!deliveredPreset(u"other"_s));
}

QTEST_GUILESS_MAIN(TestTokenFlow)
#include "tst_tokenflow.moc"
