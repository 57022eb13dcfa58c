// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/triage/snoozedialog.h"

#include <QBoxLayout>
#include <QDateTimeEdit>
#include <QDialogButtonBox>
#include <QLabel>
#include <QPushButton>

namespace aside {

SnoozeDialog::SnoozeDialog(Instant now, QWidget *parent)
    : SnoozeDialog(now, {.title = tr("Snooze"), .label = tr("&Show again on"), .button = tr("S&nooze")},
                   parent)
{
}

SnoozeDialog::SnoozeDialog(Instant now, const Words &words, QWidget *parent)
    : QDialog(parent)
    , m_when(new QDateTimeEdit(this))
{
    setObjectName(QStringLiteral("snoozeDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(words.title);
    const QDateTime here = QDateTime::fromMSecsSinceEpoch(toMillis(now));
    m_when->setObjectName(QStringLiteral("snoozeUntil"));
    m_when->setCalendarPopup(true);
    m_when->setMinimumDateTime(here.addSecs(60));
    m_when->setDateTime(QDateTime(here.date().addDays(1), QTime(9, 0)));
    auto *label = new QLabel(words.label, this);
    label->setTextFormat(Qt::PlainText);
    label->setBuddy(m_when);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    buttons->button(QDialogButtonBox::Ok)->setText(words.button);
    buttons->button(QDialogButtonBox::Ok)->setProperty("primary", true);
    auto *column = new QVBoxLayout(this);
    column->addWidget(label);
    column->addWidget(m_when);
    column->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, [this] {
        Q_EMIT chosen(fromMillis(m_when->dateTime().toMSecsSinceEpoch()));
        accept();
    });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

} // namespace aside
