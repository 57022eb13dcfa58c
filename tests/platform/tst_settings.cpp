// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/platform/settings.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace aside;

class TestSettings : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void missingFileGivesTheDefaults();
    void writtenSettingsAreRead_data();
    void writtenSettingsAreRead();
    void badFileIsReportedAndUntouched_data();
    void badFileIsReportedAndUntouched();
    void unknownKeysAreKept();
    void failedWriteLeavesTheFile();
    void preferencesComeBackAsTheyWereSet();
    void aCountryComesWithItsHolidays();
    void numbersBeyondTheirBoundsAreBroughtBack();
    void aBrokenFileIsKeptWhenANewOneBegins();
    void quietHoursMayGoOverMidnight();

private:
    void put(const QByteArray &text);
    QByteArray text() const;

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestSettings::init()
{
    QTest::failOnWarning();
    m_folder = std::make_unique<QTemporaryDir>();
}

void TestSettings::put(const QByteArray &text)
{
    QFile file(m_folder->filePath(QStringLiteral("settings.toml")));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(text) == text.size());
}

QByteArray TestSettings::text() const
{
    QFile file(m_folder->filePath(QStringLiteral("settings.toml")));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void TestSettings::missingFileGivesTheDefaults()
{
    QCOMPARE(readSettings(m_folder->path()), Settings{});
    QVERIFY(text().isEmpty());
}

void TestSettings::writtenSettingsAreRead_data()
{
    QTest::addColumn<QStringList>("addresses");
    QTest::addRow("none") << QStringList();
    QTest::addRow("two") << QStringList{QStringLiteral("me@shop.example"), QStringLiteral("@shop.example")};
    QTest::addRow("quotes") << QStringList{QStringLiteral("\"a\\b'\n\"@x.example")};
    QTest::addRow("not ASCII") << QStringList{QStringLiteral("заказ@магазин.example")};
}

void TestSettings::writtenSettingsAreRead()
{
    QFETCH(const QStringList, addresses);

    QVERIFY(writeOwnAddresses(m_folder->path(), addresses));

    QCOMPARE(readSettings(m_folder->path()), Settings{.ownAddresses = addresses});
}

void TestSettings::badFileIsReportedAndUntouched_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addRow("not TOML") << QByteArray("[mail\nown_addresses = ");
    QTest::addRow("not UTF-8") << QByteArray("name = \"\xff\xfe\"\n");
    QTest::addRow("deep") << QByteArray("a = ") + QByteArray(5000, '[');
    QTest::addRow("a text for a list") << QByteArray("[mail]\nown_addresses = \"me@x\"\n");
    QTest::addRow("an unknown theme") << QByteArray("[looks]\ntheme = \"pink\"\n");
    QTest::addRow("a size in words") << QByteArray("[looks]\ntext_size = \"big\"\n");
    QTest::addRow("a number for a table") << QByteArray("notifications = 3\n");
    QTest::addRow("a time that is none") << QByteArray("[notifications]\nquiet_from = \"25:00\"\n");
    QTest::addRow("a shortcut without brackets")
        << QByteArray("[keyboard.shortcuts]\n\"go.next\" = \"Ctrl+J\"\n");
    QTest::addRow("hours backwards") << QByteArray("[working_hours]\nmonday = [\"18-9\"]\n");
    QTest::addRow("hours in words") << QByteArray("[working_hours]\nmonday = \"all day\"\n");
    QTest::addRow("a holiday that is no date")
        << QByteArray("[working_hours]\nspecial_days = [\"2026-02-30\"]\n");
    QTest::addRow("a zone nobody knows") << QByteArray("[working_hours]\ntime_zone = \"Mars/Olympus\"\n");
    QTest::addRow("a unit nobody knows") << QByteArray("[working_hours]\nanswer_unit = \"weeks\"\n");
    QTest::addRow("hours that are no table") << QByteArray("working_hours = 3\n");
    QTest::addRow("a number in the list") << QByteArray("[mail]\nown_addresses = [\"me@x\", 7]\n");
}

void TestSettings::badFileIsReportedAndUntouched()
{
    QFETCH(const QByteArray, text);
    put(text);

    const auto read = readSettings(m_folder->path());

    QVERIFY(!read);
    QCOMPARE(read.error().code, Errc::BadSettings);
    for (const auto &written : {writeOwnAddresses(m_folder->path(), {QStringLiteral("a@b")}),
                                writePreferences(m_folder->path(), {})}) {
        QVERIFY(!written);
        QCOMPARE(written.error().code, Errc::BadSettings);
    }
    QCOMPARE(this->text(), text);
}

void TestSettings::unknownKeysAreKept()
{
    put("theme = \"dark\"\n[mail]\nsignature = \"Yours\"\nown_addresses = [\"old@x\"]\n[other]\nn = 7\n");

    QVERIFY(writeOwnAddresses(m_folder->path(), {QStringLiteral("new@x")}));

    for (const char *kept : {"dark", "signature", "Yours", "[other]", "n = 7", "new@x"}) {
        QVERIFY2(text().contains(kept), kept);
    }
    QVERIFY(!text().contains("old@x"));
}

