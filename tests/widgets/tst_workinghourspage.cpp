// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/fakeholidays.h"
#include "tests/support/testclock.h"
#include "widgets/settings/workinghourspage.h"

#include <QComboBox>
#include <QDateTime>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>

using namespace aside;
using namespace Qt::StringLiterals;

class TestWorkingHoursPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void whatIsShownComesBackUnchanged();
    void aDayIsTakenWhenItIsTyped();
    void whatMakesNoSenseIsToldAndChangesNothing();
    void specialDaysAreTakenLineByLine();
    void whatIsBeingTypedStays();
    void theSystemsCountryIsOfferedFirstButNotChosen();
    void aCountryBringsItsHolidays();
    void aCountryNobodyKnowsStays();
    void everyFieldHasALabel();

private:
    template <typename Part>
    Part *part(const QString &name) const
    {
        return m_page->findChild<Part *>(name);
    }
    WorkingHours collected() const
    {
        Preferences preferences;
        m_page->collect(preferences);
        return preferences.workingHours;
    }
    void type(const QString &day, const QString &text)
    {
        auto *edit = part<QLineEdit>(day);
        edit->selectAll();
        QTest::keyClicks(edit, text);
        QTest::keyClick(edit, Qt::Key_Return);
    }

    test::FakeHolidays m_holidays;
    test::TestClock m_clock;
    std::unique_ptr<WorkingHoursPage> m_page;
};

void TestWorkingHoursPage::init()
{
    QTest::failOnWarning();
    m_clock.set(fromMillis(QDateTime(QDate(2026, 3, 1), QTime(12, 0)).toMSecsSinceEpoch()));
    m_page = std::make_unique<WorkingHoursPage>(m_holidays, m_clock, nullptr);
    static_cast<SettingsPage &>(*m_page).show(Preferences());
}

void TestWorkingHoursPage::whatIsShownComesBackUnchanged()
{
    Preferences set;
    set.workingHours.week[0] = *dayHoursFrom(u"8-12, 13-17");
    set.workingHours.week[6] = *dayHoursFrom(u"10-14");
    set.workingHours.specialDays = {*specialDayFrom(u"01-01"), *specialDayFrom(u"2026-11-07 9-16")};
    set.workingHours.timeZone = "Europe/Moscow";
    set.workingHours.target = {.amount = 4, .unit = ResponseTarget::Unit::Hours};
    QSignalSpy changed(m_page.get(), &SettingsPage::changed);

    static_cast<SettingsPage &>(*m_page).show(set);

    QCOMPARE(collected(), set.workingHours);
    QCOMPARE(changed.count(), 0);
    QCOMPARE(part<QLineEdit>(u"day1"_s)->text(), u"08:00-12:00, 13:00-17:00"_s);
    QCOMPARE(part<QComboBox>(u"timeZoneBox"_s)->currentText(), u"Europe/Moscow"_s);
}

void TestWorkingHoursPage::aDayIsTakenWhenItIsTyped()
{
    QSignalSpy changed(m_page.get(), &SettingsPage::changed);

    type(u"day6"_s, u"10-14"_s);

    QCOMPARE(changed.count(), 1);
    QCOMPARE(toText(collected().week[5]), u"10:00-14:00"_s);
    QCOMPARE(part<QLineEdit>(u"day6"_s)->text(), u"10:00-14:00"_s);
    part<QSpinBox>(u"targetAmount"_s)->setValue(2);
    QCOMPARE(collected().target.amount, 2);
}

void TestWorkingHoursPage::whatMakesNoSenseIsToldAndChangesNothing()
{
    QSignalSpy changed(m_page.get(), &SettingsPage::changed);

    type(u"day1"_s, u"18-9"_s);

    const auto *problem = part<QLabel>(u"hoursProblem"_s);
    QVERIFY2(problem->isVisibleTo(m_page.get()) && problem->text().contains(u"18-9"),
             qPrintable(problem->text()));
    QCOMPARE(changed.count(), 0);
    QCOMPARE(collected(), WorkingHours{});
    type(u"day1"_s, u"9-18"_s);
    QVERIFY(!problem->isVisibleTo(m_page.get()));
}

