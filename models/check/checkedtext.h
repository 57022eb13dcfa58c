// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/check/replycheck.h"
#include "models/domain/finding.h"

#include <QList>
#include <QString>
#include <QStringView>
#include <QUrl>

namespace aside {

/// A link, an address or a bare host in a text.
struct LinkInText {
    TextRange range;
    QUrl url; ///< with the scheme that was meant
    QString label{}; ///< the words a markup link stands on, else empty

    bool operator==(const LinkInText &) const = default;
};

/// What a number or an address in a text is.
enum class DatumKind : quint8 { Phone, Mail, Card, Iban, Passport, Snils, Inn, Order, StreetAddress };

struct DatumInText {
    DatumKind kind = DatumKind::Phone;
    TextRange range;
    QString normal; ///< one form for the same thing: "+74951234567", "a@b.example", digits alone

    bool operator==(const DatumInText &) const = default;
};

/// Where a phrase of a list stands.
struct PhraseMatch {
    TextRange range;
    QString phrase; ///< as the list has it

    bool operator==(const PhraseMatch &) const = default;
};

/// A draft taken apart, once for all rules.
class CheckedText
{
public:
    CheckedText(QString text, QString language);

    [[nodiscard]] const QString &text() const { return m_text; }
    [[nodiscard]] QStringView at(TextRange range) const;
    [[nodiscard]] TextRange all() const { return {.start = 0, .length = m_text.size()}; }
    /// "ru", "en"; empty where it cannot be told.
    [[nodiscard]] const QString &language() const { return m_language; }
    [[nodiscard]] const QList<Segment> &segments() const { return m_segments; }
    [[nodiscard]] const QList<TextRange> &sentences() const { return m_sentences; }
    [[nodiscard]] const QList<LinkInText> &links() const { return m_links; }
    [[nodiscard]] const QList<DatumInText> &data() const { return m_data; }
    [[nodiscard]] double substance() const { return m_substance; }
    /// The sentence that `place` stands in.
    [[nodiscard]] TextRange sentenceAt(qsizetype place) const;
    /// True where the range lies in a segment of this kind.
    [[nodiscard]] bool isIn(TextRange range, SegmentKind kind) const;
    /// Where phrases of the list ("tone.blame") stand, in the text's language, by place.
    [[nodiscard]] QList<PhraseMatch> phrases(QLatin1StringView list) const;

private:
    QString m_text;
    QString m_language;
    QList<Segment> m_segments;
    QList<TextRange> m_sentences;
    QList<LinkInText> m_links;
    QList<DatumInText> m_data;
    QHash<QString, QList<PhraseMatch>> m_phrases;
    double m_substance = 1.0;
};

} // namespace aside
