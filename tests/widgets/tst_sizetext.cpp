// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/common/sizetext.h"

#include <QCoreApplication>
#include <QLocale>
#include <QTest>
#include <QTranslator>

using namespace aside;
using namespace Qt::StringLiterals;

class TestSizeText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { QLocale::setDefault(QLocale::c()); }

    void aSizeIsSaidInTheLanguage_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<qint64>("bytes");
        QTest::addColumn<QString>("words");
        QTest::addRow("en one") << u"en"_s << qint64(1) << u"1 byte"_s;
        QTest::addRow("en none") << u"en"_s << qint64(0) << u"0 bytes"_s;
        QTest::addRow("en under a kilobyte") << u"en"_s << qint64(999) << u"999 bytes"_s;
        QTest::addRow("en kilobytes") << u"en"_s << qint64(2'160) << u"2.2 kB"_s;
        QTest::addRow("en megabytes") << u"en"_s << qint64(73'400'320) << u"73.4 MB"_s;
        QTest::addRow("en huge") << u"en"_s << qint64(10'000'000'000) << u"10.0 GB"_s;
        QTest::addRow("ru one") << u"ru"_s << qint64(21) << u"21 байт"_s;
        QTest::addRow("ru few") << u"ru"_s << qint64(334) << u"334 байта"_s;
        QTest::addRow("ru many") << u"ru"_s << qint64(149) << u"149 байт"_s;
        QTest::addRow("ru megabytes") << u"ru"_s << qint64(73'400'320) << u"73,4 МБ"_s;
    }
    void aSizeIsSaidInTheLanguage()
    {
        QFETCH(const QString, language);
        QFETCH(const qint64, bytes);
        QFETCH(const QString, words);
        QTranslator translator;
        QVERIFY(translator.load(u":/aside/i18n/aside_"_s + language));
        QVERIFY(QCoreApplication::installTranslator(&translator));
        QLocale::setDefault(QLocale(language));

        QCOMPARE(sizeText(bytes).replace(QChar(0xa0), u' '), words);
    }
};

QTEST_MAIN(TestSizeText)
#include "tst_sizetext.moc"
