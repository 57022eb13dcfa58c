// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/check/reasondialog.h"

#include "widgets/common/foreigntext.h"

#include <QBoxLayout>
#include <QDialogButtonBox>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>

namespace aside {

namespace {

constexpr int margin = 16;
constexpr int leastWidth = 420;
constexpr int mostShown = 5;

} // namespace

ReasonDialog::ReasonDialog(const QString &question, const QString &reason, QWidget *parent)
    : QDialog(parent)
    , m_reason(new QLineEdit(reason, this))
    , m_recent(new QListWidget(this))
    , m_keep(nullptr)
    , m_hadReason(!reason.isEmpty())
{
    setObjectName(QStringLiteral("reasonDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Why am I adding this?"));
    setMinimumWidth(leastWidth);
    auto *asked = plainLabel(this);
    asked->setText(question);
    asked->setWordWrap(true);
    m_reason->setObjectName(QStringLiteral("reasonText"));
    m_reason->setMaxLength(longestReason);
    m_reason->setAccessibleName(tr("Reason"));
    m_reason->setPlaceholderText(tr("So that the customer…"));
    m_recent->setObjectName(QStringLiteral("recentReasons"));
    m_recent->setAccessibleName(tr("Reasons given before"));
    m_recent->hide();
    m_reason->setFocus();
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_keep = buttons->addButton(tr("&Keep it"), QDialogButtonBox::AcceptRole);
    m_keep->setObjectName(QStringLiteral("keepReason"));
    m_keep->setDefault(true);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(margin, margin, margin, margin);
    column->addWidget(asked);
    column->addWidget(m_reason);
    column->addWidget(m_recent);
    column->addWidget(buttons);
    connect(m_reason, &QLineEdit::textChanged, this, &ReasonDialog::updateButton);
    connect(m_recent, &QListWidget::itemActivated, this,
            [this](const QListWidgetItem *item) { m_reason->setText(item->text()); });
    connect(m_recent, &QListWidget::currentTextChanged, m_reason, &QLineEdit::setText);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(buttons, &QDialogButtonBox::accepted, this, [this] {
        Q_EMIT reasonGiven(m_reason->text().simplified());
        accept();
    });
    updateButton();
}

void ReasonDialog::setRecent(const QStringList &reasons)
{
    m_recent->clear();
    m_recent->addItems(reasons.mid(0, mostShown));
    m_recent->setVisible(m_recent->count() > 0);
    const int row = m_recent->sizeHintForRow(0);
    m_recent->setFixedHeight(m_recent->count() * row + 2 * m_recent->frameWidth());
    adjustSize();
}

/// Nothing is a reason only where there was one to take back.
void ReasonDialog::updateButton()
{
    m_keep->setEnabled(m_hadReason || !m_reason->text().trimmed().isEmpty());
}

/// Down goes from the line to the answers of before.
void ReasonDialog::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Down && focusWidget() == m_reason && m_recent->isVisible()) {
        m_recent->setFocus(Qt::TabFocusReason);
        m_recent->setCurrentRow(0);
        return;
    }
    QDialog::keyPressEvent(event);
}

} // namespace aside
