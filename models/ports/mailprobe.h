// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/error.h"
#include "models/core/secret.h"
#include "models/domain/mailsetup.h"

#include <QFuture>
#include <QList>
#include <QObject>
#include <QString>

#include <optional>
#include <stop_token>

namespace aside {

enum class ProbeStep : quint8 { Receiving, Sending };

/// Why an account would not work.
struct ProbeFault {
    ProbeStep step = ProbeStep::Receiving;
    Errc code = Errc::Network;
    QString words{}; ///< what the server said, foreign text; empty where it said nothing

    bool operator==(const ProbeFault &) const = default;
};

/// A folder of a mailbox.
struct MailFolder {
    QString key; ///< what it is called before the server; what settings keep
    QString name; ///< foreign text
    bool isUsual = false; ///< brought over where nobody chooses

    bool operator==(const MailFolder &) const = default;
};

struct ProbeReport {
    std::optional<ProbeFault> fault{}; ///< none: it works
    QList<MailFolder> folders{}; ///< those that can be brought over

    bool operator==(const ProbeReport &) const = default;
};

/// What somebody signs in with; a token goes before a password.
struct MailSecret {
    Secret password{};
    Secret token{}; ///< of OAuth 2.0
};

/// Tries an account live: signs in to receive, then to send, and leaves. Sends nothing, changes nothing.
/// Lives on the UI thread and does not block it; each step takes a bounded time.
class MailProbe : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// Errc::Cancelled alone is an error: what is wrong with the account is in the report.
    [[nodiscard]] virtual QFuture<Result<ProbeReport>> probe(const MailSetup &setup, const MailSecret &secret,
                                                             std::stop_token stop)
        = 0;

Q_SIGNALS:
    void began(aside::ProbeStep step);
};

} // namespace aside
