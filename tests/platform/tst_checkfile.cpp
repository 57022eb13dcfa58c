// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/platform/checkfile.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace aside;
using namespace Qt::StringLiterals;

class TestCheckFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void aMissingFileIsAsDelivered();
    void whatIsWrittenIsRead();
    void aHandWrittenFileIsRead();
    void theMostSpecialAccountCounts();
    void unknownKeysAreKept();
    void anAccountCanBeTakenBack();
    void aBrokenFileNamesItsLineAndIsUntouched_data();
    void aBrokenFileNamesItsLineAndIsUntouched();
    void aFailedWriteIsTold();

private:
    void put(const QByteArray &text) const;
    QByteArray text() const;
    QString folder() const { return m_folder->path(); }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestCheckFile::init()
{
    QTest::failOnWarning();
    m_folder = std::make_unique<QTemporaryDir>();
}

void TestCheckFile::put(const QByteArray &text) const
{
    QFile file(m_folder->filePath(u"check.toml"_s));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(text) == text.size());
}

QByteArray TestCheckFile::text() const
{
    QFile file(m_folder->filePath(u"check.toml"_s));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void TestCheckFile::aMissingFileIsAsDelivered()
{
    QCOMPARE(readCheckFile(folder()), CheckProfile{});
}

void TestCheckFile::whatIsWrittenIsRead()
{
    CheckProfile profile;
    profile.account = {.name = u"@north"_s,
                       .companyNames = {u"Лавка \"Север\""_s, u"North"_s},
                       .hosts = {u"north.example"_s},
                       .region = u"GB"_s};
    profile.names = {{Channel::Vk, u"Лавка"_s}};
    profile.unofficial = {Channel::Reviews};
    profile.writeTo = {{Channel::Telegram, u"northlane_bot"_s}};
    profile.marked = {Channel::Vk, Channel::X};
    profile.operatorName = u"Анна"_s;
    profile.operatorMark = u"^АБ"_s;
    profile.teamFolder = u"/srv/team"_s;
    profile.settings.leastSubstance = 0.25;
    profile.settings.mostApproaches = 3;
    profile.settings.levels = {{u"clutter.promo@vk/public"_s, std::nullopt},
                               {u"clutter.promo"_s, Severity::Stop},
                               {u"tone.shouting@private"_s, Severity::Hint}};

    QVERIFY(writeCheckFile(folder(), profile));

    QCOMPARE(readCheckFile(folder()), profile);
}

void TestCheckFile::aHandWrittenFileIsRead()
{
    put("[company]\nnames = [\"North\"]\n[team]\nfolder = \"../team\"\n[check]\nsubstance = 1\n"
        "[accounts.vk]\nofficial = false\n[levels]\n\"clutter.promo@vk/public\" = \"off\"\n"
        "\"clutter.promo@vk\" = \"hint\"\n\"clutter.promo@public\" = \"stop\"\n\"clutter.promo\" = "
        "\"ask\"\n");

    const auto read = readCheckFile(folder());

    QVERIFY2(read, qPrintable(read ? QString() : read.error().detail));
    QCOMPARE(read->account.companyNames, QStringList(u"North"_s));
    QCOMPARE(read->account.region, u"RU"_s);
    QCOMPARE(read->teamFolder, QFileInfo(folder()).absolutePath() + u"/team"_s);
    QCOMPARE(read->settings.leastSubstance, 1.0);
    QCOMPARE(read->settings.levels.size(), 4);
    QCOMPARE(read->settings.levels.value(u"clutter.promo@vk/public"_s, Severity::Stop), std::nullopt);
    QVERIFY(read->unofficial.contains(Channel::Vk));
    // Written back, the folder stays as the person wrote it.
    QVERIFY(writeCheckFile(folder(), *read));
    QVERIFY(text().contains("'../team'") || text().contains("\"../team\""));
    QCOMPARE(readCheckFile(folder()), read);
}

void TestCheckFile::theMostSpecialAccountCounts()
{
    put("[company]\nname = \"@north\"\n[accounts.vk]\nname = \"Лавка\"\nhelper_mark = true\n");

    const auto read = readCheckFile(folder());

    QVERIFY(read);
    QCOMPARE(read->accountOn(Channel::Vk).name, u"Лавка"_s);
    QVERIFY(read->accountOn(Channel::Vk).wantsHelperMark);
    QCOMPARE(read->accountOn(Channel::X).name, u"@north"_s);
    QVERIFY(!read->accountOn(Channel::X).wantsHelperMark);
}

void TestCheckFile::unknownKeysAreKept()
{
    put("later = 1\n[company]\nmotto = \"x\"\n[accounts.vk]\nid = 7\n");

    QVERIFY(writeCheckFile(folder(), {}));

    QVERIFY(text().contains("later"));
    QVERIFY(text().contains("motto"));
    QVERIFY(text().contains("id = 7"));
}

void TestCheckFile::anAccountCanBeTakenBack()
{
    CheckProfile profile;
    profile.names = {{Channel::Vk, u"Лавка"_s}};
    profile.marked = {Channel::Vk};
    profile.settings.levels = {{u"clutter.promo"_s, std::nullopt}};
    QVERIFY(writeCheckFile(folder(), profile));

    QVERIFY(writeCheckFile(folder(), {}));

    QCOMPARE(readCheckFile(folder()), CheckProfile{});
}

void TestCheckFile::aBrokenFileNamesItsLineAndIsUntouched_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("line");
    const auto row = [](const char *name, const char *text, int line) {
        QTest::newRow(name) << QByteArray(text) << line;
    };
    row("no TOML", "[company\n", 1);
    row("invalid UTF-8", "[company]\nname = \"\xff\"\n", 2);
    row("a table that is none", "\ncompany = 1\n", 2);
    row("a text that is none", "[company]\nname = 1\n", 2);
    row("a list that is none", "[company]\nhosts = \"north.example\"\n", 2);
    row("a list of something else", "[company]\nhosts = [\n1]\n", 3);
    row("no region", "[company]\nregion = \"Russia\"\n", 2);
    row("no channel", "[accounts.pigeon]\nname = \"x\"\n", 1);
    row("an account that is none", "[accounts]\nvk = true\n", 2);
    row("no answer", "[accounts.vk]\nofficial = \"yes\"\n", 2);
    row("too much substance", "[check]\nsubstance = 50\n", 2);
    row("no number", "[check]\nsubstance = nan\n", 2);
    row("a word for a number", "[check]\nsubstance = \"half\"\n", 2);
    row("approaches below nothing", "[check]\napproaches = -1\n", 2);
    row("approaches without end", "[check]\napproaches = 4294967297\n", 2);
    row("no level", "[levels]\n\"clutter.promo\" = \"loud\"\n", 2);
    row("a level that is no word", "[levels]\n\"clutter.promo\" = 1\n", 2);
    row("a level nowhere", "[levels]\n\"clutter.promo@pigeon\" = \"off\"\n", 2);
    row("a level for nobody", "[levels]\n\"clutter.promo@vk/all\" = \"off\"\n", 2);
    row("a level for no rule", "[levels]\n\"@vk\" = \"off\"\n", 2);
}

void TestCheckFile::aBrokenFileNamesItsLineAndIsUntouched()
{
    QFETCH(const QByteArray, text);
    QFETCH(const int, line);
    put(text);

    const auto read = readCheckFile(folder());
    const auto written = writeCheckFile(folder(), {});

    QVERIFY(!read);
    QCOMPARE(read.error().code, Errc::BadSettings);
    QVERIFY2(read.error().detail.startsWith(u"line %1: "_s.arg(line)), qPrintable(read.error().detail));
    QVERIFY(!written);
    QCOMPARE(written.error().code, Errc::BadSettings);
    QCOMPARE(this->text(), text);
}

void TestCheckFile::aFailedWriteIsTold()
{
    const auto written = writeCheckFile(m_folder->filePath(u"nowhere"_s), {});

    QVERIFY(!written);
    QCOMPARE(written.error().code, Errc::ReadOnly);
}

QTEST_GUILESS_MAIN(TestCheckFile)
#include "tst_checkfile.moc"