void TestSettings::failedWriteLeavesTheFile()
{
    const QString missing = m_folder->filePath(QStringLiteral("no/such"));

    const auto written = writeOwnAddresses(missing, {QStringLiteral("a@b")});

    QVERIFY(!written);
    QCOMPARE(written.error().code, Errc::ReadOnly);
}

void TestSettings::preferencesComeBackAsTheyWereSet()
{
    Preferences set;
    set.colorMode = ColorMode::Dark;
    set.language = QStringLiteral("ru");
    set.density = Density::Compact;
    set.textSize = 150;
    set.undoWindow = std::chrono::seconds(0);
    set.hasLetterKeys = false;
    set.shortcuts = {{QStringLiteral("go.next"), {QStringLiteral("Ctrl+J"), QStringLiteral("F7")}},
                     {QStringLiteral("app.quit"), {}}};
    set.notifies = false;
    set.showsTexts = false;
    set.quietHours = {.isOn = true, .from = QTime(20, 30), .until = QTime(7, 15)};
    set.promiseLead = std::chrono::minutes(45);
    set.hasTray = true;
    set.workingHours.week = {};
    set.workingHours.week[1] = *dayHoursFrom(u"09:00-13:00, 14:00-24:00");
    set.workingHours.specialDays
        = {*specialDayFrom(u"01-01"), *specialDayFrom(u"2026-11-07 09:00-12:00, 13:00-16:00")};
    set.workingHours.timeZone = "Asia/Kolkata";
    set.workingHours.holidayRegion = QStringLiteral("atlantis"); // kept, though nobody knows its days
    set.workingHours.target = {.amount = 3, .unit = ResponseTarget::Unit::Hours};

    QVERIFY(writePreferences(m_folder->path(), set));
    QVERIFY(writeOwnAddresses(m_folder->path(), {QStringLiteral("me@x")}));

    const auto read = readSettings(m_folder->path());
    QVERIFY(read);
    QCOMPARE(read->preferences, set);
    set.shortcuts.clear();
    QVERIFY(writePreferences(m_folder->path(), set));
    QCOMPARE(readSettings(m_folder->path())->preferences, set);
    QCOMPARE(readSettings(m_folder->path())->ownAddresses, QStringList{QStringLiteral("me@x")});
}

void TestSettings::aCountryComesWithItsHolidays()
{
    put("[working_hours]\npublic_holidays = \"ru_ru\"\n");

    const auto read = readSettings(m_folder->path());

    QVERIFY(read);
    QVERIFY(read->preferences.workingHours.holidays.size() > 20);
    QVERIFY(writePreferences(m_folder->path(), read->preferences));
    QCOMPARE(readSettings(m_folder->path())->preferences, read->preferences);
    QVERIFY(text().contains("ru_ru") && text().count("public_holidays") == 1);
    put("[working_hours]\npublic_holidays = 7\n");
    QVERIFY(!readSettings(m_folder->path()));
}

void TestSettings::numbersBeyondTheirBoundsAreBroughtBack()
{
    put("[looks]\ntext_size = 99999999999\nlanguage = \"tlh\"\n[sending]\nundo_window = -5\n"
        "[notifications]\npromise_lead = 100000\n"
        "[working_hours]\nanswer_within = -3\ntuesday = [\"10-12\"]\n");

    const auto read = readSettings(m_folder->path());

    QVERIFY(read);
    QCOMPARE(read->preferences.textSize, Preferences::largestText);
    QCOMPARE(read->preferences.undoWindow, std::chrono::seconds(0));
    QCOMPARE(read->preferences.promiseLead, Preferences::longestLead);
    QCOMPARE(read->preferences.language, QString());
    QCOMPARE(read->preferences.workingHours.target.amount, 0);
    QCOMPARE(toText(read->preferences.workingHours.week[1]), QStringLiteral("10:00-12:00"));
    QCOMPARE(read->preferences.workingHours.week[2], WorkingHours::usualWeek()[2]);
}

void TestSettings::aBrokenFileIsKeptWhenANewOneBegins()
{
    const QByteArray broken = "[looks\n";
    put(broken);

    QVERIFY(setAsideBrokenSettings(m_folder->path()));
    QVERIFY(writePreferences(m_folder->path(), {}));

    QVERIFY(readSettings(m_folder->path()));
    QFile copy(m_folder->filePath(QStringLiteral("settings.toml.broken-1")));
    QVERIFY(copy.open(QIODevice::ReadOnly));
    QCOMPARE(copy.readAll(), broken);
}

void TestSettings::quietHoursMayGoOverMidnight()
{
    const QuietHours night{.isOn = true, .from = QTime(22, 0), .until = QTime(8, 0)};
    QVERIFY(night.holds(QTime(22, 0)) && night.holds(QTime(0, 0)) && night.holds(QTime(7, 59)));
    QVERIFY(!night.holds(QTime(8, 0)) && !night.holds(QTime(21, 59)));

    const QuietHours noon{.isOn = true, .from = QTime(12, 0), .until = QTime(13, 0)};
    QVERIFY(noon.holds(QTime(12, 30)) && !noon.holds(QTime(13, 0)) && !noon.holds(QTime(11, 0)));
    QVERIFY(!QuietHours{}.holds(QTime(23, 0)));
}

QTEST_GUILESS_MAIN(TestSettings)
#include "tst_settings.moc"
