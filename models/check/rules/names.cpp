// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/check/rules/names.h"

#include <QFile>

#include <algorithm>
#include <array>
#include <string_view>
#include <toml++/toml.hpp>

namespace aside::rules {

using namespace Qt::StringLiterals;

namespace {

QString folded(QStringView word)
{
    return word.toString().normalized(QString::NormalizationForm_C).toLower().replace(u'ё', u'е');
}

bool isCyrillic(QStringView word)
{
    return !word.isEmpty() && word.front().script() == QChar::Script_Cyrillic;
}

/// What an inflected name may have been: "Анне" and "Ань" were "Анна" and "Аня".
QStringList baseForms(const QString &word)
{
    QStringList bases{word};
    if (!isCyrillic(word)) {
        return bases;
    }
    constexpr qsizetype longestEnding = 2;
    constexpr qsizetype shortestStem = 2;
    for (qsizetype ending = 0; ending <= longestEnding && word.size() - ending >= shortestStem; ++ending) {
        const auto stem = word.first(word.size() - ending);
        for (const auto last :
             {QStringView(), QStringView(u"а"), QStringView(u"я"), QStringView(u"й"), QStringView(u"ь")}) {
            bases.append(stem + last.toString());
        }
    }
    return bases;
}

/// The sound of a name in Latin letters, roughly: "Юлия", "Yulia" and "Julija" are alike.
QString sound(const QString &word)
{
    constexpr std::array<QLatin1StringView, 32> letters{
        "a"_L1, "b"_L1,  "v"_L1,  "g"_L1,  "d"_L1, "e"_L1, "zh"_L1, "z"_L1, "i"_L1, "i"_L1, "k"_L1,
        "l"_L1, "m"_L1,  "n"_L1,  "o"_L1,  "p"_L1, "r"_L1, "s"_L1,  "t"_L1, "u"_L1, "f"_L1, "h"_L1,
        "c"_L1, "ch"_L1, "sh"_L1, "sh"_L1, ""_L1,  "i"_L1, ""_L1,   "e"_L1, "u"_L1, "a"_L1};
    QString latin;
    for (const auto c : word) {
        const auto index = static_cast<std::size_t>(c.unicode() - u'а');
        latin += c >= u'а' && index < letters.size() ? QString(letters.at(index)) : QString(c);
    }
    latin.replace(u"kh"_s, u"h"_s).replace(u"ts"_s, u"c"_s).replace(u"w"_s, u"v"_s).replace(u"x"_s, u"ks"_s);
    latin.replace(u'y', u'i').replace(u'j', u'i');
    for (const auto &vowel : {u"a"_s, u"e"_s, u"o"_s, u"u"_s}) {
        latin.replace(u'i' + vowel, vowel);
    }
    const auto twins = std::ranges::unique(latin);
    latin.truncate(std::distance(latin.begin(), twins.begin()));
    while (latin.endsWith(u'i')) {
        latin.chop(1);
    }
    return latin;
}

/// Surnames and rare names, which no list has: "Беловой" is "Белова".
bool isInflected(const QString &one, const QString &other)
{
    const auto common = std::ranges::mismatch(one, other).in1 - one.cbegin();
    constexpr qsizetype longestEnding = 3;
    constexpr qsizetype shortestStem = 3;
    return isCyrillic(one) && common >= shortestStem && one.size() - common <= longestEnding
        && other.size() - common <= longestEnding;
}

QString text(std::string_view utf8)
{
    return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
}

QStringList listOf(const toml::array &values)
{
    QStringList list;
    for (const auto &value : values) {
        list.append(text(value.value_or(std::string_view())));
    }
    return list;
}

} // namespace

Names::Names()
{
    for (const auto language : {"ru"_L1, "en"_L1}) {
        read(u":/aside/check/%1/names.toml"_s.arg(language));
    }
}

const Names &Names::all()
{
    static const Names names;
    return names;
}

void Names::read(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return;
    }
    const auto bytes = file.readAll();
    try {
        const auto parsed
            = toml::parse(std::string_view(bytes.constData(), static_cast<std::size_t>(bytes.size())));
        const auto *names = parsed.at_path("diminutives.names").as_table();
        for (const auto &[key, value] : names != nullptr ? *names : toml::table()) {
            const auto *forms = value.as_array();
            add(text(key.str()), forms != nullptr ? listOf(*forms) : QStringList());
        }
    } catch (const toml::parse_error &) {
        return; // comes with the program: its test says so
    }
}

void Names::add(const QString &name, const QStringList &forms)
{
    m_fullForms[folded(name)].append(folded(name));
    for (const auto &form : forms) {
        m_fullForms[folded(form)].append(folded(name));
    }
}

QStringList Names::fullForms(QStringView word) const
{
    const auto bases = baseForms(folded(word));
    const auto known
        = std::ranges::find_if(bases, [this](const QString &base) { return m_fullForms.contains(base); });
    return known != bases.cend() ? m_fullForms.value(*known) : QStringList();
}

bool Names::isSame(QStringView one, QStringView other) const
{
    const auto a = folded(one);
    const auto b = folded(other);
    const auto fullA = fullForms(a);
    const auto fullB = fullForms(b);
    const bool areKnown = !fullA.isEmpty() && !fullB.isEmpty();
    if (a == b || (!areKnown && isCyrillic(a) == isCyrillic(b) && isInflected(a, b))) {
        return true;
    }
    const auto areNear = [](const QString &first, const QString &second) {
        return sound(first) == sound(second);
    };
    return std::ranges::any_of(QStringList(fullA) << a, [&](const QString &first) {
        return std::ranges::any_of(QStringList(fullB) << b,
                                   [&](const QString &second) { return areNear(first, second); });
    });
}

} // namespace aside::rules
