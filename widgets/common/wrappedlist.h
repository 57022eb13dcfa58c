// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

class QListWidget;
class QWidget;

namespace aside {

/// A list of sentences: rows are as tall as their words need, and nothing is scrolled sideways or cut off.
/// Belongs to `parent`.
[[nodiscard]] QListWidget *makeWrappedList(const QString &name, QWidget *parent);

/// As tall as its rows, but no taller than so many lines: more are scrolled.
void limitLines(QListWidget &list, int most);

} // namespace aside
