// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/privacy/arrivaldialog.h"

#include "widgets/common/foreigntext.h"
#include "widgets/common/words.h"
#include "widgets/privacy/arrivalwords.h"
#include "widgets/theme/icons.h"

#include <QBoxLayout>
#include <QDialogButtonBox>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>

namespace aside {

namespace {

constexpr int letters = 60; // of its width
constexpr int rows = 6;
constexpr int wordLines = 4; // what is said below changes with the choice; the buttons stay where they are

} // namespace

ArrivalDialog::ArrivalDialog(const QList<ArrivalProposal> &expected, Instant now, QWidget *parent)
    : QDialog(parent)
    , m_expected(expected)
    , m_list(new QListWidget(this))
    , m_words(plainLabel(this))
{
    setObjectName(QStringLiteral("arrivalDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Who writes here?"));
    build();
    connect(m_list, &QListWidget::currentRowChanged, this, &ArrivalDialog::explain);
    connect(m_list, &QListWidget::itemActivated, this, &ArrivalDialog::choose);
    fill(now);
}

void ArrivalDialog::build()
{
    auto *label = new QLabel(tr("&Asked to write in private, and waited for:"), this);
    label->setBuddy(m_list);
    m_list->setObjectName(QStringLiteral("arrivalList"));
    m_list->setAccessibleName(tr("People who are waited for"));
    m_list->setMinimumSize(fontMetrics().averageCharWidth() * letters, fontMetrics().lineSpacing() * rows);
    m_words->setObjectName(QStringLiteral("arrivalDialogWords"));
    m_words->setWordWrap(true);
    m_words->setAlignment(Qt::AlignLeading | Qt::AlignTop);
    m_words->setMinimumHeight(fontMetrics().lineSpacing() * wordLines);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    m_yes = buttons->button(QDialogButtonBox::Ok);
    m_yes->setText(tr("It is &them"));
    m_yes->setProperty("primary", true);
    auto *column = new QVBoxLayout(this);
    column->addWidget(label);
    column->addWidget(m_list, 1);
    column->addWidget(m_words);
    column->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &ArrivalDialog::choose);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

void ArrivalDialog::fill(Instant now)
{
    for (const ArrivalProposal &one : std::as_const(m_expected)) {
        const QString words = expectedWords(one, now);
        auto *item = new QListWidgetItem(themedIcon(channelIconName(one.move.channel), IconColor::Secondary),
                                         words, m_list);
        item->setToolTip(escapedToolTip(words));
    }
    m_list->setCurrentRow(0);
}

void ArrivalDialog::explain(int row)
{
    m_yes->setEnabled(row >= 0);
    m_words->setText(row >= 0 ? arrivalWords(m_expected.at(row)) : QString());
}

void ArrivalDialog::choose()
{
    const int row = m_list->currentRow();
    if (row >= 0) {
        Q_EMIT chosen(m_expected.at(row));
        accept();
    }
}

} // namespace aside
