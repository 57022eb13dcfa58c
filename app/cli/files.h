// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/error.h"

#include <QFile>
#include <QSaveFile>
#include <QString>

#include <optional>

namespace aside::cli {

/// Why the last operation on a file failed.
[[nodiscard]] Errc fileError(const QFileDevice &file);

/// The whole content of a file that a person named, up to a limit.
[[nodiscard]] Result<QByteArray> readInput(QIODevice &device);
[[nodiscard]] Result<QByteArray> readFile(const QString &path);

enum class Overwrite { No, Yes };

/// A file being written where a person asked for it: it is there whole or not at all, and replaces nothing
/// unless that was asked for.
class NewFile
{
public:
    [[nodiscard]] static Result<std::unique_ptr<NewFile>> create(const QString &path, Overwrite overwrite);
    ~NewFile();
    NewFile(const NewFile &) = delete;
    NewFile &operator=(const NewFile &) = delete;

    [[nodiscard]] QIODevice &device() { return m_file; }
    /// Writes to the disk and gives the file its name.
    [[nodiscard]] Result<void> commit();

private:
    NewFile(const QString &path, Overwrite overwrite);

    QSaveFile m_file;
    bool m_reserved = false;
};

} // namespace aside::cli
