// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/widgets/windowfixture.h"
#include "widgets/common/noticebar.h"
#include "widgets/person/promisedialog.h"
#include "widgets/promises/promiseofferbar.h"

#include <QDateTimeEdit>
#include <QDialogButtonBox>
#include <QLabel>
#include <QPushButton>
#include <QTimeZone>

using namespace aside;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

struct OfferWindow : test::WindowFixture {
    /// A reply that left; its dates count from now on.
    void send(const QString &text, qint64 conversation = 1)
    {
        OutboxItem item;
        item.id = OutboxId{stores.outbox.size() + 1};
        item.conversation = ConversationId{conversation};
        item.state = OutboxState::Sent;
        item.text = text;
        item.createdAt = stores.clock.now();
        stores.outbox.prepend(item);
        stores.announce({item.conversation}, true);
    }

    [[nodiscard]] PromiseOfferBar *bar() const { return part<PromiseOfferBar>("promiseOfferBar"); }
    /// Of the lines on the screen.
    [[nodiscard]] QStringList lines() const
    {
        QStringList all;
        for (const auto *label : bar()->findChildren<QLabel *>(u"promiseOfferWords"_s)) {
            if (label->isVisible()) {
                all.append(QString(label->text()).remove(QChar(0x2068)).remove(QChar(0x2069)));
            }
        }
        return all;
    }
    [[nodiscard]] QPushButton *button(const QString &name) const
    {
        for (auto *one : bar()->findChildren<QPushButton *>(name)) {
            if (one->isVisible()) {
                return one;
            }
        }
        return nullptr;
    }
    void press(const QString &name) const { QTest::mouseClick(button(name), Qt::LeftButton); }
    void addPromise(Instant due)
    {
        stores.promised.append({.id = PromiseId{1},
                                .conversation = ConversationId{1},
                                .dueAt = due,
                                .words = u"the refund"_s,
                                .madeAt = stores.clock.now() - 48h});
    }
};

} // namespace

/// The offer of a promise above a thread, in the window.
class TestPromiseOfferBar : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnWarning(); }

    void aSentDateIsOfferedAndKept();
    void whatIsNoPromiseIsNotOfferedAgain();
    void theDateCanBeChanged();
    void theTeamsHoursSayWhenADayEnds();
    void anotherDateMovesTheOpenPromise();
    void aSecondPromiseLeavesTheFirst();
    void eachDateHasItsLine();
    void theOfferBelongsToItsConversation();
    void whatCannotBeKeptIsTold();
    void whatWasDecidedElsewhereGoesQuietly();
    void aReplyWithoutADateOffersNothing();
    void theButtonsSayTheDate();
};

void TestPromiseOfferBar::aSentDateIsOfferedAndKept()
{
    OfferWindow fixture;
    fixture.open();
    fixture.choose(1);
    QVERIFY(!fixture.bar()->isVisible());

    fixture.send(u"Hello Anna,\nwe will send the <b>new</b> lamp within 24 hours.\nSorry!"_s);

    QTRY_COMPARE(fixture.lines().size(), 1);
    QVERIFY2(fixture.lines().constFirst().contains(u"we will send the <b>new</b> lamp within 24 hours."_s),
             qPrintable(fixture.lines().constFirst()));
    QVERIFY(fixture.lines().constFirst().contains(u"You promised: by "_s));
    fixture.press(u"promiseOfferKeep"_s);

    QTRY_COMPARE(fixture.stores.promised.size(), 1);
    QCOMPARE(fixture.stores.promised.constFirst().dueAt, fixture.stores.clock.now() + 24h);
    QCOMPARE(fixture.stores.promised.constFirst().words,
             u"we will send the <b>new</b> lamp within 24 hours."_s);
    QTRY_VERIFY(!fixture.bar()->isVisible());
}

