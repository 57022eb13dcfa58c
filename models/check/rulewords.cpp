// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/check/rulewords.h"

#include <QDir>
#include <QFile>

#include <string_view>
#include <toml++/toml.hpp>

namespace aside {

using namespace Qt::StringLiterals;

namespace {

constexpr auto spare = "en"_L1; ///< stands in for what a language lacks
constexpr auto questionKey = "question"_L1;

QString fromView(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

RuleText ruleText(const toml::table &table)
{
    RuleText text;
    for (const auto &[key, node] : table) {
        const auto name = fromView(key.str());
        const auto value = fromView(node.value_or(std::string_view()));
        if (name == "title"_L1) {
            text.title = value;
        } else if (name == "why"_L1) {
            text.why = value;
        } else if (name == "bad"_L1) {
            text.bad = value;
        } else if (name == "good"_L1) {
            text.good = value;
        } else if (name == questionKey) {
            text.questions.insert({}, value);
        } else if (name.startsWith(questionKey)) {
            text.questions.insert(name.sliced(questionKey.size() + 1), value);
        }
    }
    return text;
}

/// A place that foreign text fills is not filled again: "%2" in a customer's words stays as it is.
QString filled(const QString &words, const QStringList &arguments)
{
    QString all;
    for (qsizetype i = 0; i < words.size(); ++i) {
        const int place = words[i] == u'%' && i + 1 < words.size() ? words[i + 1].digitValue() : -1;
        if (place >= 1 && place <= arguments.size()) {
            all += arguments.at(place - 1);
            ++i;
        } else {
            all += words[i];
        }
    }
    return all;
}

} // namespace

const RuleWords &RuleWords::delivered()
{
    static const RuleWords words = [] {
        RuleWords all;
        const QDir folder(u":/aside/check"_s);
        for (const auto &language : folder.entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
            QFile file(folder.filePath(language + u"/rules.toml"_s));
            const bool isRead = file.open(QFile::ReadOnly) && all.add(language, file.readAll());
            Q_ASSERT_X(isRead, "RuleWords", "our own resource");
        }
        return all;
    }();
    return words;
}

bool RuleWords::add(const QString &language, const QByteArray &toml)
{
    try {
        Language words;
        const auto file
            = toml::parse(std::string_view(toml.constData(), static_cast<std::size_t>(toml.size())));
        for (const auto &[key, node] : file) {
            const auto *table = node.as_table();
            if (!table) {
                return false;
            }
            if (key != "fixes") {
                words.rules.insert(fromView(key.str()), ruleText(*table));
                continue;
            }
            for (const auto &[name, title] : *table) {
                words.fixes.insert(fromView(name.str()), fromView(title.value_or(std::string_view())));
            }
        }
        m_languages.insert(language, words);
        return true;
    } catch (const toml::parse_error &) {
        return false;
    }
}

QStringList RuleWords::languages() const
{
    auto names = m_languages.keys();
    names.sort();
    return names;
}

RuleText RuleWords::text(QStringView rule, const QString &language) const
{
    const auto id = rule.toString();
    const auto words = m_languages.value(language);
    return words.rules.contains(id) ? words.rules.value(id) : m_languages.value(spare).rules.value(id);
}

QString RuleWords::question(const Finding &finding, const QString &language) const
{
    const auto questions = text(finding.rule, language).questions;
    return filled(questions.value(finding.variant, questions.value({})), finding.arguments);
}

QString RuleWords::title(const Fix &fix, const QString &language) const
{
    const auto words = m_languages.value(language);
    const auto fixes = words.fixes.contains(fix.words) ? words.fixes : m_languages.value(spare).fixes;
    return filled(fixes.value(fix.words), fix.arguments);
}

} // namespace aside
