// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

namespace aside::vk {

/// How far an account has been read.
struct Cursor {
    QString ts{}; ///< of the long poll; empty: it has not begun
    qsizetype skip = 0; ///< so many of the updates behind ts are stored
    qint64 at = 0; ///< seconds by VK's clock: until then all is known
    std::optional<qint64> fill{}; ///< the talk at which to go on filling in what was missed
    qint64 since = 0; ///< seconds: from there on it was missed

    [[nodiscard]] QByteArray toBytes() const;
    /// Nothing where it is none of ours.
    [[nodiscard]] static std::optional<Cursor> parse(const QByteArray &bytes);

    bool operator==(const Cursor &) const = default;
};

} // namespace aside::vk
