// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/storage/databasethread.h"

namespace aside {

DatabaseThread::DatabaseThread(Database database, const QString &name)
    : m_database(std::move(database))
    , m_worker(std::make_unique<QObject>())
{
    m_thread.setObjectName(name);
    m_worker->moveToThread(&m_thread);
    m_thread.start();
}

DatabaseThread::~DatabaseThread()
{
    // Queued behind everything that was handed in before.
    QMetaObject::invokeMethod(m_worker.get(), [this] { m_thread.quit(); }, Qt::QueuedConnection);
    m_thread.wait();
}

} // namespace aside
