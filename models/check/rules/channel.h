// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/finding.h"

#include <QList>

namespace aside {

class CheckedText;
struct CheckContext;

namespace rules {

/// channel.* and identity.*: what the channel will not take, and who speaks on it.
void tooLong(const CheckedText &text, const CheckContext &context, QList<Finding> &found);
void windowClosed(const CheckedText &text, const CheckContext &context, QList<Finding> &found);
void refusedFile(const CheckedText &text, const CheckContext &context, QList<Finding> &found);
void unofficial(const CheckedText &text, const CheckContext &context, QList<Finding> &found);

} // namespace rules
} // namespace aside
