// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/check/rulespage.h"

#include "models/check/rules.h"
#include "models/check/rulewords.h"

#include <QStringList>

namespace aside {

using namespace Qt::StringLiterals;

namespace {

const auto opening = uR"(<!--
SPDX-FileCopyrightText: 2026 The Aside authors
SPDX-License-Identifier: GPL-3.0-or-later
Made from the table of rules and resources/check/en/rules.toml: UPDATE_GOLDEN=1 tst_rulespage writes it.
-->

# The reply check

“Why am I adding this?” Aside asks it of every part of a reply that the customer may have no use for: as you type, of
every template, and again before each send. There are three kinds of findings:

- **stop**: the reply cannot be sent; only a fix, or a lead's recorded override, clears it.
- **ask**: take it out with one key, or say why it stays. The reason is kept with the draft.
- **hint**: shown, nothing else.

A team can change the level of any rule, or switch it off, for a channel or an audience; phrase lists are extended by
files in `PROFILE/phrases` (the form is that of `resources/check`).

| rule | private | public | what it finds |
| --- | --- | --- | --- |
)"_s;

/// A cell must not end the table.
QString cell(QString words)
{
    return words.replace(u'|', u"\\|"_s).replace(u'\n', u' ');
}

QString row(const Rule &rule, const RuleText &text)
{
    const QString id(rule.id);
    return u"| [%1](#%2) | %3 | %4 | %5 |\n"_s.arg(id, QString(id).remove(u'.'), severityName(rule.severity),
                                                   severityName(rule.inPublic), cell(text.title));
}

QString section(const Rule &rule, const RuleText &text)
{
    QString page = u"\n## %1\n\n**%2.** %3\n\n"_s.arg(QString(rule.id), text.title, text.why);
    page += u"- Rather not: %1\n- Better: %2\n"_s.arg(text.bad, text.good);
    auto variants = text.questions.keys();
    variants.sort();
    for (const auto &variant : std::as_const(variants)) {
        page += u"- Asks: %1\n"_s.arg(text.questions.value(variant));
    }
    return page;
}

} // namespace

QString rulesPage(const RuleWords &words, const QString &language)
{
    QString page = opening;
    for (const auto &rule : allRules()) {
        page += row(rule, words.text(QString(rule.id), language));
    }
    for (const auto &rule : allRules()) {
        page += section(rule, words.text(QString(rule.id), language));
    }
    return page;
}

} // namespace aside
