// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

namespace aside::feed {

/// The characters of a feed: by its byte order mark, what the server said, what the feed says, else UTF-8
/// and, where it is none, windows-1251 or 1252.
[[nodiscard]] QString decodeFeed(QByteArrayView bytes, const QByteArray &contentType);

/// The same with what breaks most feeds put right: characters that XML has not, an & that begins nothing.
[[nodiscard]] QString repairedFeed(const QString &text);

} // namespace aside::feed
