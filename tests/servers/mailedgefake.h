// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/channels/email/net/mailedge.h"

#include <QPointer>

#include <algorithm>
#include <functional>
#include <utility>

namespace aside::test {

/// Time as a test has it: it stands still until pass().
class MailEdgeFake
{
public:
    explicit MailEdgeFake(QList<QSslCertificate> authorities = {})
        : m_authorities(std::move(authorities))
    {
    }

    [[nodiscard]] mail::MailEdge edge()
    {
        return {
            .after =
                [this](std::chrono::milliseconds delay, QObject *context, const std::function<void()> &then) {
                    m_alarms.append({.due = m_now + delay, .context = context, .then = then});
                },
            .authorities = m_authorities,
            .spoolFolder = {},
            .packsForThisMachine = true};
    }

    /// What falls due happens in its order.
    void pass(std::chrono::milliseconds time)
    {
        const std::chrono::milliseconds end = m_now + time;
        while (true) {
            m_alarms.removeIf([](const Alarm &alarm) { return alarm.context.isNull(); });
            const auto next = std::ranges::min_element(m_alarms, {}, &Alarm::due);
            if (next == m_alarms.end() || next->due > end) {
                break;
            }
            const Alarm alarm = *next;
            m_alarms.erase(next);
            m_now = alarm.due;
            alarm.then();
        }
        m_now = end;
    }

private:
    struct Alarm {
        std::chrono::milliseconds due;
        QPointer<QObject> context;
        std::function<void()> then;
    };

    QList<QSslCertificate> m_authorities;
    QList<Alarm> m_alarms;
    std::chrono::milliseconds m_now{0};
};

} // namespace aside::test
