// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/error.h"
#include "models/domain/finding.h"
#include "models/domain/message.h"
#include "models/domain/outboxitem.h"
#include "models/ports/checkstore.h"

#include <QWidget>

class QLabel;
class QListWidget;

namespace aside {

class ConversationStore;
class ReplyDesk;

/// Where the talk, the answers and the questions are looked up.
struct ReasonSources {
    ConversationStore &conversations;
    CheckStore &checks;
    ReplyDesk &desk;
};

/// What the operator answered to the reply check before a reply went into the outbox: each question with its
/// reason, and the rules that were switched off for it. Hidden where there is nothing of that.
class OutboxReasons : public QWidget
{
    Q_OBJECT
public:
    OutboxReasons(const ReasonSources &sources, QWidget *parent);

    /// Null: none is chosen.
    void show(const OutboxItem *item);

Q_SIGNALS:
    void failed(const aside::Error &error);

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void fill();
    void readTalk(const OutboxItem &reply);
    void ask(const OutboxItem &reply, const QList<Message> &talk);
    void addReason(const GivenReason &given);
    void addSwitchedOff(const QString &rule);

    ReasonSources m_sources;
    QLabel *m_title;
    QListWidget *m_list;
    OutboxId m_shown;
    DraftChecks m_answers; ///< of the reply that is shown
    QList<Finding> m_findings; ///< what its reasons are about
};

} // namespace aside
