// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace aside {

struct ConversationRow;
struct Message;

/// Who the customer is, on one line: the name, else the handle, else words that say that nobody knows. A name
/// of nothing but invisible characters is none.
[[nodiscard]] QString personName(const ConversationRow &row, qsizetype most = 300);

/// Who wrote, in the same way; empty where a message of ours has no author.
[[nodiscard]] QString authorName(const Message &message, qsizetype most = 300);

} // namespace aside
