// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/channels/email/net/connection.h"
#include "app/channels/email/net/mailedge.h"
#include "app/channels/email/net/sasl.h"
#include "models/ports/mailprobe.h"

namespace aside::mail {

/// The probe over our own IMAP and SMTP.
class LiveProbe final : public MailProbe
{
    Q_OBJECT
public:
    explicit LiveProbe(MailEdge edge, QObject *parent = nullptr);

    /// One step alone, and whatever the other one comes to.
    [[nodiscard]] QFuture<Result<ProbeReport>> tryServer(ProbeStep step, const ServerAddress &server,
                                                         const Credentials &credentials,
                                                         std::stop_token stop);
    [[nodiscard]] QFuture<Result<ProbeReport>> probe(const MailSetup &setup, const MailSecret &secret,
                                                     std::stop_token stop) override;

private:
    struct Flows;
    friend struct Flows;

    MailEdge m_edge;
};

} // namespace aside::mail
