// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/servers/telegramspec.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>

#include <algorithm>
#include <cmath>

namespace aside::test {

namespace {

using namespace Qt::StringLiterals;

constexpr auto arrayOf = "Array of "_L1;

QJsonArray fieldsOf(const QJsonObject &owner)
{
    return owner.value("fields"_L1).toArray();
}

QJsonObject fieldOf(const QJsonObject &owner, const QString &name)
{
    const QJsonArray fields = fieldsOf(owner);
    const auto found = std::ranges::find_if(
        fields, [&](const QJsonValue &field) { return field.toObject().value("name"_L1) == name; });
    return found == fields.end() ? QJsonObject() : found->toObject();
}

QStringList typesOf(const QJsonObject &field)
{
    QStringList types;
    for (const QJsonValue &type : field.value("types"_L1).toArray()) {
        types.append(type.toString());
    }
    return types;
}

/// "1-4096 characters", "Values between 1-100 are accepted".
QString checkRange(const QJsonObject &field, const QJsonValue &value)
{
    static const QRegularExpression length(u"(\\d+)-(\\d+) characters"_s);
    static const QRegularExpression values(u"Values between (\\d+)-(\\d+)"_s);
    const auto match = (value.isString() ? length : values).match(field.value("description"_L1).toString());
    if (!match.hasMatch()) {
        return {};
    }
    const double size = value.isString() ? static_cast<double>(value.toString().size()) : value.toDouble();
    const bool fits = size >= match.captured(1).toDouble() && size <= match.captured(2).toDouble();
    return fits ? QString() : u"%1 is out of its range"_s.arg(field.value("name"_L1).toString());
}

/// A field of a form is text; what it stands for depends on what is wanted.
QJsonValue valueOf(const QStringList &types, const QByteArray &text)
{
    bool isNumber = false;
    if (types.contains("Integer"_L1)) {
        const qint64 number = text.toLongLong(&isNumber);
        if (isNumber) {
            return number;
        }
    }
    if (types.contains("Float"_L1)) {
        const double number = text.toDouble(&isNumber);
        if (isNumber) {
            return number;
        }
    }
    if (types.contains("Boolean"_L1) && (text == "true" || text == "false")) {
        return text == "true";
    }
    if (types.contains("String"_L1)) {
        return QString::fromUtf8(text);
    }
    const QJsonDocument document = QJsonDocument::fromJson(text);
    if (document.isObject()) {
        return document.object();
    }
    return document.isArray() ? QJsonValue(document.array()) : QJsonValue(QString::fromUtf8(text));
}

} // namespace

std::optional<TelegramSpec> TelegramSpec::load(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return std::nullopt;
    }
    const QJsonObject json = QJsonDocument::fromJson(file.readAll()).object();
    TelegramSpec spec;
    spec.m_methods = json.value("methods"_L1).toObject();
    spec.m_types = json.value("types"_L1).toObject();
    return spec.m_methods.isEmpty() || spec.m_types.isEmpty() ? std::nullopt : std::optional(spec);
}

QString TelegramSpec::checkJson(const QString &method, const QJsonObject &parameters) const
{
    const QJsonObject owner = m_methods.value(method).toObject();
    return owner.isEmpty() ? u"there is no method %1"_s.arg(method) : checkFields(owner, parameters, {});
}

QString TelegramSpec::checkForm(const QString &method, const QHash<QString, QByteArray> &fields,
                                const QStringList &files) const
{
    const QJsonObject owner = m_methods.value(method).toObject();
    if (owner.isEmpty()) {
        return u"there is no method %1"_s.arg(method);
    }
    for (const QString &file : files) {
        if (!typesOf(fieldOf(owner, file)).contains("InputFile"_L1)) {
            return u"%1 takes no file"_s.arg(file);
        }
    }
    return checkFields(owner, toJson(method, fields), files);
}

QJsonObject TelegramSpec::toJson(const QString &method, const QHash<QString, QByteArray> &fields) const
{
    const QJsonObject owner = m_methods.value(method).toObject();
    QJsonObject json;
    for (const auto &[name, text] : fields.asKeyValueRange()) {
        json.insert(name, valueOf(typesOf(fieldOf(owner, name)), text));
    }
    return json;
}

QString TelegramSpec::checkFields(const QJsonObject &owner, const QJsonObject &value,
                                  const QStringList &files) const
{
    for (const QString &name : value.keys()) {
        if (fieldOf(owner, name).isEmpty()) {
            return u"%1 has no %2"_s.arg(owner.value("name"_L1).toString(), name);
        }
    }
    for (const QJsonValue &each : fieldsOf(owner)) {
        const QJsonObject field = each.toObject();
        const QString name = field.value("name"_L1).toString();
        if (files.contains(name)) {
            continue;
        }
        if (!value.contains(name)) {
            if (field.value("required"_L1).toBool()) {
                return u"%1 lacks %2"_s.arg(owner.value("name"_L1).toString(), name);
            }
            continue;
        }
        if (const QString wrong = checkField(field, value.value(name)); !wrong.isEmpty()) {
            return wrong;
        }
    }
    return {};
}

QString TelegramSpec::checkField(const QJsonObject &field, const QJsonValue &value) const
{
    QString wrong = u"%1 has no type"_s.arg(field.value("name"_L1).toString());
    for (const QString &type : typesOf(field)) {
        wrong = checkValue(type, value);
        if (wrong.isEmpty()) {
            return checkRange(field, value);
        }
    }
    return field.value("name"_L1).toString() + u": "_s + wrong;
}

QString TelegramSpec::checkValue(const QString &type, const QJsonValue &value) const
{
    const QString wrong = u"this is no "_s + type;
    if (type.startsWith(arrayOf)) {
        if (!value.isArray()) {
            return wrong;
        }
        for (const QJsonValue &item : value.toArray()) {
            if (const QString bad = checkValue(type.sliced(arrayOf.size()), item); !bad.isEmpty()) {
                return bad;
            }
        }
        return {};
    }
    if (type == "String"_L1) {
        return value.isString() ? QString() : wrong;
    }
    if (type == "Boolean"_L1) {
        return value.isBool() ? QString() : wrong;
    }
    if (type == "Integer"_L1 || type == "Float"_L1) {
        const bool isWhole = value.isDouble() && std::floor(value.toDouble()) == value.toDouble();
        return (type == "Float"_L1 ? value.isDouble() : isWhole) ? QString() : wrong;
    }
    return value.isObject() ? checkObject(type, value.toObject()) : wrong;
}

QString TelegramSpec::checkObject(const QString &type, const QJsonObject &value) const
{
    const QJsonObject owner = m_types.value(type).toObject();
    if (owner.isEmpty()) {
        return u"there is no type %1"_s.arg(type);
    }
    const QJsonArray subtypes = owner.value("subtypes"_L1).toArray();
    if (subtypes.isEmpty()) {
        return checkFields(owner, value, {});
    }
    QString wrong;
    for (const QJsonValue &subtype : subtypes) {
        wrong = checkObject(subtype.toString(), value);
        if (wrong.isEmpty()) {
            return {};
        }
    }
    return wrong;
}

} // namespace aside::test
