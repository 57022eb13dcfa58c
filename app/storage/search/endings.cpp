// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/storage/search/endings.h"

#include "models/text/stemmer.h"
#include "models/text/wordreader.h"

#include <QSet>

#include <array>
#include <optional>
#include <span>

namespace aside {

namespace {

constexpr qsizetype shortestRoot = 3;

// What the Snowball stemmers take off. Endings of one letter are never cut in two.
constexpr std::array<QStringView, 40> english{
    u"ing",     u"ings",     u"ingly", u"ed",      u"edly",  u"es",      u"ers",   u"est",
    u"ness",    u"nesses",   u"ment",  u"ments",   u"ation", u"ations",  u"ator",  u"ators",
    u"ization", u"izations", u"izing", u"ized",    u"able",  u"ability", u"ible",  u"ibility",
    u"ance",    u"ence",     u"ancy",  u"ency",    u"ally",  u"ity",     u"ities", u"ies",
    u"ied",     u"iest",     u"iness", u"fulness", u"fully", u"ousness", u"ously", u"iveness",
};
constexpr std::array<QStringView, 75> russian{
    u"ами",   u"ями",   u"иями", u"ах",    u"ях",    u"иях",   u"ам",   u"ям",    u"иям",   u"ов",
    u"ев",    u"ей",    u"ой",   u"ом",    u"ем",    u"ием",   u"ия",   u"ии",    u"ию",    u"его",
    u"ого",   u"ему",   u"ому",  u"ыми",   u"ими",   u"ых",    u"их",   u"ый",    u"ий",    u"ая",
    u"ую",    u"ое",    u"ее",   u"ые",    u"ие",    u"ость",  u"ости", u"остью", u"остей", u"остями",
    u"ать",   u"ять",   u"ить",  u"еть",   u"аться", u"иться", u"ется", u"ится",  u"ются",  u"ался",
    u"алась", u"ались", u"ился", u"илась", u"ились", u"ала",   u"али",  u"ила",   u"или",   u"ешь",
    u"ишь",   u"ете",   u"ите",  u"ует",   u"уют",   u"ает",   u"ают",  u"яет",   u"яют",   u"ющий",
    u"ющие",  u"ющего", u"вший", u"вшись", u"нный",
};

struct Word {
    QString folded;
    WordScript script = WordScript::Other;
};

std::string_view view(const QByteArray &utf8)
{
    return {utf8.constData(), static_cast<std::size_t>(utf8.size())};
}

std::optional<Word> lastWord(const QString &text)
{
    std::optional<Word> last;
    const auto utf8 = text.toUtf8();
    for (WordReader reader(view(utf8)); reader.next();) {
        last = {.folded = QString::fromUtf8(reader.word()), .script = reader.script()};
    }
    return last;
}

QString stemOf(Stemmer &stemmer, const QString &word)
{
    const auto utf8 = word.toUtf8();
    WordReader reader(view(utf8));
    return reader.next() ? QString::fromUtf8(stemmer.stem(reader)) : QString();
}

std::span<const QStringView> endingsOf(WordScript script)
{
    switch (script) {
    case WordScript::Latin:
        return english;
    case WordScript::Cyrillic:
        return russian;
    case WordScript::Other:
        return {};
    }
    Q_UNREACHABLE_RETURN({});
}

} // namespace

bool hasWords(const QString &text)
{
    const auto utf8 = text.toUtf8();
    return WordReader(view(utf8)).next();
}

QStringList likelyEndings(const QString &text)
{
    QStringList rests;
    const auto word = lastWord(text);
    if (!word) {
        return rests;
    }
    Stemmer stemmer;
    QSet<QString> known{stemOf(stemmer, word->folded)};
    for (const auto ending : endingsOf(word->script)) {
        for (qsizetype begun = 1; begun < ending.size(); ++begun) {
            if (!word->folded.endsWith(ending.first(begun)) || word->folded.size() - begun < shortestRoot) {
                continue;
            }
            const auto rest = ending.sliced(begun).toString();
            const auto stem = stemOf(stemmer, word->folded + rest);
            if (!stem.startsWith(word->folded) && !known.contains(stem)) {
                known.insert(stem);
                rests << rest;
            }
        }
    }
    return rests;
}

} // namespace aside
