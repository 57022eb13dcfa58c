// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/channels/telegram/place.h"

#include <QRegularExpression>

namespace aside::telegram {

using namespace Qt::StringLiterals;

QString Place::chatKey() const
{
    QString key = bot;
    if (!connection.isEmpty()) {
        key += u'~' + connection;
    }
    if (!key.isEmpty()) {
        key += u':';
    }
    key += chat;
    return topic.isEmpty() ? key : key + u'#' + topic;
}

QString Place::toId() const
{
    return chatKey() + u'/' + message;
}

std::optional<Place> Place::parse(const QString &id)
{
    static const QRegularExpression form(
        u"^(?:(\\d+)(?:~([^:/#]+))?:)?(-?\\d+|@\\w+)(?:#(\\d+))?/(\\d+)(?:@\\d+)?$"_s);
    const auto match = form.match(id);
    if (!match.hasMatch()) {
        return std::nullopt;
    }
    return Place{.bot = match.captured(1),
                 .connection = match.captured(2),
                 .chat = match.captured(3),
                 .topic = match.captured(4),
                 .message = match.captured(5)};
}

} // namespace aside::telegram
