// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/text/textrange.h"

#include <QList>
#include <QStringView>

namespace aside {

/// Street addresses with a house number, Russian and English. Careful: a street without a house is none.
[[nodiscard]] QList<TextRange> addressesOf(QStringView text);

} // namespace aside
