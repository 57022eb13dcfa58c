// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/check/removal.h"
#include "models/check/rules/looking.h"
#include "models/check/rules/template.h"

#include <QRegularExpression>

#include <algorithm>

namespace aside::rules {

using namespace Qt::StringLiterals;

namespace {

constexpr auto rule = "template.unresolved"_L1;

QRegularExpression pattern(const QString &words)
{
    return QRegularExpression(words, QRegularExpression::UseUnicodePropertiesOption);
}

void add(const CheckedText &text, TextRange range, QLatin1StringView variant, QList<Finding> &found)
{
    const bool isThere = std::ranges::any_of(found, [range](const Finding &finding) {
        return finding.rule == rule && finding.range.overlaps(range);
    });
    if (isThere) {
        return;
    }
    auto finding = about(text, rule, range, variant);
    if (text.text().at(range.start)
        != u'⟨') { // what belongs there the operator knows; without it nothing is said
        finding.fixes = {removingFix(text.text(), range)};
    }
    found.append(finding);
}

TextRange rangeOf(const QRegularExpressionMatch &match, int group = 0)
{
    return {.start = match.capturedStart(group), .length = match.capturedLength(group)};
}

/// Nothing but words for what is missing, or a name in capitals.
bool isPlaceholder(const CheckedText &text, TextRange inside)
{
    const auto words = text.at(inside);
    return text.has("template.placeholders"_L1, inside)
        || (words.size() > 1 && std::ranges::all_of(words, [](QChar c) { return c.isUpper() || c == u'_'; }));
}

/// What no person writes: {{ name }}, {% if %}, a field of ours that waits (⟨New date⟩), a line to write on,
/// a date of letters.
void findTags(const CheckedText &text, QList<Finding> &found)
{
    static const auto tags = pattern(
        u"\\{\\{[^{}\\n]{0,80}\\}\\}|\\{%[^{}\\n]{0,80}%\\}|\\{#[^{}\\n]{0,80}#\\}|⟨[^⟨⟩\\n]{1,200}⟩"_s);
    static const auto lines = pattern(
        u"(?<![\\w/])(?:_{2,}(?:[./-]_{2,})+|_{3,})(?![\\w/])"
        "|\\b(?:DD|ДД|XX|ХХ|NN)[./-](?:MM|ММ|XX|ХХ|NN)(?:[./-](?:\\d{2,4}|YYYY|YY|ГГГГ|ГГ|XXXX|XX|ХХХХ|ХХ))?\\b"_s);
    for (auto places = tags.globalMatch(text.text()); places.hasNext();) {
        add(text, rangeOf(places.next()), {}, found);
    }
    for (auto places = lines.globalMatch(text.text()); places.hasNext();) {
        add(text, rangeOf(places.next()), "empty"_L1, found);
    }
}

/// "{order}", "%ИМЯ%", "${name}": with other words inside they may be what the talk is about.
void findNames(const CheckedText &text, QList<Finding> &found)
{
    static const auto names = pattern(u"\\$?\\{([\\p{L}_][\\p{L}\\p{N}_. -]{0,40})\\}|%([\\p{L}_]{2,30})%"_s);
    for (auto places = names.globalMatch(text.text()); places.hasNext();) {
        const auto match = places.next();
        if (isPlaceholder(text, rangeOf(match, match.hasCaptured(1) ? 1 : 2))) {
            add(text, rangeOf(match), {}, found);
        }
    }
}

/// "[ДАТА]", "<имя клиента>": brackets with nothing but words for what is missing.
void findBrackets(const CheckedText &text, QList<Finding> &found)
{
    static const auto brackets = pattern(u"\\[([^\\[\\]|\\n]{1,40})\\](?!\\()|<([^<>@/\\n]{1,40})>"_s);
    for (auto places = brackets.globalMatch(text.text()); places.hasNext();) {
        const auto match = places.next();
        const auto all = rangeOf(match);
        if (text.has("template.placeholders"_L1, rangeOf(match, match.hasCaptured(1) ? 1 : 2))
            && !isQuoted(text, all)) {
            add(text, all, {}, found);
        }
    }
}

/// "Здравствуйте, !": the name that should have come is empty.
void findGaps(const CheckedText &text, QList<Finding> &found)
{
    static const auto gap = pattern(u"\\p{L}+(?:[ ]\\p{L}+)?,[ ]+[!.](?=\\s|$)|№[ ]*(?=[,.;!](?:\\s|$))"_s);
    for (auto places = gap.globalMatch(text.text()); places.hasNext();) {
        const auto match = places.next();
        const TextRange range{.start = match.capturedStart(), .length = match.capturedLength()};
        if (isQuoted(text, range)) {
            continue;
        }
        auto finding = about(text, rule, range, "empty"_L1);
        const auto words = match.captured().section(u',', 0, 0).trimmed();
        const auto end = match.captured().back();
        finding.fixes = {words.startsWith(u'№') ? removingFix(text.text(), range)
                                                : Fix{.kind = FixKind::Edit,
                                                      .words = u"remove"_s,
                                                      .edits = {{.range = range, .text = words + end}}}};
        found.append(finding);
    }
}

} // namespace

void unresolved(const CheckedText &text, const CheckContext &context, QList<Finding> &found)
{
    if (context.isTemplate) {
        return; // its tags are filled in later
    }
    findTags(text, found);
    findNames(text, found);
    findBrackets(text, found);
    findGaps(text, found);
}

} // namespace aside::rules
