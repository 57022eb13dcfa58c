// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/check/passingchecks.h"

#include <utility>

namespace aside {

namespace {

QFuture<Result<void>> done()
{
    return QtFuture::makeReadyValueFuture(Result<void>());
}

} // namespace

QFuture<Result<DraftChecks>> PassingChecks::draftChecks(ConversationId /*id*/)
{
    return QtFuture::makeReadyValueFuture(Result<DraftChecks>(m_checks));
}

QFuture<Result<DraftChecks>> PassingChecks::checksOf(OutboxId id)
{
    return m_store.checksOf(id);
}

QFuture<Result<void>> PassingChecks::giveReason(ConversationId /*id*/, GivenReason reason)
{
    m_checks.reasons.removeIf([&reason](const GivenReason &one) {
        return one.rule == reason.rule && one.fingerprint == reason.fingerprint;
    });
    if (!reason.reason.isEmpty()) {
        m_checks.reasons.append(std::move(reason));
    }
    return done();
}

QFuture<Result<void>> PassingChecks::switchRule(ConversationId /*id*/, QString rule, RuleSwitch to)
{
    m_checks.switchedOff.removeAll(rule);
    if (to == RuleSwitch::Off) {
        m_checks.switchedOff.append(rule);
    }
    return done();
}

QFuture<Result<QStringList>> PassingChecks::recentReasons(QString rule, int limit)
{
    return m_store.recentReasons(std::move(rule), limit);
}

QFuture<Result<void>> PassingChecks::useTemplate(ConversationId /*id*/, QString templateId, QString rendered)
{
    m_checks.used = templateId.isEmpty()
        ? std::nullopt
        : std::optional(UsedTemplate{.id = std::move(templateId), .rendered = std::move(rendered)});
    return done();
}

QFuture<Result<QHash<QString, TemplateStatistics>>> PassingChecks::templateStatistics(std::chrono::days span)
{
    return m_store.templateStatistics(span);
}

} // namespace aside
