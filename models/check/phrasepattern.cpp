// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/check/phrasepattern.h"

#include "models/text/stemmer.h"
#include "models/text/textwords.h"

#include <QString>

#include <algorithm>
#include <utility>

namespace aside {

namespace {

constexpr qsizetype longestPhrase = 500;
constexpr std::size_t mostReadings = 400;
constexpr int deepest = 6;
constexpr int mostGaps = 3;

using Readings = std::vector<PhraseReading>;
using Parsed = std::expected<Readings, PhraseFault>;

/// Reads a phrase from left to right.
class Parser
{
public:
    Parser(QStringView phrase, Stemmer &stemmer)
        : m_phrase(phrase)
        , m_stemmer(stemmer)
    {
    }

    Parsed parse()
    {
        auto readings = alternatives(0);
        if (readings && m_at < m_phrase.size()) {
            return std::unexpected(PhraseFault::Unbalanced); // a closing bracket that nothing opened
        }
        return readings;
    }

private:
    [[nodiscard]] bool atEnd() const { return m_at >= m_phrase.size(); }
    [[nodiscard]] bool at(QChar c) const { return !atEnd() && m_phrase[m_at] == c; }

    Parsed alternatives(int depth)
    {
        if (depth > deepest) {
            return std::unexpected(PhraseFault::TooMany);
        }
        auto all = sequence(depth);
        while (all && at(u'|')) {
            ++m_at;
            auto more = sequence(depth);
            if (!more) {
                return more;
            }
            std::ranges::move(*more, std::back_inserter(*all));
            if (all->size() > mostReadings) {
                return std::unexpected(PhraseFault::TooMany);
            }
        }
        return all;
    }

    Parsed sequence(int depth)
    {
        Readings all(1);
        while (!atEnd() && !at(u'|') && !at(u')') && !at(u']')) {
            auto next = element(depth);
            if (!next) {
                return next;
            }
            auto joined = product(all, *next);
            if (!joined) {
                return joined;
            }
            all = std::move(*joined);
        }
        return all;
    }

    Parsed element(int depth)
    {
        const QChar c = m_phrase[m_at];
        if (c == u'(' || c == u'[') {
            return group(depth, c == u'(' ? u')' : u']');
        }
        if (c == u'^' || c == u'$') {
            ++m_at;
            return Readings{{.tokens = {}, .fromStart = c == u'^', .toEnd = c == u'$'}};
        }
        if (c == u'…' || c == u'#') {
            ++m_at;
            return single(c == u'…' ? PhraseToken::Kind::Gap : PhraseToken::Kind::Number);
        }
        if (m_phrase.sliced(m_at).startsWith(u"...")) {
            m_at += 3;
            return single(PhraseToken::Kind::Gap);
        }
        return words();
    }

    static Readings single(PhraseToken::Kind kind) { return {{.tokens = {{.kind = kind}}}}; }

    Parsed group(int depth, QChar closing)
    {
        ++m_at;
        auto inner = alternatives(depth + 1);
        if (!inner) {
            return inner;
        }
        if (!at(closing)) {
            return std::unexpected(PhraseFault::Unbalanced);
        }
        ++m_at;
        if (closing == u']') {
            inner->emplace_back();
        }
        return inner;
    }

    /// The words up to the next character that means something.
    Parsed words()
    {
        const bool exact = at(u'=');
        if (exact) {
            ++m_at;
        }
        const auto start = m_at;
        while (!atEnd() && !QStringView(u"()[]|^$=#…").contains(m_phrase[m_at])
               && !m_phrase.sliced(m_at).startsWith(u"...") && !(exact && m_phrase[m_at].isSpace())) {
            ++m_at;
        }
        PhraseReading reading;
        for (auto &word : wordsOf(m_phrase.sliced(start, m_at - start), m_stemmer)) {
            reading.tokens.push_back({.kind = exact ? PhraseToken::Kind::Form : PhraseToken::Kind::Stem,
                                      .text = exact ? std::move(word.folded) : std::move(word.stem)});
        }
        return Readings{std::move(reading)};
    }

    static Parsed product(const Readings &left, const Readings &right)
    {
        if (left.size() * right.size() > mostReadings) {
            return std::unexpected(PhraseFault::TooMany);
        }
        Readings all;
        for (const auto &first : left) {
            for (const auto &second : right) {
                auto joined = first;
                joined.tokens.insert(joined.tokens.end(), second.tokens.begin(), second.tokens.end());
                joined.fromStart = first.fromStart || (first.tokens.empty() && second.fromStart);
                joined.toEnd = first.toEnd || second.toEnd;
                all.push_back(std::move(joined));
            }
        }
        return all;
    }

    QStringView m_phrase;
    Stemmer &m_stemmer;
    qsizetype m_at = 0;
};

bool isGap(const PhraseToken &token)
{
    return token.kind == PhraseToken::Kind::Gap;
}

/// A gap stands between two words; more than three would make a phrase match anything.
bool isUsable(const PhraseReading &reading)
{
    return !reading.tokens.empty() && !isGap(reading.tokens.front()) && !isGap(reading.tokens.back())
        && std::ranges::count_if(reading.tokens, isGap) <= mostGaps;
}

} // namespace

std::expected<std::vector<PhraseReading>, PhraseFault> readingsOf(QStringView phrase, Stemmer &stemmer)
{
    if (phrase.size() > longestPhrase) {
        return std::unexpected(PhraseFault::TooLong);
    }
    auto readings = Parser(phrase, stemmer).parse();
    if (readings && !std::ranges::all_of(*readings, isUsable)) {
        return std::unexpected(PhraseFault::Nothing);
    }
    return readings;
}

} // namespace aside
