// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/clock.h"
#include "models/core/error.h"

#include <QByteArrayView>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace aside {

class JsonReader;

/// What a service said, as JSON. Numbers stay the text they came as: an id of 64 bits goes through no double.
/// What is not there, or is of another kind, reads as nothing, so that a field a server leaves out is no
/// fault by itself.
class JsonValue
{
public:
    enum class Kind : quint8 { Null, Bool, Number, String, Array, Object };

    [[nodiscard]] Kind kind() const { return m_kind; }
    [[nodiscard]] bool isObject() const { return m_kind == Kind::Object; }
    [[nodiscard]] bool isArray() const { return m_kind == Kind::Array; }
    [[nodiscard]] bool isNull() const { return m_kind == Kind::Null; }

    /// Of an object; null where it has none of that name.
    [[nodiscard]] const JsonValue &operator[](QStringView name) const;
    [[nodiscard]] bool has(QStringView name) const;
    [[nodiscard]] const QList<JsonValue> &items() const { return m_items; }
    /// Of an object, beside items(): one for each.
    [[nodiscard]] const QStringList &names() const { return m_names; }

    [[nodiscard]] QString text() const { return m_kind == Kind::String ? m_text : QString(); }
    /// An id, whether it came as a string or as a number: opaque.
    [[nodiscard]] QString id() const;
    /// Nothing where it is no whole number, or over 64 bits.
    [[nodiscard]] std::optional<qint64> integer() const;
    [[nodiscard]] std::optional<double> number() const;
    /// Also 0 and 1, as some services have it.
    [[nodiscard]] std::optional<bool> boolean() const;

    bool operator==(const JsonValue &) const = default;

private:
    friend class JsonReader;

    Kind m_kind = Kind::Null;
    QString m_text; ///< of a string, a number, or "true"
    QStringList m_names;
    QList<JsonValue> m_items;
};

struct JsonLimits {
    qsizetype mostBytes = qsizetype{16} * 1'024 * 1'024;
    int deepest = 64;
    qsizetype mostValues = 2'000'000;
};

/// A date in whole seconds since 1970. A clock that goes wrong at the other side puts nothing above all
/// others for years: what lies ahead, or is no date, is from `now`, behind all that was said in the second
/// that began.
[[nodiscard]] Instant instantOfSeconds(const JsonValue &seconds, Instant now);

/// Reads all of the bytes as one value, RFC 8259 to the letter. Errors: Empty, TooLarge, TooDeep, Truncated,
/// UnknownFormat (a page where JSON was expected) and BadAnswer, also for a name that an object has twice.
[[nodiscard]] Result<JsonValue> readJson(QByteArrayView bytes, JsonLimits limits = {});

} // namespace aside
