// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>
#include <QSslCertificate>
#include <QString>

#include <chrono>
#include <functional>
#include <memory>

namespace aside::mail {

/// Where mail touches the machine: time, whom it trusts, and where what is too large for memory lies. A test
/// puts its own in place; the program uses systemMailEdge().
struct MailEdge {
    /// Calls back once, later, on this thread, and only while the context lives.
    std::function<void(std::chrono::milliseconds, QObject *context, std::function<void()>)> after;
    QList<QSslCertificate> authorities; ///< instead of the system's, where there are any
    QString spoolFolder; ///< empty: the system's folder for temporary files
    bool packsForThisMachine = false; ///< where bytes cost nothing and packing them does
};

[[nodiscard]] MailEdge systemMailEdge();

/// Something to be done at a later time, unless it is put off or dropped before. One at a time.
class Alarm
{
public:
    explicit Alarm(const MailEdge &edge)
        : m_edge(edge)
    {
    }

    /// Takes the place of what was set before.
    void set(std::chrono::milliseconds delay, std::function<void()> then);
    void drop() { m_context.reset(); }
    [[nodiscard]] bool isSet() const { return m_context != nullptr; }

private:
    const MailEdge &m_edge;
    std::unique_ptr<QObject> m_context;
};

} // namespace aside::mail
