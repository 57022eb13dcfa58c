// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/text/textrange.h"

#include <QList>
#include <QStringView>

namespace aside {

/// Numbers of orders, contracts, bookings and policies: a word for one of them and the number behind it
/// ("заказ № 20418", "order #A-1934"). The range is the number alone.
[[nodiscard]] QList<TextRange> orderNumbersOf(QStringView text);

} // namespace aside
