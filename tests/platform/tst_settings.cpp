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

    QVERIFY(writeSettings(m_folder->path(), {.ownAddresses = addresses}));

    QCOMPARE(readSettings(m_folder->path()), Settings{.ownAddresses = addresses});
}

void TestSettings::badFileIsReportedAndUntouched_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("isToml");
    QTest::addRow("not TOML") << QByteArray("[mail\nown_addresses = ") << false;
    QTest::addRow("not UTF-8") << QByteArray("name = \"\xff\xfe\"\n") << false;
    QTest::addRow("deep") << QByteArray("a = ") + QByteArray(5000, '[') << false;
    QTest::addRow("a text for a list") << QByteArray("[mail]\nown_addresses = \"me@x\"\n") << true;
    QTest::addRow("a number in the list") << QByteArray("[mail]\nown_addresses = [\"me@x\", 7]\n") << true;
}

void TestSettings::badFileIsReportedAndUntouched()
{
    QFETCH(const QByteArray, text);
    QFETCH(const bool, isToml);
    put(text);

    const auto read = readSettings(m_folder->path());

    QVERIFY(!read);
    QCOMPARE(read.error().code, Errc::BadSettings);
    if (!isToml) {
        const auto written = writeSettings(m_folder->path(), {.ownAddresses = {QStringLiteral("a@b")}});
        QVERIFY(!written);
        QCOMPARE(written.error().code, Errc::BadSettings);
    }
    QCOMPARE(this->text(), text);
}

void TestSettings::unknownKeysAreKept()
{
    put("theme = \"dark\"\n[mail]\nsignature = \"Yours\"\nown_addresses = [\"old@x\"]\n[other]\nn = 7\n");

    QVERIFY(writeSettings(m_folder->path(), {.ownAddresses = {QStringLiteral("new@x")}}));

    for (const char *kept : {"dark", "signature", "Yours", "[other]", "n = 7", "new@x"}) {
        QVERIFY2(text().contains(kept), kept);
    }
    QVERIFY(!text().contains("old@x"));
}

void TestSettings::failedWriteLeavesTheFile()
{
    const QString missing = m_folder->filePath(QStringLiteral("no/such"));

    const auto written = writeSettings(missing, {.ownAddresses = {QStringLiteral("a@b")}});

    QVERIFY(!written);
    QCOMPARE(written.error().code, Errc::ReadOnly);
}

QTEST_GUILESS_MAIN(TestSettings)
#include "tst_settings.moc"
