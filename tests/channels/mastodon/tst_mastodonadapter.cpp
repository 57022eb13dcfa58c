// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/channels/mastodon/signin.h"
#include "tests/channels/mastodon/mastodonfixture.h"
#include "tests/servers/mastodonserver.h"
#include "tests/servers/prismdoor.h"

#include <QFile>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QSet>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QUrlQuery>

#include <algorithm>

namespace aside {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using test::MastodonServer;
using test::Shop;

namespace {

const QString anna = u"anna@masto.example"_s;

/// The server, in front of it the door that checks, and the account.
struct World {
    MastodonServer server;
    Shop shop;

    explicit World(const test::PrismDoor *door = nullptr, quint16 port = 0)
        : server(port)
        , shop(door != nullptr ? door->url() : server.url(), server.token)
    {
    }
};

QString remote(const QString &id)
{
    return u"127.0.0.1/"_s + id;
}

} // namespace

/// Every request of the conversations here goes through a door that holds it, and its answer, against the
/// description of Mastodon's interface.
class TestMastodonAdapter : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init() { QTest::failOnWarning(); }
    void cleanup();
    void complaintIsMovedToPrivate();
    void beginsWithWhatIsThereAndGoesOn();
    void editsAndDeletionsAreFound();
    void threadsAreFilledIn();
    void filesGoOutWithTheirDescriptions();
    void whatWasLostOnTheWayIsFoundAgain();
    void signingInGivesAToken();

private:
    [[nodiscard]] bool hasDoor();

    QTemporaryDir m_folder;
    quint16 m_port = 0;
    std::unique_ptr<test::PrismDoor> m_door;
    QString m_whyNot;
};

void TestMastodonAdapter::initTestCase()
{
    m_port = MastodonServer().port();
    const QByteArray description = test::mastodonDescription();
    if (description.isEmpty()) {
        m_whyNot = u"the description of Mastodon's interface is not here"_s;
        return;
    }
    QFile file(m_folder.filePath(u"mastodon.json"_s));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(description) > 0);
    file.close();
    m_door = std::make_unique<test::PrismDoor>(m_port);
    m_whyNot = m_door->start(file.fileName());
}

bool TestMastodonAdapter::hasDoor()
{
    return m_whyNot.isEmpty();
}

void TestMastodonAdapter::cleanup()
{
    if (m_door) {
        QCOMPARE(std::exchange(m_door->refused, {}), QStringList());
    }
}

void TestMastodonAdapter::complaintIsMovedToPrivate()
{
    if (!hasDoor()) {
        QSKIP(qPrintable(m_whyNot));
    }
    World world(m_door.get(), m_port);
    const QString complaint = world.server.write(u"anna"_s, u"@shop nobody answers my letters"_s);

    const QList<IncomingMessage> first = world.shop.all().batch.messages;
    QCOMPARE(first.size(), 1);
    QCOMPARE(first.first().audience, Audience::Public);
    QCOMPARE(first.first().personHandle, anna);
    QVERIFY(std::holds_alternative<Sent>(
        world.shop.send(world.shop.openly(anna, u"Sorry! We write to you."_s, first.first().remoteId))));
    QVERIFY(std::holds_alternative<Sent>(
        world.shop.send(world.shop.privately(anna, u"Which order is it?"_s, first.first().remoteId))));
    const QString question = world.server.sent().last().value("id"_L1).toString();
    world.server.write(u"anna"_s, u"@shop 1234"_s,
                       {{u"visibility"_s, u"direct"_s}, {u"in_reply_to_id"_s, question}});
    const QList<IncomingMessage> second = world.shop.all().batch.messages;
    const auto answer = std::ranges::find(second, u"@shop 1234"_s, &IncomingMessage::text);
    QVERIFY(answer != second.cend());
    QCOMPARE(answer->audience, Audience::Private);
    QVERIFY(!answer->conversationKey.isEmpty());
    QVERIFY(std::holds_alternative<Sent>(
        world.shop.send(world.shop.privately(anna, u"It leaves today."_s, answer->remoteId))));
    QVERIFY(std::holds_alternative<Sent>(
        world.shop.send(world.shop.openly(anna, u"Solved in private."_s, first.first().remoteId))));

    const QList<QJsonObject> sent = world.server.sent();
    QCOMPARE(sent.size(), 4);
    QStringList seen;
    for (const QJsonObject &status : sent) {
        seen.append(status.value("visibility"_L1).toString());
        QVERIFY(status.value("content"_L1).toString().contains("@anna@masto.example "_L1));
    }
    QCOMPARE(seen, (QStringList{u"public"_s, u"direct"_s, u"direct"_s, u"public"_s}));
    QCOMPARE(sent.last().value("in_reply_to_id"_L1).toString(), complaint);
    QCOMPARE(sent.at(2).value("in_reply_to_id"_L1).toString(), answer->remoteId.section(u'/', 1));
    QCOMPARE(world.shop.adapter->me()->address, u"shop@masto.example"_s);
}

void TestMastodonAdapter::beginsWithWhatIsThereAndGoesOn()
{
    if (!hasDoor()) {
        QSKIP(qPrintable(m_whyNot));
    }
    World world(m_door.get(), m_port);
    QStringList written;
    for (int at = 0; at < 170; ++at) {
        written.append(remote(world.server.write(u"anna"_s, u"@shop %1"_s.arg(at))));
    }
    QStringList brought;
    for (const IncomingMessage &message : world.shop.all().batch.messages) {
        brought.append(message.remoteId);
    }
    for (int at = 0; at < 90; ++at) {
        written.append(remote(world.server.write(u"boris"_s, u"@shop %1"_s.arg(at))));
    }
    world.shop.renew();
    for (const IncomingMessage &message : world.shop.all().batch.messages) {
        brought.append(message.remoteId);
    }

    brought.sort();
    QCOMPARE(brought, written);
    QVERIFY(world.shop.all().batch.messages.isEmpty());
}

