// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/clock.h"
#include "models/mail/mailbox.h"

#include <QString>
#include <QStringList>

#include <chrono>

/// What an answer takes over from the letter it answers. Pure.
namespace aside::mail {

/// A letter that came, as far as its answer needs it.
struct Original {
    Mailbox from;
    QList<Mailbox> replyTo;
    QList<Mailbox> to;
    QList<Mailbox> cc;
    QString messageId; ///< without brackets
    QString inReplyTo;
    QStringList references; ///< the oldest first
    QString subject;
    Instant sentAt{};
    std::chrono::seconds utcOffset{}; ///< in which the reader reads its time
    QString text;
};

enum class AnswerTo : quint8 {
    Sender, ///< Reply-To, else From; for a letter of our own: its recipients
    Everybody, ///< the others in To and Cc as well
};

struct Recipients {
    QList<Mailbox> to;
    QList<Mailbox> cc;

    bool operator==(const Recipients &) const = default;
};

/// Each address once, none of our own unless nobody else is left. `own` are addresses ("me@shop.example") and
/// whole domains ("@shop.example").
[[nodiscard]] Recipients recipientsOf(const Original &original, AnswerTo whom, const QStringList &own);

/// RFC 5322 3.6.4: the ancestors of an answer, the letter itself last.
[[nodiscard]] QStringList referencesOf(const Original &original);

/// One "Re: " in front, whatever prefixes the programs of the world had put there ("Отв:", "AW:", "RE[2]:").
[[nodiscard]] QString answerSubject(const QString &subject);
/// One "Fwd: " in front.
[[nodiscard]] QString forwardSubject(const QString &subject);

/// The text with "> " before each line (">" where one stands already), below a line that says who wrote it
/// and when, in the language of the conversation ("ru", else English).
[[nodiscard]] QString quoted(const Original &original, const QString &language);
/// The whole letter below its header lines, as it is passed on.
[[nodiscard]] QString forwarded(const Original &original, const QString &language);

/// Plain text as simple HTML: paragraphs, line breaks, quotes, links; nothing of it is markup of its own.
[[nodiscard]] QString asHtml(const QString &text);

} // namespace aside::mail
