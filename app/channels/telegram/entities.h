// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/channels/http/json.h"
#include "models/text/markedtext.h"

#include <QJsonArray>
#include <QString>

namespace aside::telegram {

/// The text of a message with what its entities say that the letters do not: the addresses behind links. The
/// ranges are in units of UTF-16; such as lie outside the text or in each other's way are ignored.
[[nodiscard]] QString plainText(const QString &text, const JsonValue &entities);
/// The text with what its entities say that signs of ours say as well; others are left out.
[[nodiscard]] MarkedText markedText(const QString &text, const JsonValue &entities);
/// Marks as entities; markedText() reads them back.
[[nodiscard]] QJsonArray entitiesOf(const QList<TextMark> &marks);
/// The same as HTML, empty where there is nothing but plain text.
[[nodiscard]] QString htmlText(const QString &text, const JsonValue &entities);

} // namespace aside::telegram
