// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/channel.h"
#include "models/domain/conversation.h"

#include <QString>

namespace aside {

/// What a customer said, for reading: where their messenger spoke for them, what they did instead of the
/// command.
[[nodiscard]] QString spokenText(Channel channel, const QString &text);
/// The first words of the last message of a conversation, likewise.
[[nodiscard]] QString spokenPreview(const ConversationRow &row);

} // namespace aside