void TestPromiseOfferBar::whatIsNoPromiseIsNotOfferedAgain()
{
    OfferWindow fixture;
    fixture.open();
    fixture.choose(1);
    fixture.send(u"We will send it within 24 hours."_s);
    QTRY_COMPARE(fixture.lines().size(), 1);

    fixture.press(u"promiseOfferDismiss"_s);

    QTRY_VERIFY(!fixture.bar()->isVisible());
    const auto asked = fixture.stores.count(u"sentReplies 1"_s);
    fixture.choose(2);
    fixture.choose(1);
    QTRY_VERIFY(fixture.stores.count(u"sentReplies 1"_s) > asked);
    fixture.send(u"We will send it within 2 hours."_s); // the bar shows this one alone
    QTRY_COMPARE(fixture.lines().size(), 1);
    QVERIFY(fixture.lines().constFirst().contains(u"2 hours"_s));
    QVERIFY(fixture.stores.promised.isEmpty());
}

void TestPromiseOfferBar::theDateCanBeChanged()
{
    OfferWindow fixture;
    fixture.open();
    fixture.choose(1);
    fixture.send(u"We will send it within 24 hours."_s);
    QTRY_COMPARE(fixture.lines().size(), 1);

    fixture.press(u"promiseOfferChange"_s);
    QTRY_VERIFY(fixture.part<PromiseDialog>("promiseDialog") != nullptr);
    auto *due = fixture.part<QDateTimeEdit>("promiseDue");
    QCOMPARE(fixture.part<QLineEdit>("promiseWords")->text(), u"We will send it within 24 hours."_s);
    QCOMPARE(due->dateTime().toMSecsSinceEpoch(), toMillis(fixture.stores.clock.now() + 24h));
    const QDateTime later = due->dateTime().addDays(3);
    due->setDateTime(later);
    QTest::mouseClick(fixture.part<PromiseDialog>("promiseDialog")
                          ->findChild<QDialogButtonBox *>()
                          ->button(QDialogButtonBox::Ok),
                      Qt::LeftButton);

    QTRY_COMPARE(fixture.stores.promised.size(), 1);
    QCOMPARE(toMillis(fixture.stores.promised.constFirst().dueAt), later.toMSecsSinceEpoch());
    QTRY_VERIFY(!fixture.bar()->isVisible());
}

void TestPromiseOfferBar::theTeamsHoursSayWhenADayEnds()
{
    OfferWindow fixture;
    fixture.stores.clock.set(
        fromMillis(QDateTime(QDate(2026, 9, 21), QTime(10, 0), QTimeZone::utc()).toMSecsSinceEpoch()));
    fixture.open();
    Preferences preferences;
    preferences.workingHours.timeZone = "Asia/Tokyo"; // it is seven in the evening there
    preferences.workingHours.week.fill(*dayHoursFrom(u"10-16:30"));
    fixture.window->setPreferences(preferences);
    fixture.choose(1);
    fixture.send(u"We will send it tomorrow."_s);
    QTRY_COMPARE(fixture.lines().size(), 1);

    fixture.press(u"promiseOfferKeep"_s);

    QTRY_COMPARE(fixture.stores.promised.size(), 1);
    const QDateTime due(QDate(2026, 9, 22), QTime(16, 30), QTimeZone("Asia/Tokyo"));
    QCOMPARE(toMillis(fixture.stores.promised.constFirst().dueAt), due.toMSecsSinceEpoch());
}

void TestPromiseOfferBar::anotherDateMovesTheOpenPromise()
{
    OfferWindow fixture;
    fixture.addPromise(fixture.stores.clock.now() + 2h);
    fixture.open();
    fixture.choose(1);
    fixture.send(u"We will send it within 24 hours."_s);
    QTRY_COMPARE(fixture.lines().size(), 1);
    QVERIFY(fixture.lines().constFirst().contains(u"until now"_s));

    fixture.press(u"promiseOfferMove"_s);

    QTRY_COMPARE(fixture.stores.promised.size(), 2);
    QCOMPARE(fixture.stores.promised.constFirst().end, PromiseEnd::Moved);
    QCOMPARE(fixture.stores.promised.constFirst().movedTo, PromiseId{2});
    QVERIFY(fixture.stores.promised.constLast().isOpen());
}

void TestPromiseOfferBar::aSecondPromiseLeavesTheFirst()
{
    OfferWindow fixture;
    fixture.addPromise(fixture.stores.clock.now() + 2h);
    fixture.open();
    fixture.choose(1);
    fixture.send(u"We will send it within 24 hours."_s);
    QTRY_COMPARE(fixture.lines().size(), 1);

    fixture.press(u"promiseOfferKeep"_s);

    QTRY_COMPARE(fixture.stores.promised.size(), 2);
    QVERIFY(fixture.stores.promised.constFirst().isOpen());
}

