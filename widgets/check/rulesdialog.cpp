// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/check/rulesdialog.h"

#include "models/check/replydesk.h"
#include "models/check/rules.h"
#include "models/check/rulewords.h"
#include "widgets/check/checkproblems.h"
#include "widgets/check/checkwords.h"
#include "widgets/check/ruledialog.h"
#include "widgets/check/spellingchoice.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QEvent>
#include <QHeaderView>
#include <QPushButton>
#include <QTreeWidget>

namespace aside {

namespace {

constexpr int margin = 16;
constexpr QSize firstSize{620, 560};
constexpr int idRole = Qt::UserRole;

/// The order of the choices: as delivered, off, then the severities.
constexpr int delivered = 0;
constexpr int off = 1;
constexpr int firstSeverity = 2;

int choiceOf(const CheckProfile &profile, const QString &rule)
{
    const auto &levels = profile.settings.levels;
    const auto level = levels.constFind(rule);
    if (level == levels.cend()) {
        return delivered;
    }
    return *level ? firstSeverity + static_cast<int>(**level) : off;
}

} // namespace

RulesDialog::RulesDialog(ReplyDesk &desk, QWidget *parent)
    : QDialog(parent)
    , m_desk(desk)
    , m_rules(new QTreeWidget(this))
    , m_why(new QPushButton(this))
    , m_buttons(new QDialogButtonBox(QDialogButtonBox::Close, this))
{
    build();
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_why, &QPushButton::clicked, this, &RulesDialog::explain);
    connect(m_rules, &QTreeWidget::currentItemChanged, this,
            [this](const QTreeWidgetItem *item) { m_why->setEnabled(item != nullptr); });
    connect(&m_desk, &ReplyDesk::profileChanged, this, &RulesDialog::showLevels);
    retranslate();
    m_rules->setCurrentItem(m_rules->topLevelItem(0));
}

void RulesDialog::build()
{
    setObjectName(QStringLiteral("rulesDialog"));
    resize(firstSize);
    m_rules->setObjectName(QStringLiteral("rulesList"));
    m_rules->setColumnCount(2);
    m_rules->setRootIsDecorated(false);
    m_rules->setUniformRowHeights(true);
    m_rules->header()->setStretchLastSection(false);
    m_why->setObjectName(QStringLiteral("rulesWhyButton"));
    m_buttons->addButton(m_why, QDialogButtonBox::HelpRole);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(margin, margin, margin, margin);
    column->addWidget(m_rules, 1);
    column->addWidget(new SpellingChoice(m_desk, this));
    column->addWidget(new CheckProblems(m_desk, this));
    column->addWidget(m_buttons);
}

void RulesDialog::retranslate()
{
    setWindowTitle(tr("Rules of the reply check"));
    m_rules->setAccessibleName(tr("Rules"));
    m_rules->setHeaderLabels({tr("Rule"), tr("What it asks for")});
    m_why->setText(tr("&Why this rule?"));
    fill();
}

void RulesDialog::fill()
{
    m_rules->clear();
    for (const Rule &rule : allRules()) {
        const QString id = rule.id;
        const auto title = RuleWords::delivered().text(id, checkLanguage()).title;
        auto *item = new QTreeWidgetItem(m_rules, {title});
        item->setData(0, idRole, id);
        item->setToolTip(0, title);
        auto *choice = new QComboBox(m_rules);
        choice->setObjectName(QStringLiteral("level ") + id);
        //: %1 is "Problem", "Question" or "Hint"
        choice->addItem(tr("As delivered: %1").arg(severityWord(rule.severity)));
        choice->addItem(tr("Off"));
        for (const auto severity : {Severity::Hint, Severity::Ask, Severity::Stop}) {
            choice->addItem(severityWord(severity));
        }
        choice->setAccessibleName(title);
        choice->setCurrentIndex(choiceOf(m_desk.profile(), id));
        connect(choice, &QComboBox::activated, this, [this, id](int chosen) { setLevel(id, chosen); });
        m_rules->setItemWidget(item, 1, choice);
    }
    m_rules->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_rules->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
}

/// They may have been changed in the file.
void RulesDialog::showLevels()
{
    for (int row = 0; row < m_rules->topLevelItemCount(); ++row) {
        auto *item = m_rules->topLevelItem(row);
        const auto id = item->data(0, idRole).toString();
        if (auto *choice = qobject_cast<QComboBox *>(m_rules->itemWidget(item, 1))) {
            choice->setCurrentIndex(choiceOf(m_desk.profile(), id)); // tells nobody: it was not the person
        }
    }
}

/// Keys for single channels and audiences stay as they are.
void RulesDialog::setLevel(const QString &rule, int choice)
{
    auto levels = m_desk.profile().settings.levels;
    if (choice == delivered) {
        levels.remove(rule);
    } else if (choice == off) {
        levels.insert(rule, std::nullopt);
    } else {
        levels.insert(rule, static_cast<Severity>(choice - firstSeverity));
    }
    m_desk.setLevels(levels);
}

void RulesDialog::explain()
{
    if (const auto *item = m_rules->currentItem()) {
        auto *dialog = new RuleDialog(item->data(0, idRole).toString(), this);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->open();
    }
}

void RulesDialog::changeEvent(QEvent *event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
}

} // namespace aside
