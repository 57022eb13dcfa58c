// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

namespace aside {

/// The name a decoder knows for what mail programs wrote ("win-1251" → "windows-1251"), in lower case; empty
/// where the name says nothing about bytes above 127 ("us-ascii", "x-unknown").
[[nodiscard]] QByteArray canonicalCharset(QByteArrayView name);

/// Bytes → text. What is not said or not true is guessed: UTF-8 where it is valid, else Cyrillic or Western.
[[nodiscard]] QString decodeCharset(QByteArrayView bytes, QByteArrayView charset);

/// The single-byte charset these bytes above 127 are most likely in.
[[nodiscard]] QByteArray guessEightBitCharset(QByteArrayView bytes);

/// Line ends become \n, control characters other than \n and \t go.
[[nodiscard]] QString cleanText(QString text);

/// The same for a text of one line: runs of white space become one space, directional overrides go.
[[nodiscard]] QString cleanLine(const QString &text);

} // namespace aside
