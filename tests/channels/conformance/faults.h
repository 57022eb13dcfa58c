// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/error.h"
#include "tests/servers/httpdoor.h"

#include <QList>

namespace aside::test {

/// One way in which a request goes wrong, by its name, and what an adapter may call it.
struct NamedFault {
    const char *name = "";
    HttpFault fault{};
    QList<Errc> codes{};
};

/// What every adapter lives with, at each of its requests.
[[nodiscard]] QList<NamedFault> usualFaults();
/// Answers without an end, or that say so of themselves.
[[nodiscard]] QList<NamedFault> hugeAnswers();

} // namespace aside::test
