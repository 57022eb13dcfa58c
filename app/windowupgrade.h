// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/profileupgrade.h"
#include "widgets/upgrade/upgradewindow.h"

#include <QByteArray>
#include <QFuture>
#include <QList>
#include <QObject>

#include <optional>
#include <stop_token>

namespace aside {

/// Whether the window says why it failed, until it is closed. Not where nobody is there to close it.
enum class AfterFailure : quint8 { Show, End };

/// Brings a profile of an earlier version to this one on a thread of its own, with a window that says so.
class WindowUpgrade : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(WindowUpgrade)
public:
    WindowUpgrade(ProfileUpgrade upgrade, AfterFailure afterFailure);
    /// Stops what is not done yet.
    ~WindowUpgrade() override;

    void start();
    [[nodiscard]] UpgradeWindow &window() { return m_window; }
    /// As it ended; Errc::Cancelled where somebody stopped it.
    [[nodiscard]] const Result<void> &result() const { return m_result; }

    /// What a second start of the program said: this window comes to the front, and what is to be opened
    /// waits for the one that follows.
    void takeMessage(const QByteArray &message);
    /// In the order they came, for Window::takeMessage().
    [[nodiscard]] const QList<QByteArray> &keptMessages() const { return m_kept; }

Q_SIGNALS:
    /// Done, stopped, or failed.
    void ended();

private:
    void take(const Result<void> &result);

    AfterFailure m_afterFailure;
    std::optional<ProfileUpgrade> m_upgrade;
    std::stop_source m_stop;
    QFuture<Result<void>> m_running;
    UpgradeWindow m_window;
    QList<QByteArray> m_kept;
    Result<void> m_result = fail(Errc::Cancelled);
};

} // namespace aside
