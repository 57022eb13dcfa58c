// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "widgets/common/offerline.h"

class QPushButton;

namespace aside {

/// A quiet line above the thread: the customer answered whether we may phone, and it can be recorded. Hidden
/// where there is nothing to record.
class ConsentOffer : public OfferLine
{
    Q_OBJECT

public:
    explicit ConsentOffer(QWidget *parent);

    void offer(const QString &said);

Q_SIGNALS:
    void recordAsked();
    void dismissed();

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    QPushButton *m_record;
    QPushButton *m_later;
};

} // namespace aside
