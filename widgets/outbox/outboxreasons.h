// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/error.h"
#include "models/domain/finding.h"
#include "models/domain/outboxitem.h"
#include "models/ports/checkstore.h"

#include <QWidget>

class QLabel;
class QListWidget;

namespace aside {

class ReplyDesk;
struct CheckReport;

/// What the operator answered to the reply check before a reply went into the outbox: each question with its
/// reason, and the rules that were switched off for it. Hidden where there is nothing of that.
class OutboxReasons : public QWidget
{
    Q_OBJECT
public:
    OutboxReasons(CheckStore &checks, ReplyDesk &desk, QWidget *parent);

    /// Null: none is chosen.
    void show(const OutboxItem *item);

Q_SIGNALS:
    void failed(const aside::Error &error);

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void fill();
    void addReason(const GivenReason &given);
    void addSwitchedOff(const QString &rule);

    CheckStore &m_checks;
    ReplyDesk &m_desk;
    QLabel *m_title;
    QListWidget *m_list;
    OutboxId m_shown;
    DraftChecks m_answers; ///< of the reply that is shown
    QList<Finding> m_findings; ///< what its reasons are about
};

} // namespace aside
