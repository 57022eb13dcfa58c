// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArrayView>
#include <QString>

namespace aside {

/// RFC 2047 words and raw bytes → text; charset is for raw bytes that are not UTF-8. Neighbouring words of
/// one charset are joined before they are decoded, for a character may be split between them.
[[nodiscard]] QString decodeWords(QByteArrayView raw, QByteArrayView charset);

/// A header of addresses with its words turned into quoted UTF-8, as an address parser can read it.
[[nodiscard]] QByteArray quoteWords(QByteArrayView raw, QByteArrayView charset);

} // namespace aside
