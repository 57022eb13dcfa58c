// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/finding.h"

#include <QList>

namespace aside {

class CheckedText;
struct CheckContext;

namespace rules {

/// template.*: what a template leaves behind.
void unresolved(const CheckedText &text, const CheckContext &context, QList<Finding> &found);
void wrongName(const CheckedText &text, const CheckContext &context, QList<Finding> &found);

} // namespace rules
} // namespace aside
