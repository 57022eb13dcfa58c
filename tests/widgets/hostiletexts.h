// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QList>
#include <QString>

namespace aside::test {

/// HTML and text that was written to break something, with a name each.
struct HostileText {
    QByteArray name;
    QString text;
};

inline QByteArray sharedFile(const QString &path)
{
    QFile file(QStringLiteral(SHARED_DIR "/data/") + path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// The cases that froze or killed Qt's rich text when they reached it raw.
inline QList<HostileText> layoutBombs()
{
    const auto nested = [](const QString &open, const QString &close, int times) {
        return open.repeated(times) + QStringLiteral("x") + close.repeated(times);
    };
    const QString table = QStringLiteral("<table><tr><td>");
    const QString tableEnd = QStringLiteral("</td></tr></table>");
    QList<HostileText> bombs;
    for (const int depth : {5, 8, 18, 50, 80, 5'000}) {
        bombs.append({"tables " + QByteArray::number(depth), nested(table, tableEnd, depth)});
    }
    const QString wide = QStringLiteral("<table><tr><td>a</td><td>");
    bombs.append({"tables side by side", nested(wide, tableEnd, 60)});
    bombs.append({"divs", nested(QStringLiteral("<div>"), QStringLiteral("</div>"), 10'000)});
    bombs.append({"quotes in quotes",
                  nested(QStringLiteral("<blockquote>q"), QStringLiteral("</blockquote>"), 20'000)});
    bombs.append({"quotes", QStringLiteral("<blockquote>q</blockquote>").repeated(20'000)});
    bombs.append({"rows", table + QStringLiteral("<tr><td>1</td><td>2</td></tr>").repeated(10'000)});
    bombs.append(
        {"rows within limits",
         QStringLiteral("<table>") + QStringLiteral("<tr><td>1</td><td>2 words</td></tr>").repeated(240)});
    bombs.append({"paragraphs within limits",
                  QStringLiteral("<p>some words of a letter, not few</p>").repeated(1'400)});
    bombs.append({"word", QString(200'000, u'a')});
    bombs.append({"word within limits", QString(59'000, u'a')});
    bombs.append({"rules",
                  QStringLiteral("<style>") + QStringLiteral(".a{color:red}").repeated(5'000)
                      + QStringLiteral("</style>") + QStringLiteral("<p class=a>x</p>").repeated(1'000)});
    bombs.append({"turned", QStringLiteral("&#x202e;&lt;").repeated(50'000)});
    bombs.append({"isolated", QStringLiteral("&#x2067;&lt;\u05d0").repeated(19'000)});
    bombs.append({"marks", QStringLiteral("a") + QString(1'000'000, QChar(0x0301))});
    bombs.append({"marks on each", (QStringLiteral("a") + QString(8, QChar(0x0301))).repeated(6'000)});
    bombs.append({"attributes", QStringLiteral("<p ") + [] {
                      QString all;
                      for (int i = 0; i < 100'000; ++i) {
                          all += QStringLiteral("a%1 ").arg(i);
                      }
                      return all;
                  }() + QStringLiteral(">x")});
    bombs.append(
        {"closing tags", QStringLiteral("<b>").repeated(300) + QStringLiteral("</i>").repeated(100'000)});
    bombs.append({"comments", QStringLiteral("<!--").repeated(100'000)});
    bombs.append({"angles", QString(300'000, u'<')});
    bombs.append({"entities", QStringLiteral("&").repeated(300'000)});
    bombs.append({"links", QStringLiteral("<a href=https://a.example/x>l</a> ").repeated(2'900)});
    bombs.append({"styles", QStringLiteral("<b>x</b><i>y</i>").repeated(2'900)});
    bombs.append({"pictures", QStringLiteral("<img src=cid:a>").repeated(60)});
    bombs.append({"lists", nested(QStringLiteral("<ul><li>x"), QStringLiteral("</li></ul>"), 150)});
    bombs.append({"items", QStringLiteral("<ul>") + QStringLiteral("<li>x y z</li>").repeated(1'400)});
    bombs.append({"five megabytes", QStringLiteral("<p>word ").repeated(600'000)});
    return bombs;
}

/// Lines and files of the collections in the shared data; nothing where they are not here.
inline QList<HostileText> collectedHtml()
{
    QList<HostileText> texts;
    int line = 0;
    for (const QByteArray &each :
         sharedFile(QStringLiteral("html/xss-payloads/Intruder/xss-payload-list.txt")).split('\n')) {
        texts.append({"payload " + QByteArray::number(++line), QString::fromUtf8(each)});
    }
    line = 0;
    for (const QByteArray &each :
         sharedFile(QStringLiteral("html/xss-owasp/cheatsheets/XSS_Filter_Evasion_Cheat_Sheet.md"))
             .split('\n')) {
        texts.append({"evasion " + QByteArray::number(++line), QString::fromUtf8(each)});
    }
    const QString java = QStringLiteral("html/xss-owasp-java/owasp-java-html-sanitizer/src/test/resources/");
    for (const QString &name : {QStringLiteral("benchmark-data/Yahoo!.html"),
                                QStringLiteral("org/owasp/html/htmllexerinput1.html")}) {
        texts.append({name.toUtf8(), QString::fromUtf8(sharedFile(java + name))});
    }
    for (const char *name : {"domjs", "entities", "test1", "test2", "test3", "test4", "unicodeChars"}) {
        const QByteArray file = sharedFile(
            QStringLiteral("html/html5lib-tokenizer/tokenizer/%1.test").arg(QLatin1StringView(name)));
        for (const QJsonValue &each : QJsonDocument::fromJson(file)[QStringLiteral("tests")].toArray()) {
            texts.append({QByteArray(name) + ' ' + each[QStringLiteral("description")].toString().toUtf8(),
                          each[QStringLiteral("input")].toString()});
        }
    }
    return texts;
}

inline QList<HostileText> naughtyStrings()
{
    QList<HostileText> texts;
    int number = 0;
    for (const QJsonValue &each :
         QJsonDocument::fromJson(sharedFile(QStringLiteral("text/naughty-strings/blns.json"))).array()) {
        texts.append({"naughty " + QByteArray::number(++number), each.toString()});
    }
    return texts;
}

} // namespace aside::test
