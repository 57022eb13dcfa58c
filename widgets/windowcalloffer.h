// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/check/callanswer.h"
#include "models/core/id.h"

#include <QObject>
#include <QSet>

namespace aside {

class ConsentOffer;
class ConversationPane;
struct ConversationRow;
struct ThreadOutline;
struct WindowServices;

/// Offers the answer to a request to phone as a consent to record, above the thread that holds it. Records
/// nothing by itself. Owned by the MainWindow.
class WindowCallOffer final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(WindowCallOffer)

public:
    WindowCallOffer(const WindowServices &services, ConversationPane &conversation, QObject *parent);

Q_SIGNALS:
    void recordAsked(const aside::CallAnswer &answer);

private:
    void look(const ConversationRow &row);
    void read(const ThreadOutline &outline);
    void offer(ConversationId in, const CallAnswer &answer);

    const WindowServices &m_services;
    ConversationPane &m_conversation;
    ConsentOffer *m_offer;
    CallAnswer m_answer; ///< that is offered
    QSet<MessageId> m_dismissed; ///< as long as the window lives
};

} // namespace aside
