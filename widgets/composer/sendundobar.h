// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/clock.h"
#include "widgets/common/undostrip.h"

#include <chrono>

class QProgressBar;
class QPushButton;
class QTimer;

namespace aside {

/// Counts an undo window down, in words and as a line that shrinks. It is announced once, not each second.
class SendUndoBar : public UndoStrip
{
    Q_OBJECT
public:
    enum class About { Reply, Note, Move };

    SendUndoBar(const Clock &clock, QWidget *parent);

    void start(About about, Instant until);
    void stop();
    [[nodiscard]] bool isRunning() const { return m_isRunning; }

Q_SIGNALS:
    void sendNowAsked();
    void ended();
    void announced(const QString &words);

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void tick();
    [[nodiscard]] QString words(std::chrono::seconds left) const;

    const Clock &m_clock;
    About m_about = About::Reply;
    Instant m_until{};
    std::chrono::milliseconds m_window{};
    bool m_isRunning = false;
    QProgressBar *m_progress;
    QPushButton *m_sendNow;
    QTimer *m_timer;
};

} // namespace aside
