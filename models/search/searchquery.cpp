// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/search/searchquery.h"

#include "models/search/searchfilters.h"

#include <optional>

namespace aside {

namespace {

constexpr qsizetype maxLength = 2'000;
constexpr qsizetype maxTerms = 64;

enum class Sign : quint8 { Plain, Minus };

/// One thing between spaces.
struct Item {
    std::variant<SearchTerm, SearchFilter> what;
    Sign sign = Sign::Plain;
    bool isOr = false;

    [[nodiscard]] const SearchTerm *wanted() const
    {
        return sign == Sign::Plain ? std::get_if<SearchTerm>(&what) : nullptr;
    }
};

bool isSpace(QChar c)
{
    return c.isSpace() || c.category() == QChar::Other_Control;
}

/// The marks that close what `open` opens; empty where it opens nothing.
QStringView closing(QChar open)
{
    switch (open.unicode()) {
    case u'"':
        return u"\"";
    case u'«':
        return u"»";
    case u'“':
        return u"”\"";
    case u'„':
        return u"“”\"";
    default:
        return {};
    }
}

/// Walks over the text once and takes it apart.
class Lexer
{
public:
    Lexer(QStringView text, QDate today)
        : m_text(text)
        , m_today(today)
    {
    }

    QList<Item> items()
    {
        QList<Item> found;
        for (skipSpace(); !atEnd() && found.size() < maxTerms; skipSpace()) {
            found.append(next());
        }
        return found;
    }

private:
    [[nodiscard]] bool atEnd() const { return m_at >= m_text.size(); }

    void skipSpace()
    {
        while (!atEnd() && isSpace(m_text[m_at])) {
            ++m_at;
        }
    }

    Item next()
    {
        Item item{.what = SearchTerm{}, .sign = takeMinus()};
        const auto start = m_at;
        if (auto phrase = takePhrase()) {
            item.what = SearchTerm{.text = phrase->toString(), .prefix = takeStar()};
            return item;
        }
        if (auto found = takeOperator()) {
            item.what = std::move(*found);
            return item;
        }
        m_at = start;
        const auto word = takeWord();
        item.what = term(word);
        item.isOr = item.sign == Sign::Plain && (word == u"OR" || word == u"ИЛИ");
        return item;
    }

    /// A minus means "not" only right before a word or a quotation: "--help" and "- and" are text.
    Sign takeMinus()
    {
        if (m_text[m_at] != u'-' || m_at + 1 >= m_text.size()) {
            return Sign::Plain;
        }
        const auto after = m_text[m_at + 1];
        if (!after.isLetterOrNumber() && closing(after).isEmpty()) {
            return Sign::Plain;
        }
        ++m_at;
        return Sign::Minus;
    }

    std::optional<QStringView> takePhrase()
    {
        const auto ends = atEnd() ? QStringView{} : closing(m_text[m_at]);
        for (auto end = m_at + 1; !ends.isEmpty() && end < m_text.size(); ++end) {
            if (ends.contains(m_text[end])) {
                const auto phrase = m_text.sliced(m_at + 1, end - m_at - 1);
                m_at = end + 1;
                return phrase;
            }
        }
        return std::nullopt;
    }

    bool takeStar()
    {
        if (atEnd() || m_text[m_at] != u'*') {
            return false;
        }
        ++m_at;
        return true;
    }

    QStringView takeWord()
    {
        const auto start = m_at;
        while (!atEnd() && !isSpace(m_text[m_at])) {
            ++m_at;
        }
        return m_text.sliced(start, m_at - start);
    }

    std::optional<std::variant<SearchTerm, SearchFilter>> takeOperator()
    {
        const auto start = m_at;
        while (!atEnd() && m_text[m_at].isLetter()) {
            ++m_at;
        }
        if (atEnd() || m_text[m_at] != u':') {
            return std::nullopt;
        }
        const auto name = m_text.sliced(start, m_at - start);
        ++m_at;
        const auto phrase = takePhrase();
        const auto value = phrase ? *phrase : takeWord();
        if (value.isEmpty()) {
            return std::nullopt;
        }
        if (const auto field = searchField(name)) {
            auto found = phrase ? SearchTerm{.text = value.toString(), .prefix = takeStar()} : term(value);
            found.field = *field;
            return found;
        }
        return searchFilter(name, value, m_today);
    }

    static SearchTerm term(QStringView word)
    {
        auto stem = word;
        while (stem.endsWith(u'*')) {
            stem.chop(1);
        }
        const bool prefix = stem.size() < word.size() && !stem.isEmpty();
        return {.text = (prefix ? stem : word).toString(), .prefix = prefix};
    }

    QStringView m_text;
    QDate m_today;
    qsizetype m_at = 0;
};

/// Of two such filters any one is enough anyway.
bool areAlternatives(const Item &left, const Item &right)
{
    const auto *first = std::get_if<SearchFilter>(&left.what);
    const auto *second = std::get_if<SearchFilter>(&right.what);
    const auto isChoice = [](const SearchFilter &filter) {
        return std::holds_alternative<Channel>(filter.is) || std::holds_alternative<Audience>(filter.is)
            || std::holds_alternative<ConversationState>(filter.is)
            || std::holds_alternative<Direction>(filter.is);
    };
    return first && second && isChoice(*first) && first->is.index() == second->is.index();
}

/// "OR" joins what stands on both sides of it; where nothing can be joined it is a word.
enum class Joint : quint8 { None, Terms, Filters };

Joint jointAt(const QList<Item> &items, qsizetype at)
{
    if (!items[at].isOr || at == 0 || at + 1 == items.size()) {
        return Joint::None;
    }
    const auto &left = items[at - 1];
    const auto &right = items[at + 1];
    return left.wanted() && right.wanted() ? Joint::Terms
        : areAlternatives(left, right)     ? Joint::Filters
                                           : Joint::None;
}

SearchQuery arrange(const QList<Item> &items)
{
    SearchQuery query;
    for (qsizetype i = 0; i < items.size(); ++i) {
        const auto &item = items[i];
        if (const auto *filter = std::get_if<SearchFilter>(&item.what)) {
            query.filters.append(item.sign == Sign::Minus ? negated(*filter) : *filter);
        } else if (const auto *term = item.wanted(); !term) {
            query.excluded.append(std::get<SearchTerm>(item.what));
        } else if (const auto joint = jointAt(items, i); joint == Joint::Terms) {
            query.groups.last().append(*items[++i].wanted());
        } else if (joint == Joint::None) {
            query.groups.append({*term});
        }
    }
    return query;
}

} // namespace

SearchQuery parseSearchQuery(QStringView text, QDate today)
{
    return arrange(Lexer(text.first(std::min(text.size(), maxLength)), today).items());
}

} // namespace aside
