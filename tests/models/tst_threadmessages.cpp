// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/items/threadmessages.h"
#include "tests/support/fakestores.h"

#include <QSignalSpy>
#include <QTest>

using namespace aside;
using namespace Qt::StringLiterals;

namespace {

constexpr int many = 5'000;
constexpr ConversationId home{1};

struct ThreadFixture {
    test::FakeStores stores;
    ThreadMessages messages{stores};

    ThreadFixture()
    {
        ConversationRow row;
        row.id = home;
        QList<Message> all;
        for (int i = 0; i < many; ++i) {
            Message message;
            message.id = MessageId{i + 1};
            message.conversation = home;
            message.sentAt = stores.clock.now() + std::chrono::minutes(i);
            message.text = u"words %1"_s.arg(i);
            all.append(message);
        }
        stores.addConversation(row, all);
        messages.show(outline());
    }

    ThreadOutline outline() { return stores.outline(home).result().value_or(ThreadOutline{}); }
    QList<Message> &stored() { return stores.messages[home]; }
    [[nodiscard]] QString text(int row) const
    {
        const Message *message = messages.at(row);
        return message == nullptr ? u"-"_s : message->text;
    }
};

} // namespace

class TestThreadMessages : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void onlyTheEndIsHereAtFirst();
    void whatIsWantedIsRead();
    void whatWasPassedIsNotRead();
    void aLongWayCostsLittleMemory();
    void editsAreSeen();
    void changesCountFromTheFirstRowThatDiffers();
    void whatIsGoneIsAskedForOnce();
    void failuresAreToldAndTriedAgain();
    void answersAboutAnotherConversationAreDropped();
};

void TestThreadMessages::onlyTheEndIsHereAtFirst()
{
    const ThreadFixture fixture;

    QCOMPARE(fixture.messages.size(), many);
    QCOMPARE(fixture.messages.hereCount(), messagesInOutline);
    QCOMPARE(fixture.text(many - 1), u"words 4999"_s);
    QCOMPARE(fixture.text(0), u"-"_s);
    QCOMPARE(fixture.text(-1), u"-"_s);
    QCOMPARE(fixture.text(many), u"-"_s);
    QCOMPARE(fixture.messages.rowOf(MessageId{1}), 0);
    QCOMPARE(fixture.messages.rowOf(MessageId{many + 1}), -1);
}

void TestThreadMessages::whatIsWantedIsRead()
{
    ThreadFixture fixture;
    QSignalSpy arrived(&fixture.messages, &ThreadMessages::arrived);

    fixture.messages.want(1000, 1010);

    QTRY_COMPARE(arrived.count(), 1);
    const auto rows = arrived.constFirst().constFirst().value<QList<int>>();
    QVERIFY(rows.contains(1000) && rows.contains(1010) && rows.size() < 100);
    QCOMPARE(fixture.text(1005), u"words 1005"_s);
    fixture.messages.want(1000, 1010);
    QCOMPARE(fixture.stores.count(u"messages"_s), 1); // nothing is missing any more
}

void TestThreadMessages::whatWasPassedIsNotRead()
{
    ThreadFixture fixture;
    fixture.stores.setAnswers(test::FakeStores::Answers::HeldBack);

    for (int row = 0; row < 4000; row += 100) {
        fixture.messages.want(row, row + 10);
    }
    fixture.messages.wantToo(2500);

    QCOMPARE(fixture.stores.count(u"messages"_s), 1);
    fixture.stores.setAnswers(test::FakeStores::Answers::AtOnce);
    fixture.stores.answerAll();
    QTRY_COMPARE(fixture.text(3905), u"words 3905"_s);
    QCOMPARE(fixture.text(2500), u"words 2500"_s);
    QCOMPARE(fixture.text(1000), u"-"_s);
    QCOMPARE(fixture.stores.count(u"messages"_s), 2);
}

void TestThreadMessages::aLongWayCostsLittleMemory()
{
    ThreadFixture fixture;

    for (int row = many - 20; row >= 0; row -= 20) {
        fixture.messages.want(row, row + 10);
        QTRY_VERIFY(fixture.messages.at(row) != nullptr);
        QCOMPARE_LT(fixture.messages.hereCount(), 700);
    }
    QCOMPARE(fixture.text(0), u"words 0"_s);
}

