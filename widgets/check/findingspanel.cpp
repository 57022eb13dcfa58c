// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/check/findingspanel.h"

#include "models/check/rulewords.h"
#include "widgets/check/checkwords.h"
#include "widgets/check/ruledialog.h"
#include "widgets/common/elidedbutton.h"
#include "widgets/common/foreigntext.h"
#include "widgets/common/wrappingrow.h"
#include "widgets/theme/icons.h"

#include <QAction>
#include <QBoxLayout>
#include <QEvent>
#include <QKeyEvent>
#include <QLabel>
#include <QListWidget>
#include <QMenu>
#include <QPushButton>
#include <QToolButton>

#include <algorithm>
#include <memory>
#include <utility>

namespace aside {

namespace {

constexpr int spacing = 6;

/// Asks for no more than it must have. Where words wrap beside it, a QBoxLayout takes what its parts would
/// like for their least, and then lays them over each other.
class QuestionList : public QListWidget
{
public:
    using QListWidget::QListWidget;

    [[nodiscard]] QSize sizeHint() const override
    {
        return {QListWidget::sizeHint().width(), qMax(minimumHeight(), minimumSizeHint().height())};
    }
};

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

FindingsPanel::FindingsPanel(QWidget *parent)
    : QWidget(parent)
    , m_title(plainLabel(this))
    , m_list(new QuestionList(this))
    , m_fix(new ElidedButton(this))
    , m_reason(new QPushButton(this))
    , m_more(new QToolButton(this))
    , m_menu(new QMenu(m_more))
    , m_off(new QAction(this))
    , m_why(new QAction(this))
{
    nameParts();
    build();
    connectParts();
    retranslate();
}

void FindingsPanel::nameParts()
{
    setObjectName(QStringLiteral("findingsPanel"));
    m_list->setObjectName(QStringLiteral("findingsList"));
    m_fix->setObjectName(QStringLiteral("fixButton"));
    m_reason->setObjectName(QStringLiteral("reasonButton"));
    m_more->setObjectName(QStringLiteral("findingMoreButton"));
    m_menu->setObjectName(QStringLiteral("findingMenu"));
    m_off->setObjectName(QStringLiteral("ruleOffAction"));
    m_why->setObjectName(QStringLiteral("ruleWhyAction"));
}

void FindingsPanel::build()
{
    m_title->setForegroundRole(QPalette::PlaceholderText);
    m_list->setWordWrap(true);
    m_list->setTextElideMode(Qt::ElideNone);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setResizeMode(QListView::Adjust);
    m_list->setContextMenuPolicy(Qt::CustomContextMenu);
    m_list->installEventFilter(this);
    m_more->setIcon(themedIcon(QStringLiteral("overflow-menu")));
    m_more->setPopupMode(QToolButton::InstantPopup);
    m_more->setMenu(m_menu);

    auto *head = new QHBoxLayout;
    head->addWidget(m_title, 1);
    head->addWidget(m_more);
    auto *actions = new WrappingRow;
    actions->setSpacing(spacing);
    actions->addWidget(m_fix);
    actions->addWidget(m_reason);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(spacing);
    column->addLayout(head);
    column->addWidget(m_list, 1);
    column->addLayout(actions);
}

void FindingsPanel::connectParts()
{
    connect(m_list, &QListWidget::currentRowChanged, this, [this](int row) {
        if (!m_isFilling && row >= 0) {
            showCurrent();
            Q_EMIT chosen(row);
        }
    });
    connect(m_list, &QListWidget::customContextMenuRequested, this, &FindingsPanel::popUpMenu);
    connect(m_fix, &QPushButton::clicked, this, &FindingsPanel::applyFirstFix);
    connect(m_reason, &QPushButton::clicked, this, [this] { Q_EMIT reasonAsked(current()); });
    connect(m_off, &QAction::triggered, this, [this] { Q_EMIT offAsked(current()); });
    connect(m_why, &QAction::triggered, this, &FindingsPanel::showWhy);
}

void FindingsPanel::retranslate()
{
    m_list->setAccessibleName(tr("Questions about this reply"));
    m_more->setAccessibleName(tr("More about this question"));
    m_more->setToolTip(tr("More about this question"));
    m_why->setText(tr("Wh&y this rule?"));
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
    fitRows();
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

/// What cannot be done stays where it is and is greyed, so that nothing moves under the pointer.
void FindingsPanel::showCurrent()
{
    const auto index = current();
    const bool isChosen = index >= 0;
    const auto finding = isChosen ? m_findings.at(index) : Finding{};
    m_reason->setText(finding.reason.isEmpty() ? tr("G&ive a reason…") : tr("Ed&it the reason…"));
    m_reason->setVisible(finding.severity == Severity::Ask);
    m_reason->setEnabled(isChosen);
    m_more->setEnabled(isChosen);
    showFixes(finding.fixes);
    m_off->setVisible(finding.severity != Severity::Stop);
    if (isChosen) {
        m_list->scrollToItem(m_list->item(static_cast<int>(index)));
    }
}

/// The first is a button, the others are in the menu.
void FindingsPanel::showFixes(const QList<Fix> &fixes)
{
    const auto before = m_menu->actions();
    for (auto *action : before) {
        m_menu->removeAction(action);
        if (action->parent() == m_menu) {
            action->deleteLater(); // it may be the one that was chosen just now
        }
    }
    m_fix->hide();
    for (const auto &fix : fixes) {
        if (m_fix->isHidden()) {
            m_fix->setWords(titleOf(fix));
            m_fix->show();
        } else {
            m_menu->addAction(menuText(titleOf(fix)), this, [this, fix] { Q_EMIT fixAsked(current(), fix); });
        }
    }
    m_menu->addSeparator();
    m_menu->addActions({m_off, m_why});
}

void FindingsPanel::applyFirstFix()
{
    const auto index = current();
    const auto fixes = index >= 0 ? m_findings.at(index).fixes : QList<Fix>();
    if (!fixes.isEmpty()) {
        Q_EMIT fixAsked(index, fixes.constFirst());
    }
}

void FindingsPanel::setTallest(int height)
{
    if (height != m_tallest) {
        m_tallest = height;
        fitRows();
    }
}

/// The list asks for the room of three questions, where there is so much.
void FindingsPanel::fitRows()
{
    constexpr int fewest = 3;
    if (!m_list->isVisible()) {
        return; // its width is not known yet
    }
    const int frame = 2 * m_list->frameWidth();
    int wanted = frame;
    for (int row = 0; row < qMin(fewest, m_list->count()); ++row) {
        wanted += m_list->visualItemRect(m_list->item(row)).height();
    }
    const int others = 2 * (m_reason->sizeHint().height() + spacing); // the title, and the buttons
    const int least = frame + 2 * m_list->fontMetrics().lineSpacing();
    m_list->setMinimumHeight(qBound(qMin(least, wanted), m_tallest - others, wanted));
}

void FindingsPanel::popUpMenu(QPoint at)
{
    if (current() >= 0) {
        m_menu->popup(m_list->viewport()->mapToGlobal(at));
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
    if (watched == m_list && (event->type() == QEvent::Resize || event->type() == QEvent::Show)) {
        QMetaObject::invokeMethod(this, &FindingsPanel::fitRows, Qt::QueuedConnection); // once it is laid out
    }
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
    } else if (event->type() == QEvent::FontChange) {
        fitRows();
    }
}

} // namespace aside
