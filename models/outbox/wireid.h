// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/channel.h"

#include <QString>

namespace aside {

/// The id that every attempt to send one reply carries, in the form its channel wants: a Message-ID without
/// brackets for mail, a positive 63-bit number for VK (random_id), else the key itself. `key` is the UUID of
/// the outbox item, `address` that of the account. Pure: the same reply has the same id for ever.
[[nodiscard]] QString wireIdFor(Channel channel, const QString &key, const QString &address);

} // namespace aside
