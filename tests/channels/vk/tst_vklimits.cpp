// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/channels/vk/communityfixture.h"

#include <QMetaObject>
#include <QTest>

namespace aside {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// How often VK may be asked, and what becomes of it where that was too often.
class TestVkLimits : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void limitsAndRequestsAreTold();
    void countFallsAndComesBack();
    void readingGoesOnBehindTheSecond();
    void readingThatIsNeverLetInEnds();
    void sendingWaitsForTheSecond();

private:
    /// Short pauses are over at once, and counted.
    void hurry(Community &shop);
    [[nodiscard]] static RateLeft rate(const Community &shop) { return shop.adapter->ratesLeft().value(0); }

    std::chrono::milliseconds m_waited{0};
};

void TestVkLimits::init()
{
    QTest::failOnWarning();
    m_waited = 0ms;
}

void TestVkLimits::hurry(Community &shop)
{
    shop.clock.stop();
    shop.edge.after
        = [this, &shop](std::chrono::milliseconds time, QObject *context, const std::function<void()> &then) {
              if (time > 5s) { // patience with a server
                  systemEdge().after(time, context, then);
                  return;
              }
              m_waited += time;
              QMetaObject::invokeMethod(
                  context,
                  [&shop, time, then] {
                      shop.clock.pass(time);
                      then();
                  },
                  Qt::QueuedConnection);
          };
    shop.renew();
}

/// VK names no limit: the count is ours, of twenty requests a second.
void TestVkLimits::limitsAndRequestsAreTold()
{
    Community shop;
    shop.server.allow(anna);
    QVERIFY(shop.adapter->ratesLeft().isEmpty() && shop.adapter->exchanges().isEmpty());

    QVERIFY(std::holds_alternative<Sent>(shop.send(privately(u"Hello"_s))));

    const QList<RateLeft> rates = shop.adapter->ratesLeft();
    QCOMPARE(rates.size(), 1);
    QCOMPARE(rates.constFirst().bucket, u"requests"_s);
    QVERIFY(rates.constFirst().left > 0 && rates.constFirst().left <= 20);
    const QByteArray requests = shop.adapter->exchanges();
    QVERIFY2(requests.contains("/method/messages.send"), requests.constData());
    QVERIFY(!requests.contains(shop.server.token) && !requests.contains("Hello"));
}

void TestVkLimits::countFallsAndComesBack()
{
    Community shop;
    hurry(shop);
    QVERIFY(shop.all().messages.isEmpty());
    shop.clock.pass(10s);
    QCOMPARE(rate(shop).left, 20);
    shop.server.allow(anna);

    QVERIFY(std::holds_alternative<Sent>(shop.send(privately(u"Hello"_s))));

    QVERIFY(rate(shop).left < 20);
    shop.clock.pass(1s);
    QCOMPARE(rate(shop).left, 20);
    QCOMPARE(rate(shop).until, std::nullopt);
}

void TestVkLimits::readingGoesOnBehindTheSecond()
{
    Community shop;
    hurry(shop);
    shop.server.write(anna, u"Hello?"_s);
    shop.server.script(u"messages.getConversations"_s, {.code = 6});
    shop.server.script(u"messages.getConversations"_s, {.code = 6});

    const QList<IncomingMessage> messages = shop.all().messages;

    QCOMPARE(messages.size(), 1);
    QCOMPARE(shop.server.count(u"messages.getConversations"_s), 3);
    QCOMPARE(m_waited, 2s);
}

void TestVkLimits::readingThatIsNeverLetInEnds()
{
    Community shop;
    hurry(shop);
    for (int time = 0; time < 10; ++time) {
        shop.server.script(u"messages.getConversations"_s, {.code = 6});
    }

    const Result<FetchStep> step = shop.step();

    QVERIFY(!step);
    QCOMPARE(step.error().code, Errc::ServerRefused);
    QCOMPARE(step.error().retryAfter, 1s);
    QVERIFY(shop.server.count(u"messages.getConversations"_s) < 10);
    QCOMPARE(rate(shop).left, 0); // the health page says until when
    QVERIFY(rate(shop).until > shop.clock.now());
}

/// Nothing else goes within the second; the message is taken up again by whoever sent it.
void TestVkLimits::sendingWaitsForTheSecond()
{
    Community shop;
    hurry(shop);
    shop.server.allow(anna);
    shop.server.script(u"messages.send"_s, {.code = 6});

    const SendOutcome first = shop.send(privately(u"Hello"_s));
    const auto *later = std::get_if<RetryLater>(&first);
    QVERIFY(later != nullptr);
    QCOMPARE(later->after, 1s);
    QCOMPARE(rate(shop).left, 0);
    QCOMPARE(m_waited, 0ms);

    QVERIFY(std::holds_alternative<Sent>(shop.send(privately(u"Hello"_s))));
    QCOMPARE(m_waited, 1s);
    QCOMPARE(shop.server.talk(anna).size(), 1);
}

} // namespace aside

QTEST_GUILESS_MAIN(aside::TestVkLimits)
#include "tst_vklimits.moc"
