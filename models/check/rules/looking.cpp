// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/check/rules/looking.h"

#include "models/check/removal.h"

#include <QRegularExpression>

#include <algorithm>

namespace aside::rules {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestQuote = 60; ///< of the draft, in a question

QString quote(QStringView words)
{
    const auto plain = words.toString().simplified();
    return plain.size() <= longestQuote ? plain : plain.first(longestQuote - 1).trimmed() + u'…';
}

bool isEmptyBetween(const CheckedText &text, TextRange one, TextRange next)
{
    return next.start <= one.end()
        || std::ranges::none_of(text.at(between(one.end(), next.start)),
                                [](QChar c) { return c.isLetterOrNumber() || c.isSurrogate(); });
}

} // namespace

Finding about(const CheckedText &text, QLatin1StringView rule, TextRange range, QLatin1StringView variant)
{
    return {.rule = rule, .range = range, .variant = variant, .arguments = {quote(text.at(range))}};
}

Finding clutter(const CheckedText &text, QLatin1StringView rule, TextRange range, QLatin1StringView variant)
{
    auto finding = about(text, rule, range, variant);
    finding.fixes = {removingFix(text.text(), range)};
    return finding;
}

TextRange bare(const CheckedText &text, TextRange range)
{
    auto start = range.start;
    auto end = range.end();
    const auto isEdge = [&text](qsizetype at) {
        const QChar c = text.text()[at];
        return c.isSpace() || QStringView(u".,;:!-–—").contains(c);
    };
    while (start < end && isEdge(start)) {
        ++start;
    }
    while (end > start && isEdge(end - 1)) {
        --end;
    }
    return between(start, end);
}

QList<TextRange> joined(const CheckedText &text, QList<TextRange> ranges)
{
    std::ranges::sort(ranges, {}, &TextRange::start);
    QList<TextRange> all;
    for (const auto range : std::as_const(ranges)) {
        if (!all.isEmpty() && isEmptyBetween(text, all.constLast(), range)) {
            all.last() = between(all.constLast().start, std::max(all.constLast().end(), range.end()));
        } else {
            all.append(range);
        }
    }
    return all;
}

QList<TextRange> sentencesWith(const CheckedText &text, QLatin1StringView list)
{
    QList<TextRange> sentences;
    for (const auto &match : text.phrases(list)) {
        if (!isQuoted(text, match.range)) {
            sentences.append(text.sentenceAt(match.range.start));
        }
    }
    return joined(text, sentences);
}

QList<Fix> withoutSentence(const CheckedText &text, TextRange range)
{
    const auto sentence = text.sentenceAt(range.start);
    const auto fix = removingFix(text.text(), sentence, "remove-sentence"_L1);
    return applied(fix, text.text()).trimmed().isEmpty() ? QList<Fix>() : QList<Fix>{fix};
}

TextRange helperMark(const CheckedText &text)
{
    static const QRegularExpression sign(
        u"(?:(?:[\\^~*]|(?<![\\p{L}\\p{N}])/)\\s?\\p{L}{1,20}"
        "|[—–-]\\s?\\p{Lu}[\\p{L}.]{0,20}(?:[ ,]+[\\p{L} ]{1,30})?)[\\s.]*$"_s,
        QRegularExpression::UseUnicodePropertiesOption);
    constexpr qsizetype lastWords = 60;
    const QStringView all(text.text());
    const auto from = std::max(qsizetype{0}, all.size() - lastWords);
    const auto match = sign.matchView(all.sliced(from));
    return match.hasMatch()
        ? TextRange{.start = from + match.capturedStart(), .length = match.capturedLength()}
        : TextRange{};
}

bool isQuoted(const CheckedText &text, TextRange range)
{
    return text.isIn(range, SegmentKind::Quote);
}

QList<TextRange> unquotedWith(const CheckedText &text, QLatin1StringView list)
{
    QList<TextRange> sentences;
    for (const auto &match : text.phrases(list)) {
        const auto sentence = text.sentenceAt(match.range.start);
        const bool isOurs = !isQuoted(text, match.range) && !text.isIn(match.range, SegmentKind::Disclaimer)
            && !text.has("clutter.disclaimers"_L1, sentence);
        if (isOurs && (sentences.isEmpty() || sentences.constLast() != sentence)) {
            sentences.append(sentence);
        }
    }
    return sentences;
}

void findSentences(const CheckedText &text, QLatin1StringView rule, QLatin1StringView list,
                   QList<Finding> &found)
{
    for (const auto &sentence : unquotedWith(text, list)) {
        auto finding = about(text, rule, sentence);
        finding.fixes = withoutSentence(text, sentence);
        found.append(finding);
    }
}

} // namespace aside::rules
