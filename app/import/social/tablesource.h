// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/import/importsources.h"
#include "app/import/social/rowreader.h"
#include "app/import/social/tablelayout.h"
#include "models/ports/importsource.h"

#include <memory>

namespace aside {

/// A table of messages: CSV or JSON Lines, whichever the reader is.
class TableSource final : public ImportSource
{
public:
    /// `head` is the beginning of the file. Errors: those of opening a file, UnknownFormat, InvalidInput.
    [[nodiscard]] static Result<std::unique_ptr<ImportSource>>
    openCsvTable(const QString &path, const QByteArray &head, const ImportOptions &options);
    [[nodiscard]] static Result<std::unique_ptr<ImportSource>>
    openJsonLinesTable(const QString &path, const QByteArray &head, const ImportOptions &options);

    [[nodiscard]] QString key() const override { return m_key; }
    [[nodiscard]] Result<void> resume(const QByteArray &cursor) override;
    [[nodiscard]] Result<ImportStep> next() override;

private:
    TableSource(QString path, std::unique_ptr<RowReader> rows, TableLayout layout);
    [[nodiscard]] static Result<std::unique_ptr<ImportSource>>
    make(const QString &path, std::unique_ptr<RowReader> rows, const ImportOptions &options);
    void take(const TableRow &row, ImportStep &step) const;

    QString m_path;
    QString m_key;
    std::unique_ptr<RowReader> m_rows;
    TableLayout m_layout;
};

} // namespace aside
