// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/privacy/arrivalbar.h"

#include "widgets/privacy/arrivalwords.h"

#include <QEvent>
#include <QLabel>
#include <QPushButton>

namespace aside {

ArrivalBar::ArrivalBar(QWidget *parent)
    : OfferLine(Buttons::BelowWords, parent)
    , m_yes(addButton(QStringLiteral("arrivalYes")))
    , m_no(addButton(QStringLiteral("arrivalNo")))
    , m_look(addButton(QStringLiteral("arrivalPublicSide")))
{
    setObjectName(QStringLiteral("arrivalBar"));
    words().setObjectName(QStringLiteral("arrivalWords"));
    hide();
    connect(m_yes, &QPushButton::clicked, this, [this] {
        const ArrivalProposal first = m_proposals.constFirst();
        clear(); // pressed once
        Q_EMIT confirmed(first);
    });
    connect(m_no, &QPushButton::clicked, this, [this] {
        const ArrivalProposal first = m_proposals.takeFirst();
        show(QList<ArrivalProposal>(m_proposals));
        Q_EMIT rejected(first);
    });
    connect(m_look, &QPushButton::clicked, this,
            [this] { Q_EMIT publicSideAsked(m_proposals.constFirst().move.conversation); });
}

void ArrivalBar::show(const QList<ArrivalProposal> &proposals)
{
    m_proposals = proposals;
    retranslate();
    setVisible(!m_proposals.isEmpty());
}

void ArrivalBar::clear()
{
    show({});
}

void ArrivalBar::retranslate()
{
    m_yes->setText(tr("It is them"));
    m_no->setText(tr("Somebody else"));
    m_look->setText(tr("Public conversation"));
    words().setText(m_proposals.isEmpty() ? QString() : arrivalWords(m_proposals.constFirst()));
}

void ArrivalBar::changeEvent(QEvent *event)
{
    OfferLine::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
}

} // namespace aside
