// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>
#include <QStringList>

#include <chrono>
#include <memory>

class QFileSystemWatcher;
class QTimer;

namespace aside {

/// How changes are noticed.
struct TemplateWatch {
    std::chrono::milliseconds settles{150}; ///< an editor that writes a file anew does so in steps
    /// How often one looks, where the system cannot tell of everything.
    std::chrono::milliseconds looksEvery{10'000};
    qsizetype mostFiles = 4000; ///< a system watches a number of files that is not without end
};

/// Tells when files and folders change. Belongs to the thread it was made on, which needs an event loop.
class FolderWatch final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FolderWatch)
public:
    explicit FolderWatch(const TemplateWatch &watch, QObject *parent = nullptr);
    ~FolderWatch() override;

    /// Watches these from now on and nothing else, the most important first.
    void keep(const QStringList &paths);

Q_SIGNALS:
    /// Something changed, and has come to rest.
    void changed();
    /// Not all of it can be watched: it is time to look.
    void lookAsked();

private:
    TemplateWatch m_watch;
    std::unique_ptr<QFileSystemWatcher> m_watcher;
    std::unique_ptr<QTimer> m_settled;
    std::unique_ptr<QTimer> m_sweep;
};

} // namespace aside
