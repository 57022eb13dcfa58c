// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/templates/templateranking.h"

#include "models/text/folding.h"

#include <KFuzzyMatcher>

#include <algorithm>
#include <optional>
#include <tuple>

namespace aside {

namespace {

/// As people type: without case, accents and ё.
QString folded(const QString &text)
{
    QString result;
    result.reserve(text.size());
    for (const auto letter : text) {
        const auto character = foldCharacter(letter.unicode());
        if (character.kind == CharacterKind::Divider || letter.isSurrogate()) {
            result += letter.isSpace() ? QChar(u' ') : letter;
        } else if (character.kind != CharacterKind::Ignored) {
            result += QChar(static_cast<char16_t>(character.folded));
        }
    }
    return result;
}

struct Hit {
    TemplateMatch match = TemplateMatch::Title;
    int score = 0;
};

/// Letters scattered over a long title are no likeness: a word of the title has to begin with the first one.
std::optional<int> likeness(const QString &query, const QString &words)
{
    const auto result = KFuzzyMatcher::match(query, words);
    if (!result.matched) {
        return std::nullopt;
    }
    const auto first = query.front();
    const bool beginsWord
        = words.startsWith(first) || words.contains(QString(u' ') + first) || words.contains(query);
    return beginsWord ? std::optional(result.score) : std::nullopt;
}

std::optional<Hit> hitOf(const Template &one, const QString &query, const QStringList &words)
{
    std::optional<int> best;
    for (const auto &key : one.keys) {
        best = std::max(best, likeness(query, folded(key)));
    }
    if (best) {
        return Hit{.match = TemplateMatch::Key, .score = *best};
    }
    if (const auto score = likeness(query, folded(one.title))) {
        return Hit{.match = TemplateMatch::Title, .score = *score};
    }
    const auto body = folded(one.body);
    if (std::ranges::all_of(words, [&body](const QString &word) { return body.contains(word); })) {
        return Hit{.match = TemplateMatch::Body};
    }
    return std::nullopt;
}

bool fits(const Template &one, const TemplatePlace &place)
{
    return one.fits(place.channel, place.audience)
        && (one.language.isEmpty() || place.language.isEmpty() || one.language == place.language);
}

struct Candidate {
    RankedTemplate ranked;
    int score = 0;
    int uses = 0;
};

} // namespace

QList<RankedTemplate> rankTemplates(const QList<Template> &templates, const QString &query,
                                    const TemplatePlace &place, const QHash<QString, int> &uses)
{
    const auto wanted = folded(query).simplified();
    const auto words = wanted.split(u' ', Qt::SkipEmptyParts);
    QList<Candidate> candidates;
    for (qsizetype i = 0; i < templates.size(); ++i) {
        const auto &one = templates[i];
        const auto hit = wanted.isEmpty() ? std::optional(Hit{}) : hitOf(one, wanted, words);
        if (hit) {
            candidates.append({.ranked = {.index = i, .match = hit->match, .fits = fits(one, place)},
                               .score = hit->score,
                               .uses = uses.value(one.id)});
        }
    }
    std::ranges::stable_sort(candidates, {}, [](const Candidate &one) {
        return std::tuple(!one.ranked.fits, one.ranked.match, -one.score, -one.uses);
    });
    QList<RankedTemplate> ranked;
    ranked.reserve(candidates.size());
    for (const auto &candidate : std::as_const(candidates)) {
        ranked.append(candidate.ranked);
    }
    return ranked;
}

} // namespace aside
