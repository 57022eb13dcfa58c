// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/person/consentdialog.h"

#include "widgets/common/foreigntext.h"
#include "widgets/common/words.h"
#include "widgets/person/consentwords.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QComboBox>
#include <QDateEdit>
#include <QDateTime>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QPushButton>

#include <algorithm>
#include <utility>

namespace aside {

namespace {

constexpr int longest = 300;
constexpr int letters = 44;
constexpr int usualMonths = 12;

} // namespace

ConsentDialog::ConsentDialog(Facts facts, QWidget *parent)
    : QDialog(parent)
    , m_facts(std::move(facts))
    , m_to(new QComboBox(this))
    , m_address(new QComboBox(this))
    , m_state(new QComboBox(this))
    , m_ends(new QCheckBox(tr("It &ends after"), this))
    , m_until(new QDateEdit(this))
    , m_evidence(new QComboBox(this))
    , m_words(new QLineEdit(this))
{
    setObjectName(QStringLiteral("consentDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Record a consent"));
    fillChoices();
    fillEvidence();
    build();
    showPlaces();
    if (m_facts.said) {
        m_state->setCurrentIndex(m_state->findData(static_cast<int>(*m_facts.said)));
    }
    if (!m_facts.number.isEmpty()) {
        m_address->setEditText(m_facts.number);
    }
    showState();
}

void ConsentDialog::fillChoices()
{
    m_to->setObjectName(QStringLiteral("consentTo"));
    for (const auto to :
         {ConsentTo::Phone, ConsentTo::DirectMessage, ConsentTo::Mailing, ConsentTo::RemovalRequest}) {
        m_to->addItem(consentToLabel(to), static_cast<int>(to));
    }
    m_state->setObjectName(QStringLiteral("consentState"));
    for (const auto state :
         {ConsentState::Given, ConsentState::Refused, ConsentState::Revoked, ConsentState::Asked}) {
        m_state->addItem(consentSaidLabel(state), static_cast<int>(state));
    }
    m_address->setObjectName(QStringLiteral("consentAddress"));
    m_address->setMinimumContentsLength(letters);
    m_address->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    const auto today = QDateTime::fromMSecsSinceEpoch(toMillis(m_facts.now)).date();
    m_ends->setObjectName(QStringLiteral("consentEnds"));
    m_until->setObjectName(QStringLiteral("consentUntil"));
    m_until->setAccessibleName(tr("Last day of the consent"));
    m_until->setCalendarPopup(true);
    m_until->setMinimumDate(today);
    m_until->setDate(today.addMonths(usualMonths));
}

void ConsentDialog::fillEvidence()
{
    m_evidence->setObjectName(QStringLiteral("consentEvidence"));
    m_evidence->setMinimumContentsLength(letters);
    m_evidence->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    if (m_facts.newest) {
        const auto when = whenLabel(m_facts.newest->sentAt, m_facts.now);
        m_evidence->addItem(
            //: %1 is a time or a day, %2 what the customer wrote
            tr("Their message, %1: %2").arg(when, isolated(oneLine(m_facts.newest->text, 80))),
            m_facts.newest->id.value);
    }
    m_evidence->addItem(tr("Something else"), qint64{0});
    m_words->setObjectName(QStringLiteral("consentWordsField"));
    m_words->setMaxLength(longest);
    m_words->setPlaceholderText(tr("Said so at the counter"));
}

void ConsentDialog::build()
{
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    m_record = buttons->button(QDialogButtonBox::Ok);
    m_record->setText(tr("&Record"));
    m_record->setProperty("primary", true);
    auto *until = new QHBoxLayout;
    until->addWidget(m_ends);
    until->addWidget(m_until);
    until->addStretch(1);
    auto *form = new QFormLayout(this);
    form->setRowWrapPolicy(QFormLayout::WrapAllRows);
    form->addRow(tr("&What is it about?"), m_to);
    form->addRow(tr("W&hat did they say?"), m_state);
    form->addRow(tr("Which &address or number?"), m_address);
    form->addRow(until);
    form->addRow(tr("How do you &know?"), m_evidence);
    form->addRow(tr("In your w&ords"), m_words);
    form->addRow(buttons);
    connect(m_to, &QComboBox::currentIndexChanged, this, &ConsentDialog::showPlaces);
    connect(m_state, &QComboBox::currentIndexChanged, this, &ConsentDialog::showState);
    connect(m_ends, &QCheckBox::toggled, this, &ConsentDialog::showState);
    connect(m_evidence, &QComboBox::currentIndexChanged, this, &ConsentDialog::showState);
    connect(m_words, &QLineEdit::textChanged, this, &ConsentDialog::showState);
    connect(buttons, &QDialogButtonBox::accepted, this, [this] {
        Q_EMIT recorded(entry());
        accept();
    });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

/// The addresses that this can be about; a number can be typed as well.
void ConsentDialog::showPlaces()
{
    const bool isCall = to() == ConsentTo::Phone;
    m_places.clear();
    m_address->clear();
    m_address->setEditable(isCall);
    if (isCall) {
        m_address->addItem(tr("Every number"));
        m_places.append(Place{.channel = Channel::Phone});
    }
    for (const auto &handle : std::as_const(m_facts.card.handles)) {
        if ((handle.channel == Channel::Phone) == isCall) {
            const auto shown = oneLine(handle.shown, 80);
            m_address->addItem(
                isCall ? shown
                       : QStringLiteral("%1 · %2").arg(channelLabel(handle.channel), isolated(shown)));
            m_places.append(Place{.channel = handle.channel, .handle = handle.shown});
        }
    }
    if (isCall && m_places.size() > 1) {
        m_address->setCurrentIndex(1); // what they said was of a number
    }
    showState();
}

void ConsentDialog::showState()
{
    const bool isGiven = state() == ConsentState::Given;
    m_ends->setEnabled(isGiven);
    m_until->setEnabled(isGiven && m_ends->isChecked());
    m_record->setEnabled(!m_places.isEmpty() && (!isGiven || hasEvidence()));
}

ConsentTo ConsentDialog::to() const
{
    return static_cast<ConsentTo>(m_to->currentData().toInt());
}

ConsentState ConsentDialog::state() const
{
    return static_cast<ConsentState>(m_state->currentData().toInt());
}

ConsentDialog::Place ConsentDialog::place() const
{
    const int chosen = m_address->findText(m_address->currentText());
    return chosen >= 0 ? m_places.value(chosen)
                       : Place{.channel = Channel::Phone, .handle = m_address->currentText().trimmed()};
}

bool ConsentDialog::hasEvidence() const
{
    return m_evidence->currentData().toLongLong() > 0 || !m_words->text().trimmed().isEmpty();
}

ConsentEntry ConsentDialog::entry() const
{
    const auto [channel, handle] = place();
    ConsentEntry made{.id = {},
                      .said = {.to = to(),
                               .state = state(),
                               .channel = channel,
                               .handle = handle,
                               .at = m_facts.now,
                               .evidence = MessageId{m_evidence->currentData().toLongLong()}},
                      .words = m_words->text().trimmed(),
                      .by = m_facts.by};
    if (made.said.evidence.isValid() && m_facts.newest->sentAt != Instant{}) {
        made.said.at = std::min(m_facts.newest->sentAt, m_facts.now); // clocks differ
    }
    if (m_until->isEnabled()) {
        made.said.until = fromMillis(m_until->date().addDays(1).startOfDay().toMSecsSinceEpoch());
    }
    return made;
}

} // namespace aside
