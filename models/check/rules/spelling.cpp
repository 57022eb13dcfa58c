// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/check/rules/language.h"
#include "models/check/rules/looking.h"
#include "models/check/rules/names.h"
#include "models/check/spellchecker.h"

#include <QRegularExpression>
#include <QSet>

#include <algorithm>

namespace aside::rules {

using namespace Qt::StringLiterals;

namespace {

constexpr auto rule = "spelling"_L1;
constexpr qsizetype mostFound = 30; ///< more is another language, or no language
constexpr qsizetype mostFixes = 3;
constexpr qsizetype longestWord = 40;

QString folded(QStringView word)
{
    return word.toString().toLower().replace(u'ё', u'е').replace(u'’', u'\'');
}

/// A dictionary entry without the vowel that inflection changes.
QString stemOf(const QString &entry)
{
    constexpr qsizetype shortest = 4;
    const bool hasEnding = entry.size() > shortest && u"аеиоуыэюяьй"_s.contains(entry.back());
    return hasEnding ? entry.chopped(1) : entry;
}

/// Reads one draft in one language.
class Speller
{
public:
    Speller(const CheckedText &text, const CheckContext &context, QString language)
        : m_text(text)
        , m_context(context)
        , m_language(std::move(language))
    {
        const auto add = [this](const QStringList &words) {
            for (const auto &word : words) {
                m_known.append(folded(word));
            }
        };
        add(context.settings ? context.settings->dictionary : QStringList());
        add(text.strings("spelling.known"_L1, "words"_L1));
        for (const auto &name : context.account.companyNames + QStringList{context.account.name}) {
            add(name.split(u' ', Qt::SkipEmptyParts));
        }
        m_exact = QSet<QString>(m_known.cbegin(), m_known.cend());
    }

    [[nodiscard]] bool isWrong(TextRange range)
    {
        const auto word = m_text.at(range);
        return isToBeRead(word, range) && !isRight(word.toString()) && !isOwn(folded(word));
    }

private:
    /// Names, marks and words of another alphabet are none of the dictionary's business.
    [[nodiscard]] bool isToBeRead(QStringView word, TextRange range) const
    {
        const auto script = m_language == u"ru" ? QChar::Script_Cyrillic : QChar::Script_Latin;
        const bool isOfLanguage
            = std::ranges::all_of(word, [script](QChar c) { return !c.isLetter() || c.script() == script; });
        const auto inner = word.sliced(1);
        const bool hasCapitals = std::ranges::any_of(inner, [](QChar c) { return c.isUpper(); });
        if (!isOfLanguage || hasCapitals || word.size() < 2 || word.size() > longestWord) {
            return false;
        }
        return !word.front().isUpper() || isFirst(range);
    }

    [[nodiscard]] bool isFirst(TextRange range) const
    {
        const auto sentence = m_text.sentenceAt(range.start);
        return std::ranges::none_of(
            m_text.at({.start = sentence.start, .length = range.start - sentence.start}),
            [](QChar c) { return c.isLetter(); });
    }

    [[nodiscard]] bool isRight(const QString &word) const
    {
        const auto &speller = *m_context.spelling;
        const auto plain = QString(word).replace(u'’', u'\'');
        if (speller.isRight(m_language, plain) || !Names::all().fullForms(plain).isEmpty()) {
            return true;
        }
        const auto parts = plain.split(u'-', Qt::SkipEmptyParts);
        return parts.size() > 1 && std::ranges::all_of(parts, [&](const QString &part) {
                   return part.size() < 2 || speller.isRight(m_language, part) || isOwn(folded(part));
               });
    }

    /// A word of the team, in any of its forms.
    [[nodiscard]] bool isOwn(const QString &word) const
    {
        constexpr qsizetype longestEnding = 4;
        return m_exact.contains(word) || std::ranges::any_of(m_known, [&word](const QString &entry) {
                   const auto stem = stemOf(entry);
                   return stem.size() > 3 && word.startsWith(stem)
                       && word.size() - stem.size() <= longestEnding;
               });
    }

    const CheckedText &m_text;
    const CheckContext &m_context;
    QString m_language;
    QStringList m_known;
    QSet<QString> m_exact;
};

Finding misspelt(const CheckedText &text, const CheckContext &context, const QString &language,
                 TextRange range)
{
    auto finding = about(text, rule, range);
    const auto word = text.at(range).toString();
    const auto likely = context.spelling->suggestions(language, word);
    for (const auto &other : likely.first(std::min(likely.size(), mostFixes))) {
        finding.fixes.append({.kind = FixKind::Edit,
                              .words = u"replace"_s,
                              .arguments = {other},
                              .edits = {{.range = range, .text = other}}});
    }
    finding.fixes.append({.kind = FixKind::AddWord, .words = u"add-word"_s, .arguments = {word}});
    return finding;
}

/// What is no prose: links, numbers, tags, the customer's own words.
bool isProse(const CheckedText &text, TextRange range)
{
    const auto covers = [range](const auto &part) {
        return part.range.overlaps(range);
    };
    return std::ranges::none_of(text.links(), covers) && std::ranges::none_of(text.data(), covers)
        && std::ranges::none_of(text.placeholders(), [range](TextRange tag) { return tag.overlaps(range); })
        && !isQuoted(text, range);
}

} // namespace

void spelling(const CheckedText &text, const CheckContext &context, QList<Finding> &found)
{
    const auto language = context.language.isEmpty() ? text.language() : context.language;
    if (language.isEmpty() || !context.spelling->knows(language)) {
        return;
    }
    static const QRegularExpression pattern(
        u"(?<![\\p{L}\\p{N}_@#&/\\\\.])\\p{L}[\\p{L}\\p{M}]*(?:['’-][\\p{L}\\p{M}]+)*(?![\\p{N}_@\\\\]|[./]\\p{L})"_s,
        QRegularExpression::UseUnicodePropertiesOption);
    Speller speller(text, context, language);
    qsizetype count = 0;
    for (auto words = pattern.globalMatch(text.text()); words.hasNext() && count < mostFound;) {
        const auto match = words.next();
        const TextRange range{.start = match.capturedStart(), .length = match.capturedLength()};
        if (speller.isWrong(range) && isProse(text, range)) {
            found.append(misspelt(text, context, language, range));
            ++count;
        }
    }
}

} // namespace aside::rules
