// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/text/linkfinder.h"
#include "models/text/textrange.h"

#include <QList>
#include <QString>
#include <QStringView>

namespace aside {

/// What a number or an address in a text is.
enum class DatumKind : quint8 { Phone, Mail, Card, Iban, Passport, Snils, Inn, Order, StreetAddress };

struct DatumInText {
    DatumKind kind = DatumKind::Phone;
    TextRange range; ///< the number alone, without the word before it
    QString normal; ///< one form for the same thing: "+74951234567", "a@b.example", digits alone

    bool operator==(const DatumInText &) const = default;
};

/// The numbers and addresses of the text, by place, none overlapping. Mail addresses come from `links`, and
/// digits inside of other links are none. Phone numbers without a country are read as those of `region`
/// (ISO 3166).
[[nodiscard]] QList<DatumInText> dataOf(QStringView text, const QList<LinkInText> &links, QStringView region);

} // namespace aside