void TestThreadMessages::editsAreSeen()
{
    ThreadFixture fixture;
    fixture.messages.want(100, 110);
    QTRY_COMPARE(fixture.text(105), u"words 105"_s);
    QSignalSpy arrived(&fixture.messages, &ThreadMessages::arrived);
    fixture.stored()[105].text = u"other words"_s;

    QCOMPARE(fixture.messages.update(fixture.outline()), many);
    QCOMPARE(fixture.text(105), u"words 105"_s); // until it is read again
    fixture.messages.want(100, 110);

    QTRY_COMPARE(arrived.count(), 1);
    QCOMPARE(arrived.constFirst().constFirst().value<QList<int>>(), QList<int>{105});
    QCOMPARE(fixture.text(105), u"other words"_s);
}

void TestThreadMessages::changesCountFromTheFirstRowThatDiffers()
{
    ThreadFixture fixture;
    fixture.stored()[many - 5].text = u"edited"_s;
    QCOMPARE(fixture.messages.update(fixture.outline()), many - 5);
    QCOMPARE(fixture.text(many - 5), u"edited"_s);

    fixture.stored().removeAt(2000);
    QCOMPARE(fixture.messages.update(fixture.outline()), 2000);
    QCOMPARE(fixture.messages.size(), many - 1);
    QCOMPARE(fixture.text(many - 2), u"words 4999"_s);

    Message added = fixture.stored().constLast();
    added.id = MessageId{many + 1};
    fixture.stored().append(added);
    QCOMPARE(fixture.messages.update(fixture.outline()), many - 1);
    QCOMPARE(fixture.messages.size(), many);

    fixture.stored().clear();
    QCOMPARE(fixture.messages.update(fixture.outline()), 0);
    QVERIFY(fixture.messages.isEmpty());
    fixture.messages.want(100, 110);
    QCOMPARE(fixture.stores.count(u"messages"_s), 0);
}

void TestThreadMessages::whatIsGoneIsAskedForOnce()
{
    ThreadFixture fixture;
    fixture.stored().remove(100, 50);

    fixture.messages.want(90, 110);
    QTRY_COMPARE(fixture.text(95), u"words 95"_s);
    fixture.messages.want(90, 110);
    fixture.messages.want(90, 110);

    QCOMPARE(fixture.text(105), u"-"_s);
    QCOMPARE(fixture.stores.count(u"messages"_s), 1);
}

void TestThreadMessages::failuresAreToldAndTriedAgain()
{
    ThreadFixture fixture;
    QSignalSpy failed(&fixture.messages, &ThreadMessages::failed);

    fixture.stores.failNext({.code = Errc::Io, .detail = u"scripted"_s, .retryAfter = {}});
    fixture.messages.want(100, 110);
    QTRY_COMPARE(failed.count(), 1);
    QCOMPARE(failed.constFirst().constFirst().value<Error>().code, Errc::Io);
    QCOMPARE(fixture.stores.count(u"messages"_s), 1); // not again by itself

    fixture.messages.want(100, 110);
    QTRY_COMPARE(fixture.text(105), u"words 105"_s);
}

void TestThreadMessages::answersAboutAnotherConversationAreDropped()
{
    ThreadFixture fixture;
    fixture.stores.setAnswers(test::FakeStores::Answers::HeldBack);
    fixture.messages.want(100, 110);
    ConversationRow row;
    row.id = ConversationId{2};
    Message only;
    only.id = MessageId{many + 7};

    fixture.messages.show(outlineOf({.conversation = row, .messages = {only}}));
    QSignalSpy arrived(&fixture.messages, &ThreadMessages::arrived);
    fixture.stores.answerAll();
    QCoreApplication::processEvents();

    QCOMPARE(arrived.count(), 0);
    QCOMPARE(fixture.messages.size(), 1);
    QCOMPARE(fixture.messages.hereCount(), 1);
}

QTEST_GUILESS_MAIN(TestThreadMessages)
#include "tst_threadmessages.moc"
