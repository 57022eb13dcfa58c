// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/clock.h"
#include "models/domain/account.h"
#include "models/domain/mailsetup.h"
#include "models/ports/mailprobe.h"
#include "models/services/fetcher.h"

#include <QString>

namespace aside {

/// Its name, and its address where that is another.
[[nodiscard]] QString accountLabel(const Account &account);
/// Whether people of ours enter all that comes there: there is no service to reach.
[[nodiscard]] bool isEntered(Channel channel);
/// "On", "Off" or "Paused", for a list.
[[nodiscard]] QString accountStateLabel(const Account &account, Instant now);
/// The same in whole sentences: why it is paused, and until when.
[[nodiscard]] QString accountStateText(const Account &account, Instant now);
/// And what of its folders could not be brought, a line each.
[[nodiscard]] QString accountStateText(const Account &account, const QList<FetchState> &fetches, Instant now);
/// Why nothing goes through an account, and what to do: a consent is given again, a password checked.
[[nodiscard]] QString accountFaultText(const Account &account, Errc fault);
/// Whether a service took back the consent by which this account signs in.
[[nodiscard]] bool wantsConsent(const Account &account, Errc fault);
[[nodiscard]] QString probeStepText(ProbeStep step, const MailSetup &setup);
/// Why an account would not work, and what to do about it; ends with what the server said.
[[nodiscard]] QString probeFaultText(const ProbeFault &fault, const MailSetup &setup);
/// Who says that these are the servers.
[[nodiscard]] QString setupOriginText(const MailSetup &setup, const QString &address);
/// Why no servers were found, and what to do.
[[nodiscard]] QString notFoundText(Errc code, const QString &address);
/// What to do at the service first, in the language of the window; may be empty.
[[nodiscard]] QString setupHint(const MailSetup &setup);

} // namespace aside
