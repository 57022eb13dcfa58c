// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/windowupgrade.h"

#include <QPromise>
#include <QThreadPool>

#include <memory>
#include <utility>

namespace aside {

namespace {

QFuture<Result<void>> runInPool(const ProfileUpgrade &upgrade, UpgradeWatch watch)
{
    auto promise = std::make_shared<QPromise<Result<void>>>(); // shared with the pool, which copies its work
    promise->start();
    QFuture<Result<void>> future = promise->future();
    QThreadPool::globalInstance()->start([&upgrade, promise, watch = std::move(watch)] {
        promise->addResult(upgrade.run(watch));
        promise->finish();
    });
    return future;
}

} // namespace

WindowUpgrade::WindowUpgrade(ProfileUpgrade upgrade, AfterFailure afterFailure)
    : m_afterFailure(afterFailure)
    , m_upgrade(std::move(upgrade))
{
    connect(&m_window, &UpgradeWindow::stopAsked, this, [this] { m_stop.request_stop(); });
    connect(&m_window, &UpgradeWindow::closed, this, &WindowUpgrade::ended);
}

WindowUpgrade::~WindowUpgrade()
{
    m_stop.request_stop();
    m_running.waitForFinished(); // it works with what goes now
}

void WindowUpgrade::start()
{
    m_window.show();
    const auto tell = [this](const UpgradeProgress &progress) {
        QMetaObject::invokeMethod(
            &m_window, [this, progress] { m_window.showProgress(progress); }, Qt::QueuedConnection);
    };
    m_running = runInPool(*m_upgrade, {.tell = tell, .stop = m_stop.get_token()});
    m_running.then(this, [this](const Result<void> &result) { take(result); });
}

void WindowUpgrade::takeMessage(const QByteArray &message)
{
    m_window.raise();
    m_window.activateWindow();
    if (message.startsWith("mailto:")) {
        m_kept.append(message);
    }
}

void WindowUpgrade::take(const Result<void> &result)
{
    m_result = result;
    m_upgrade.reset(); // with its lock
    const bool isFailure = !result && result.error().code != Errc::Cancelled;
    if (isFailure && m_afterFailure == AfterFailure::Show) {
        m_window.showFailure(result.error());
        return;
    }
    m_window.hide();
    Q_EMIT ended();
}

} // namespace aside
