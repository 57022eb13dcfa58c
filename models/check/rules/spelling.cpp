// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/check/rules/language.h"
#include "models/check/rules/looking.h"
#include "models/check/rules/names.h"
#include "models/check/spellchecker.h"

#include <QRegularExpression>
#include <QSet>

#include <algorithm>
#include <array>
#include <numeric>
#include <vector>

namespace aside::rules {

using namespace Qt::StringLiterals;

namespace {

constexpr auto rule = "spelling"_L1;
constexpr qsizetype mostRead = 30; ///< more is another language, or no language
constexpr qsizetype fewWrong = 3; ///< in a short text, whatever their share
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

/// Slips of the hand between two words: a letter too much, too few, another one, or two in the wrong order.
qsizetype slips(const QString &one, const QString &other)
{
    const auto width = static_cast<std::size_t>(other.size()) + 1;
    std::vector<qsizetype> before(width);
    std::vector<qsizetype> last(width);
    std::vector<qsizetype> row(width);
    std::ranges::iota(row, 0);
    for (qsizetype i = 0; i < one.size(); ++i) {
        before.swap(last);
        last = row;
        row[0] = i + 1;
        for (qsizetype j = 0; j < other.size(); ++j) {
            const auto at = static_cast<std::size_t>(j);
            const bool isSame = one[i] == other[j];
            row[at + 1] = std::min({last[at + 1] + 1, row[at] + 1, last[at] + (isSame ? 0 : 1)});
            if (i > 0 && j > 0 && one[i] == other[j - 1] && one[i - 1] == other[j]) {
                row[at + 1] = std::min(row[at + 1], before[at - 1] + 1);
            }
        }
    }
    return row.back();
}

/// "перезайдите", "предзаказ": dictionaries do not have all of them.
bool isPrefixed(const QString &word, const auto &isRight)
{
    static const std::array prefixes{u"пере"_s,  u"пред"_s, u"обще"_s, u"полу"_s, u"пол"_s,  u"под"_s,
                                     u"над"_s,   u"раз"_s,  u"рас"_s,  u"при"_s,  u"про"_s,  u"без"_s,
                                     u"бес"_s,   u"не"_s,   u"до"_s,   u"вы"_s,   u"за"_s,   u"по"_s,
                                     u"из"_s,    u"от"_s,   u"об"_s,   u"авто"_s, u"мини"_s, u"супер"_s,
                                     u"видео"_s, u"фото"_s, u"re"_s,   u"un"_s,   u"non"_s,  u"pre"_s};
    constexpr qsizetype shortest = 4;
    return std::ranges::any_of(prefixes, [&](const QString &prefix) {
        return word.startsWith(prefix) && word.size() >= prefix.size() + shortest
            && isRight(word.sliced(prefix.size()));
    });
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
        add(context.person.name.split(u' ', Qt::SkipEmptyParts)); // many write a nickname as a word
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
        const auto isIn = [&](const QString &form) {
            return speller.isRight(m_language, form);
        };
        const bool isOwners = plain.endsWith(u"'s") && isIn(plain.chopped(2));
        if (isIn(plain) || isOwners || !Names::all().fullForms(plain).isEmpty()
            || isPrefixed(plain.toLower(), isIn)) {
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

/// A word that is near no other is no slip but a word the dictionary lacks.
QStringList likelyWords(const CheckContext &context, const QString &language, const QString &word)
{
    constexpr qsizetype longWord = 7;
    constexpr qsizetype shortestName = 5;
    const bool mayBeName = word.front().isUpper();
    const qsizetype most = mayBeName || word.size() < longWord ? 1 : 2;
    auto likely = context.spelling->suggestions(language, word);
    likely.removeIf([&word, most, mayBeName](const QString &other) {
        const bool isSplit = mayBeName && QString(other).remove(u' ').remove(u'-') == word; // "Mine craft"
        return isSplit || slips(folded(word), folded(other)) > most;
    });
    return mayBeName && word.size() < shortestName ? QStringList()
                                                   : likely.first(std::min(likely.size(), mostFixes));
}

Finding misspelt(const CheckedText &text, TextRange range, const QStringList &likely)
{
    auto finding = about(text, rule, range);
    for (const auto &other : likely) {
        finding.fixes.append({.kind = FixKind::Edit,
                              .words = u"replace"_s,
                              .arguments = {other},
                              .edits = {{.range = range, .text = other}}});
    }
    finding.fixes.append(
        {.kind = FixKind::AddWord, .words = u"add-word"_s, .arguments = {text.at(range).toString()}});
    return finding;
}

/// What is no prose: links, numbers, tags, a helper's mark, the customer's own words.
bool isProse(const CheckedText &text, TextRange range, TextRange mark)
{
    const auto covers = [range](const auto &part) {
        return part.range.overlaps(range);
    };
    return std::ranges::none_of(text.links(), covers) && std::ranges::none_of(text.data(), covers)
        && std::ranges::none_of(text.placeholders(), [range](TextRange tag) { return tag.overlaps(range); })
        && !mark.overlaps(range) && !isQuoted(text, range);
}

/// The words that the dictionary does not have; none where these are so many that the text is in another
/// language.
QList<TextRange> wrongWords(const CheckedText &text, const CheckContext &context, const QString &language)
{
    static const QRegularExpression pattern(
        u"(?<![\\p{L}\\p{N}_@#&/\\\\.])\\p{L}[\\p{L}\\p{M}]*+(?:['’-][\\p{L}\\p{M}]++)*+(?![\\p{N}_@\\\\]|[./]\\p{L})"_s,
        QRegularExpression::UseUnicodePropertiesOption);
    Speller speller(text, context, language);
    const auto mark = helperMark(text);
    QList<TextRange> wrong;
    qsizetype read = 0;
    for (auto words = pattern.globalMatch(text.text()); words.hasNext() && wrong.size() < mostRead;) {
        const auto match = words.next();
        const TextRange range{.start = match.capturedStart(), .length = match.capturedLength()};
        ++read;
        if (speller.isWrong(range) && isProse(text, range, mark)) {
            wrong.append(range);
        }
    }
    const bool isForeign = wrong.size() > fewWrong && wrong.size() * 3 > read;
    return isForeign ? QList<TextRange>() : wrong;
}

} // namespace

void spelling(const CheckedText &text, const CheckContext &context, QList<Finding> &found)
{
    const auto language = context.language.isEmpty() ? text.language() : context.language;
    if (language.isEmpty() || !context.spelling->knows(language)) {
        return;
    }
    for (const auto range : wrongWords(text, context, language)) {
        const auto likely = likelyWords(context, language, text.at(range).toString());
        if (!likely.isEmpty()) {
            found.append(misspelt(text, range, likely));
        }
    }
}

} // namespace aside::rules
