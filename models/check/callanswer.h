// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/message.h"

#include <QList>

#include <optional>

namespace aside {

class TextReader;

/// What a customer answered when we asked whether we may phone.
struct CallAnswer {
    MessageId message; ///< that says so
    bool isYes = false;
    QString number{}; ///< that they gave with it; empty: none, or more than one

    bool operator==(const CallAnswer &) const = default;
};

/// Whether the text, without what it quotes, asks somebody if we may phone.
[[nodiscard]] bool asksToCall(const QString &text, TextReader &reader);

/// Reads the messages, oldest first; of a long talk the last 300. Their last clear word since we asked last
/// counts, and a "no" beside a "yes" is a no. Others may write in a public place as well: only `handle`
/// answers, an empty one is everybody. It is a reading, for an operator to decide upon.
[[nodiscard]] std::optional<CallAnswer> readCallAnswer(const QList<Message> &messages, const QString &handle,
                                                       TextReader &reader);

} // namespace aside
