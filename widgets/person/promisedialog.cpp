// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/person/promisedialog.h"

#include <QDateTimeEdit>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QPushButton>

namespace aside {

namespace {

constexpr int longest = 200;
constexpr int usualDays = 2;
const QTime endOfDay(18, 0);

} // namespace

PromiseDialog::PromiseDialog(Instant now, QWidget *parent)
    : QDialog(parent)
    , m_words(new QLineEdit(this))
    , m_due(new QDateTimeEdit(this))
{
    setObjectName(QStringLiteral("promiseDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Promise a date"));
    const QDateTime here = QDateTime::fromMSecsSinceEpoch(toMillis(now));
    m_words->setObjectName(QStringLiteral("promiseWords"));
    m_words->setMaxLength(longest);
    m_words->setPlaceholderText(tr("The refund is on the account"));
    m_words->setMinimumWidth(fontMetrics().averageCharWidth() * 44);
    m_due->setObjectName(QStringLiteral("promiseDue"));
    m_due->setCalendarPopup(true);
    m_due->setMinimumDateTime(here);
    m_due->setDateTime(QDateTime(here.date().addDays(usualDays), endOfDay));
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    QPushButton *promise = buttons->button(QDialogButtonBox::Ok);
    promise->setText(tr("&Promise"));
    promise->setProperty("primary", true);
    promise->setEnabled(false);
    auto *form = new QFormLayout(this);
    form->setRowWrapPolicy(QFormLayout::WrapAllRows);
    form->addRow(tr("&What is promised"), m_words);
    form->addRow(tr("&By when"), m_due);
    form->addRow(buttons);
    connect(m_words, &QLineEdit::textChanged, promise,
            [promise](const QString &text) { promise->setEnabled(!text.trimmed().isEmpty()); });
    connect(buttons, &QDialogButtonBox::accepted, this, [this] {
        Q_EMIT promised(fromMillis(m_due->dateTime().toMSecsSinceEpoch()), m_words->text().trimmed());
        accept();
    });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

void PromiseDialog::setPromise(const QString &words, Instant dueAt)
{
    const QDateTime due = QDateTime::fromMSecsSinceEpoch(toMillis(dueAt));
    if (due < m_due->minimumDateTime()) {
        m_due->setMinimumDateTime(due); // a date may be over when it is decided on
    }
    m_due->setDateTime(due);
    m_words->setText(words.left(longest));
}

} // namespace aside
