// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/check/rules/files.h"

#include "models/check/rules/looking.h"

#include <algorithm>

namespace aside::rules {

using namespace Qt::StringLiterals;

namespace {

/// The words that a link stands on.
struct LinkWords {
    TextRange range;
    bool isSaid = false; ///< nothing but such words
};

TextRange letters(const CheckedText &text, TextRange range)
{
    auto start = range.start;
    auto end = range.end();
    while (start < end && !text.text().at(start).isLetterOrNumber()) {
        ++start;
    }
    while (end > start && !text.text().at(end - 1).isLetterOrNumber()) {
        --end;
    }
    return {.start = start, .length = end - start};
}

LinkWords labelOf(const CheckedText &text, const LinkInText &link)
{
    const auto start = text.text().indexOf(link.label, link.range.start);
    const TextRange label{.start = start, .length = link.label.size()};
    if (start < 0 || label.end() > link.range.end()) {
        return {};
    }
    const auto words = letters(text, label);
    const bool isSaid
        = std::ranges::any_of(text.phrases("a11y.link-text"_L1),
                              [words](const PhraseMatch &match) { return match.range.contains(words); });
    return {.range = label, .isSaid = isSaid};
}

} // namespace

void altText(const CheckedText &text, const CheckContext &context, QList<Finding> &found)
{
    for (qsizetype i = 0; i < context.files.size(); ++i) {
        const auto &file = context.files.at(i);
        if (!file.mimeType.startsWith(u"image/", Qt::CaseInsensitive) || !file.alt.trimmed().isEmpty()) {
            continue;
        }
        found.append({.rule = u"a11y.alt-text"_s,
                      .range = text.all(),
                      .arguments = {file.name},
                      .fixes = {{.kind = FixKind::AltText, .words = u"alt-text"_s},
                                {.kind = FixKind::RemoveFile, .words = u"remove-file"_s}},
                      .file = i});
    }
}

void linkText(const CheckedText &text, const CheckContext & /*context*/, QList<Finding> &found)
{
    for (const auto &link : text.links()) {
        const auto words = link.label.isEmpty() ? LinkWords() : labelOf(text, link);
        if (!words.isSaid || isQuoted(text, link.range)) {
            continue;
        }
        auto finding = about(text, "a11y.link-text"_L1, words.range);
        const auto address = link.url.toString();
        finding.fixes = {{.kind = FixKind::Edit,
                          .words = u"replace"_s,
                          .arguments = {address},
                          .edits = {{.range = link.range, .text = address}}}};
        found.append(finding);
    }
}

void missingFile(const CheckedText &text, const CheckContext &context, QList<Finding> &found)
{
    if (!context.files.isEmpty()) {
        return;
    }
    for (const auto &match : text.phrases("attachment.attached"_L1)) {
        const auto sentence = text.sentenceAt(match.range.start);
        const bool isLinked = std::ranges::any_of(
            text.links(), [sentence](const LinkInText &link) { return link.range.overlaps(sentence); });
        if (isLinked || isQuoted(text, match.range) || text.has("attachment.customer-file"_L1, sentence)) {
            continue;
        }
        auto finding = about(text, "attachment.missing"_L1, match.range);
        finding.fixes = {{.kind = FixKind::Attach, .words = u"attach"_s}};
        finding.fixes += withoutSentence(text, match.range);
        found.append(finding);
    }
}

} // namespace aside::rules
