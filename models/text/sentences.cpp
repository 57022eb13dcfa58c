// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/text/sentences.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace aside {

namespace {

/// What is written with a full stop that ends no sentence.
constexpr std::array<std::u16string_view, 60> shortened{
    u"г",   u"ул",  u"д",   u"кв",   u"стр", u"корп", u"к",   u"тел", u"т",   u"е",   u"п",      u"др",
    u"пр",  u"руб", u"коп", u"тыс",  u"млн", u"млрд", u"им",  u"см",  u"рис", u"мин", u"ч",      u"сек",
    u"доб", u"пер", u"наб", u"пл",   u"обл", u"ред",  u"гг",  u"в",   u"н",   u"э",   u"ст",     u"no",
    u"mr",  u"mrs", u"ms",  u"dr",   u"st",  u"rd",   u"ave", u"e",   u"g",   u"i",   u"vs",     u"etc",
    u"inc", u"ltd", u"co",  u"corp", u"tel", u"ext",  u"fig", u"a",   u"p",   u"m",   u"approx", u"№",
};

bool isEnd(QChar c)
{
    return c == u'.' || c == u'!' || c == u'?' || c == u'…';
}

bool isCloser(QChar c)
{
    return c == u'"' || c == u'»' || c == u'”' || c == u')' || c == u'\'' || c == u'’';
}

/// The letters before `end`.
QStringView wordBefore(QStringView text, qsizetype end)
{
    auto start = end;
    while (start > 0 && (text[start - 1].isLetterOrNumber() || text[start - 1] == u'№')) {
        --start;
    }
    return text.sliced(start, end - start);
}

/// A full stop after a shortened word, or inside "3.5" and "sever.example".
bool isInside(QStringView text, qsizetype stop, qsizetype next)
{
    if (text[stop] != u'.' || next == text.size()) {
        return false;
    }
    if (next == stop + 1) {
        return !text[next].isUpper();
    }
    const auto word = wordBefore(text, stop);
    const bool isShort = !word.isEmpty() && std::ranges::any_of(shortened, [word](std::u16string_view known) {
        return word.compare(QStringView(known.data(), std::ssize(known)), Qt::CaseInsensitive) == 0;
    });
    const bool isInitial = word.size() == 1 && word[0].isUpper();
    return isShort || isInitial;
}

qsizetype skipSpace(QStringView text, qsizetype at)
{
    while (at < text.size() && text[at].isSpace() && text[at] != u'\n') {
        ++at;
    }
    return at;
}

/// True where the line break at `at` is a fold of one sentence.
bool isFold(QStringView text, qsizetype at)
{
    const auto next = skipSpace(text, at + 1);
    return next < text.size() && text[next].isLower();
}

/// Where the sentence that ends with the mark at `at` is over; `at` itself where it goes on.
qsizetype endAfter(QStringView text, qsizetype at)
{
    auto end = at + 1;
    while (end < text.size() && (isEnd(text[end]) || isCloser(text[end]))) {
        ++end;
    }
    return isInside(text, end - 1, skipSpace(text, end)) ? at : end;
}

void add(QList<TextRange> &sentences, QStringView text, qsizetype start, qsizetype end)
{
    while (start < end && text[start].isSpace()) {
        ++start;
    }
    while (end > start && text[end - 1].isSpace()) {
        --end;
    }
    if (end > start) {
        sentences.append(between(start, end));
    }
}

} // namespace

QList<TextRange> sentencesOf(QStringView text)
{
    QList<TextRange> sentences;
    qsizetype start = 0;
    qsizetype at = 0;
    while (at < text.size()) {
        auto end = at;
        if (text[at] == u'\n') {
            end = isFold(text, at) ? at : at + 1;
        } else if (isEnd(text[at])) {
            end = endAfter(text, at);
        }
        if (end > at) {
            add(sentences, text, start, end);
            start = end;
        }
        at = std::max(end, at + 1);
    }
    add(sentences, text, start, text.size());
    return sentences;
}

} // namespace aside
