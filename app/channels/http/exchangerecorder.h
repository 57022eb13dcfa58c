// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/clock.h"
#include "models/core/error.h"
#include "models/core/secret.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QUrl>

#include <chrono>
#include <deque>
#include <optional>

namespace aside {

/// The address as it may be logged: without user, values of its query and fragment; what is one of the
/// secrets, and what looks like a token, is gone from the path.
[[nodiscard]] QString redactedUrl(const QUrl &url, const QList<Secret> &secrets);

/// One request and how it ended; nothing of what was said.
struct ExchangeRecord {
    Instant at{};
    QByteArray method;
    QString url; ///< redacted
    int status = 0; ///< 0: no answer
    std::optional<Errc> fault{};
    qint64 sent = 0; ///< bytes of the bodies
    qint64 received = 0;
    std::chrono::milliseconds took{0};

    bool operator==(const ExchangeRecord &) const = default;
};

/// The last requests of an account, for a report about what went wrong.
class ExchangeRecorder
{
public:
    static constexpr std::size_t mostKept = 200;

    void add(ExchangeRecord record);
    [[nodiscard]] const std::deque<ExchangeRecord> &records() const { return m_records; }
    /// A line of JSON for each, the oldest first.
    [[nodiscard]] QByteArray toJsonLines() const;

private:
    std::deque<ExchangeRecord> m_records;
};

} // namespace aside
