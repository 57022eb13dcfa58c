// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/common/foldertroubletext.h"

#include <QTest>

using namespace aside;
using namespace Qt::StringLiterals;

class TestFolderTroubleText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void itSaysHowManyWhereAndWhatBecomesOfThem_data()
    {
        QTest::addColumn<qint64>("unread");
        QTest::addColumn<std::optional<Errc>>("fault");
        QTest::addColumn<QString>("begins");
        QTest::addRow("letters") << qint64{2} << std::optional<Errc>()
                                 << u"2 letter(s) in the folder “Old %1” cannot be read."_s;
        QTest::addRow("gone") << qint64{0} << std::optional(Errc::NotFound)
                              << u"The folder “Old %1” is not at the server."_s;
        QTest::addRow("refused") << qint64{0} << std::optional(Errc::ServerRefused)
                                 << u"The folder “Old %1” could not be fetched and is tried again: The "_s;
    }
    void itSaysHowManyWhereAndWhatBecomesOfThem()
    {
        QFETCH(const qint64, unread);
        QFETCH(const std::optional<Errc>, fault);
        QFETCH(const QString, begins);
        const QString folder = u"Old %1"_s; // foreign text
        const QString said = folderTroubleText({.folder = folder, .unread = unread, .fault = fault}, folder);
        QVERIFY2(said.startsWith(begins), qPrintable(said));
    }
};

QTEST_GUILESS_MAIN(TestFolderTroubleText)
#include "tst_foldertroubletext.moc"
