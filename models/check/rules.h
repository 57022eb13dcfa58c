// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/finding.h"

#include <QFlags>
#include <QLatin1StringView>
#include <QList>

#include <span>

namespace aside {

class CheckedText;
struct CheckContext;

/// What a rule has to know beside the text; a caller that lacks it gets no finding of this rule.
enum class Need : quint8 { Thread = 1, Person = 2, Account = 4, Template = 8, Clock = 16, Spelling = 32 };
Q_DECLARE_FLAGS(Needs, Need)

/// One question of the reply check. Its words (title, why, examples, questions) lie in
/// resources/check/*/rules.toml under the same id.
struct Rule {
    QLatin1StringView id;
    Severity severity = Severity::Ask; ///< as delivered, in private
    Severity inPublic = Severity::Ask; ///< as delivered, in public
    Needs needs;
    /// Adds what it finds; severity is filled in by the engine. Pure, may be called on any thread.
    void (*look)(const CheckedText &text, const CheckContext &context, QList<Finding> &found) = nullptr;
};

/// All rules, in the order of product.md: the one table behind the check, its page in docs/, the list in the
/// settings and asidectl --list-rules.
[[nodiscard]] std::span<const Rule> allRules();

} // namespace aside

Q_DECLARE_OPERATORS_FOR_FLAGS(aside::Needs)
