// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

namespace aside::imap {

/// The names of folders as RFC 3501 writes them: "&BBIEMA-" for "Ва".
[[nodiscard]] QByteArray toModifiedUtf7(QStringView name);
/// Nothing where it is no such text, or not the only way to write it: two spellings of one name are two
/// folders to the server.
[[nodiscard]] std::optional<QString> fromModifiedUtf7(QByteArrayView text);

} // namespace aside::imap
