// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/error.h"
#include "models/domain/mailsetup.h"

#include <QFuture>

#include <stop_token>

namespace aside {

/// Finds the servers of a mail address. Lives on the UI thread and does not block it; each step of it takes a
/// bounded time.
class MailSetupFinder
{
public:
    MailSetupFinder() = default;
    virtual ~MailSetupFinder() = default;
    MailSetupFinder(const MailSetupFinder &) = delete;
    MailSetupFinder &operator=(const MailSetupFinder &) = delete;

    /// Errc::InvalidInput where it is no address, NotFound where nobody says and nobody listens, Insecure
    /// where all there is goes without encryption, Cancelled.
    [[nodiscard]] virtual QFuture<Result<MailSetup>> find(const QString &address, std::stop_token stop) = 0;
};

} // namespace aside
