// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QHash>
#include <QJsonObject>
#include <QList>
#include <QString>

#include <optional>

namespace aside::test {

/// What VK's methods allow, by VK's own schema, whose "required" is that of draft 3. Answers what is wrong;
/// empty: nothing.
class VkSpec
{
public:
    /// Nothing where the files are not there.
    [[nodiscard]] static std::optional<VkSpec> load(const QString &folder);

    /// A call with these fields and a token of this type: "user", "group" or "service".
    [[nodiscard]] QString check(const QString &method, const QHash<QString, QByteArray> &fields,
                                const QString &token = QStringLiteral("group")) const;

private:
    [[nodiscard]] QJsonObject resolved(QJsonObject schema) const;
    [[nodiscard]] QString checkValue(const QJsonObject &schema, const QString &value) const;

    QHash<QString, QJsonObject> m_methods;
    QHash<QString, QJsonObject> m_objects; ///< by "messages/objects.json"
};

} // namespace aside::test
