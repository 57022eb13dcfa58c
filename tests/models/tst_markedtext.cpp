// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/text/markedtext.h"

#include <QRandomGenerator>
#include <QTest>

namespace aside {

using namespace Qt::StringLiterals;

namespace {

/// "bold:words", with the target behind it.
QStringList marksOf(const MarkedText &marked)
{
    static const QStringList names{u"bold"_s, u"italic"_s, u"struck"_s, u"code"_s, u"block"_s, u"link"_s};
    QStringList all;
    for (const TextMark &mark : marked.marks) {
        const QString words = marked.text.sliced(mark.range.start, mark.range.length);
        const QString target = mark.target.isEmpty() ? QString() : u'>' + mark.target;
        all.append(names.at(static_cast<int>(mark.kind)) + u':' + words + target);
    }
    return all;
}

} // namespace

class TestMarkedText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void signsAreRead_data();
    void signsAreRead();
    void whatIsReadIsWrittenAgain();
    void thereIsALimit();
    void longLinesTakeNoTime();
};

void TestMarkedText::signsAreRead_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("marks");
    const auto row
        = [](const char *name, const QString &typed, const QString &text, const QStringList &marks) {
              QTest::newRow(name) << typed << text << marks;
          };
    const auto stays = [&](const char *name, const QString &typed) {
        row(name, typed, typed, {});
    };

    row("bold", u"It is **free**."_s, u"It is free."_s, {u"bold:free"_s});
    row("all", u"**a** __b__ ~~c~~ `d` [e](https://f.example)"_s, u"a b c d e"_s,
        {u"bold:a"_s, u"italic:b"_s, u"struck:c"_s, u"code:d"_s, u"link:e>https://f.example"_s});
    row("nested", u"**see __this__ now**"_s, u"see this now"_s, {u"bold:see this now"_s, u"italic:this"_s});
    row("the same words", u"**__x__**"_s, u"x"_s, {u"bold:x"_s, u"italic:x"_s});
    row("a link in bold", u"**[x](https://f.example)**"_s, u"x"_s,
        {u"bold:x"_s, u"link:x>https://f.example"_s});
    row("code is left alone", u"`**x** __init__`"_s, u"**x** __init__"_s, {u"code:**x** __init__"_s});
    row("a block", u"Type:\n```\na b\n**c**\n```\nDone"_s, u"Type:\na b\n**c**\nDone"_s,
        {u"block:a b\n**c**"_s});
    row("beside an emoji", u"👍**да**👍"_s, u"👍да👍"_s, {u"bold:да"_s});
    row("a phone", u"**+7 999**"_s, u"+7 999"_s, {u"bold:+7 999"_s});
    stays("alone", u"2 ** 3, a __ b, ~~ x"_s);
    stays("blanks inside", u"** a ** and __ b__ and ` c`"_s);
    stays("two lines", u"**a\nb**"_s);
    stays("in words", u"snake__case__name a**b**c"_s);
    stays("in an address", u"https://f.example/__a__/**b** and @some__name__"_s);
    stays("no partner", u"**a"_s);
    stays("nothing inside", u"**** ____ `` []() [](https://f.example)"_s);
    stays("no web address", u"[a](javascript:alert(1)) [b](/c) [d](mailto:e@f.example)"_s);
    stays("many ticks", u"``a``"_s);
    stays("a block without an end", u"```\na"_s);
    stays("nothing", QString());
}

void TestMarkedText::signsAreRead()
{
    QFETCH(const QString, typed);
    QFETCH(const QString, text);
    QFETCH(const QStringList, marks);

    const MarkedText marked = readMarks(typed);

    QCOMPARE(marked.text, text);
    QCOMPARE(marksOf(marked), marks);
    QCOMPARE(withSigns(marked), typed);
}

void TestMarkedText::whatIsReadIsWrittenAgain()
{
    static const QStringList pieces{u"**"_s,
                                    u"__"_s,
                                    u"~~"_s,
                                    u"`"_s,
                                    u"```"_s,
                                    u"\n"_s,
                                    u"["_s,
                                    u"]("_s,
                                    u")"_s,
                                    u"https://f.example"_s,
                                    u" "_s,
                                    u"a"_s,
                                    u"да"_s,
                                    u"👍"_s,
                                    u"1"_s,
                                    u"."_s,
                                    u"*"_s,
                                    u"_"_s,
                                    QString(QChar(0xD83D))};
    QRandomGenerator random(20);
    int marks = 0;
    for (int round = 0; round < 20'000; ++round) {
        QString typed;
        for (int at = random.bounded(1, 30); at > 0; --at) {
            typed += pieces.at(random.bounded(pieces.size()));
        }

        const MarkedText marked = readMarks(typed);

        QCOMPARE(withSigns(marked), typed);
        for (const TextMark &mark : marked.marks) {
            QVERIFY(mark.range.length > 0 && mark.range.end() <= marked.text.size());
        }
        marks += static_cast<int>(marked.marks.size());
    }
    QVERIFY(marks > 1'000); // the test would say little else
}

void TestMarkedText::thereIsALimit()
{
    const QString typed = u"**a** "_s.repeated(150);

    const MarkedText marked = readMarks(typed);

    QCOMPARE(marked.marks.size(), 100);
    QVERIFY(marked.text.endsWith(u"**a** "));
    QCOMPARE(withSigns(marked), typed);
    QCOMPARE(readMarks(typed, 3).marks.size(), 3);
}

void TestMarkedText::longLinesTakeNoTime()
{
    const QString typed = u"**a `b __c ~~d [e]( "_s.repeated(5'000); // a hundred thousand letters

    const MarkedText marked = readMarks(typed);

    QCOMPARE(withSigns(marked), typed);
}

} // namespace aside

QTEST_GUILESS_MAIN(aside::TestMarkedText)
#include "tst_markedtext.moc"
