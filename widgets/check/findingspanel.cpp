// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/check/findingspanel.h"

#include "models/check/rulewords.h"
#include "widgets/check/checkwords.h"
#include "widgets/check/ruledialog.h"
#include "widgets/common/foreigntext.h"

#include <QBoxLayout>
#include <QEvent>
#include <QKeyEvent>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QSignalBlocker>

#include <algorithm>
#include <memory>
#include <utility>

namespace aside {

namespace {

constexpr int spacing = 6;
constexpr int mostFixes = 3;

/// What a row says: the question, and the reason where there is one.
QString rowWords(const Finding &finding)
{
    const auto question = questionOf(finding);
    //: A question of the reply check and, below it, the operator's reason
    return finding.reason.isEmpty()
        ? question
        : FindingsPanel::tr("%1\n✓ %2").arg(question, oneLine(finding.reason, 120));
}

} // namespace

bool isOffered(const Fix &fix)
{
    return fix.kind != FixKind::MoveToPrivate;
}

FindingsPanel::FindingsPanel(QWidget *parent)
    : QWidget(parent)
    , m_title(plainLabel(this))
    , m_list(new QListWidget(this))
    , m_actions(new QWidget(this))
    , m_fixes(new QVBoxLayout)
    , m_reason(new QPushButton(m_actions))
    , m_off(new QPushButton(m_actions))
    , m_why(new QPushButton(m_actions))
{
    build();
    retranslate();
    show({});
}

void FindingsPanel::build()
{
    setObjectName(QStringLiteral("findingsPanel"));
    m_title->setForegroundRole(QPalette::PlaceholderText);
    m_list->setObjectName(QStringLiteral("findingsList"));
    m_list->setWordWrap(true);
    m_list->setTextElideMode(Qt::ElideNone);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setResizeMode(QListView::Adjust);
    m_list->installEventFilter(this);
    m_reason->setObjectName(QStringLiteral("reasonButton"));
    m_off->setObjectName(QStringLiteral("ruleOffButton"));
    m_why->setObjectName(QStringLiteral("ruleWhyButton"));

    auto *others = new QHBoxLayout;
    others->setSpacing(spacing);
    others->addWidget(m_reason, 1);
    others->addWidget(m_why);
    auto *actions = new QVBoxLayout(m_actions);
    actions->setContentsMargins(0, 0, 0, 0);
    actions->setSpacing(spacing);
    actions->addLayout(m_fixes);
    actions->addLayout(others);
    actions->addWidget(m_off);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(spacing);
    column->addWidget(m_title);
    column->addWidget(m_list, 1);
    column->addWidget(m_actions);

    connect(m_list, &QListWidget::currentRowChanged, this, [this](int row) {
        if (!m_isFilling && row >= 0) {
            showCurrent();
            Q_EMIT chosen(row);
        }
    });
    connect(m_reason, &QPushButton::clicked, this, [this] { Q_EMIT reasonAsked(current()); });
    connect(m_off, &QPushButton::clicked, this, [this] { Q_EMIT offAsked(current()); });
    connect(m_why, &QPushButton::clicked, this, &FindingsPanel::showWhy);
}

void FindingsPanel::retranslate()
{
    m_list->setAccessibleName(tr("Questions about this reply"));
    m_why->setText(tr("Wh&y?"));
    m_why->setAccessibleName(tr("Why this rule is there"));
    m_off->setText(tr("Do &not ask for this draft"));
    show(m_findings);
}

void FindingsPanel::show(const QList<Finding> &findings)
{
    const auto before = current() >= 0 ? m_findings.at(current()).fingerprint : QString();
    m_findings = findings;
    const auto open = std::ranges::count_if(m_findings, isOpen);
    m_title->setText(open > 0 ? tr("%n to answer", nullptr, static_cast<int>(open))
                              : tr("Nothing to answer"));
    m_isFilling = true;
    fillRows();
    const auto kept = std::ranges::find(std::as_const(m_findings), before, &Finding::fingerprint);
    const bool isKept = !before.isEmpty() && kept != m_findings.cend();
    m_list->setCurrentRow(isKept ? static_cast<int>(kept - m_findings.cbegin()) : -1);
    m_isFilling = false;
    showCurrent();
}

/// Rows that say the same stay as they are, so that a screen reader is not sent back to the start at every
/// key.
void FindingsPanel::fillRows()
{
    while (m_list->count() > m_findings.size()) {
        const std::unique_ptr<QListWidgetItem> gone(m_list->takeItem(m_list->count() - 1));
    }
    for (int row = 0; row < m_findings.size(); ++row) {
        const auto &finding = m_findings[row];
        if (row == m_list->count()) {
            m_list->addItem(QString());
        }
        auto *item = m_list->item(row);
        const auto words = rowWords(finding);
        item->setText(words);
        item->setIcon(severityIcon(finding.severity));
        //: To a screen reader: kind of the finding, its question
        item->setData(Qt::AccessibleTextRole, tr("%1: %2").arg(severityWord(finding.severity), words));
        item->setToolTip(escapedToolTip(words));
    }
}

qsizetype FindingsPanel::current() const
{
    const auto row = m_list->currentRow();
    return row < m_findings.size() ? row : -1;
}

void FindingsPanel::choose(qsizetype index)
{
    m_list->setCurrentRow(static_cast<int>(index));
}

void FindingsPanel::chooseNext()
{
    if (!m_findings.isEmpty()) {
        choose((current() + 1) % m_findings.size());
    }
}

void FindingsPanel::choosePrevious()
{
    if (!m_findings.isEmpty()) {
        choose((qMax<qsizetype>(current(), 0) + m_findings.size() - 1) % m_findings.size());
    }
}

void FindingsPanel::showCurrent()
{
    const auto index = current();
    m_actions->setVisible(index >= 0);
    if (index < 0) {
        return;
    }
    const auto &finding = m_findings.at(index);
    m_reason->setVisible(finding.severity == Severity::Ask);
    m_reason->setText(finding.reason.isEmpty() ? tr("G&ive a reason…") : tr("Ed&it the reason…"));
    m_off->setVisible(finding.severity != Severity::Stop);
    showFixes(finding);
    m_list->scrollToItem(m_list->item(static_cast<int>(index)));
}

void FindingsPanel::showFixes(const Finding &finding)
{
    while (m_fixes->count() > 0) {
        const std::unique_ptr<QLayoutItem> item(m_fixes->takeAt(0));
        item->widget()->hide();
        item->widget()->deleteLater();
    }
    int shown = 0;
    for (const auto &fix : finding.fixes) {
        if (!isOffered(fix) || shown == mostFixes) {
            continue;
        }
        auto *button = new QPushButton(menuText(titleOf(fix)), m_actions);
        button->setObjectName(QStringLiteral("fixButton%1").arg(shown));
        connect(button, &QPushButton::clicked, this, [this, fix] { Q_EMIT fixAsked(current(), fix); });
        m_fixes->addWidget(button);
        ++shown;
    }
}

void FindingsPanel::applyFirstFix()
{
    if (auto *first = findChild<QPushButton *>(QStringLiteral("fixButton0")); first && current() >= 0) {
        first->click();
    }
}

void FindingsPanel::showWhy()
{
    if (current() >= 0) {
        auto *dialog = new RuleDialog(m_findings.at(current()).rule, this);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->open();
    }
}

bool FindingsPanel::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_list && event->type() == QEvent::KeyPress && current() >= 0) {
        const auto key = static_cast<const QKeyEvent *>(event)->key();
        if (key == Qt::Key_Delete) {
            applyFirstFix();
            return true;
        }
        if (key == Qt::Key_Return || key == Qt::Key_Enter) {
            Q_EMIT reasonAsked(current());
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void FindingsPanel::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
}

} // namespace aside
