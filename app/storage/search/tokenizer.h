// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/error.h"

struct sqlite3;

namespace aside {

class Database;

/// Teaches a connection the FTS5 tokenizer "aside": one token a word, its stem. In a prefix query the last
/// word is taken as it stands. Any thread that owns a connection may call; each connection has its own memory
/// of stems.
[[nodiscard]] Result<void> registerTokenizer(Database &db);
[[nodiscard]] Result<void> registerTokenizer(sqlite3 *handle);

} // namespace aside
