// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/journeys/programs.h"

#include <QDir>
#include <QImage>
#include <QSet>
#include <QTemporaryDir>

using namespace aside::test;
using namespace Qt::StringLiterals;

namespace {

const QString screen = u"inbox-open"_s;

Ended takeShots(const QString &directory, const QString &scale)
{
    return Child(QStringLiteral(ASIDE_BIN), {u"--shots"_s, directory, u"--only"_s, screen},
                 {{u"QT_SCALE_FACTOR"_s, scale}})
        .end();
}

QImage shot(const QTemporaryDir &directory, const QString &look, int percent)
{
    return QImage(directory.filePath(u"%1-%2-%3.png"_s.arg(screen, look).arg(percent)));
}

qsizetype colours(const QImage &image)
{
    QSet<QRgb> seen;
    for (int y = 0; y < image.height(); y += 2) {
        for (int x = 0; x < image.width(); x += 2) {
            seen.insert(image.pixel(x, y));
        }
    }
    return seen.size();
}

} // namespace

class TestShots : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyLookOfAScreenIsTaken_data();
    void everyLookOfAScreenIsTaken();
    void theIndexPageShowsEveryScreen();
    void whatCannotBeWrittenIsAnError();
};

void TestShots::everyLookOfAScreenIsTaken_data()
{
    QTest::addColumn<QString>("scale");
    QTest::addColumn<int>("percent");
    QTest::newRow("as it is") << u"1"_s << 100;
    QTest::newRow("larger") << u"1.5"_s << 150;
}

void TestShots::everyLookOfAScreenIsTaken()
{
    QFETCH(const QString, scale);
    QFETCH(const int, percent);
    QTemporaryDir directory;

    const Ended ended = takeShots(directory.path(), scale);

    QVERIFY2(ended.exitCode == 0, ended.words().constData());
    QList<QImage> looks;
    for (const QString &look : {u"light-en"_s, u"light-ru"_s, u"dark-en"_s, u"dark-ru"_s}) {
        const QImage image = shot(directory, look, percent);
        QCOMPARE(image.size(), QSize(1280, 800) * percent / 100);
        QVERIFY2(colours(image) > 200, qPrintable(look)); // an empty window has a dozen
        QVERIFY(!looks.contains(image));
        looks.append(image);
    }
    QVERIFY(looks.at(0).pixelColor(3, 300).lightness() > looks.at(2).pixelColor(3, 300).lightness());
    QCOMPARE(QDir(directory.path()).entryList({u"*.png"_s}).size(), 4);
}

void TestShots::theIndexPageShowsEveryScreen()
{
    QTemporaryDir directory;

    const Ended ended = takeShots(directory.path(), u"1"_s);

    QCOMPARE(ended.exitCode, 0);
    const QByteArray page = readFile(directory.filePath(u"index.html"_s));
    for (const char *name : {"inbox-open-light-en-100.png", "inbox-open-dark-ru-150.png",
                             "outbox-waiting-light-ru-100.png", "thread-long-dark-en-100.png"}) {
        QVERIFY2(page.contains(QByteArray("<a href=\"") + name), name);
    }
}

void TestShots::whatCannotBeWrittenIsAnError()
{
    QTemporaryDir directory;
    QVERIFY(writeFile(directory.filePath(u"file"_s), "in the way"));

    const Ended ended = takeShots(directory.filePath(u"file/shots"_s), u"1"_s);

    QCOMPARE(ended.exitCode, 1);
}

QTEST_GUILESS_MAIN(TestShots)
#include "tst_shots.moc"
