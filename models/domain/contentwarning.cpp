// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/domain/contentwarning.h"

#include <QRegularExpression>

#include <algorithm>

namespace aside {

using namespace Qt::StringLiterals;

WarnedText readWarning(const QString &text)
{
    static const QRegularExpression form(u"^\\s*\\[CW:\\s*([^\\]\\n]*[^\\]\\s])\\s*\\][ \\t]*(?:\\n|$)"_s);
    const QRegularExpressionMatch match = form.match(text);
    return match.hasMatch()
        ? WarnedText{.warning = match.captured(1), .text = text.sliced(match.capturedEnd())}
        : WarnedText{.text = text};
}

QString writeWarning(const WarnedText &warned)
{
    return warned.warning.isEmpty() ? warned.text : u"[CW: %1]\n"_s.arg(warned.warning) + warned.text;
}

QString textAsSent(Channel channel, const QString &reply, const QString &answered)
{
    const bool bearsIt = channel == Channel::Mastodon && readWarning(reply).warning.isEmpty();
    return bearsIt ? writeWarning({.warning = readWarning(answered).warning, .text = reply}) : reply;
}

QString textAsSent(Channel channel, const QString &reply, const QList<Message> &messages)
{
    const auto last = std::find_if(messages.crbegin(), messages.crend(), [](const Message &message) {
        return message.direction == Direction::Incoming;
    });
    return last == messages.crend() ? reply : textAsSent(channel, reply, last->text);
}

} // namespace aside
