// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QStringList>

namespace aside {

/// Whether there is any word in the text, as the tokenizer sees words.
[[nodiscard]] bool hasWords(const QString &text);

/// What may follow a text whose last word stops inside an ending, one for each stem that then appears:
/// "happine" may go on with "ss", and "happiness" has the stem "happi".
[[nodiscard]] QStringList likelyEndings(const QString &text);

} // namespace aside
