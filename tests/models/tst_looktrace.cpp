// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/domain/sendoutcome.h"

#include <QTest>

using namespace aside;
using namespace Qt::StringLiterals;

class TestLookTrace : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void whatIsKeptIsWhatWasMeant_data()
    {
        QTest::addColumn<LookKind>("look");
        QTest::addColumn<QString>("words");
        QTest::addColumn<QString>("text");
        QTest::addRow("words") << LookKind::Other << u"404 of 404"_s << u"404 of 404"_s;
        QTest::addRow("nothing") << LookKind::Other << QString() << QString();
        QTest::addRow("folders") << LookKind::SentFolders << u"Sent, All\nMail"_s
                                 << u"sent-folders\nSent, All\nMail"_s;
        QTest::addRow("no folder") << LookKind::NoSentFolder << QString() << u"no-sent-folder\n"_s;
        QTest::addRow("late") << LookKind::LateAnswer << u"250 OK"_s << u"late-answer\n250 OK"_s;
    }
    void whatIsKeptIsWhatWasMeant()
    {
        QFETCH(const LookKind, look);
        QFETCH(const QString, words);
        QFETCH(const QString, text);
        const LookTrace trace{.look = look, .words = words};
        QCOMPARE(trace.toText(), text);
        QCOMPARE(LookTrace::parse(text), trace);
    }

    void aTextOfAnEarlierVersionIsForeignText_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addRow("a folder") << u"Sent"_s;
        QTest::addRow("a folder of the same name") << u"sent-folders"_s;
        QTest::addRow("several") << u"sent-folders, Sent"_s;
        QTest::addRow("a later name") << u"asked-a-friend\nBoris"_s;
    }
    void aTextOfAnEarlierVersionIsForeignText()
    {
        QFETCH(const QString, text);
        QCOMPARE(LookTrace::parse(text), (LookTrace{.look = LookKind::Other, .words = text}));
    }
};

QTEST_GUILESS_MAIN(TestLookTrace)
#include "tst_looktrace.moc"
