// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/outboxitem.h"

#include <QStringList>

namespace aside {

/// What an item has to do with the other half of a move to private; nothing where it has none, or nothing
/// waits for it. `all` is the outbox without what was taken back.
[[nodiscard]] QStringList outboxHalfLines(const OutboxItem &item, const QList<OutboxItem> &all);

} // namespace aside
