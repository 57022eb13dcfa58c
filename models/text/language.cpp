// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/text/language.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace aside {

namespace {

/// Enough to be sure of, and bounded for texts without end.
constexpr qsizetype mostLooked = 4'000;

constexpr std::array<std::u16string_view, 58> russianWords{
    u"и",     u"не",  u"на",    u"что",    u"это",          u"вы",      u"мы",     u"как",        u"по",
    u"из",    u"вас", u"вам",   u"нам",    u"нас",          u"мне",     u"меня",   u"я",          u"с",
    u"в",     u"у",   u"для",   u"или",    u"если",         u"уже",     u"еще",    u"ещё",        u"только",
    u"можно", u"где", u"когда", u"почему", u"здравствуйте", u"спасибо", u"добрый", u"пожалуйста", u"привет",
    u"заказ", u"был", u"нет",   u"да",     u"ваш",          u"ваша",    u"ваше",   u"ваши",       u"мой",
    u"до",    u"от",  u"за",    u"при",    u"то",           u"а",       u"но",     u"же",         u"бы",
    u"его",   u"так", u"есть",  u"со",
};

constexpr std::array<std::u16string_view, 60> englishWords{
    u"the",    u"you",    u"to",    u"is",    u"your", u"and",  u"we",   u"of",    u"for",   u"are",
    u"it",     u"this",   u"that",  u"have",  u"with", u"my",   u"our",  u"not",   u"can",   u"be",
    u"please", u"thanks", u"thank", u"hello", u"hi",   u"will", u"was",  u"has",   u"what",  u"when",
    u"where",  u"how",    u"why",   u"from",  u"been", u"if",   u"but",  u"they",  u"there", u"would",
    u"could",  u"order",  u"yes",   u"sorry", u"dear", u"were", u"an",   u"by",    u"at",    u"on",
    u"it's",   u"i'm",    u"don't", u"i",     u"all",  u"get",  u"just", u"still", u"or",    u"as",
};

/// Short words of languages that are also written with these letters, and not English or Russian ones.
constexpr std::array<std::u16string_view, 56> otherWords{
    u"der",  u"die",  u"das", u"und", u"ist",  u"nicht", u"sie",  u"wir", u"ich",  u"ein",  u"eine", u"den",
    u"mit",  u"für",  u"auf", u"el",  u"la",   u"los",   u"las",  u"que", u"es",   u"un",   u"una",  u"por",
    u"para", u"con",  u"su",  u"le",  u"les",  u"des",   u"et",   u"est", u"vous", u"nous", u"pas",  u"pour",
    u"dans", u"il",   u"di",  u"che", u"non",  u"per",   u"você", u"não", u"het",  u"een",  u"van",  u"nie",
    u"się",  u"jest", u"съм", u"ще",  u"това", u"се",    u"сте",  u"як",
};

struct Counts {
    int cyrillic = 0;
    int latin = 0;
    int foreign = 0; ///< letters that neither Russian nor English has
    int words = 0;
    int russian = 0;
    int english = 0;
    int other = 0;
};

bool isRussianLetter(char16_t c)
{
    return (c >= u'а' && c <= u'я') || c == u'ё';
}

template <typename Words>
bool has(const Words &words, QStringView word)
{
    return std::ranges::any_of(words, [word](std::u16string_view known) {
        return word.compare(QStringView(known.data(), std::ssize(known)), Qt::CaseInsensitive) == 0;
    });
}

void countWord(Counts &counts, QStringView word)
{
    ++counts.words;
    if (has(russianWords, word)) {
        ++counts.russian;
    } else if (has(englishWords, word)) {
        ++counts.english;
    } else if (has(otherWords, word)) {
        ++counts.other;
    }
}

void countLetter(Counts &counts, QChar c)
{
    const char16_t letter = c.toLower().unicode();
    if (isRussianLetter(letter)) {
        ++counts.cyrillic;
    } else if (letter >= u'a' && letter <= u'z') {
        ++counts.latin;
    } else if (letter != u'\'' && letter != u'’') {
        ++counts.foreign;
    }
}

/// An address is written in Latin letters in every language, and is no word of any.
bool isAddress(QStringView token)
{
    return token.contains(u"://") || token.contains(u'@') || token.startsWith(u"www.")
        || token.contains(u"{{") || token.contains(u"}}");
}

void countToken(Counts &counts, QStringView token)
{
    if (isAddress(token)) {
        return;
    }
    qsizetype start = 0;
    for (qsizetype i = 0; i <= token.size(); ++i) {
        const bool inWord = i < token.size()
            && (token[i].isLetter() || ((token[i] == u'\'' || token[i] == u'’') && i > start));
        if (inWord) {
            countLetter(counts, token[i]);
            continue;
        }
        if (i > start) {
            countWord(counts, token.sliced(start, i - start));
        }
        start = i + 1;
    }
}

Counts counted(QStringView text)
{
    Counts counts;
    qsizetype start = 0;
    for (qsizetype i = 0; i <= text.size(); ++i) {
        if (i == text.size() || text[i].isSpace()) {
            countToken(counts, text.sliced(start, i - start));
            start = i + 1;
        }
    }
    return counts;
}

} // namespace

QString languageOf(QStringView text)
{
    const auto counts = counted(text.first(std::min(text.size(), mostLooked)));
    const int letters = counts.cyrillic + counts.latin + counts.foreign;
    if (letters < 4 || counts.foreign * 20 > letters) {
        return {};
    }
    // A Russian reply may be full of Latin names; an English one holds no Cyrillic sentence.
    if (counts.cyrillic * 5 >= letters * 2) {
        const bool isSure = counts.russian > counts.other && (counts.russian > 0 || counts.words < 8);
        return isSure || (counts.other == 0 && counts.words < 8) ? QStringLiteral("ru") : QString();
    }
    const bool isAboutNames = counts.russian > 0 && counts.english == 0 && counts.other == 0;
    if (isAboutNames && counts.cyrillic * 5 >= letters) {
        return QStringLiteral("ru");
    }
    return counts.cyrillic * 5 < letters && counts.english > counts.other ? QStringLiteral("en") : QString();
}

} // namespace aside