void TestPromiseOfferBar::eachDateHasItsLine()
{
    OfferWindow fixture;
    fixture.open();
    fixture.choose(1);
    fixture.send(u"We will call within 2 hours. We will send it within 24 hours. We will check it within 3 "
                 "hours. We will write within 5 hours."_s);

    QTRY_COMPARE(fixture.lines().size(), PromiseOfferBar::mostShown);
    QVERIFY(fixture.lines().constFirst().contains(u"call within 2 hours"_s));
    fixture.press(u"promiseOfferKeep"_s);

    QTRY_VERIFY(fixture.lines().join(u'\n').contains(u"write within 5 hours"_s));
    QVERIFY2(!fixture.lines().join(u'\n').contains(u"until now"_s), "one reply does not move its own dates");
    QCOMPARE(fixture.stores.promised.size(), 1);
    QCOMPARE(fixture.lines().size(), PromiseOfferBar::mostShown);
}

void TestPromiseOfferBar::theOfferBelongsToItsConversation()
{
    OfferWindow fixture;
    fixture.open();
    fixture.choose(1);
    fixture.send(u"We will send it within 24 hours."_s);
    QTRY_COMPARE(fixture.lines().size(), 1);

    fixture.choose(2);

    QVERIFY(!fixture.bar()->isVisible());
    fixture.choose(1);
    QTRY_COMPARE(fixture.lines().size(), 1);
}

void TestPromiseOfferBar::whatCannotBeKeptIsTold()
{
    OfferWindow fixture;
    fixture.open();
    fixture.choose(1);
    fixture.send(u"We will send it within 24 hours."_s);
    QTRY_COMPARE(fixture.lines().size(), 1);

    fixture.stores.failNext({.code = Errc::DiskFull, .detail = u"scripted"_s, .retryAfter = {}});
    fixture.press(u"promiseOfferKeep"_s);

    QTRY_VERIFY(fixture.window->notice().isVisible());
    QTRY_COMPARE(fixture.lines().size(), 1);
    QVERIFY(fixture.button(u"promiseOfferKeep"_s)->isEnabled());
    QVERIFY(fixture.stores.promised.isEmpty());
}

void TestPromiseOfferBar::whatWasDecidedElsewhereGoesQuietly()
{
    OfferWindow fixture;
    fixture.open();
    fixture.choose(1);
    fixture.send(u"We will send it within 24 hours."_s);
    QTRY_COMPARE(fixture.lines().size(), 1);
    fixture.stores.decided[OutboxId{1}].append(16); // in another program

    fixture.press(u"promiseOfferKeep"_s);

    QTRY_VERIFY(!fixture.bar()->isVisible());
    QVERIFY(!fixture.window->notice().isVisible());
    QVERIFY(fixture.stores.promised.isEmpty());
}

void TestPromiseOfferBar::aReplyWithoutADateOffersNothing()
{
    OfferWindow fixture;
    fixture.open();
    fixture.choose(1);
    fixture.send(u"Thank you, Anna."_s);
    fixture.send(u"We will send it within 24 hours."_s); // when it is there, the first was read as well

    QTRY_COMPARE(fixture.lines().size(), 1);
    QVERIFY(fixture.lines().constFirst().contains(u"24 hours"_s));
}

void TestPromiseOfferBar::theButtonsSayTheDate()
{
    OfferWindow fixture;
    fixture.open();
    fixture.choose(1);
    fixture.send(u"We will call within 2 hours. We will send it within 24 hours."_s);
    QTRY_COMPARE(fixture.lines().size(), 2);

    QStringList names;
    for (const auto *one : fixture.bar()->findChildren<QPushButton *>()) {
        if (one->isVisible()) {
            names.append(one->accessibleName());
        }
    }

    QCOMPARE(names.size(), 6);
    QCOMPARE(QSet<QString>(names.cbegin(), names.cend()).size(), 6);
}

QTEST_MAIN(TestPromiseOfferBar)
#include "tst_promiseofferbar.moc"
