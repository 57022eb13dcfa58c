// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/error.h"
#include "models/domain/preferences.h"

#include <QFuture>
#include <QString>
#include <QThreadPool>

#include <functional>

namespace aside {

/// Keeps the preferences in PROFILE/settings.toml. Writes on a thread of its own, in the order asked, each
/// time in one go. A file that cannot be understood is never written over.
class PreferencesFile
{
public:
    explicit PreferencesFile(QString directory);
    /// Waits for what is being written.
    ~PreferencesFile();
    PreferencesFile(const PreferencesFile &) = delete;
    PreferencesFile &operator=(const PreferencesFile &) = delete;

    /// For the start of the program; the file is small. Errc::BadSettings where it cannot be understood.
    [[nodiscard]] Result<Preferences> read() const;
    [[nodiscard]] QFuture<Result<void>> save(const Preferences &preferences);
    /// Puts a broken file aside under another name and writes a new one.
    [[nodiscard]] QFuture<Result<void>> startAfresh(const Preferences &preferences);

private:
    [[nodiscard]] QFuture<Result<void>> run(std::function<Result<void>()> work);

    QString m_directory;
    QThreadPool m_writer;
};

} // namespace aside
