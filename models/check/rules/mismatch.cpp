// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/check/rules/language.h"
#include "models/check/rules/looking.h"

#include <QChar>

namespace aside::rules {

using namespace Qt::StringLiterals;

namespace {

struct Letters {
    qsizetype cyrillic = 0;
    qsizetype latin = 0;
};

void count(QStringView piece, Letters &letters)
{
    for (const auto c : piece) {
        const auto script = c.script();
        letters.cyrillic += script == QChar::Script_Cyrillic ? 1 : 0;
        letters.latin += script == QChar::Script_Latin ? 1 : 0;
    }
}

/// Addresses are written in Latin whatever the language; what stands on a quoted line is the customer's.
Letters lettersOf(const CheckedText &text)
{
    Letters letters;
    qsizetype at = 0;
    for (const auto &link : text.links()) {
        if (link.range.start >= at) {
            count(text.at({.start = at, .length = link.range.start - at}), letters);
            at = link.range.end();
        }
    }
    count(text.at({.start = at, .length = text.text().size() - at}), letters);
    for (const auto &segment : text.segments()) {
        Letters quoted;
        if (segment.kind == SegmentKind::Quote) {
            count(text.at(segment.range), quoted);
        }
        letters.cyrillic -= quoted.cyrillic;
        letters.latin -= quoted.latin;
    }
    return letters;
}

} // namespace

void mismatch(const CheckedText &text, const CheckContext &context, QList<Finding> &found)
{
    const auto wanted = context.thread ? context.thread->customerLanguage : QString();
    if (wanted != u"ru" && wanted != u"en") {
        return;
    }
    const auto letters = lettersOf(text);
    const auto other = wanted == u"ru" ? letters.latin : letters.cyrillic;
    const auto same = wanted == u"ru" ? letters.cyrillic : letters.latin;
    constexpr qsizetype fewest = 15;
    constexpr qsizetype rareness = 6; // a brand or a command among the words of another language
    if (other >= fewest && other >= same * rareness) {
        found.append({.rule = u"language.mismatch"_s, .range = text.all(), .variant = wanted});
    }
}

} // namespace aside::rules
