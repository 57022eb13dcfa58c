// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/check/checkcontext.h"
#include "models/check/rules/clutter.h"
#include "models/check/rules/looking.h"

#include <QRegularExpression>

#include <algorithm>

namespace aside::rules {

using namespace Qt::StringLiterals;

namespace {

QList<TextRange> hashtags(const CheckedText &text)
{
    static const QRegularExpression tag(u"(?<![\\p{L}\\p{N}_&/#])#\\p{L}[\\p{L}\\p{N}_]{1,60}+"_s,
                                        QRegularExpression::UseUnicodePropertiesOption);
    QList<TextRange> tags;
    auto matches = tag.globalMatchView(text.text());
    while (matches.hasNext()) {
        const auto match = matches.next();
        tags.append({.start = match.capturedStart(), .length = match.capturedLength()});
    }
    return joined(text, tags);
}

/// The customer's own words: who asks about discounts is told about discounts.
bool isAskedFor(const CheckedText &text, TextRange range, const CheckContext &context)
{
    constexpr std::size_t shortest = 5; // in UTF-8: shorter words are in every question
    const auto words = text.words(range);
    return context.thread && std::ranges::any_of(words, [&context](const TextWord &word) {
               return word.stem.size() >= shortest
                   && context.thread->questionStems.contains(QByteArray::fromStdString(word.stem));
           });
}

} // namespace

void promo(const CheckedText &text, const CheckContext &context, QList<Finding> &found)
{
    constexpr auto rule = "clutter.promo"_L1;
    QList<TextRange> offers;
    for (const auto &match : text.phrases("clutter.promo"_L1)) {
        if (!text.isIn(match.range, SegmentKind::Quote) && !isAskedFor(text, match.range, context)) {
            offers.append(text.sentenceAt(match.range.start));
        }
    }
    for (const auto range : joined(text, offers)) {
        found.append(clutter(text, rule, range));
    }
    for (const auto range : sentencesWith(text, "clutter.subscribe"_L1)) {
        found.append(clutter(text, rule, range, "subscribe"_L1));
    }
    for (const auto range : hashtags(text)) {
        found.append(clutter(text, rule, range, "hashtag"_L1));
    }
}

void disclaimer(const CheckedText &text, const CheckContext &context, QList<Finding> &found)
{
    const bool isAnswer = context.thread && context.thread->askedForCompany;
    for (const auto range : sentencesWith(text, "clutter.disclaimers"_L1)) {
        if (!isAnswer || !text.has("clutter.legal-forms"_L1, range)) {
            found.append(clutter(text, "clutter.disclaimer"_L1, range));
        }
    }
}

void filler(const CheckedText &text, const CheckContext & /*context*/, QList<Finding> &found)
{
    for (const auto &match : text.phrases("clutter.filler"_L1)) {
        if (!text.isIn(match.range, SegmentKind::Quote)) {
            found.append(clutter(text, "clutter.filler"_L1, match.range));
        }
    }
}

} // namespace aside::rules
