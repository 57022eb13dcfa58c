// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/error.h"

#include <QByteArray>
#include <QList>

#include <optional>

namespace aside::imap {

using Uid = quint32;

/// Message numbers as a server writes them, "1:4,7": ranges in order, never spread out. A server may name
/// four thousand million in a few bytes.
class UidSet
{
public:
    struct Range {
        Uid first = 0;
        Uid last = 0;

        bool operator==(const Range &) const = default;
    };

    UidSet() = default;
    UidSet(std::initializer_list<Uid> uids);
    [[nodiscard]] static UidSet range(Uid first, Uid last);
    /// Errc::BadAnswer where it is none: zero, letters, an open end.
    [[nodiscard]] static Result<UidSet> parse(QByteArrayView text);

    void add(Uid uid) { addRange(uid, uid); }
    void addRange(Uid first, Uid last);
    void add(const UidSet &other);
    void remove(const UidSet &other);
    [[nodiscard]] bool contains(Uid uid) const;
    [[nodiscard]] bool isEmpty() const { return m_ranges.isEmpty(); }
    [[nodiscard]] quint64 count() const;
    [[nodiscard]] Uid first() const { return m_ranges.isEmpty() ? 0 : m_ranges.constFirst().first; }
    [[nodiscard]] Uid last() const { return m_ranges.isEmpty() ? 0 : m_ranges.constLast().last; }
    [[nodiscard]] const QList<Range> &ranges() const { return m_ranges; }
    /// Takes away the highest ones, at most so many.
    [[nodiscard]] UidSet takeLast(quint64 most);
    [[nodiscard]] QByteArray toBytes() const;

    bool operator==(const UidSet &) const = default;

private:
    QList<Range> m_ranges; ///< apart from each other, the lowest first
};

} // namespace aside::imap
