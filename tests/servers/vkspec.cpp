// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/servers/vkspec.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <array>

namespace aside::test {

namespace {

using namespace Qt::StringLiterals;

QJsonObject read(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
}

QStringList typesOf(const QJsonObject &schema)
{
    const QJsonValue type = schema.value("type"_L1);
    QStringList types;
    if (type.isString()) {
        types.append(type.toString());
    }
    for (const QJsonValue &each : type.toArray()) {
        types.append(each.toString());
    }
    return types;
}

bool isOf(const QString &type, const QString &value)
{
    bool isOne = false;
    if (type == "integer"_L1) {
        value.toLongLong(&isOne);
        return isOne;
    }
    if (type == "number"_L1) {
        value.toDouble(&isOne);
        return isOne;
    }
    return type == "boolean"_L1 ? value == "0"_L1 || value == "1"_L1 : true;
}

bool isInEnum(const QJsonArray &allowed, const QString &value)
{
    return allowed.isEmpty() || std::ranges::any_of(allowed, [&](const QJsonValue &one) {
               return one.toVariant().toString() == value;
           });
}

} // namespace

std::optional<VkSpec> VkSpec::load(const QString &folder)
{
    static const std::array areas{u"groups"_s, u"messages"_s, u"wall"_s,  u"board"_s,
                                  u"photos"_s, u"docs"_s,     u"users"_s, u"base"_s};
    VkSpec spec;
    for (const QString &area : areas) {
        const QString path = QDir(folder).filePath(area);
        for (const QJsonValue &each : read(path + u"/methods.json"_s).value("methods"_L1).toArray()) {
            spec.m_methods.insert(each.toObject().value("name"_L1).toString(), each.toObject());
        }
        spec.m_objects.insert(area + u"/objects.json"_s, read(path + u"/objects.json"_s));
    }
    return spec.m_methods.isEmpty() ? std::nullopt : std::optional(spec);
}

/// "../messages/objects.json#/definitions/messages_forward"
QJsonObject VkSpec::resolved(QJsonObject schema) const
{
    const QString ref = schema.value("$ref"_L1).toString();
    if (ref.isEmpty()) {
        return schema;
    }
    const QString file = ref.section(u'#', 0, 0).remove(u"../"_s);
    const QJsonObject definitions = m_objects.value(file).value("definitions"_L1).toObject();
    const QJsonObject target = definitions.value(ref.section(u'/', -1)).toObject();
    for (auto each = target.begin(); each != target.end(); ++each) {
        if (!schema.contains(each.key())) {
            schema.insert(each.key(), each.value());
        }
    }
    return schema;
}

QString VkSpec::checkValue(const QJsonObject &named, const QString &value) const
{
    const QJsonObject schema = resolved(named);
    const QStringList types = typesOf(schema);
    if (types.contains("array"_L1)) {
        const QStringList items = value.split(u',', Qt::SkipEmptyParts);
        if (schema.contains("maxItems"_L1) && items.size() > schema.value("maxItems"_L1).toInteger()) {
            return u"too many"_s;
        }
        for (const QString &item : items) {
            if (const QString wrong = checkValue(schema.value("items"_L1).toObject(), item);
                !wrong.isEmpty()) {
                return wrong;
            }
        }
        return {};
    }
    const bool fits = types.isEmpty()
        || std::ranges::any_of(types, [&](const QString &type) { return isOf(type, value); });
    if (!fits) {
        return u"this is no "_s + types.join(u'|');
    }
    if (schema.contains("maxLength"_L1) && value.size() > schema.value("maxLength"_L1).toInteger()) {
        return u"too long"_s;
    }
    const bool isNumber = types.contains("integer"_L1) && !types.contains("string"_L1);
    const bool isLow = isNumber && schema.contains("minimum"_L1)
        && value.toLongLong() < schema.value("minimum"_L1).toInteger();
    const bool isHigh = isNumber && schema.contains("maximum"_L1)
        && value.toLongLong() > schema.value("maximum"_L1).toInteger();
    if (isLow || isHigh) {
        return u"out of its range"_s;
    }
    return isInEnum(schema.value("enum"_L1).toArray(), value) ? QString() : u"none of the allowed"_s;
}

QString VkSpec::check(const QString &method, const QHash<QString, QByteArray> &fields,
                      const QString &token) const
{
    const QJsonObject owner = m_methods.value(method);
    if (owner.isEmpty()) {
        return u"there is no method %1"_s.arg(method);
    }
    if (!owner.value("access_token_type"_L1).toArray().contains(token)) {
        return u"%1 takes no token of a %2"_s.arg(method, token);
    }
    static const QStringList common{u"v"_s, u"access_token"_s, u"lang"_s};
    QHash<QString, QJsonObject> known;
    for (const QJsonValue &each : owner.value("parameters"_L1).toArray()) {
        const QJsonObject parameter = each.toObject();
        const QString name = parameter.value("name"_L1).toString();
        known.insert(name, parameter);
        if (parameter.value("required"_L1).toBool() && !fields.contains(name)) {
            return u"%1 lacks %2"_s.arg(method, name);
        }
    }
    for (const auto &[name, value] : fields.asKeyValueRange()) {
        if (common.contains(name)) {
            continue;
        }
        if (!known.contains(name)) {
            return u"%1 has no %2"_s.arg(method, name);
        }
        if (const QString wrong = checkValue(known.value(name), QString::fromUtf8(value)); !wrong.isEmpty()) {
            return u"%1.%2: %3"_s.arg(method, name, wrong);
        }
    }
    return fields.contains(u"v"_s) ? QString() : u"%1 lacks the version"_s.arg(method);
}

} // namespace aside::test
