// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/finding.h"

#include <QList>

namespace aside {

class CheckedText;
struct CheckContext;

namespace rules {

/// tone.*: what makes a customer angrier.
void argument(const CheckedText &text, const CheckContext &context, QList<Finding> &found);
void blame(const CheckedText &text, const CheckContext &context, QList<Finding> &found);
void threat(const CheckedText &text, const CheckContext &context, QList<Finding> &found);
void demandsRemoval(const CheckedText &text, const CheckContext &context, QList<Finding> &found);
void shouting(const CheckedText &text, const CheckContext &context, QList<Finding> &found);

} // namespace rules
} // namespace aside
