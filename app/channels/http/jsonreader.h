// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/channels/http/json.h"

#include <QByteArrayView>

namespace aside {

/// Reads one text; see readJson().
class JsonReader
{
public:
    JsonReader(QByteArrayView bytes, JsonLimits limits)
        : m_bytes(bytes)
        , m_limits(limits)
    {
    }

    [[nodiscard]] Result<JsonValue> read();

private:
    bool readValue(JsonValue &value, int depth);
    bool readObject(JsonValue &value, int depth);
    bool readArray(JsonValue &value, int depth);
    bool readNumber(JsonValue &value);
    bool readWord(JsonValue &value, QByteArrayView word, JsonValue::Kind kind);
    bool readString(QString &text);
    bool readEscape(QString &text);
    bool readUnicode(QString &text);
    bool readHex(char16_t &unit);
    bool takeDigits();
    bool take(char expected);
    void skipSpace();
    [[nodiscard]] bool isAtEnd() const { return m_at == m_bytes.size(); }
    [[nodiscard]] char peek() const { return isAtEnd() ? '\0' : m_bytes.at(m_at); }
    /// Remembers why; always false.
    bool refuse(Errc code);

    QByteArrayView m_bytes;
    JsonLimits m_limits;
    qsizetype m_at = 0;
    qsizetype m_values = 0;
    Errc m_fault = Errc::BadAnswer;
};

} // namespace aside
