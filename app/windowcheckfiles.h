// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/templates/folderwatch.h"
#include "models/check/checkprofile.h"
#include "models/core/error.h"

#include <QObject>
#include <QThread>

#include <memory>

namespace aside {

/// What lies on the disk for the reply check of a profile.
struct CheckFiles {
    Result<CheckProfile> profile; ///< PROFILE/check.toml, with the words of the dictionaries
    QStringList phraseFolders; ///< the profile's, then the team's
    QString phrases; ///< another text where another phrase list lies there

    bool operator==(const CheckFiles &) const = default;
};

/// Reads PROFILE/check.toml, the dictionaries and what phrase lists there are, of the profile and of its
/// team, and again when one of them changes; on a thread of its own, because a team's folder may lie on a
/// network.
class WindowCheckFiles final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(WindowCheckFiles)
public:
    explicit WindowCheckFiles(const QString &directory, const TemplateWatch &watch = {},
                              QObject *parent = nullptr);
    ~WindowCheckFiles() override;

    /// Something was written just now.
    void readSoon();

Q_SIGNALS:
    /// At the start, and when something is other than before.
    void read(const aside::CheckFiles &files);

private:
    class Worker;

    std::unique_ptr<Worker> m_worker;
    QThread m_thread;
};

} // namespace aside
