// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/check/rulespage.h"

#include "models/check/rules.h"
#include "models/check/rulewords.h"

#include <QStringList>

#include <array>

namespace aside {

using namespace Qt::StringLiterals;

namespace {

/// What the page says around the rules' own words.
struct PageWords {
    QString opening;
    std::array<QString, 3> severities; // stop, ask, hint
    QString bad;
    QString good;
    QString question;
};

const PageWords english{
    .opening = uR"(<!--
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
)"_s,
    .severities = {u"stop"_s, u"ask"_s, u"hint"_s},
    .bad = u"Rather not"_s,
    .good = u"Better"_s,
    .question = u"Asks"_s,
};

const PageWords russian{
    .opening = uR"(<!--
SPDX-FileCopyrightText: 2026 The Aside authors
SPDX-License-Identifier: GPL-3.0-or-later
Made from the table of rules and resources/check/ru/rules.toml: UPDATE_GOLDEN=1 tst_rulespage writes it.
-->

# Проверка ответа

«Зачем я это добавляю?» Aside спрашивает так о каждой части ответа, без которой клиент, возможно, обойдётся: пока вы
пишете, в каждом шаблоне и ещё раз перед каждой отправкой. Замечания бывают трёх видов:

- **проблема** (`stop`): отправить ответ нельзя. Нужно исправить его или получить разрешение руководителя, которое
  будет записано.
- **вопрос** (`ask`): уберите это место одной клавишей или скажите, зачем оно остаётся. Причина хранится с черновиком.
- **подсказка** (`hint`): её видно, и больше ничего.

Команда может изменить строгость любого правила или выключить его для канала или аудитории. Списки фраз пополняют
файлы в `PROFILE/phrases` (они устроены так же, как в `resources/check`).

| правило | лично | публично | что находит |
| --- | --- | --- | --- |
)"_s,
    .severities = {u"проблема"_s, u"вопрос"_s, u"подсказка"_s},
    .bad = u"Лучше не так"_s,
    .good = u"Лучше так"_s,
    .question = u"Спросит"_s,
};

QString word(const PageWords &words, Severity severity)
{
    switch (severity) {
    case Severity::Stop:
        return words.severities[0];
    case Severity::Ask:
        return words.severities[1];
    case Severity::Hint:
        return words.severities[2];
    }
    return {};
}

/// A cell must not end the table.
QString cell(QString words)
{
    return words.replace(u'|', u"\\|"_s).replace(u'\n', u' ');
}

QString row(const Rule &rule, const RuleText &text, const PageWords &page)
{
    const QString id(rule.id);
    return u"| [%1](#%2) | %3 | %4 | %5 |\n"_s.arg(id, QString(id).remove(u'.'), word(page, rule.severity),
                                                   word(page, rule.inPublic), cell(text.title));
}

QString section(const Rule &rule, const RuleText &text, const PageWords &words)
{
    QString page = u"\n## %1\n\n**%2.** %3\n\n"_s.arg(QString(rule.id), text.title, text.why);
    page += u"- %1: %2\n- %3: %4\n"_s.arg(words.bad, text.bad, words.good, text.good);
    auto variants = text.questions.keys();
    variants.sort();
    for (const auto &variant : std::as_const(variants)) {
        page += u"- %1: %2\n"_s.arg(words.question, text.questions.value(variant));
    }
    return page;
}

} // namespace

QString rulesPage(const RuleWords &words, const QString &language)
{
    const PageWords &around = language == u"ru" ? russian : english;
    QString page = around.opening;
    for (const auto &rule : allRules()) {
        page += row(rule, words.text(QString(rule.id), language), around);
    }
    for (const auto &rule : allRules()) {
        page += section(rule, words.text(QString(rule.id), language), around);
    }
    return page;
}

} // namespace aside
