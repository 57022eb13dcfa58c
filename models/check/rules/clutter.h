// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/finding.h"

#include <QList>

namespace aside {

class CheckedText;
struct CheckContext;

namespace rules {

/// clutter.*: what the customer has no use for.
void signature(const CheckedText &text, const CheckContext &context, QList<Finding> &found);
void legalName(const CheckedText &text, const CheckContext &context, QList<Finding> &found);
void sameChannelLink(const CheckedText &text, const CheckContext &context, QList<Finding> &found);
void otherChannels(const CheckedText &text, const CheckContext &context, QList<Finding> &found);
void contactBlock(const CheckedText &text, const CheckContext &context, QList<Finding> &found);
void image(const CheckedText &text, const CheckContext &context, QList<Finding> &found);
void promo(const CheckedText &text, const CheckContext &context, QList<Finding> &found);
void disclaimer(const CheckedText &text, const CheckContext &context, QList<Finding> &found);
void filler(const CheckedText &text, const CheckContext &context, QList<Finding> &found);
void greetingAgain(const CheckedText &text, const CheckContext &context, QList<Finding> &found);
void apologyAgain(const CheckedText &text, const CheckContext &context, QList<Finding> &found);
void restatesQuestion(const CheckedText &text, const CheckContext &context, QList<Finding> &found);
void homePage(const CheckedText &text, const CheckContext &context, QList<Finding> &found);
void lowSubstance(const CheckedText &text, const CheckContext &context, QList<Finding> &found);

} // namespace rules
} // namespace aside
