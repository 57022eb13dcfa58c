// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/finding.h"

#include <QList>

namespace aside {

class CheckedText;
struct CheckContext;

namespace rules {

/// substance.*: what the customer waits for and does not find.
void noNextStep(const CheckedText &text, const CheckContext &context, QList<Finding> &found);
void vaguePromise(const CheckedText &text, const CheckContext &context, QList<Finding> &found);
void asksAgain(const CheckedText &text, const CheckContext &context, QList<Finding> &found);
void sendsAway(const CheckedText &text, const CheckContext &context, QList<Finding> &found);
void impersonal(const CheckedText &text, const CheckContext &context, QList<Finding> &found);

} // namespace rules
} // namespace aside