void TestMastodonAdapter::editsAndDeletionsAreFound()
{
    if (!hasDoor()) {
        QSKIP(qPrintable(m_whyNot));
    }
    World world(m_door.get(), m_port);
    const QString kept = world.server.write(u"anna"_s, u"@shop where is it?"_s);
    const QString gone = world.server.write(u"boris"_s, u"@shop thieves!"_s);
    QCOMPARE(world.shop.all().batch.messages.size(), 2);
    world.server.edit(kept, u"@shop where is my lamp?"_s);
    world.server.remove(gone);

    const FetchStep step = world.shop.all();

    QCOMPARE(step.batch.messages.size(), 1);
    QCOMPARE(step.batch.messages.first().remoteId, remote(kept));
    QCOMPARE(step.batch.messages.first().text, u"@shop where is my lamp?"_s);
    QVERIFY(step.batch.messages.first().editedAt);
    QCOMPARE(step.batch.deletions.size(), 1);
    QCOMPARE(step.batch.deletions.first().remoteId, remote(gone));
    const FetchStep again = world.shop.all();
    QVERIFY(again.isComplete && again.batch.messages.isEmpty() && again.batch.deletions.isEmpty());
}

void TestMastodonAdapter::threadsAreFilledIn()
{
    if (!hasDoor()) {
        QSKIP(qPrintable(m_whyNot));
    }
    World world(m_door.get(), m_port);
    const QString start = world.server.write(u"boris"_s, u"Who knows this shop?"_s);
    const QString mention
        = world.server.write(u"anna"_s, u"@shop does not answer"_s, {{u"in_reply_to_id"_s, start}});
    const QString ours = world.server.write(u"shop"_s, u"@anna we do"_s, {{u"in_reply_to_id"_s, mention}});
    const QString others = world.server.write(u"boris"_s, u"@anna ha"_s, {{u"in_reply_to_id"_s, mention}});

    QStringList ids;
    for (const IncomingMessage &message : world.shop.all().batch.messages) {
        ids.append(message.remoteId);
        QCOMPARE(message.isRead, message.remoteId != remote(mention));
    }

    QCOMPARE(ids, (QStringList{remote(mention), remote(start), remote(ours)}));
    QVERIFY(!ids.contains(remote(others)));
}

void TestMastodonAdapter::filesGoOutWithTheirDescriptions()
{
    if (!hasDoor()) {
        QSKIP(qPrintable(m_whyNot));
    }
    World world(m_door.get(), m_port);
    world.server.slowness = 2;
    OutgoingMessage message = world.shop.openly(anna, u"Here it is"_s);
    message.files = {{.name = u"lamp.png"_s, .mimeType = u"image/png"_s, .alt = u"A lamp"_s, .data = "png"}};

    const SendOutcome outcome = world.shop.send(message);

    QVERIFY(std::holds_alternative<Sent>(outcome));
    QCOMPARE(world.server.uploads.size(), 1);
    QCOMPARE(world.server.uploads.first().description, u"A lamp"_s);
    QCOMPARE(world.server.uploads.first().content, "png"_ba);
    QCOMPARE(world.server.bodies.size(), 1);
    QCOMPARE(world.server.bodies.first().value("media_ids"_L1).toArray().size(), 1);
}

void TestMastodonAdapter::whatWasLostOnTheWayIsFoundAgain()
{
    if (!hasDoor()) {
        QSKIP(qPrintable(m_whyNot));
    }
    World world(m_door.get(), m_port);
    const QString question = remote(world.server.write(u"anna"_s, u"@shop hello?"_s));
    QVERIFY(world.shop.all().isComplete);
    const OutgoingMessage lost = world.shop.privately(anna, u"Hello!"_s, question);
    const OutgoingMessage never = world.shop.privately(anna, u"Something else"_s, question);
    QVERIFY(std::holds_alternative<Sent>(world.shop.send(lost)));

    const Result<Reconciliation> found = test::answerOf(world.shop.adapter->reconcile(lost));
    const Result<Reconciliation> missed = test::answerOf(world.shop.adapter->reconcile(never));

    QVERIFY(found && missed);
    QCOMPARE(found->evidence, Evidence::Found);
    QCOMPARE(found->remoteId, remote(world.server.sent().last().value("id"_L1).toString()));
    QCOMPARE(missed->evidence, Evidence::NotFound);
    QCOMPARE(world.server.sent().size(), 1);
}

void TestMastodonAdapter::signingInGivesAToken()
{
    if (!hasDoor()) {
        QSKIP(qPrintable(m_whyNot));
    }
    World world(m_door.get(), m_port);
    mastodon::SignIn signIn(
        {.server = m_door->url(), .edge = systemEdge(), .clock = world.shop.clock, .page = "<p>Done"});
    QNetworkAccessManager browser;
    connect(&signIn, &mastodon::SignIn::pageReady, this, [&](const QUrl &page) {
        QVERIFY(QUrlQuery(page).hasQueryItem(u"code_challenge"_s));
        QNetworkReply *reply = browser.get(QNetworkRequest(world.server.consent(page)));
        reply->setParent(&browser);
    });

    const Result<Secret> token = test::answerOf(signIn.ask({}));

    QVERIFY(token);
    QCOMPARE(token->bytes(), world.server.token);
}

} // namespace aside

QTEST_GUILESS_MAIN(aside::TestMastodonAdapter)
#include "tst_mastodonadapter.moc"
