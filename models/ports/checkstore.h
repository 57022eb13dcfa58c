// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/clock.h"
#include "models/core/error.h"
#include "models/core/id.h"

#include <QFuture>
#include <QHash>
#include <QList>
#include <QString>
#include <QStringList>

#include <chrono>
#include <optional>

namespace aside {

/// An answer to "why am I adding this?".
struct GivenReason {
    QString rule;
    QString fingerprint; ///< see Finding::fingerprint
    QString reason; ///< empty: taken back
    Instant givenAt{};

    bool operator==(const GivenReason &) const = default;
};

/// A template that the draft began with.
struct UsedTemplate {
    QString id;
    QString rendered; ///< as it was put into the draft
    int unchangedInARow = 0; ///< to how many others it went word for word, one after the other, until now
    bool wentToThisPerson = false; ///< word for word, earlier

    bool operator==(const UsedTemplate &) const = default;
};

/// What lies with a draft beside its text.
struct DraftChecks {
    QList<GivenReason> reasons;
    QStringList switchedOff; ///< rules
    std::optional<UsedTemplate> used;

    bool operator==(const DraftChecks &) const = default;
};

enum class RuleSwitch : quint8 { On, Off };

/// How a template fares.
struct TemplateStatistics {
    int uses = 0; ///< replies that left
    int changed = 0; ///< of these, how many said something else in the end
    int repeats = 0; ///< after how many the same person wrote again in the span
    Instant lastUsed{};

    bool operator==(const TemplateStatistics &) const = default;
};

/// Keeps what the reply check needs to know of a draft. A future that reports success means: on the disk,
/// synced. Any thread may call.
class CheckStore
{
public:
    CheckStore() = default;
    virtual ~CheckStore() = default;
    CheckStore(const CheckStore &) = delete;
    CheckStore &operator=(const CheckStore &) = delete;

    [[nodiscard]] virtual QFuture<Result<DraftChecks>> draftChecks(ConversationId id) = 0;
    /// What went along with a reply.
    [[nodiscard]] virtual QFuture<Result<DraftChecks>> checksOf(OutboxId id) = 0;
    /// Keeps the reason with the draft; an empty one takes it back. Errc::NotFound where the conversation is
    /// gone.
    [[nodiscard]] virtual QFuture<Result<void>> giveReason(ConversationId id, GivenReason reason) = 0;
    [[nodiscard]] virtual QFuture<Result<void>> switchRule(ConversationId id, QString rule, RuleSwitch to)
        = 0;
    /// Reasons that were given for the rule, the latest first, each once.
    [[nodiscard]] virtual QFuture<Result<QStringList>> recentReasons(QString rule, int limit) = 0;
    /// The draft begins with this template from now on. An empty id: with none.
    [[nodiscard]] virtual QFuture<Result<void>> useTemplate(ConversationId id, QString templateId,
                                                            QString rendered)
        = 0;
    /// By template; a repeat is a person who wrote again within `span` after the reply.
    [[nodiscard]] virtual QFuture<Result<QHash<QString, TemplateStatistics>>>
    templateStatistics(std::chrono::days span) = 0;
};

} // namespace aside
