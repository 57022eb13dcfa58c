// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

namespace aside {

class Profile;

/// Tells when the windows have come to rest: the profile has answered all it was asked, no work waits in the
/// pool, no timer is about to fire, and nothing was painted or laid out for a moment.
class Settled : public QObject
{
    Q_OBJECT
public:
    explicit Settled(Profile &profile, QObject *parent = nullptr);

    /// Answers with one of the signals, once.
    void wait();

Q_SIGNALS:
    void settled();
    void gaveUp(); ///< something goes on and on

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void askProfile();
    void look();

    Profile &m_profile;
    QTimer m_pulse;
    QElapsedTimer m_quiet;
    QElapsedTimer m_waiting;
    bool m_hasAnswered = false;
};

} // namespace aside
