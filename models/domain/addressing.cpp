// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/domain/addressing.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <array>

namespace aside {

namespace {

using namespace Qt::StringLiterals;

constexpr std::array kinds{std::pair{RecipientKind::To, "to"_L1}, std::pair{RecipientKind::Cc, "cc"_L1},
                           std::pair{RecipientKind::Bcc, "bcc"_L1}};

} // namespace

QString Addressing::toText() const
{
    if (isPlain()) {
        return {};
    }
    QJsonObject object;
    for (const auto &[kind, name] : kinds) {
        QJsonArray all;
        for (const Recipient &one : recipients) {
            if (one.kind == kind) {
                all.append(QJsonArray{one.name, one.address});
            }
        }
        if (!all.isEmpty()) {
            object.insert(name, all);
        }
    }
    if (forwarded.isValid()) {
        object.insert("forwarded"_L1, forwarded.value);
    }
    if (!sender.isEmpty()) {
        object.insert("from"_L1, sender);
    }
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

Addressing Addressing::parse(const QString &text)
{
    Addressing addressing;
    const QJsonObject object = QJsonDocument::fromJson(text.toUtf8()).object();
    for (const auto &[kind, name] : kinds) {
        for (const QJsonValue &one : object.value(name).toArray()) {
            addressing.recipients.append(
                {.kind = kind, .name = one[0].toString(), .address = one[1].toString()});
        }
    }
    addressing.forwarded = MessageId{object.value("forwarded"_L1).toInteger()};
    addressing.sender = object.value("from"_L1).toString();
    return addressing;
}

} // namespace aside
