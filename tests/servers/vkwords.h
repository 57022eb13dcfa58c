// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QJsonObject>
#include <QString>

namespace aside::test {

/// The community of the server of the tests.
inline constexpr qint64 vkGroup = 7;

inline void addTo(QJsonObject &object, const QJsonObject &more)
{
    for (auto each = more.begin(); each != more.end(); ++each) {
        object.insert(each.key(), each.value());
    }
}

/// A refusal in the place of an answer.
[[nodiscard]] inline QJsonObject refusal(int code, const QString &words)
{
    return {{QStringLiteral("error_code"), code}, {QStringLiteral("error_msg"), words}};
}

} // namespace aside::test
