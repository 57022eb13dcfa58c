// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/storage/database.h"

#include <QList>

#include <type_traits>

namespace aside {

/// Steps through all rows of a bound statement.
template <typename Row>
Result<void> forEachRow(Statement &statement, Row row)
{
    while (true) {
        const Result<bool> stepped = statement.step();
        if (!stepped) {
            return std::unexpected(stepped.error());
        }
        if (!*stepped) {
            return {};
        }
        row(statement);
    }
}

/// All rows of a bound statement, each as `read` makes it.
template <typename Read>
auto allRows(Statement statement, Read read) -> Result<QList<std::invoke_result_t<Read, const Statement &>>>
{
    QList<std::invoke_result_t<Read, const Statement &>> rows;
    return forEachRow(statement, [&](const Statement &row) { rows.append(read(row)); }).transform([&] {
        return rows;
    });
}

} // namespace aside
