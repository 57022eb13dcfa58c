// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/templates/proposedialog.h"

#include "widgets/common/foreigntext.h"

#include <QBoxLayout>
#include <QDialogButtonBox>
#include <QEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace aside {

namespace {

constexpr int leastWidth = 420;
constexpr int longest = 300;

} // namespace

ProposeDialog::ProposeDialog(QWidget *parent)
    : QDialog(parent)
    , m_asked(plainLabel(this))
    , m_why(new QLineEdit(this))
    , m_buttons(new QDialogButtonBox(QDialogButtonBox::Cancel, this))
    , m_propose(m_buttons->addButton(QString(), QDialogButtonBox::AcceptRole))
{
    setObjectName(QStringLiteral("proposeDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    setMinimumWidth(leastWidth);
    m_asked->setWordWrap(true);
    m_why->setObjectName(QStringLiteral("proposeWhy"));
    m_why->setMaxLength(longest);
    m_propose->setObjectName(QStringLiteral("proposeItButton"));
    m_propose->setDefault(true);
    m_propose->setEnabled(false);
    auto *column = new QVBoxLayout(this);
    column->addWidget(m_asked);
    column->addWidget(m_why);
    column->addWidget(m_buttons);
    connect(m_why, &QLineEdit::textChanged, this,
            [this](const QString &text) { m_propose->setEnabled(!text.trimmed().isEmpty()); });
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_buttons, &QDialogButtonBox::accepted, this, [this] {
        Q_EMIT worded(m_why->text().simplified());
        accept();
    });
    retranslate();
    m_why->setFocus();
}

void ProposeDialog::retranslate()
{
    setWindowTitle(tr("Propose to the team"));
    m_asked->setText(tr("Why should the team's template say this? A lead reads it beside your change."));
    m_why->setAccessibleName(tr("Why the team should change it"));
    m_why->setPlaceholderText(tr("The customer learns the date first…"));
    m_propose->setText(tr("&Propose it"));
}

void ProposeDialog::changeEvent(QEvent *event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
}

} // namespace aside
