// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArrayView>
#include <QString>

namespace aside {

/// What the bytes of a table mean: UTF-8, or else Windows' Cyrillic.
enum class TableCharset : quint8 {
    Undecided, ///< only ASCII was seen
    Utf8,
    Cp1251,
};

[[nodiscard]] TableCharset detectTableCharset(QByteArrayView head);
[[nodiscard]] QString decodeTableText(QByteArrayView bytes, TableCharset charset);

} // namespace aside
