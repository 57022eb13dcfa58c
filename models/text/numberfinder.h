// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/text/textrange.h"

#include <QList>
#include <QString>
#include <QStringView>

namespace aside {

/// A run of digits as people group them: "+7 (495) 123-45-67", "4276 1234 …", "20418".
struct NumberInText {
    TextRange range;
    QString digits; ///< alone
    bool hasPlus = false;
    bool isGrouped = false; ///< divided by spaces, brackets or dashes

    bool operator==(const NumberInText &) const = default;
};

/// The runs of at least four digits, by place. Dates, times, prices and the digits inside words and addresses
/// are none.
[[nodiscard]] QList<NumberInText> numbersOf(QStringView text);

/// The pieces of a run that spaces divide, and the run itself first: "20418 8 800 555-35-35" may be an order
/// and a phone. Only those with `least` to `most` digits.
[[nodiscard]] QList<NumberInText> piecesOf(QStringView text, const NumberInText &number, int least, int most);

} // namespace aside
