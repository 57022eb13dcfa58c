// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/channels/http/ratebook.h"

#include <algorithm>
#include <cmath>

namespace aside {

using namespace std::chrono_literals;
using std::chrono::milliseconds;

void RateBook::set(const QString &bucket, Rate rate)
{
    Bucket &known = m_buckets[bucket];
    known.rate = rate;
    known.tokens = rate.burst;
}

void RateBook::pause(const QString &bucket, Instant until)
{
    Instant &paused = bucket.isEmpty() ? m_pausedUntil : m_buckets[bucket].pausedUntil;
    paused = std::max(paused, until);
}

double RateBook::tokensOf(const Bucket &bucket, Instant now)
{
    if (bucket.countedAt == Instant{} || now <= bucket.countedAt) {
        return bucket.tokens;
    }
    const auto passed = static_cast<double>((now - bucket.countedAt).count());
    return std::min(bucket.tokens + passed / static_cast<double>(bucket.rate.every.count()),
                    static_cast<double>(bucket.rate.burst));
}

milliseconds RateBook::wait(const QString &bucket, Urgency urgency, Instant now) const
{
    const auto found = m_buckets.constFind(bucket);
    milliseconds paused = std::max(0ms, m_pausedUntil - now);
    if (found == m_buckets.cend()) {
        return paused;
    }
    paused = std::max(paused, found->pausedUntil - now);
    if (found->rate.every <= 0ms) {
        return paused;
    }
    const double needed = 1 + (urgency == Urgency::Sync ? found->rate.kept : 0);
    const double missing = needed - tokensOf(*found, now);
    if (missing <= 0) {
        return paused;
    }
    const auto refill
        = static_cast<milliseconds::rep>(std::ceil(missing * static_cast<double>(found->rate.every.count())));
    return std::max(paused, milliseconds(refill));
}

QList<RateLeft> RateBook::left(Instant now) const
{
    QList<RateLeft> all;
    for (const auto &[name, bucket] : m_buckets.asKeyValueRange()) {
        if (const auto one = leftOf(name, bucket, now)) {
            all.append(*one);
        }
    }
    std::ranges::sort(all, {}, &RateLeft::bucket);
    if (m_pausedUntil > now) {
        all.prepend({.bucket = {}, .left = 0, .until = m_pausedUntil});
    }
    return all;
}

/// None where it has no limit and no pause.
std::optional<RateLeft> RateBook::leftOf(const QString &name, const Bucket &bucket, Instant now)
{
    if (bucket.pausedUntil > now) {
        return RateLeft{.bucket = name, .left = 0, .until = bucket.pausedUntil};
    }
    if (bucket.rate.every <= 0ms) {
        return std::nullopt;
    }
    const double tokens = tokensOf(bucket, now);
    RateLeft one{.bucket = name, .left = std::max(0, static_cast<int>(tokens))};
    if (tokens < 1) {
        const double missing = (1 - tokens) * static_cast<double>(bucket.rate.every.count());
        one.until = now + milliseconds(static_cast<milliseconds::rep>(std::ceil(missing)));
    }
    return one;
}

void RateBook::take(const QString &bucket, Instant now)
{
    const auto found = m_buckets.find(bucket);
    if (found == m_buckets.end() || found->rate.every <= 0ms) {
        return;
    }
    found->tokens = tokensOf(*found, now) - 1;
    found->countedAt = now;
}

} // namespace aside
