// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/channels/http/apirequest.h"
#include "models/core/clock.h"
#include "models/ports/channeladapter.h"

#include <QHash>
#include <QString>

#include <chrono>
#include <optional>

namespace aside {

/// How often something may be asked: `burst` at once, and one more every `every`.
struct Rate {
    int burst = 1;
    std::chrono::milliseconds every{0}; ///< 0: no limit of ours
    int kept = 0; ///< of the burst, for what a person waits for

    bool operator==(const Rate &) const = default;
};

/// Keeps count of one account's requests, by bucket, and of the pauses that the server asked for. A bucket
/// nobody set has no limit, but can be paused. Pure: time is told to it. Clocks that jump back give no new
/// rights and take none away.
class RateBook
{
public:
    void set(const QString &bucket, Rate rate);
    /// No request of this bucket until then; an empty one: of none. Never shortens a pause.
    void pause(const QString &bucket, Instant until);
    /// How long to wait until one may go; 0: now.
    [[nodiscard]] std::chrono::milliseconds wait(const QString &bucket, Urgency urgency, Instant now) const;
    /// What may go now, bucket by bucket in their order, and until when a pause lasts; the first is of the
    /// whole account while that is paused.
    [[nodiscard]] QList<RateLeft> left(Instant now) const;
    [[nodiscard]] bool knows(const QString &bucket) const { return m_buckets.contains(bucket); }
    /// One goes now.
    void take(const QString &bucket, Instant now);

private:
    struct Bucket {
        Rate rate;
        double tokens = 0;
        Instant countedAt{};
        Instant pausedUntil{};
    };

    [[nodiscard]] static double tokensOf(const Bucket &bucket, Instant now);

    [[nodiscard]] static std::optional<RateLeft> leftOf(const QString &name, const Bucket &bucket,
                                                        Instant now);

    QHash<QString, Bucket> m_buckets;
    Instant m_pausedUntil{};
};

} // namespace aside
