// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/consent.h"

#include <QJsonObject>

namespace aside::cli {

// What was said, in JSON: documented in docs/asidectl.md.

[[nodiscard]] QJsonObject saidJson(const Consent &said);
[[nodiscard]] QJsonObject entryJson(const ConsentEntry &entry);

} // namespace aside::cli
