// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/channels/http/json.h"

#include "app/channels/http/jsonreader.h"

#include <algorithm>

namespace aside {

using namespace Qt::StringLiterals;

const JsonValue &JsonValue::operator[](QStringView name) const
{
    static const JsonValue nothing;
    const qsizetype at = m_names.indexOf(name);
    return at < 0 ? nothing : m_items.at(at);
}

bool JsonValue::has(QStringView name) const
{
    return m_names.contains(name);
}

QString JsonValue::id() const
{
    return m_kind == Kind::String || integer() ? m_text : QString();
}

std::optional<qint64> JsonValue::integer() const
{
    bool isWhole = false;
    const qint64 value = m_kind == Kind::Number ? m_text.toLongLong(&isWhole) : 0;
    return isWhole ? std::optional(value) : std::nullopt;
}

std::optional<double> JsonValue::number() const
{
    bool isNumber = false;
    const double value = m_kind == Kind::Number ? m_text.toDouble(&isNumber) : 0;
    return isNumber ? std::optional(value) : std::nullopt;
}

std::optional<bool> JsonValue::boolean() const
{
    if (m_kind == Kind::Bool) {
        return m_text == "true"_L1;
    }
    const std::optional<qint64> value = integer();
    return value && (*value == 0 || *value == 1) ? std::optional(*value == 1) : std::nullopt;
}

Instant instantOfSeconds(const JsonValue &seconds, Instant now)
{
    const qint64 latest = toMillis(now);
    const std::optional<qint64> said = seconds.integer();
    const bool isPast = said && *said <= latest / 1'000;
    return fromMillis(isPast ? std::max<qint64>(*said, 0) * 1'000 : latest);
}

Result<JsonValue> readJson(QByteArrayView bytes, JsonLimits limits)
{
    return JsonReader(bytes, limits).read();
}

} // namespace aside
