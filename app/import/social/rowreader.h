// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/import/social/bytereader.h"
#include "models/core/error.h"

#include <QStringList>

#include <optional>

namespace aside {

/// One record of a table; its values stand in the order of the header.
struct TableRow {
    qint64 line = 0;
    Result<QStringList> values;
};

/// Reads a table record by record.
class RowReader
{
public:
    struct Position {
        qint64 offset = 0;
        qint64 line = 1;

        bool operator==(const Position &) const = default;
    };
    static constexpr qsizetype maxRecord = 16LL * 1024 * 1024;

    explicit RowReader(std::unique_ptr<ByteReader> in)
        : m_in(std::move(in))
    {
    }
    virtual ~RowReader() = default;
    RowReader(const RowReader &) = delete;
    RowReader &operator=(const RowReader &) = delete;

    [[nodiscard]] const QStringList &header() const { return m_header; }
    /// The next record, broken ones included; nothing at the end.
    [[nodiscard]] virtual std::optional<TableRow> next() = 0;

    [[nodiscard]] Position position() const { return {.offset = m_in->offset(), .line = m_line}; }
    void seek(Position position);
    [[nodiscard]] qint64 size() const { return m_in->size(); }
    [[nodiscard]] bool hasFailed() const { return m_in->hasFailed(); }

protected:
    void skipLine();
    void skipByteOrderMark();

    std::unique_ptr<ByteReader> m_in;
    QStringList m_header;
    qint64 m_line = 1;
};

/// A separated table whose header `head` begins, or nothing where this is no table.
[[nodiscard]] std::unique_ptr<RowReader> openCsv(std::unique_ptr<ByteReader> in, const QByteArray &head);

/// One JSON object a line; the header is what the objects in `head` have. Nothing where these are not such
/// lines.
[[nodiscard]] std::unique_ptr<RowReader> openJsonLines(std::unique_ptr<ByteReader> in,
                                                       const QByteArray &head);

} // namespace aside
