// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/incoming.h"

#include <QByteArray>
#include <QString>

namespace aside {

/// The first words of a message for the list: one line, quoted lines left out, at most 160 characters.
[[nodiscard]] QString previewOf(const QString &text);
/// The subject without "Re:", "Fwd:", "Отв:", "AW:", "RE[2]:" … in front.
[[nodiscard]] QString conversationSubject(const QString &subject);
/// The text to index: lines quoted with ">" are left out where the message they quote is here itself.
[[nodiscard]] QString withoutQuotes(const QString &text);
/// HTML as it is stored, zlib; empty where there is none.
[[nodiscard]] QByteArray storedHtml(const QString &html);
/// Tells two messages apart that carry the same id: what the reader sees of them.
[[nodiscard]] QByteArray digestOf(const IncomingMessage &message);

} // namespace aside
