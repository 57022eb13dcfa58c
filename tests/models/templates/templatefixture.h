// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/templates/templatecatalog.h"

#include <QByteArray>
#include <QString>

namespace aside::test {

inline QByteArray file(const QString &body, const QString &head = QStringLiteral("title = \"T\"\n"))
{
    return (QStringLiteral("+++\n") + head + QStringLiteral("+++\n") + body).toUtf8();
}

inline TemplateCatalog catalogOf(const QList<std::pair<QString, QString>> &bodies)
{
    QList<TemplateSourceFile> files;
    for (const auto &[id, body] : bodies) {
        files.append({.id = id, .bytes = file(body)});
    }
    TemplateCatalog catalog;
    catalog.add(TemplateScope::Mine, files);
    catalog.finish();
    return catalog;
}

inline const QByteArray whole = R"(+++
title    = "Задержка доставки"
language = "ru"
keys     = ["доставка", "задержка"]
channels = ["vk", "telegram", "email"]
audience = "private"
why      = "Клиент должен знать, когда получит заказ"
feeling  = "Мной занимаются"
how      = "Извиниться один раз, назвать дату"
files    = ["map.png", {path = "pictures/way.png", alt = "Схема проезда"}]
[reasons]
"clutter.legal-name" = "требование регулятора"
[fields.date]
label    = "Новая дата"
type     = "date"
required = true
[fields.carrier]
label    = "Перевозчик"
type     = "choice"
choices  = ["Почта", "Курьер"]
+++
{{ person.first_name|default:"Здравствуйте" }}, заказ задерживается. Привезём {{ date }}.
)";

} // namespace aside::test
