// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/person/preferencesection.h"

#include "widgets/common/words.h"
#include "widgets/person/mergewords.h"
#include "widgets/theme/icons.h"

#include <QBoxLayout>
#include <QComboBox>

#include <algorithm>
#include <utility>

namespace aside {

namespace {

constexpr int gap = 4;

QComboBox *choiceIn(QVBoxLayout *column, const QString &name, QWidget *parent)
{
    auto *choice = new QComboBox(parent);
    choice->setObjectName(name);
    choice->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    choice->setMinimumContentsLength(8);
    column->addWidget(choice);
    return choice;
}

template <typename Value>
void choose(QComboBox *choice, Value value)
{
    choice->setCurrentIndex(choice->findData(static_cast<int>(std::to_underlying(value))));
}

} // namespace

PreferenceSection::PreferenceSection(QWidget *parent)
    : QWidget(parent)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(gap);
    m_channel = choiceIn(column, QStringLiteral("preferredChannel"), this);
    m_length = choiceIn(column, QStringLiteral("preferredLength"), this);
    m_form = choiceIn(column, QStringLiteral("preferredForm"), this);
    for (auto *choice : {m_channel, m_length, m_form}) {
        connect(choice, &QComboBox::activated, this, &PreferenceSection::tell);
    }
}

void PreferenceSection::show(const PersonCard &card)
{
    m_card = card;
    retranslate();
}

void PreferenceSection::retranslate()
{
    m_channel->setAccessibleName(tr("Preferred channel"));
    m_length->setAccessibleName(tr("Preferred length of answers"));
    m_form->setAccessibleName(tr("Preferred tone"));
    fillChannels();
    m_length->clear();
    for (const auto length : {AnswerLength::Any, AnswerLength::Short, AnswerLength::Detailed}) {
        m_length->addItem(answerLengthLabel(length), static_cast<int>(std::to_underlying(length)));
    }
    m_form->clear();
    for (const auto form : {AddressForm::Any, AddressForm::Formal, AddressForm::Familiar}) {
        m_form->addItem(addressFormLabel(form), static_cast<int>(std::to_underlying(form)));
    }
    choose(m_length, m_card.preference.length);
    choose(m_form, m_card.preference.form);
    setEnabled(m_card.id.isValid());
}

/// Where they write, and what was chosen before.
void PreferenceSection::fillChannels()
{
    QList<Channel> channels;
    for (const auto &handle : std::as_const(m_card.handles)) {
        if (!channels.contains(handle.channel)) {
            channels.append(handle.channel);
        }
    }
    const auto chosen = m_card.preference.channel;
    if (chosen && !channels.contains(*chosen)) {
        channels.append(*chosen);
    }
    m_channel->clear();
    m_channel->addItem(tr("Any channel"), 0);
    for (const auto channel : std::as_const(channels)) {
        m_channel->addItem(themedIcon(channelIconName(channel), IconColor::Secondary), channelLabel(channel),
                           static_cast<int>(std::to_underlying(channel)));
    }
    m_channel->setCurrentIndex(chosen ? m_channel->findData(static_cast<int>(std::to_underlying(*chosen)))
                                      : 0);
}

void PreferenceSection::tell()
{
    m_card.preference = {.channel = channelFromNumber(m_channel->currentData().toInt()),
                         .length = static_cast<AnswerLength>(m_length->currentData().toInt()),
                         .form = static_cast<AddressForm>(m_form->currentData().toInt())};
    Q_EMIT changed(m_card.preference);
}

} // namespace aside
