// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/spelling/sonnetspelling.h"

#include <QRegularExpression>

#include <Sonnet/Speller>
#include <algorithm>
#include <array>
#include <utility>

namespace aside {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostRemembered = 20'000;
constexpr qsizetype mostSuggested = 5;

bool isOf(const QString &code, QStringView language)
{
    return code == language || code.startsWith(language.toString() + u'_')
        || code.startsWith(language.toString() + u'-');
}

/// What the word would be in American English: often that is the only English dictionary.
QString american(const QString &word)
{
    struct Change {
        QRegularExpression british;
        QString american;
    };
    static const std::array changes{
        Change{.british = QRegularExpression(u"(?<=[bdlmnprv])our(?=$|s|ed|ing|ab|ful|it|less|hood)"_s),
               .american = u"or"_s},
        Change{.british = QRegularExpression(u"is(?=(?:e|es|ed|er|ers|ing|ation|ations|able)$)"_s),
               .american = u"iz"_s},
        Change{.british = QRegularExpression(u"ys(?=(?:e|es|ed|er|ing)$)"_s), .american = u"yz"_s},
        Change{.british = QRegularExpression(u"(?<=[cbt])re(?=$|s$|d$)"_s), .american = u"er"_s},
        Change{.british = QRegularExpression(u"ll(?=(?:ed|ing|er|ers|ation|ations)$)"_s), .american = u"l"_s},
        Change{.british = QRegularExpression(u"ogue(?=s?$)"_s), .american = u"og"_s},
        Change{.british = QRegularExpression(u"(?<=[fd]|lic)ence(?=s?$)"_s), .american = u"ense"_s},
        Change{.british = QRegularExpression(u"que(?=s?$)"_s), .american = u"ck"_s},
        Change{.british = QRegularExpression(u"mme(?=s?$)"_s), .american = u"m"_s},
        Change{.british = QRegularExpression(u"^(enrol|fulfil)(?=$|s$|ment)"_s), .american = u"\\1l"_s},
    };
    auto changed = word;
    for (const auto &change : changes) {
        changed.replace(change.british, change.american);
    }
    return changed;
}

} // namespace

SonnetSpelling::SonnetSpelling()
    : SonnetSpelling(Sonnet::Speller().availableLanguages())
{
}

SonnetSpelling::SonnetSpelling(QStringList dictionaries)
    : m_codes(std::move(dictionaries))
{
}

SonnetSpelling::~SonnetSpelling() = default;

SonnetSpelling::Shelf &SonnetSpelling::shelf(QStringView language) const
{
    auto &shelf = m_shelves[language.toString()];
    if (!shelf) {
        shelf = std::make_shared<Shelf>();
        for (const auto &code : m_codes) {
            auto dictionary = isOf(code, language) ? std::make_unique<Sonnet::Speller>(code) : nullptr;
            if (dictionary && dictionary->isValid()) {
                shelf->dictionaries.push_back(std::move(dictionary));
            }
        }
    }
    const bool isFull = shelf->right.size() > mostRemembered || shelf->suggested.size() > mostRemembered;
    if (isFull) {
        shelf->right.clear();
        shelf->suggested.clear();
    }
    return *shelf;
}

bool SonnetSpelling::knows(QStringView language) const
{
    return !language.isEmpty() && !shelf(language).dictionaries.empty();
}

bool SonnetSpelling::isRight(QStringView language, const QString &word) const
{
    auto &books = shelf(language);
    const auto known = books.right.constFind(word);
    if (known != books.right.cend()) {
        return *known;
    }
    const auto isIn = [&books](const QString &form) {
        return std::ranges::any_of(books.dictionaries,
                                   [&form](const auto &book) { return book->isCorrect(form); });
    };
    const bool isRight
        = books.dictionaries.empty() || isIn(word) || (language == u"en" && isIn(american(word)));
    books.right.insert(word, isRight);
    return isRight;
}

QStringList SonnetSpelling::suggestions(QStringView language, const QString &word) const
{
    auto &books = shelf(language);
    const auto known = books.suggested.constFind(word);
    if (known != books.suggested.cend()) {
        return *known;
    }
    auto likely = books.dictionaries.empty() ? QStringList() : books.dictionaries.front()->suggest(word);
    likely = likely.first(std::min(likely.size(), mostSuggested));
    books.suggested.insert(word, likely);
    return likely;
}

QStringList SonnetSpelling::languages() const
{
    QStringList languages;
    for (const auto &language : {u"ru"_s, u"en"_s}) {
        if (knows(language)) {
            languages.append(language);
        }
    }
    return languages;
}

} // namespace aside
