// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/id.h"

#include <QObject>
#include <QString>

namespace aside {

/// What the desktop shows for a conversation. All texts are plain; whoever shows them sees to it that they
/// stay so.
struct Notification {
    ConversationId conversation; ///< none: it stands for several
    QString title;
    QString body;
    QString openLabel;
    QString replyLabel{}; ///< empty: it cannot be answered from there
    QString delayLabel{}; ///< empty: nothing promised is late there

    bool operator==(const Notification &) const = default;
};

/// The notifications of the desktop. Lives on the UI thread.
class Notifier : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    /// One a conversation: a new one takes the place of the last.
    virtual void notify(const Notification &notification) = 0;
    virtual void withdraw(ConversationId id) = 0;

Q_SIGNALS:
    void activated(aside::ConversationId id);
    void replied(aside::ConversationId id, const QString &text);
    /// The customer is to be told that the promised date moves.
    void delayAsked(aside::ConversationId id);
};

} // namespace aside
