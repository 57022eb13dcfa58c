// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/services/announcer.h"
#include "tests/support/fakestores.h"

#include <QSignalSpy>
#include <QTest>

using namespace aside;
using namespace std::chrono_literals;

class TestAnnouncer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void anArrivalIsAnnouncedOnce();
    void oldMailIsNoArrival();
    void whatIsLookedAtIsNotAnnounced();
    void ownRepliesBlockedAndSnoozedStaySilent_data();
    void ownRepliesBlockedAndSnoozedStaySilent();
    void importsNeverNotify();
    void quietHoursAreSilent();
    void aFloodIsAnnouncedTogether();
    void readingTakesTheNotificationBack();
    void nothingIsAnnouncedWhenSwitchedOff();

private:
    /// A message arrives now.
    void arrive(qint64 id, const std::function<void(ConversationRow &)> &change = {});

    std::unique_ptr<test::FakeStores> m_stores;
    std::unique_ptr<Announcer> m_announcer;
    std::unique_ptr<QSignalSpy> m_arrived;
    std::unique_ptr<QSignalSpy> m_many;
    std::unique_ptr<QSignalSpy> m_settled;
};

void TestAnnouncer::init()
{
    QTest::failOnWarning();
    m_stores = std::make_unique<test::FakeStores>();
    m_announcer = std::make_unique<Announcer>(*m_stores, m_stores->changes, m_stores->clock);
    m_announcer->setTimeZone(QTimeZone::utc());
    m_arrived = std::make_unique<QSignalSpy>(m_announcer.get(), &Announcer::arrived);
    m_many = std::make_unique<QSignalSpy>(m_announcer.get(), &Announcer::manyArrived);
    m_settled = std::make_unique<QSignalSpy>(m_announcer.get(), &Announcer::settled);
}

void TestAnnouncer::cleanup()
{
    m_announcer.reset();
    m_stores.reset();
}

void TestAnnouncer::arrive(qint64 id, const std::function<void(ConversationRow &)> &change)
{
    m_stores->clock.advance(1s);
    ConversationRow row;
    row.id = ConversationId{id};
    row.person = QStringLiteral("Anna");
    row.lastAt = m_stores->clock.now();
    row.unread = 1;
    if (change) {
        change(row);
    }
    m_stores->conversations.removeIf([id](const ConversationRow &each) { return each.id.value == id; });
    m_stores->conversations.append(row);
    m_stores->announce({row.id});
    QCoreApplication::processEvents();
}

void TestAnnouncer::anArrivalIsAnnouncedOnce()
{
    arrive(1);
    QCOMPARE(m_arrived->count(), 1);
    QCOMPARE(m_arrived->at(0).at(0).value<ConversationRow>().id, ConversationId{1});

    m_stores->announce({ConversationId{1}}); // a tag was added
    QCoreApplication::processEvents();
    QCOMPARE(m_arrived->count(), 1);
    arrive(1);
    QCOMPARE(m_arrived->count(), 2);
}

void TestAnnouncer::oldMailIsNoArrival()
{
    arrive(1, [](ConversationRow &row) { row.lastAt -= 1h; });

    QCOMPARE(m_arrived->count(), 0);
}

void TestAnnouncer::whatIsLookedAtIsNotAnnounced()
{
    m_announcer->setLookedAt(ConversationId{1});
    arrive(1);
    QCOMPARE(m_arrived->count(), 0);
    arrive(2);
    QCOMPARE(m_arrived->count(), 1);

    m_announcer->setLookedAt({}); // the window is behind another
    arrive(1);
    QCOMPARE(m_arrived->count(), 2);
}

void TestAnnouncer::ownRepliesBlockedAndSnoozedStaySilent_data()
{
    QTest::addColumn<std::function<void(ConversationRow &)>>("change");
    const auto row = [](const char *name, const std::function<void(ConversationRow &)> &change) {
        QTest::addRow("%s", name) << change;
    };
    row("our own reply", [](ConversationRow &each) { each.lastDirection = Direction::Outgoing; });
    row("a note", [](ConversationRow &each) { each.lastDirection = Direction::Note; });
    row("blocked", [](ConversationRow &each) { each.isBlocked = true; });
    row("snoozed", [](ConversationRow &each) { each.state = ConversationState::Snoozed; });
    row("closed", [](ConversationRow &each) { each.state = ConversationState::Closed; });
    row("read elsewhere", [](ConversationRow &each) { each.unread = 0; });
}

void TestAnnouncer::ownRepliesBlockedAndSnoozedStaySilent()
{
    QFETCH(const std::function<void(ConversationRow &)>, change);

    arrive(1, change);

    QCOMPARE(m_arrived->count(), 0);
}

void TestAnnouncer::importsNeverNotify()
{
    m_announcer->beginImport();
    arrive(1);
    m_announcer->beginImport(); // a second one waits
    m_announcer->endImport();
    arrive(2);
    m_announcer->endImport();
    m_stores->announce({ConversationId{1}, ConversationId{2}});
    QCoreApplication::processEvents();
    QCOMPARE(m_arrived->count(), 0);
    QCOMPARE(m_many->count(), 0);

    arrive(3);
    QCOMPARE(m_arrived->count(), 1);
}

void TestAnnouncer::quietHoursAreSilent()
{
    const QTime now
        = QDateTime::fromMSecsSinceEpoch(toMillis(m_stores->clock.now()), QTimeZone::utc()).time();
    Preferences preferences;
    preferences.quietHours = {.isOn = true, .from = now.addSecs(-60), .until = now.addSecs(3600)};
    m_announcer->setPreferences(preferences);
    arrive(1);
    QCOMPARE(m_arrived->count(), 0);

    m_stores->clock.advance(2h);
    arrive(2);
    QCOMPARE(m_arrived->count(), 1);
}

void TestAnnouncer::aFloodIsAnnouncedTogether()
{
    for (int id = 1; id <= 20; ++id) {
        arrive(id);
    }
    QCOMPARE(m_arrived->count(), Announcer::mostInAMinute);
    QCOMPARE(m_many->constLast().at(0).toLongLong(), 20 - Announcer::mostInAMinute);

    m_stores->clock.advance(2min);
    arrive(30);
    QCOMPARE(m_arrived->count(), Announcer::mostInAMinute + 1);
}

void TestAnnouncer::readingTakesTheNotificationBack()
{
    arrive(1);
    arrive(1, [](ConversationRow &row) { row.unread = 0; });
    QCOMPARE(m_settled->count(), 1);

    arrive(2);
    m_announcer->setLookedAt(ConversationId{2});
    QCOMPARE(m_settled->count(), 2);
}

void TestAnnouncer::nothingIsAnnouncedWhenSwitchedOff()
{
    Preferences preferences;
    preferences.notifies = false;
    m_announcer->setPreferences(preferences);

    arrive(1);

    QCOMPARE(m_arrived->count(), 0);
}

QTEST_GUILESS_MAIN(TestAnnouncer)
#include "tst_announcer.moc"
