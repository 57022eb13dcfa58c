// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/demo/demotalk.h"

namespace aside {

namespace {

constexpr int charactersAMinute = 90;

/// "@ 44 09:12" as an instant.
Instant stretchBegin(const QString &line, Instant now)
{
    const QStringList words = line.split(u' ');
    const QStringList clock = words.value(2).split(u':');
    return std::chrono::floor<std::chrono::days>(now) - std::chrono::days(words.value(1).toInt())
        + std::chrono::hours(clock.value(0).toInt()) + std::chrono::minutes(clock.value(1).toInt());
}

Direction directionOf(QChar mark)
{
    if (mark == u'<') {
        return Direction::Incoming;
    }
    return mark == u'>' ? Direction::Outgoing : Direction::Note;
}

} // namespace

QList<DemoMessage> demoTalk(const QStringList &lines, Instant now)
{
    QList<DemoMessage> messages;
    Instant at{};
    qsizetype lastStretch = 0;
    for (const QString &line : lines) {
        if (line.startsWith(u'@')) {
            at = stretchBegin(line, now);
            lastStretch = messages.size();
            continue;
        }
        DemoMessage message;
        message.direction = directionOf(line.front());
        message.text = line.sliced(2);
        message.sentAt = at;
        message.isRead = true;
        at += std::chrono::minutes(1 + line.size() / charactersAMinute);
        messages.append(message);
    }
    for (qsizetype i = lastStretch; i < messages.size(); ++i) {
        messages[i].isRead = false;
    }
    if (!messages.isEmpty() && messages.constLast().sentAt > now) { // not yet that late today
        for (DemoMessage &message : messages) {
            message.sentAt -= std::chrono::days(1);
        }
    }
    return messages;
}

} // namespace aside
