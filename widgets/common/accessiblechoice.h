// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

class QAbstractItemView;

namespace aside {

/// A screen reader selects a row, and Qt leaves the current one where it was, so that nothing happens. This
/// makes the selected row the current one. To be called when the view has its model.
void letScreenReadersChoose(QAbstractItemView &view);

} // namespace aside
