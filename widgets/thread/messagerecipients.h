// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/message.h"

#include <QString>

namespace aside {

/// How many a message went to, for the button that shows who; empty where it went to one alone and its answer
/// goes back to its author.
[[nodiscard]] QString recipientsSummary(const Message &message);
/// A line for each field, whatever somebody wrote there; plain text. Empty where the message names nobody.
[[nodiscard]] QString recipientsText(const Message &message);
/// "Anna <anna@example.org>", one line.
[[nodiscard]] QString mailboxLabel(const QString &name, const QString &address);

} // namespace aside
