// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/channels/email/imap/imaplink.h"

#include <QObject>

namespace aside::imap {

/// Sees to it that the server tells of changes at once: IDLE whenever nothing else is under way, begun anew
/// before the 30 minutes after which servers hang up; where the server has no IDLE, asks every two minutes.
/// The link must outlive it. What is told comes by ImapLink::told().
class Listener final : public QObject
{
    Q_OBJECT
public:
    explicit Listener(ImapLink &link, QObject *parent = nullptr);

    /// From when a folder is open.
    void start();
    void stop();

Q_SIGNALS:
    /// While listening: flags changed, or messages went.
    void changed();

private:
    void listen();
    void idle();
    void poll();

    ImapLink &m_link;
    mail::Alarm m_renewal;
    bool m_isWanted = false;
    bool m_isListening = false;
    bool m_isPolling = false;
    bool m_isRefused = false; ///< it offers IDLE and refuses it
};

} // namespace aside::imap
