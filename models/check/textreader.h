// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/check/checkedtext.h"
#include "models/text/stemmer.h"

#include <QHash>
#include <QString>

#include <memory>

namespace aside {

/// What a reader reads.
enum class TextKind : quint8 { Plain, Template };

/// Takes texts apart. Remembers the paragraphs of the last text, so that a key pressed in one of them costs
/// that one alone. Belongs to one thread.
class TextReader
{
public:
    explicit TextReader(std::shared_ptr<const PhraseBook> book);

    /// An empty language is told from the text. `region` is that of phone numbers without a country.
    [[nodiscard]] CheckedText read(const QString &text, const QString &language = {},
                                   const QString &region = QStringLiteral("RU"),
                                   TextKind kind = TextKind::Plain);

    [[nodiscard]] const std::shared_ptr<const PhraseBook> &book() const { return m_book; }
    [[nodiscard]] Stemmer &stemmer() { return m_stemmer; }

private:
    /// What one paragraph holds, as if it were the whole text.
    struct Paragraph {
        std::vector<TextWord> words;
        QList<TextRange> sentences;
        QList<LinkInText> links;
        QList<DatumInText> data;
        std::vector<FoundPhrase> phrases;
    };
    using Memory = QHash<QString, std::shared_ptr<const Paragraph>>;

    [[nodiscard]] Paragraph readParagraph(const QString &text) const;

    std::shared_ptr<const PhraseBook> m_book; // shared with every check and every CheckedText
    mutable Stemmer m_stemmer; ///< its memory is no part of what a reader knows
    QString m_region;
    Memory m_memory; ///< shared_ptr: a paragraph moves from one memory to the next
};

} // namespace aside
