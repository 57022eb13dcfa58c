// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/import/social/bytereader.h"
#include "app/import/social/valuescanner.h"
#include "models/core/error.h"

#include <QByteArray>
#include <QJsonObject>
#include <QJsonValue>

#include <optional>

namespace aside {

/// Where a JsonStream stands: enough to go on later in the same bytes.
struct JsonPosition {
    qint64 offset = 0;
    QByteArray open; ///< the brackets around, outermost first
    bool fresh = true; ///< nothing inside the innermost bracket was read yet

    bool operator==(const JsonPosition &) const = default;
    [[nodiscard]] QJsonObject toJson() const;
    [[nodiscard]] static std::optional<JsonPosition> fromJson(const QJsonObject &json);
};

/// Walks JSON that may be larger than memory: enters brackets, names keys, and takes single values whole.
/// Memory stays at one value, at most maxValue bytes and ValueScanner::maxDepth deep.
class JsonStream
{
public:
    enum class Kind : quint8 { Object, Array, Other };
    static constexpr qsizetype maxValue = 16LL * 1024 * 1024;

    explicit JsonStream(ByteReader &in);

    [[nodiscard]] Kind kind();
    /// Steps into the object or array that comes next.
    [[nodiscard]] Result<void> enter();
    /// The next key of the object we are in; nothing when it closed.
    [[nodiscard]] Result<std::optional<QString>> nextKey();
    /// Whether the array we are in has another element; false when it closed.
    [[nodiscard]] Result<bool> nextElement();
    [[nodiscard]] Result<QJsonValue> value();
    [[nodiscard]] Result<void> skip();
    /// Fails where anything but white space follows.
    [[nodiscard]] Result<void> finish();

    /// After an error: whether the brackets can no longer be followed. Otherwise just that value was bad.
    [[nodiscard]] bool isLost() const { return m_lost; }
    [[nodiscard]] JsonPosition position() const;
    void restore(const JsonPosition &position);

private:
    enum class Keep : quint8 { Bytes, Nothing };

    void skipSpace();
    [[nodiscard]] std::unexpected<Error> lose(const QString &detail);
    [[nodiscard]] Result<bool> nextItem(char closing);
    [[nodiscard]] Result<QByteArray> take(Keep keep);

    ByteReader &m_in;
    QByteArray m_open;
    bool m_fresh = true;
    bool m_lost = false;
};

} // namespace aside
