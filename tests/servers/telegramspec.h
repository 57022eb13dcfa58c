// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QHash>
#include <QJsonObject>
#include <QJsonValue>
#include <QString>
#include <QStringList>

#include <optional>

namespace aside::test {

/// What the Bot API allows, by its published description. Answers what is wrong; empty: nothing.
class TelegramSpec
{
public:
    /// Nothing where the file is not there.
    [[nodiscard]] static std::optional<TelegramSpec> load(const QString &path);

    /// A call with its parameters as JSON.
    [[nodiscard]] QString checkJson(const QString &method, const QJsonObject &parameters) const;
    /// A call with its parameters as fields of a form; files are the names of those that came as files.
    [[nodiscard]] QString checkForm(const QString &method, const QHash<QString, QByteArray> &fields,
                                    const QStringList &files = {}) const;
    /// A value that is said to be of this type: "Update", "Array of PhotoSize".
    [[nodiscard]] QString checkValue(const QString &type, const QJsonValue &value) const;
    /// The fields of a form as JSON, as the types of the method say.
    [[nodiscard]] QJsonObject toJson(const QString &method, const QHash<QString, QByteArray> &fields) const;

private:
    [[nodiscard]] QString checkFields(const QJsonObject &owner, const QJsonObject &value,
                                      const QStringList &files) const;
    [[nodiscard]] QString checkField(const QJsonObject &field, const QJsonValue &value) const;
    [[nodiscard]] QString checkObject(const QString &type, const QJsonObject &value) const;

    QJsonObject m_methods;
    QJsonObject m_types;
};

} // namespace aside::test
