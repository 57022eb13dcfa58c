// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/person/calldialog.h"

#include "widgets/common/callwords.h"
#include "widgets/common/noticebar.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QDateTimeEdit>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSpinBox>

#include <array>

namespace aside {

namespace {

constexpr int longestMinutes = 24 * 60;
constexpr int letters = 40; // of its width
constexpr int noteLines = 3;
constexpr int longestNumber = 60;
constexpr std::array outcomes{CallOutcome::Answered, CallOutcome::NoAnswer, CallOutcome::Busy,
                              CallOutcome::Voicemail, CallOutcome::CallBack};

} // namespace

CallDialog::CallDialog(const PersonCard &person, Instant now, QWidget *parent)
    : QDialog(parent)
    , m_notice(new NoticeBar(this))
    , m_direction(new QComboBox(this))
    , m_number(new QLineEdit(phoneOf(person), this))
    , m_at(new QDateTimeEdit(this))
    , m_minutes(new QSpinBox(this))
    , m_seconds(new QSpinBox(this))
    , m_outcome(new QComboBox(this))
    , m_note(new QPlainTextEdit(this))
{
    setObjectName(QStringLiteral("callDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Log a call"));
    build(now);
    addRows();
    const auto update = [this] {
        m_keep->setEnabled(!m_number->text().trimmed().isEmpty());
    };
    connect(m_number, &QLineEdit::textChanged, this, update);
    update();
}

void CallDialog::build(Instant now)
{
    m_direction->setObjectName(QStringLiteral("callDirection"));
    m_direction->addItems({tr("They called"), tr("We called")});
    m_number->setObjectName(QStringLiteral("callNumber"));
    m_number->setMaxLength(longestNumber);
    m_number->setMinimumWidth(fontMetrics().averageCharWidth() * letters);
    const auto here = QDateTime::fromMSecsSinceEpoch(toMillis(now));
    m_at->setObjectName(QStringLiteral("callAt"));
    m_at->setCalendarPopup(true);
    m_at->setDateTime(here);
    m_at->setMaximumDateTime(here);
    m_minutes->setObjectName(QStringLiteral("callMinutes"));
    m_minutes->setRange(0, longestMinutes - 1);
    //: After a number of minutes, with a space before it
    m_minutes->setSuffix(tr(" min"));
    m_seconds->setObjectName(QStringLiteral("callSeconds"));
    m_seconds->setAccessibleName(tr("Seconds"));
    m_seconds->setRange(0, 59);
    //: After a number of seconds, with a space before it
    m_seconds->setSuffix(tr(" s"));
    m_outcome->setObjectName(QStringLiteral("callOutcome"));
    for (const CallOutcome one : outcomes) {
        m_outcome->addItem(callOutcomeLabel(one));
    }
    m_note->setObjectName(QStringLiteral("callNote"));
    m_note->setTabChangesFocus(true);
    m_note->setFixedHeight(noteLines * m_note->fontMetrics().lineSpacing() + 16);
}

void CallDialog::addRows()
{
    auto *length = new QHBoxLayout;
    length->addWidget(m_minutes, 1);
    length->addWidget(m_seconds, 1);
    auto *lengthLabel = new QLabel(tr("&Length"), this);
    lengthLabel->setBuddy(m_minutes);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    m_keep = buttons->button(QDialogButtonBox::Ok);
    m_keep->setText(tr("&Keep the call"));
    m_keep->setProperty("primary", true);
    auto *form = new QFormLayout;
    form->setRowWrapPolicy(QFormLayout::WrapAllRows);
    form->addRow(tr("&Who called"), m_direction);
    form->addRow(tr("&Number"), m_number);
    form->addRow(tr("W&hen"), m_at);
    form->addRow(lengthLabel, length);
    form->addRow(tr("&Outcome"), m_outcome);
    form->addRow(tr("What was &said"), m_note);
    auto *column = new QVBoxLayout(this);
    column->addWidget(m_notice);
    column->addLayout(form);
    column->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, [this] {
        m_keep->setEnabled(false); // until the answer is there
        Q_EMIT logAsked(call());
    });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

LoggedCall CallDialog::call() const
{
    return {.direction = m_direction->currentIndex() == 1 ? Direction::Outgoing : Direction::Incoming,
            .number = m_number->text().trimmed(),
            .length = std::chrono::minutes(m_minutes->value()) + std::chrono::seconds(m_seconds->value()),
            .outcome = outcomes.at(static_cast<std::size_t>(m_outcome->currentIndex())),
            .note = m_note->toPlainText(),
            .at = fromMillis(m_at->dateTime().toMSecsSinceEpoch())};
}

void CallDialog::showProblem(const Error &error)
{
    m_keep->setEnabled(true);
    if (error.code == Errc::ConsentMissing) {
        m_notice->showWords(
            tr("This customer has not allowed us to call this number. Record the consent first, "
               "in the customer's drawer, with what they said."));
    } else if (error.code == Errc::InvalidInput) {
        m_notice->showWords(tr("This is no number that can be called."));
    } else {
        m_notice->showError(error);
    }
}

} // namespace aside