void TestWorkingHoursPage::specialDaysAreTakenLineByLine()
{
    auto *days = part<QPlainTextEdit>(u"specialDays"_s);

    days->setPlainText(u"2026-11-04\n\n05-09 \n2026-11-07 9-16"_s);
    QCOMPARE(collected().specialDays.size(), 3);
    days->setPlainText(u"2026-11-04\nsome day"_s);

    QCOMPARE(collected().specialDays.size(), 3);
    QVERIFY(part<QLabel>(u"hoursProblem"_s)->text().contains(u"some day"));
}

void TestWorkingHoursPage::whatIsBeingTypedStays()
{
    auto *days = part<QPlainTextEdit>(u"specialDays"_s);
    connect(m_page.get(), &SettingsPage::changed, m_page.get(), [this] {
        Preferences now;
        m_page->collect(now);
        static_cast<SettingsPage &>(*m_page).show(now); // as the window does with every change
    });

    QTest::keyClicks(days, u"2026-11-04"_s);
    QTest::keyClick(days, Qt::Key_Return);
    QTest::keyClicks(days, u"05-09 9-1"_s);

    QCOMPARE(days->toPlainText(), u"2026-11-04\n05-09 9-1"_s);
}

void TestWorkingHoursPage::theSystemsCountryIsOfferedFirstButNotChosen()
{
    const auto *box = part<QComboBox>(u"holidaysBox"_s);

    QCOMPARE(box->currentIndex(), 0);
    QCOMPARE(collected().holidayRegion, QString());
    QCOMPARE(box->itemData(1).toString(), u"ru_ru"_s);
    QCOMPARE(box->itemText(1), u"Россия (Russia)"_s);
    QVERIFY(box->findText(u"Belgique (Belgium) · fr"_s) > 1);
    QVERIFY(box->findText(u"United States"_s) > 1);
}

void TestWorkingHoursPage::aCountryBringsItsHolidays()
{
    QSignalSpy changed(m_page.get(), &SettingsPage::changed);

    part<QComboBox>(u"holidaysBox"_s)->setCurrentIndex(1);

    QCOMPARE(changed.count(), 1);
    QCOMPARE(collected().holidayRegion, u"ru_ru"_s);
    QCOMPARE(collected().holidays.size(), 2);
    const auto labels = m_page->findChildren<QLabel *>();
    QVERIFY(std::ranges::any_of(labels, [](const QLabel *one) {
        return one->text().contains(u"Unity Day") && one->text().contains(u"4 November");
    }));
    part<QComboBox>(u"holidaysBox"_s)->setCurrentIndex(0);
    QCOMPARE(collected(), WorkingHours{});
}

void TestWorkingHoursPage::aCountryNobodyKnowsStays()
{
    Preferences set;
    set.workingHours.holidayRegion = u"atlantis"_s;

    static_cast<SettingsPage &>(*m_page).show(set);

    QCOMPARE(part<QComboBox>(u"holidaysBox"_s)->currentText(), u"atlantis"_s);
    QCOMPARE(collected(), set.workingHours);
}

void TestWorkingHoursPage::everyFieldHasALabel()
{
    const QList<QLabel *> labels = m_page->findChildren<QLabel *>();
    for (const QString &name : {u"targetAmount"_s, u"targetUnit"_s, u"timeZoneBox"_s, u"holidaysBox"_s,
                                u"day1"_s, u"day7"_s, u"specialDays"_s}) {
        QVERIFY2(std::ranges::any_of(labels,
                                     [&](const QLabel *label) {
                                         return label->buddy() != nullptr
                                             && label->buddy()->objectName() == name
                                             && !label->text().isEmpty();
                                     }),
                 qPrintable(name));
    }
}

QTEST_MAIN(TestWorkingHoursPage)
#include "tst_workinghourspage.moc"
