// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/person/consentoffer.h"

#include "widgets/common/foreigntext.h"

#include <QBoxLayout>
#include <QEvent>
#include <QLabel>
#include <QPushButton>

namespace aside {

namespace {

constexpr int margin = 16;
constexpr int gap = 6;

} // namespace

ConsentOffer::ConsentOffer(QWidget *parent)
    : QWidget(parent)
    , m_words(plainLabel(this))
    , m_record(new QPushButton(this))
    , m_later(new QPushButton(this))
{
    setObjectName(QStringLiteral("consentOffer"));
    m_words->setObjectName(QStringLiteral("consentOfferWords"));
    m_words->setWordWrap(true);
    m_record->setObjectName(QStringLiteral("consentOfferRecord"));
    m_later->setObjectName(QStringLiteral("consentOfferDismiss"));
    auto *line = new QHBoxLayout(this);
    line->setContentsMargins(margin, gap, margin, gap);
    line->setSpacing(gap);
    line->addWidget(m_words, 1);
    line->addWidget(m_record);
    line->addWidget(m_later);
    hide();
    retranslate();
    connect(m_record, &QPushButton::clicked, this, &ConsentOffer::recordAsked);
    connect(m_later, &QPushButton::clicked, this, [this] {
        hide();
        Q_EMIT dismissed();
    });
}

void ConsentOffer::offer(const QString &words)
{
    m_words->setText(words);
    show();
}

void ConsentOffer::retranslate()
{
    m_record->setText(tr("Record it…"));
    m_later->setText(tr("Not a consent"));
}

void ConsentOffer::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
}

} // namespace aside
