// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/templates/templaterunner.h"

#include <QPromise>

#include <utility>

namespace aside {

/// Lives on the thread. The renderer loads its tags with the first template, not when the window starts.
class TemplateRunner::Worker : public QObject
{
public:
    TemplateResult render(const TemplateJob &job)
    {
        if (!m_renderer) {
            m_renderer = std::make_unique<TemplateRenderer>();
        }
        return m_renderer->render(job.from, *job.catalog, job.values);
    }

private:
    std::unique_ptr<TemplateRenderer> m_renderer;
};

TemplateRunner::TemplateRunner()
    : m_worker(std::make_unique<Worker>())
{
    m_worker->moveToThread(&m_thread);
    m_thread.setObjectName(QStringLiteral("templates"));
    m_thread.start();
}

TemplateRunner::~TemplateRunner()
{
    // Behind all that was posted; the worker goes on its own thread, where its renderer was made.
    QMetaObject::invokeMethod(
        m_worker.get(),
        [this] {
            m_worker.release()->deleteLater();
            m_thread.quit();
        },
        Qt::QueuedConnection);
    m_thread.wait();
}

QFuture<TemplateResult> TemplateRunner::render(TemplateJob job)
{
    // Shared because the closure that is posted must be copyable and a promise is not.
    auto promise = std::make_shared<QPromise<TemplateResult>>();
    promise->start();
    auto future = promise->future();
    QMetaObject::invokeMethod(
        m_worker.get(),
        [worker = m_worker.get(), promise, job = std::move(job)] {
            promise->addResult(worker->render(job));
            promise->finish();
        },
        Qt::QueuedConnection);
    return future;
}

} // namespace aside
