// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/import/social/tablesource.h"

#include "app/import/social/sourcefile.h"

#include <QDateTime>
#include <QFileInfo>
#include <QTimeZone>

namespace aside {

namespace {

constexpr qsizetype maxItems = 500;
constexpr qint64 maxBytes = 4 * 1024 * 1024;

Instant changedAt(const QString &path)
{
    return fromMillis(QFileInfo(path).lastModified(QTimeZone::UTC).toMSecsSinceEpoch());
}

} // namespace

Result<std::unique_ptr<ImportSource>> TableSource::openCsvTable(const QString &path, const QByteArray &head,
                                                                const ImportOptions &options)
{
    return ByteReader::open(path).and_then(
        [&](std::unique_ptr<ByteReader> in) { return make(path, openCsv(std::move(in), head), options); });
}

Result<std::unique_ptr<ImportSource>>
TableSource::openJsonLinesTable(const QString &path, const QByteArray &head, const ImportOptions &options)
{
    return ByteReader::open(path).and_then([&](std::unique_ptr<ByteReader> in) {
        return make(path, openJsonLines(std::move(in), head), options);
    });
}

Result<std::unique_ptr<ImportSource>> TableSource::make(const QString &path, std::unique_ptr<RowReader> rows,
                                                        const ImportOptions &options)
{
    if (rows == nullptr) {
        return fail(Errc::UnknownFormat, QStringLiteral("not a table"));
    }
    return TableLayout::resolve(rows->header(), options, changedAt(path)).transform([&](TableLayout layout) {
        return std::unique_ptr<ImportSource>(new TableSource(path, std::move(rows), std::move(layout)));
    });
}

TableSource::TableSource(QString path, std::unique_ptr<RowReader> rows, TableLayout layout)
    : m_path(std::move(path))
    , m_key(sourceKey(m_path))
    , m_rows(std::move(rows))
    , m_layout(std::move(layout))
{
}

Result<void> TableSource::resume(const QByteArray &cursor)
{
    if (cursor.isEmpty()) {
        return {};
    }
    const auto parts = cursor.split(' ');
    bool isOffset = false;
    bool isLine = false;
    const RowReader::Position position{.offset = parts.value(0).toLongLong(&isOffset),
                                       .line = parts.value(1).toLongLong(&isLine)};
    if (!isOffset || !isLine || position.offset < 0 || position.offset > m_rows->size()) {
        return fail(Errc::InvalidInput, QStringLiteral("a cursor of another kind"));
    }
    m_rows->seek(position);
    return {};
}

Result<ImportStep> TableSource::next()
{
    ImportStep step;
    const qint64 from = m_rows->position().offset;
    while (step.messages.size() + step.problems.size() < maxItems
           && m_rows->position().offset - from < maxBytes) {
        const auto row = m_rows->next();
        if (m_rows->hasFailed()) {
            return fail(Errc::Io, QStringLiteral("cannot read on"));
        }
        if (!row) {
            step.atEnd = true;
            break;
        }
        take(*row, step);
    }
    const auto [offset, line] = m_rows->position();
    step.cursor = QByteArray::number(offset) + ' ' + QByteArray::number(line);
    step.bytesDone = offset;
    step.bytesTotal = m_rows->size();
    return step;
}

void TableSource::take(const TableRow &row, ImportStep &step) const
{
    auto message
        = row.values.and_then([this](const QStringList &values) { return m_layout.message(values); });
    if (message) {
        step.messages.append(*std::move(message));
        return;
    }
    step.problems.append(
        {.source = QStringLiteral("%1:%2").arg(m_path).arg(row.line), .error = message.error()});
}

} // namespace aside
