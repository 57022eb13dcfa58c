// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/ports/checkstore.h"

namespace aside {

/// What lies with a text that is no draft of its conversation, until it is sent or dropped: remembered here
/// and written nowhere. What others answered comes from the store.
class PassingChecks final : public CheckStore
{
public:
    explicit PassingChecks(CheckStore &store)
        : m_store(store)
    {
    }

    [[nodiscard]] const DraftChecks &checks() const { return m_checks; }
    void begin(const DraftChecks &checks) { m_checks = checks; }

    [[nodiscard]] QFuture<Result<DraftChecks>> draftChecks(ConversationId id) override;
    [[nodiscard]] QFuture<Result<DraftChecks>> checksOf(OutboxId id) override;
    [[nodiscard]] QFuture<Result<void>> giveReason(ConversationId id, GivenReason reason) override;
    [[nodiscard]] QFuture<Result<void>> switchRule(ConversationId id, QString rule, RuleSwitch to) override;
    [[nodiscard]] QFuture<Result<QStringList>> recentReasons(QString rule, int limit) override;
    [[nodiscard]] QFuture<Result<void>> useTemplate(ConversationId id, QString templateId,
                                                    QString rendered) override;
    [[nodiscard]] QFuture<Result<QHash<QString, TemplateStatistics>>>
    templateStatistics(std::chrono::days span) override;

private:
    CheckStore &m_store;
    DraftChecks m_checks;
};

} // namespace aside
