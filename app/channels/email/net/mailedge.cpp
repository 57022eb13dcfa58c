// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/channels/email/net/mailedge.h"

#include <QTimer>

#include <utility>

namespace aside::mail {

MailEdge systemMailEdge()
{
    return {.after = [](std::chrono::milliseconds delay, QObject *context,
                        const std::function<void()> &then) { QTimer::singleShot(delay, context, then); },
            .authorities = {},
            .spoolFolder = {},
            .packsForThisMachine = false};
}

void Alarm::set(std::chrono::milliseconds delay, std::function<void()> then)
{
    m_context = std::make_unique<QObject>();
    m_edge.after(delay, m_context.get(), [this, then = std::move(then)] {
        // The context calls us, so it goes when it is done.
        m_context.release()->deleteLater();
        then();
    });
}

} // namespace aside::mail
