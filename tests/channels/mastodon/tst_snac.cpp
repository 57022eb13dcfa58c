// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/channels/mastodon/mastodonfixture.h"
#include "tests/servers/snacserver.h"

#include <QJsonArray>
#include <QTest>

#include <algorithm>

namespace aside {

using namespace Qt::StringLiterals;
using test::Shop;
using test::SnacServer;

/// A real server of the Fediverse, which speaks a part of Mastodon's language.
class TestSnac : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void complaintIsMovedToPrivate();
    void lostAnswerIsUnknownAndFound();
    void wrongTokenIsTold();

private:
    /// Fetches until something of this text has come; what is sent takes its time.
    [[nodiscard]] static std::optional<IncomingMessage> heard(Shop &shop, const QString &text);

    std::unique_ptr<SnacServer> m_snac;
    QByteArray m_anna; ///< her token
    QString m_annasAddress;
};

void TestSnac::init()
{
    QTest::failOnWarning();
    m_snac.reset();
    if (!SnacServer::isInstalled()) {
        QSKIP("snac2 is not installed: ./dev setup test does it");
    }
    m_snac = SnacServer::start();
    QVERIFY(m_snac);
    m_anna = m_snac->tokenOf(u"anna"_s);
    QVERIFY2(!m_anna.isEmpty(), m_snac->log().constData());
    m_annasAddress = u"anna@"_s + m_snac->host();
}

std::optional<IncomingMessage> TestSnac::heard(Shop &shop, const QString &text)
{
    std::optional<IncomingMessage> found;
    const bool isThere = test::waitFor([&] {
        shop.clock.advance(std::chrono::seconds(10)); // what is looked at is counted
        for (const IncomingMessage &message : shop.all().batch.messages) {
            if (message.text.contains(text) && message.direction == Direction::Incoming) {
                found = message;
            }
        }
        return found.has_value();
    });
    return isThere ? found : std::nullopt;
}

void TestSnac::complaintIsMovedToPrivate()
{
    Shop shop(m_snac->url(), m_snac->tokenOf(u"shop"_s));
    m_snac->post(u"/api/v1/statuses"_s, {{u"status"_s, u"@shop where is my lamp?"_s}}, m_anna);
    const auto complaint = heard(shop, u"where is my lamp?"_s);
    QVERIFY2(complaint, m_snac->log().constData());
    QCOMPARE(complaint->audience, Audience::Public);
    QCOMPARE(complaint->personHandle, m_annasAddress);
    QVERIFY(!shop.adapter->canListen());
    QVERIFY(!shop.adapter->instance()->knowsKeys);
    QCOMPARE(shop.adapter->instance()->mostCharacters, 100'000);

    const SendOutcome open
        = shop.send(shop.openly(m_annasAddress, u"Sorry! We write to you."_s, complaint->remoteId));
    const SendOutcome hidden
        = shop.send(shop.privately(m_annasAddress, u"Which order is it?"_s, complaint->remoteId));
    QVERIFY(std::holds_alternative<Sent>(open) && std::holds_alternative<Sent>(hidden));

    // What the other side was sent, and by what it answers.
    QJsonObject question;
    QVERIFY2(test::waitFor([&] {
                 for (const QJsonValue &each : m_snac->get(u"/api/v1/notifications"_s, m_anna).array()) {
                     const QJsonObject status = each[u"status"_s].toObject();
                     if (status.value("content"_L1).toString().contains("Which order"_L1)) {
                         question = status;
                     }
                 }
                 return !question.isEmpty();
             }),
             m_snac->log().constData());
    QVERIFY(question.value("visibility"_L1) != "public"_L1);
    m_snac->post(u"/api/v1/statuses"_s,
                 {{u"status"_s, u"@shop it is 1234"_s},
                  {u"visibility"_s, u"direct"_s},
                  {u"in_reply_to_id"_s, question.value("id"_L1)}},
                 m_anna);
    const auto answer = heard(shop, u"it is 1234"_s);
    QVERIFY2(answer, m_snac->log().constData());
    QCOMPARE(answer->audience, Audience::Private);
    QVERIFY(!answer->conversationKey.isEmpty());
    const SendOutcome last
        = shop.send(shop.privately(m_annasAddress, u"It leaves today."_s, answer->remoteId));
    const SendOutcome closing
        = shop.send(shop.openly(m_annasAddress, u"Solved in private."_s, complaint->remoteId));
    QVERIFY(std::holds_alternative<Sent>(last) && std::holds_alternative<Sent>(closing));

    const QString id = std::get<Sent>(closing).remoteId.section(u'/', 1);
    const QJsonDocument there = m_snac->get(u"/api/v1/statuses/"_s + id, m_anna);
    QCOMPARE(there[u"visibility"_s].toString(), u"public"_s);
    const QString privateId = std::get<Sent>(last).remoteId.section(u'/', 1);
    const QJsonDocument read = m_snac->get(u"/api/v1/statuses/"_s + privateId, shop.token.bytes());
    QVERIFY(read[u"content"_s].toString().contains("It leaves today."_L1));
    QVERIFY(read[u"visibility"_s].toString() != u"public"_s);
}

void TestSnac::lostAnswerIsUnknownAndFound()
{
    Shop shop(m_snac->url(), m_snac->tokenOf(u"shop"_s));
    m_snac->post(u"/api/v1/statuses"_s, {{u"status"_s, u"@shop hello?"_s}}, m_anna);
    const auto complaint = heard(shop, u"hello?"_s);
    QVERIFY2(complaint, m_snac->log().constData());
    const OutgoingMessage message = shop.privately(m_annasAddress, u"Here we are."_s, complaint->remoteId);
    QVERIFY(std::holds_alternative<Sent>(shop.send(message)));

    const Result<Reconciliation> found = test::answerOf(shop.adapter->reconcile(message));
    const Result<Reconciliation> missed = test::answerOf(
        shop.adapter->reconcile(shop.privately(m_annasAddress, u"Never said."_s, complaint->remoteId)));

    QVERIFY(found && missed);
    QCOMPARE(found->evidence, Evidence::Found);
    QCOMPARE(missed->evidence, Evidence::NotFound);
}

void TestSnac::wrongTokenIsTold()
{
    Shop shop(m_snac->url(), "nobody");

    const Result<void> opened = test::answerOf(shop.adapter->open());

    QVERIFY(!opened);
    QCOMPARE(opened.error().code, Errc::SignInRefused);
}

} // namespace aside

QTEST_GUILESS_MAIN(aside::TestSnac)
#include "tst_snac.moc"
