// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/check/checkproblems.h"

#include "models/check/replydesk.h"
#include "widgets/check/spellingchoice.h"
#include "widgets/common/errortext.h"
#include "widgets/common/foreigntext.h"
#include "widgets/common/wrappedlist.h"
#include "widgets/theme/icons.h"

#include <QBoxLayout>
#include <QDir>
#include <QEvent>
#include <QLabel>
#include <QListWidget>

namespace aside {

namespace {

constexpr int spacing = 6;
constexpr int mostLines = 6; // more are scrolled
constexpr int longestPath = 200;

} // namespace

CheckProblems::CheckProblems(ReplyDesk &desk, QWidget *parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_title(plainLabel(this))
    , m_list(makeWrappedList(QStringLiteral("checkProblemList"), this))
{
    setObjectName(QStringLiteral("checkProblems"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(spacing);
    column->addWidget(m_title);
    column->addWidget(m_list);
    connect(&m_desk, &ReplyDesk::profileChanged, this, &CheckProblems::load);
    connect(&m_desk, &ReplyDesk::reportChanged, this, &CheckProblems::fill);
    retranslate();
    load();
}

void CheckProblems::load()
{
    m_desk.supplies().then(this, [this](const CheckSupplies &supplies) {
        m_supplies = supplies;
        m_isKnown = true;
        fill();
    });
}

QStringList CheckProblems::lines() const
{
    QStringList lines;
    for (const auto &unknown : m_desk.profile().unknownRules) {
        lines.append(tr("check.toml, line %1: there is no rule “%2”. Did you mean %3?")
                         .arg(QString::number(unknown.line), oneLine(unknown.id, 60), unknown.nearest));
    }
    for (const auto &problem : m_supplies.problems) {
        const auto file = oneLine(QDir::toNativeSeparators(problem.file), longestPath);
        const auto words = phraseFaultText(problem.fault) + u' ' + oneLine(problem.excerpt, 100);
        lines.append(problem.line == 0
                         ? QStringLiteral("%1: %2").arg(file, words.trimmed())
                         //: A file, a line in it, what is wrong there
                         : tr("%1, line %2: %3").arg(file, QString::number(problem.line), words.trimmed()));
    }
    const auto language = m_desk.language().isEmpty() ? m_desk.report().language : m_desk.language();
    const bool isMissing = !language.isEmpty() && !m_supplies.dictionaries.contains(language);
    if (m_isKnown && m_desk.isOpen() && isMissing) {
        //: %1 is a language, "Russian"
        lines.append(tr("%1: there is no dictionary, so the spelling is not looked at. Install one for "
                        "Hunspell and start Aside again.")
                         .arg(spellingLanguage(language)));
    }
    return lines;
}

void CheckProblems::fill()
{
    const auto now = lines();
    QStringList before;
    for (int row = 0; row < m_list->count(); ++row) {
        before.append(m_list->item(row)->text());
    }
    if (now != before) {
        m_list->clear();
        for (const auto &line : now) {
            // The list owns it.
            new QListWidgetItem(themedIcon(QStringLiteral("data-warning")), line, m_list);
        }
    }
    limitLines(*m_list, mostLines);
    setVisible(!now.isEmpty());
}

void CheckProblems::retranslate()
{
    m_title->setText(tr("What does not work"));
    m_list->setAccessibleName(m_title->text());
    fill();
}

void CheckProblems::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
}

} // namespace aside
