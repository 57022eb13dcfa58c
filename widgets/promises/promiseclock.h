// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/clock.h"
#include "widgets/common/elidedbutton.h"

#include <QList>

class QAction;
class QTimer;

namespace aside {

/// The clock of an open promise in the header of its thread, and what can be done about it. Hidden where
/// nothing is promised.
class PromiseClock : public ElidedButton
{
    Q_OBJECT

public:
    PromiseClock(const Clock &clock, const QList<QAction *> &acts, QWidget *parent);

    /// When the earliest open promise is due; 0: there is none.
    void show(Instant dueAt);
    /// The picture alone says that there is a promise, and the tool tip the rest.
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void tell();

    const Clock &m_clock;
    QTimer *m_timer; ///< what is left changes with time
    QAction *m_keep;
    QAction *m_delay;
    Instant m_dueAt{};
};

} // namespace aside
