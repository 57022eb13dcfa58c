// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/finding.h"

#include <QList>

namespace aside {

class CheckedText;
struct CheckContext;

namespace rules {

/// a11y.* and attachment.*: pictures and links for all, files that are announced.
void altText(const CheckedText &text, const CheckContext &context, QList<Finding> &found);
void linkText(const CheckedText &text, const CheckContext &context, QList<Finding> &found);
void missingFile(const CheckedText &text, const CheckContext &context, QList<Finding> &found);

} // namespace rules
} // namespace aside
