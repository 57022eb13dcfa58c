// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/check/phrasepattern.h"

#include "models/text/stemmer.h"
#include "models/text/textwords.h"

#include <utility>

namespace aside {

namespace {

constexpr qsizetype longestPhrase = 4'000;
constexpr int deepest = 6;

using Parsed = std::expected<PhrasePattern, PhraseFault>;
using Kind = PhrasePattern::Kind;

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
        auto pattern = choice(0);
        if (pattern && !atEnd()) {
            return std::unexpected(PhraseFault::Unbalanced); // a closing bracket that nothing opened
        }
        return pattern;
    }

private:
    [[nodiscard]] bool atEnd() const { return m_at >= m_phrase.size(); }
    [[nodiscard]] bool at(QChar c) const { return !atEnd() && m_phrase[m_at] == c; }
    [[nodiscard]] bool atDots() const { return m_phrase.sliced(m_at).startsWith(u"..."); }

    Parsed choice(int depth)
    {
        if (depth > deepest) {
            return std::unexpected(PhraseFault::TooMany);
        }
        PhrasePattern pattern{.kind = Kind::Choice};
        for (;;) {
            auto one = sequence(depth);
            if (!one) {
                return one;
            }
            pattern.parts.push_back(std::move(*one));
            if (!at(u'|')) {
                return pattern;
            }
            ++m_at;
        }
    }

    Parsed sequence(int depth)
    {
        PhrasePattern pattern{.kind = Kind::Sequence};
        while (!atEnd() && !at(u'|') && !at(u')') && !at(u']')) {
            auto next = element(depth);
            if (!next) {
                return next;
            }
            pattern.parts.push_back(std::move(*next));
        }
        return pattern;
    }

    Parsed element(int depth)
    {
        if (atDots()) {
            m_at += 3;
            return PhrasePattern{.kind = Kind::Gap};
        }
        switch (m_phrase[m_at].unicode()) {
        case u'(':
            return group(depth, u')');
        case u'[':
            return group(depth, u']');
        case u'^':
            return sign(Kind::Start);
        case u'$':
            return sign(Kind::End);
        case u'…':
            return sign(Kind::Gap);
        case u'#':
            return sign(Kind::Number);
        default:
            return words();
        }
    }

    PhrasePattern sign(Kind kind)
    {
        ++m_at;
        return {.kind = kind};
    }

    Parsed group(int depth, QChar closing)
    {
        ++m_at;
        auto inner = choice(depth + 1);
        if (!inner) {
            return inner;
        }
        if (!at(closing)) {
            return std::unexpected(PhraseFault::Unbalanced);
        }
        ++m_at;
        if (closing == u']') {
            PhrasePattern optional{.kind = Kind::Optional};
            optional.parts.push_back(std::move(*inner));
            return optional;
        }
        return inner;
    }

    /// The words up to the next character that means something; behind "=" one word.
    PhrasePattern words()
    {
        const bool exact = at(u'=');
        m_at += exact ? 1 : 0;
        const auto start = m_at;
        while (!atEnd() && !QStringView(u"()[]|^$=#…").contains(m_phrase[m_at]) && !atDots()
               && !(exact && m_phrase[m_at].isSpace())) {
            ++m_at;
        }
        PhrasePattern pattern{.kind = Kind::Sequence};
        for (auto &word : wordsOf(m_phrase.sliced(start, m_at - start), m_stemmer)) {
            pattern.parts.push_back({.kind = exact ? Kind::Form : Kind::Stem,
                                     .word = exact ? std::move(word.folded) : std::move(word.stem)});
        }
        return pattern;
    }

    QStringView m_phrase;
    Stemmer &m_stemmer;
    qsizetype m_at = 0;
};

} // namespace

std::expected<PhrasePattern, PhraseFault> patternOf(QStringView phrase, Stemmer &stemmer)
{
    if (phrase.size() > longestPhrase) {
        return std::unexpected(PhraseFault::TooLong);
    }
    return Parser(phrase, stemmer).parse();
}

} // namespace aside
