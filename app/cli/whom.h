// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/cli/context.h"
#include "models/domain/conversation.h"

#include <optional>

namespace aside::cli {

/// A person as the command line names one: by a conversation, or as "person:ID".
struct Whom {
    PersonId person; ///< the one that is shown; as it was named, where it was "person:ID"
    PersonId own; ///< whose conversation it is without merging
    std::optional<ConversationRow> talk{}; ///< that the person was named by
};

[[nodiscard]] Step<Whom> whose(CommandContext &context, Session &session, const QString &named);

[[nodiscard]] QString personSubject(PersonId person);

/// Who works here, as the profile says, else as the system does.
[[nodiscard]] Step<QString> whoWorksHere(CommandContext &context);

} // namespace aside::cli
