// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/clock.h"
#include "models/core/error.h"
#include "models/domain/consent.h"
#include "models/domain/incoming.h"
#include "models/domain/triage.h"

#include <QList>
#include <QString>
#include <QStringList>

namespace aside {

/// How far a reply of the demo is on its way.
enum class DemoFate : quint8 { Waits, Scheduled, Moved, Postponed, Refused, Uncertain, Sent };

/// What the person said about being called or written to.
struct DemoConsent {
    ConsentEntry entry;
    int evidence = 0; ///< the number of the message that says so, from 1; 0: the words do
};

/// One conversation of resources/demo: its messages, and what we did with it.
struct DemoConversation {
    Channel channel = Channel::Manual;
    QString handle; ///< with channel and subject it tells one conversation of the demo from all others
    QString subject;
    QString id{}; ///< in the file
    QString sameAs{}; ///< whose customer this one was found to be: the id of another
    QList<IncomingMessage> messages;
    QList<Triage> triage;
    Instant promisedAt{}; ///< 0: nothing was promised
    QString promise;
    QList<DemoConsent> consents; ///< in the order they were recorded
    QStringList replies; ///< the versions of a draft, the newest last
    QString note; ///< a draft as well
    QString onItsWay; ///< a reply in the outbox
    DemoFate fate = DemoFate::Waits; ///< of that reply
};

/// All files of resources/demo, their times counted back from `now`.
[[nodiscard]] Result<QList<DemoConversation>> demoConversations(Instant now);

} // namespace aside
