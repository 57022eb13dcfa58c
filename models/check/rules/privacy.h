// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/finding.h"

#include <QList>

namespace aside {

class CheckedText;
struct CheckContext;

namespace rules {

/// privacy.*: what a public reply must not show.
void personalData(const CheckedText &text, const CheckContext &context, QList<Finding> &found);
void asksPersonalData(const CheckedText &text, const CheckContext &context, QList<Finding> &found);
void noteText(const CheckedText &text, const CheckContext &context, QList<Finding> &found);

} // namespace rules
} // namespace aside
