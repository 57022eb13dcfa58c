// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/cli/context.h"
#include "models/check/replycheck.h"
#include "models/domain/draft.h"
#include "models/ports/checkstore.h"

#include <QString>

namespace aside::cli {

/// "clutter.promo=So that she sees the new opening hours"
struct RuleReason {
    QString rule;
    QString words;
};

/// What --reason said; wrong usage where there is no such rule or no words.
[[nodiscard]] Step<QList<RuleReason>> ruleReasons(CommandContext &context, const QStringList &values);

/// Answers the questions of the report with what was said, and tells which reasons those are.
[[nodiscard]] QList<GivenReason> answersTo(CheckReport &report, const QList<RuleReason> &reasons,
                                           Instant now);

/// The reply check before a draft leaves. Reasons that answer a question are kept with the draft; where a
/// problem or a question is left, tells all of them, keeps nothing and answers with ExitCode::Unanswered.
[[nodiscard]] Step<void> checkBeforeSending(CommandContext &context, Session &session, const Draft &draft,
                                            const QList<RuleReason> &reasons);

} // namespace aside::cli
