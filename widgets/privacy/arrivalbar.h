// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/privacy/arrival.h"
#include "widgets/common/offerline.h"

#include <QList>

namespace aside {

/// A quiet line above a private thread: it may be the person that a move waits for, why we think so, and what
/// happens when the operator says yes. Hidden where nobody is awaited. Decides nothing by itself.
class ArrivalBar final : public OfferLine
{
    Q_OBJECT

public:
    explicit ArrivalBar(QWidget *parent);

    /// The surest first; the next is shown when an operator said that the one before is not them.
    void show(const QList<ArrivalProposal> &proposals);
    void clear();

Q_SIGNALS:
    void confirmed(const aside::ArrivalProposal &proposal);
    void rejected(const aside::ArrivalProposal &proposal);
    /// The person wants to see where it began.
    void publicSideAsked(aside::ConversationId id);

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    QList<ArrivalProposal> m_proposals;
    QPushButton *m_yes;
    QPushButton *m_no;
    QPushButton *m_look;
};

} // namespace aside
