// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/error.h"

#include <QString>
#include <QtTypes>

namespace aside {

/// What opening a file would do, by the end of its name: that is what the desktop goes by as well.
enum class FileKind : quint8 { Picture, Document, Archive, Sound, Film, Program, Other };

[[nodiscard]] FileKind fileKind(const QString &name);
/// A name for themedIcon().
[[nodiscard]] QString fileKindIcon(FileKind kind);

/// A stranger's name for a file, made fit for a folder of ours: no path, nothing unseen, no name that a
/// system keeps for itself, at most 200 bytes. Never empty.
[[nodiscard]] QString safeFileName(const QString &name);

/// Writes a new file and answers with its path: beside one that is there already, never over it, and never
/// through a link.
[[nodiscard]] Result<QString> saveNew(const QString &path, const QByteArray &content);

} // namespace aside
