// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/templates/folderwatch.h"

#include <QFileInfo>
#include <QFileSystemWatcher>
#include <QSet>
#include <QTimer>

namespace aside {

FolderWatch::FolderWatch(const TemplateWatch &watch, QObject *parent)
    : QObject(parent)
    , m_watch(watch)
    , m_watcher(std::make_unique<QFileSystemWatcher>())
    , m_settled(std::make_unique<QTimer>())
    , m_sweep(std::make_unique<QTimer>())
{
    m_settled->setSingleShot(true);
    m_settled->setInterval(m_watch.settles);
    m_sweep->setInterval(m_watch.looksEvery);
    const auto wait = [this] {
        if (!m_settled->isActive()) {
            m_settled->start();
        }
    };
    connect(m_watcher.get(), &QFileSystemWatcher::fileChanged, this, wait);
    connect(m_watcher.get(), &QFileSystemWatcher::directoryChanged, this, wait);
    connect(m_settled.get(), &QTimer::timeout, this, &FolderWatch::changed);
    connect(m_sweep.get(), &QTimer::timeout, this, &FolderWatch::lookAsked);
}

FolderWatch::~FolderWatch() = default;

void FolderWatch::keep(const QStringList &paths)
{
    QSet<QString> wanted;
    bool isWhole = true;
    for (const auto &path : paths) {
        const bool hasRoom = wanted.size() < m_watch.mostFiles || wanted.contains(path);
        if (hasRoom && QFileInfo::exists(path)) {
            wanted.insert(path);
        } else {
            isWhole = false;
        }
    }
    const auto watched = m_watcher->files() + m_watcher->directories();
    const QSet<QString> present(watched.cbegin(), watched.cend());
    if (const auto gone = (present - wanted).values(); !gone.isEmpty()) {
        m_watcher->removePaths(gone);
    }
    if (const auto fresh = (wanted - present).values(); !fresh.isEmpty()) {
        isWhole = m_watcher->addPaths(fresh).isEmpty() && isWhole;
    }
    isWhole ? m_sweep->stop() : m_sweep->start();
}

} // namespace aside
