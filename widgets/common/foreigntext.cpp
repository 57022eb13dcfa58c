// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/common/foreigntext.h"

#include <QGuiApplication>
#include <QLabel>

#include <algorithm>

namespace aside {

namespace {

constexpr qsizetype longestWord = 1'000;
constexpr int mostMarks = 8; ///< on one letter: a thousand of them take seconds to lay out
constexpr QChar ellipsis(0x2026);
constexpr QChar softBreak(0x200b);
constexpr QChar isolate(0x2068);
constexpr QChar isolateEnd(0x2069);

/// Marks that turn the words around them, and characters that nobody sees. U+200D stays: it joins emoji and
/// the letters of several scripts.
bool isHidden(char16_t c)
{
    return c == 0x00ad || c == 0x034f || c == 0x061c || c == 0x115f || c == 0x1160 || c == 0x180e
        || c == 0x200b || c == 0x200c || c == 0x200e || c == 0x200f || (c >= 0x202a && c <= 0x202e)
        || (c >= 0x2060 && c <= 0x206f) || c == 0x3164 || c == 0xfeff || c == 0xffa0
        || (c >= 0xfff9 && c <= 0xfffb);
}

/// Marks that make the words after them run the other way, or stand in for others.
bool turns(char16_t c)
{
    return (c >= 0x202a && c <= 0x202e) || c == 0xfffc || (c >= 0xfff9 && c <= 0xfffb);
}

bool isControl(QChar c)
{
    return c.category() == QChar::Other_Control;
}

bool runsLeftwards(QChar c)
{
    return c.direction() == QChar::DirR || c.direction() == QChar::DirAL;
}

/// A newline, or what stood for it elsewhere: a lone carriage return, the separators of Unicode.
bool isLineEnd(QStringView text, qsizetype at)
{
    const QChar c = text.at(at);
    if (c == u'\r') {
        return at + 1 >= text.size() || text.at(at + 1) != u'\n';
    }
    return c == u'\n' || c == QChar(QChar::ParagraphSeparator) || c == QChar(QChar::LineSeparator);
}

/// Cuts without leaving half a character.
QStringView cut(QStringView text, qsizetype most)
{
    if (text.size() <= most) {
        return text;
    }
    const bool splitsPair = most > 0 && text.at(most - 1).isHighSurrogate();
    return text.first(splitsPair ? most - 1 : most);
}

/// Half a pair or nothing that may be written: "replacement character".
QChar whole(QStringView text, qsizetype at)
{
    const QChar c = text.at(at);
    const bool isLost = (c.isHighSurrogate() && (at + 1 >= text.size() || !text.at(at + 1).isLowSurrogate()))
        || (c.isLowSurrogate() && (at == 0 || !text.at(at - 1).isHighSurrogate()));
    return isLost ? QChar(QChar::ReplacementCharacter) : c;
}

} // namespace

QString oneLine(const QString &foreign, qsizetype most)
{
    // No more is read than could be shown, whatever somebody sent.
    const QStringView source = cut(foreign, qMax<qsizetype>(most, 0) * 8);
    QString result;
    result.reserve(qMin(most, source.size()) + 1);
    bool isSpaced = true; // none at the beginning
    for (qsizetype i = 0; i < source.size() && result.size() <= most; ++i) {
        const QChar c = source.at(i);
        if (isHidden(c.unicode())) {
            continue;
        }
        const bool isSpace = c.isSpace() || isControl(c);
        if (!isSpace) {
            result += whole(source, i);
        } else if (!isSpaced) {
            result += u' ';
        }
        isSpaced = isSpace;
    }
    const bool isCut = result.size() > most || source.size() < foreign.size();
    result = cut(result, most).trimmed().toString();
    return isCut && most > 0 ? cut(result, most - 1).toString() + ellipsis : result;
}

QString isolated(const QString &foreign)
{
    const bool differs = QGuiApplication::isRightToLeft() || std::ranges::any_of(foreign, runsLeftwards);
    return differs && !foreign.isEmpty() ? isolate + foreign + isolateEnd : foreign;
}

QString breakable(QString foreign)
{
    for (qsizetype i = foreign.size() - 2; i > 0; --i) {
        const QChar c = foreign.at(i);
        if ((c == u'@' || c == u'.' || c == u'/' || c == u'_' || c == u':') && !foreign.at(i + 1).isSpace()) {
            foreign.insert(i + 1, softBreak);
        }
    }
    return foreign;
}

QString escapedToolTip(const QString &foreign)
{
    return oneLine(foreign).toHtmlEscaped();
}

QString menuText(const QString &foreign)
{
    return oneLine(foreign, 80).replace(u'&', QStringLiteral("&&"));
}

QString forDisplay(const QString &text, qsizetype most)
{
    const QStringView source = cut(text, most);
    QString result;
    result.reserve(source.size() + 2);
    qsizetype word = 0;
    int marks = 0;
    for (qsizetype i = 0; i < source.size(); ++i) {
        const QChar c = source.at(i);
        if (isLineEnd(source, i)) {
            result += u'\n';
            word = 0;
            continue;
        }
        marks = c.isMark() ? marks + 1 : 0;
        if ((isControl(c) && c != u'\t') || turns(c.unicode()) || marks > mostMarks) {
            continue;
        }
        word = c.isSpace() ? 0 : word + 1;
        if (word > longestWord && !c.isLowSurrogate()) {
            result += softBreak;
            word = 1;
        }
        result += whole(source, i);
    }
    if (source.size() < text.size()) {
        result += u'\n';
        result += ellipsis;
    }
    return result;
}

QLabel *plainLabel(QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    return label;
}

} // namespace aside
