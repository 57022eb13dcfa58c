// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/import/mail/mimetree.h"
#include "models/domain/incoming.h"

#include <QByteArrayView>
#include <QList>

#include <optional>

namespace aside {

/// What a mail says of a letter that did not arrive, where it is such a report: RFC 3464, and the reports of
/// Exim, qmail and Exchange that are none of its kind. Nothing of one that says that it is late, or that it
/// did arrive. `whole` is the body with all parts.
[[nodiscard]] std::optional<DeliveryFailure>
readDeliveryFailure(const MailHeader &header, const QList<MimePart> &parts, QByteArrayView whole);

} // namespace aside
