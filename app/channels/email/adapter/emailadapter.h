// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/channels/email/adapter/emailsettings.h"
#include "app/channels/email/adapter/fetchbridge.h"
#include "app/channels/email/adapter/newspace.h"
#include "app/channels/email/imap/imapsession.h"
#include "app/channels/email/imap/listener.h"
#include "app/channels/email/net/mailedge.h"
#include "app/channels/email/net/sasl.h"
#include "app/channels/email/sync/foldersync.h"
#include "models/core/clock.h"
#include "models/ports/channeladapter.h"

#include <QFuture>
#include <QSet>

#include <functional>
#include <memory>
#include <stop_token>

namespace aside::mail {

/// An account of mail: IMAP to fetch, listen and look, SMTP to send. Each letter that was sent asks to
/// be filed in the account's folder for sent mail, unless the server does so itself.
class EmailAdapter final : public ChannelAdapter
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(EmailAdapter)

public:
    struct Parts {
        Account account;
        EmailSettings settings;
        /// Asked before each sign-in, so that a new token or password counts at once.
        std::function<QFuture<Result<Credentials>>()> credentials;
        MailReader read;
        MailEdge edge;
        const Clock &clock;
    };

    explicit EmailAdapter(Parts parts, QObject *parent = nullptr);
    ~EmailAdapter() override;

    [[nodiscard]] QFuture<Result<void>> open() override;
    [[nodiscard]] QFuture<Result<FetchStep>> fetch(QByteArray cursor) override;
    [[nodiscard]] QFuture<Result<QList<qint64>>> writeBack(QList<ServerChange> changes) override;
    [[nodiscard]] bool canListen() const override { return true; }
    void listen() override;
    [[nodiscard]] QFuture<SendOutcome> send(OutgoingMessage message) override;
    [[nodiscard]] QFuture<Result<CopyFiling>> fileCopy(OutgoingMessage message) override;
    [[nodiscard]] QFuture<Result<Reconciliation>> reconcile(OutgoingMessage message) override;
    [[nodiscard]] QFuture<Result<void>> bring(LeftPart part, PartWay way) override;

private:
    struct Flows;
    friend struct Flows;

    void lose(const Error &error);
    /// What happened between the last fetch and listening.
    void catchUp(const QByteArray &stored, const imap::Mailbox &inbox);
    /// Something changed that is no new mail.
    void fetchSoon();

    Parts m_parts;
    std::stop_source m_stop;
    FetchBridge m_bridge;
    std::unique_ptr<imap::ImapSession> m_session; ///< of fetching and listening
    std::unique_ptr<imap::Listener> m_listener;
    QSet<QByteArray> m_triedUnread; ///< folders of which that was done in this adapter's life
    NewsPace m_pace;
    Alarm m_news; ///< says that there is something to be fetched
    bool m_isCatchingUp = false; ///< that there was more than had been fetched has been said
};

} // namespace aside::mail
