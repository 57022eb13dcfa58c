// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/person/consentoffer.h"

#include <QEvent>
#include <QLabel>
#include <QPushButton>

namespace aside {

ConsentOffer::ConsentOffer(QWidget *parent)
    : OfferLine(Buttons::BesideWords, parent)
    , m_record(addButton(QStringLiteral("consentOfferRecord")))
    , m_later(addButton(QStringLiteral("consentOfferDismiss")))
{
    setObjectName(QStringLiteral("consentOffer"));
    words().setObjectName(QStringLiteral("consentOfferWords"));
    hide();
    retranslate();
    connect(m_record, &QPushButton::clicked, this, &ConsentOffer::recordAsked);
    connect(m_later, &QPushButton::clicked, this, [this] {
        hide();
        Q_EMIT dismissed();
    });
}

void ConsentOffer::offer(const QString &said)
{
    words().setText(said);
    show();
}

void ConsentOffer::retranslate()
{
    m_record->setText(tr("Record it…"));
    m_later->setText(tr("Not a consent"));
}

void ConsentOffer::changeEvent(QEvent *event)
{
    OfferLine::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
}

} // namespace aside
