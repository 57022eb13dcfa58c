// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/channels/email/net/mailedge.h"
#include "models/ports/mailprobe.h"

namespace aside::mail {

/// The probe over our own IMAP and SMTP.
class LiveProbe final : public MailProbe
{
    Q_OBJECT
public:
    explicit LiveProbe(MailEdge edge, QObject *parent = nullptr);

    [[nodiscard]] QFuture<Result<ProbeReport>> probe(const MailSetup &setup, const MailSecret &secret,
                                                     std::stop_token stop) override;

private:
    struct Flows;
    friend struct Flows;

    MailEdge m_edge;
};

} // namespace aside::mail
