// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace aside {

/// Collects who took part in the first messages of a source, and guesses whose mail it is.
class AddressSample
{
public:
    static constexpr qsizetype most = 200;

    /// The addresses of one message, from its header.
    void add(const QStringList &addresses);
    [[nodiscard]] bool isFull() const { return m_messages.size() >= most; }
    [[nodiscard]] const QList<QStringList> &messages() const { return m_messages; }

private:
    QList<QStringList> m_messages;
};

/// The one address that takes part in nine of ten messages, or else the one domain ("@shop.example") that is
/// not a provider's. Empty where it is not clear, or the messages are fewer than five.
[[nodiscard]] QStringList guessOwnAddresses(const QList<QStringList> &messages);

} // namespace aside
