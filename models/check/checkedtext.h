// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/check/phrasebook.h"
#include "models/check/replycheck.h"
#include "models/domain/finding.h"
#include "models/text/datafinder.h"
#include "models/text/linkfinder.h"
#include "models/text/textwords.h"

#include <QList>
#include <QString>
#include <QStringList>
#include <QStringView>

#include <memory>
#include <optional>
#include <span>
#include <vector>

namespace aside {

/// What a text is made of. Made by a TextReader.
struct TextParts {
    QString text;
    QString language; ///< "ru", "en"; empty where it cannot be told
    std::vector<TextWord> words;
    QList<TextRange> sentences;
    QList<LinkInText> links;
    QList<DatumInText> data;
    QList<TextRange> placeholders; ///< a template's tags, which will be words of their own
    std::vector<FoundPhrase> phrases;
    std::shared_ptr<const PhraseBook> book; ///< shared by everything that looks for phrases
};

/// A draft taken apart, once for all rules. All lists are by place.
class CheckedText
{
public:
    explicit CheckedText(TextParts parts);

    [[nodiscard]] const QString &text() const { return m_parts.text; }
    [[nodiscard]] QStringView at(TextRange range) const;
    [[nodiscard]] TextRange all() const { return {.start = 0, .length = m_parts.text.size()}; }
    /// "ru", "en"; empty where it cannot be told.
    [[nodiscard]] const QString &language() const { return m_parts.language; }
    [[nodiscard]] const QList<Segment> &segments() const { return m_segments; }
    [[nodiscard]] const QList<TextRange> &sentences() const { return m_parts.sentences; }
    [[nodiscard]] const QList<LinkInText> &links() const { return m_parts.links; }
    [[nodiscard]] const QList<DatumInText> &data() const { return m_parts.data; }
    [[nodiscard]] const QList<TextRange> &placeholders() const { return m_parts.placeholders; }
    [[nodiscard]] std::span<const TextWord> words() const { return m_parts.words; }
    /// The words that lie in the range.
    [[nodiscard]] std::span<const TextWord> words(TextRange range) const;
    /// The sentence that `place` stands in.
    [[nodiscard]] TextRange sentenceAt(qsizetype place) const;
    /// The line that `place` stands in, without the line break.
    [[nodiscard]] TextRange lineAt(qsizetype place) const;
    /// True where the range lies in a segment of this kind.
    [[nodiscard]] bool isIn(TextRange range, SegmentKind kind) const;

    /// Where phrases of the list ("tone.blame") stand.
    [[nodiscard]] QList<PhraseMatch> phrases(QLatin1StringView list) const;
    /// True where a phrase of the list stands in the range.
    [[nodiscard]] bool has(QLatin1StringView list, TextRange range) const;
    [[nodiscard]] bool has(QLatin1StringView list) const { return has(list, all()); }
    /// True where a phrase of the list stands in another text: the name of a file.
    [[nodiscard]] bool saysIn(QLatin1StringView list, const QString &other) const;
    /// Other values of a list: `hosts = ["vk.com"]`, `limit = 2`.
    [[nodiscard]] QStringList strings(QLatin1StringView list, QLatin1StringView key) const;
    [[nodiscard]] std::optional<double> number(QLatin1StringView list, QLatin1StringView key) const;

private:
    TextParts m_parts;
    QList<Segment> m_segments;
};

/// The range without white space at its ends.
[[nodiscard]] TextRange trimmed(const QString &text, TextRange range);

} // namespace aside
