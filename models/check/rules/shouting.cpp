// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/check/removal.h"
#include "models/check/rules/looking.h"
#include "models/check/rules/tone.h"
#include "models/core/emoji.h"

#include <QRegularExpression>
#include <QTextBoundaryFinder>

#include <algorithm>

namespace aside::rules {

using namespace Qt::StringLiterals;

namespace {

constexpr auto rule = "tone.shouting"_L1;

/// Words in capitals beside each other.
struct CapitalRun {
    TextRange range;
    int words = 0;
    int longWords = 0; ///< of four letters and more
    int letters = 0;
};

bool isMeant(const CheckedText &text, const CheckContext &context, TextRange word)
{
    const auto letters = text.at(word);
    const auto isNamed = [letters](const QString &words) {
        return words.contains(letters);
    };
    return text.has("tone.abbreviations"_L1, word) || isNamed(context.account.name)
        || std::ranges::any_of(context.account.companyNames, isNamed);
}

/// "iPhone" and "А" are none; brands in another script neither.
bool isCapitals(QStringView word, QStringView language)
{
    const bool isForeign = language == u"ru" && word.front().script() != QChar::Script_Cyrillic;
    return word.size() > 1 && !isForeign
        && std::ranges::all_of(word, [](QChar c) { return !c.isLetter() || c.isUpper(); });
}

bool isShouted(const CheckedText &text, const CapitalRun &run)
{
    constexpr int longWord = 7;
    constexpr int phrase = 3;
    constexpr int phraseLetters = 9;
    const bool isListed
        = std::ranges::any_of(text.phrases("tone.emphasis"_L1), [&run](const PhraseMatch &match) {
              return match.range.start >= run.range.start && match.range.end() <= run.range.end();
          });
    const bool isCyrillic = text.language() == u"ru";
    const bool isPhrase = run.words >= phrase && run.letters >= phraseLetters && run.longWords > 0;
    return isListed || isPhrase || (isCyrillic && (run.longWords >= 2 || run.letters > longWord));
}

/// The talk has these words in capitals already: a name, or what stands on a button.
bool isFromTalk(const CheckContext &context, QStringView words)
{
    return context.thread && std::ranges::any_of(context.thread->messages, [words](const Message &message) {
               return message.text.contains(words);
           });
}

void addCapitals(const CheckedText &text, const CheckContext &context, const CapitalRun &run,
                 QList<Finding> &found)
{
    if (run.letters == 0 || !isShouted(text, run) || isQuoted(text, run.range)
        || isFromTalk(context, text.at(run.range)) || helperMark(text).overlaps(run.range)) {
        return;
    }
    auto finding = about(text, rule, run.range, "capitals"_L1);
    auto calm = text.at(run.range).toString().toLower();
    const bool beginsSentence = text.sentenceAt(run.range.start).start == run.range.start;
    if (beginsSentence) {
        calm[0] = calm[0].toUpper();
    }
    finding.fixes
        = {{.kind = FixKind::Edit, .words = u"lower-case"_s, .edits = {{.range = run.range, .text = calm}}}};
    found.append(finding);
}

void findCapitals(const CheckedText &text, const CheckContext &context, QList<Finding> &found)
{
    static const QRegularExpression pattern(u"[\\p{L}\\p{N}][\\p{L}\\p{N}\\p{M}'’_@.-]*"_s);
    CapitalRun run;
    for (auto words = pattern.globalMatch(text.text()); words.hasNext();) {
        const auto match = words.next();
        TextRange range{.start = match.capturedStart(), .length = match.capturedLength()};
        while (range.length > 1 && !text.at(range).back().isLetterOrNumber()) {
            --range.length;
        }
        const auto word = text.at(range);
        const bool isNumber = std::ranges::none_of(word, [](QChar c) { return c.isLetter(); });
        if (isNumber || (word.size() == 1 && word.front().isUpper() && run.letters > 0)) {
            continue; // neither begins nor ends a run
        }
        const bool hasDigit = std::ranges::any_of(word, [](QChar c) { return c.isDigit(); });
        if (hasDigit || !isCapitals(word, text.language()) || isMeant(text, context, range)) {
            addCapitals(text, context, run, found);
            run = {};
            continue;
        }
        const auto start = run.letters > 0 ? run.range.start : range.start;
        constexpr qsizetype wholeWord = 4;
        run = {.range = {.start = start, .length = range.end() - start},
               .words = run.words + 1,
               .longWords = run.longWords + (range.length >= wholeWord ? 1 : 0),
               .letters = run.letters + static_cast<int>(range.length)};
    }
    addCapitals(text, context, run, found);
}

void findMarks(const CheckedText &text, QList<Finding> &found)
{
    static const QRegularExpression pattern(u"[!?！](?:[ \\t]?[!?！])+"_s);
    for (auto runs = pattern.globalMatch(text.text()); runs.hasNext();) {
        const auto match = runs.next();
        const auto marks = match.capturedView();
        const auto shouts = marks.count(u'!') + marks.count(u'！');
        const auto asks = marks.count(u'?');
        constexpr qsizetype row = 3;
        const bool isRow = shouts + asks >= row && (shouts > 1 || asks >= row);
        const TextRange range{.start = match.capturedStart(), .length = match.capturedLength()};
        if (!isRow || isQuoted(text, range)) {
            continue;
        }
        auto finding = about(text, rule, range, "marks"_L1);
        const auto one = asks > 0 ? u"?"_s : u"!"_s;
        finding.fixes
            = {{.kind = FixKind::Edit, .words = u"one-mark"_s, .edits = {{.range = range, .text = one}}}};
        found.append(finding);
    }
}

/// Emoji beside each other, with nothing but blanks between.
struct EmojiRun {
    TextRange range;
    QString first;
    int count = 0;
};

void addEmoji(const CheckedText &text, const EmojiRun &run, QList<Finding> &found)
{
    constexpr int most = 2;
    if (run.count <= most || isQuoted(text, run.range)) {
        return;
    }
    auto finding = about(text, rule, run.range, "emoji"_L1);
    finding.fixes = {
        {.kind = FixKind::Edit, .words = u"one-emoji"_s, .edits = {{.range = run.range, .text = run.first}}},
        removingFix(text.text(), run.range)};
    found.append(finding);
}

void findEmoji(const CheckedText &text, QList<Finding> &found)
{
    const QStringView all(text.text());
    const bool hasNone = std::ranges::none_of(all, [](QChar c) { return c.unicode() > 0x2000; });
    if (hasNone) {
        return;
    }
    QTextBoundaryFinder finder(QTextBoundaryFinder::Grapheme, all);
    EmojiRun run;
    qsizetype start = 0;
    for (auto end = finder.toNextBoundary(); end > 0; end = finder.toNextBoundary()) {
        const auto grapheme = all.sliced(start, end - start);
        if (isEmoji(grapheme)) {
            const auto from = run.count > 0 ? run.range.start : start;
            run = {.range = {.start = from, .length = end - from},
                   .first = run.count > 0 ? run.first : grapheme.toString(),
                   .count = run.count + 1};
        } else if (!grapheme.front().isSpace()) {
            addEmoji(text, run, found);
            run = {};
        }
        start = end;
    }
    addEmoji(text, run, found);
}

} // namespace

void shouting(const CheckedText &text, const CheckContext &context, QList<Finding> &found)
{
    findCapitals(text, context, found);
    findMarks(text, found);
    findEmoji(text, found);
}

} // namespace aside::rules
