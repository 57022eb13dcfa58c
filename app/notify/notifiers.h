// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/ports/notifier.h"

#include <memory>

namespace aside {

class Tray;

/// The best way this desktop has to notify: its notification service with replies, else the tray, which has
/// to outlive it.
[[nodiscard]] std::unique_ptr<Notifier> makeNotifier(Tray &tray);

} // namespace aside
