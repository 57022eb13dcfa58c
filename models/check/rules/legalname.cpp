// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/check/checkcontext.h"
#include "models/check/rules/clutter.h"
#include "models/check/rules/looking.h"

#include <algorithm>

namespace aside::rules {

using namespace Qt::StringLiterals;

namespace {

bool isQuote(QChar c)
{
    return QStringView(u"«»\"“”„'").contains(c);
}

bool isLatin(QStringView words)
{
    return std::ranges::any_of(words, [](QChar c) { return c.toLower() >= u'a' && c.toLower() <= u'z'; });
}

/// The lists hold the forms as they are written: "ООО" is one, "ооо" is not.
bool isWrittenSo(const CheckedText &text, const PhraseMatch &match)
{
    constexpr qsizetype shortest = 3; // "AB" and "se" are words as well
    const QStringView phrase(match.phrase);
    const auto written = text.at(match.range);
    return !phrase.startsWith(u'=') || written == phrase.sliced(1)
        || (isLatin(written) && written.size() >= shortest);
}

/// The name behind the form: in quotation marks, or words with a capital.
qsizetype nameEnd(const CheckedText &text, qsizetype at)
{
    const QStringView all(text.text());
    auto start = at;
    while (start < all.size() && (all[start] == u' ' || all[start] == u'\u00A0')) {
        ++start;
    }
    if (start < all.size() && isQuote(all[start])) {
        constexpr qsizetype longestName = 80;
        for (auto end = start + 1; end < std::min(all.size(), start + longestName); ++end) {
            if (isQuote(all[end])) {
                return end + 1;
            }
        }
        return at;
    }
    auto end = at;
    bool wasInitial = false;
    for (const auto &word : text.words(between(start, text.sentenceAt(at).end()))) {
        const auto gap = text.at(between(end, word.range.start)).trimmed();
        const bool isNext = gap.isEmpty() || (wasInitial && gap == u".");
        if (!isNext || !text.at(word.range).front().isUpper()) {
            break;
        }
        end = word.range.end();
        wasInitial = word.range.length == 1;
    }
    return wasInitial && end < all.size() && all[end] == u'.' ? end + 1 : end;
}

/// "North Lane Retail Ltd": words with a capital before the form.
qsizetype nameStart(const CheckedText &text, qsizetype at)
{
    const auto words = text.words(between(text.sentenceAt(at).start, at));
    auto start = at;
    for (auto word = words.rbegin(); word != words.rend(); ++word) {
        const auto gap = text.at(between(word->range.end(), start)).trimmed();
        const bool isNext = gap.isEmpty() || (start == at && gap == u",") || gap == u"&";
        if (!isNext || !text.at(word->range).front().isUpper()) {
            break;
        }
        start = word->range.start;
    }
    return start;
}

/// The form with the name it belongs to; nothing where there is no name.
TextRange withName(const CheckedText &text, TextRange form)
{
    if (isLatin(text.at(form))) {
        auto end = form.end();
        if (end < text.text().size() && text.text()[end] == u'.') {
            ++end;
        }
        const auto start = nameStart(text, form.start);
        return start < form.start ? between(start, end) : TextRange{};
    }
    const auto end = nameEnd(text, form.end());
    return end > form.end() ? between(form.start, end) : TextRange{};
}

bool isOurs(QStringView words, const AccountFacts &account)
{
    return account.companyNames.isEmpty()
        || std::ranges::any_of(account.companyNames, [words](const QString &name) {
               return words.contains(name, Qt::CaseInsensitive);
           });
}

bool isAskedFor(const CheckContext &context)
{
    return context.thread && context.thread->askedForCompany;
}

} // namespace

void legalName(const CheckedText &text, const CheckContext &context, QList<Finding> &found)
{
    if (isAskedFor(context)) {
        return;
    }
    for (const auto &match : text.phrases("clutter.legal-forms"_L1)) {
        const auto name = isWrittenSo(text, match) ? withName(text, match.range) : TextRange{};
        if (name.length > 0 && isOurs(text.at(name), context.account)
            && !text.isIn(match.range, SegmentKind::Quote)) {
            found.append(clutter(text, "clutter.legal-name"_L1, name));
        }
    }
}

} // namespace aside::rules
