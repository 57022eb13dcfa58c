// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/ports/checkstore.h"

#include <QPromise>

namespace aside::test {

/// A CheckStore in memory that answers at once.
class FakeChecks final : public CheckStore
{
public:
    QHash<ConversationId, DraftChecks> drafts;
    QHash<OutboxId, DraftChecks> replies;
    QHash<QString, TemplateStatistics> statistics;
    std::optional<Error> failure; ///< every call fails with it
    QStringList calls; ///< "giveReason 1 clutter.promo she asked", …

    [[nodiscard]] QFuture<Result<DraftChecks>> draftChecks(ConversationId id) override
    {
        return answer<DraftChecks>(QStringLiteral("draftChecks %1").arg(id.value),
                                   [&] { return drafts.value(id); });
    }
    [[nodiscard]] QFuture<Result<DraftChecks>> checksOf(OutboxId id) override
    {
        return answer<DraftChecks>(QStringLiteral("checksOf %1").arg(id.value),
                                   [&] { return replies.value(id); });
    }
    [[nodiscard]] QFuture<Result<void>> giveReason(ConversationId id, GivenReason reason) override
    {
        return answer<void>(
            QStringLiteral("giveReason %1 %2 %3").arg(QString::number(id.value), reason.rule, reason.reason),
            [&] {
                auto &reasons = drafts[id].reasons;
                reasons.removeIf([&](const GivenReason &one) {
                    return one.rule == reason.rule && one.fingerprint == reason.fingerprint;
                });
                if (!reason.reason.isEmpty()) {
                    reasons.append(reason);
                }
            });
    }
    [[nodiscard]] QFuture<Result<void>> switchRule(ConversationId id, QString rule, RuleSwitch to) override
    {
        return answer<void>(QStringLiteral("switchRule %1 %2").arg(QString::number(id.value), rule), [&] {
            auto &off = drafts[id].switchedOff;
            off.removeAll(rule);
            if (to == RuleSwitch::Off) {
                off.append(rule);
            }
        });
    }
    [[nodiscard]] QFuture<Result<QStringList>> recentReasons(QString rule, int limit) override
    {
        return answer<QStringList>(QStringLiteral("recentReasons ") + rule, [&] {
            QStringList recent;
            for (const auto &draft : std::as_const(drafts)) {
                for (const auto &one : draft.reasons) {
                    if (one.rule == rule && recent.size() < limit && !recent.contains(one.reason)) {
                        recent.append(one.reason);
                    }
                }
            }
            return recent;
        });
    }
    [[nodiscard]] QFuture<Result<void>> useTemplate(ConversationId id, QString templateId,
                                                    QString rendered) override
    {
        return answer<void>(QStringLiteral("useTemplate %1 %2").arg(QString::number(id.value), templateId),
                            [&] {
                                drafts[id].used = templateId.isEmpty()
                                    ? std::nullopt
                                    : std::optional(UsedTemplate{.id = templateId, .rendered = rendered});
                            });
    }
    [[nodiscard]] QFuture<Result<QHash<QString, TemplateStatistics>>>
    templateStatistics(std::chrono::days /*span*/) override
    {
        return answer<QHash<QString, TemplateStatistics>>(QStringLiteral("templateStatistics"),
                                                          [&] { return statistics; });
    }

private:
    template <typename T, typename Work>
    QFuture<Result<T>> answer(const QString &call, Work work)
    {
        calls.append(call);
        QPromise<Result<T>> promise;
        promise.start();
        if (failure) {
            promise.addResult(std::unexpected(*failure));
        } else if constexpr (std::is_void_v<T>) {
            work();
            promise.addResult(Result<void>());
        } else {
            promise.addResult(Result<T>(work()));
        }
        promise.finish();
        return promise.future();
    }
};

} // namespace aside::test
