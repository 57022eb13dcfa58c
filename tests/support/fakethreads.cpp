// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/fakestores.h"

#include <algorithm>
#include <utility>

namespace aside::test {

using namespace Qt::StringLiterals;

QFuture<Result<ThreadOutline>> FakeStores::outline(ConversationId id)
{
    return answer<ThreadOutline>(u"outline %1"_s.arg(id.value), [&]() -> Result<ThreadOutline> {
        const ConversationRow *row = find(id);
        if (row == nullptr) {
            return fail(Errc::NotFound);
        }
        ThreadOutline outline = outlineOf({.conversation = *row, .messages = messages.value(id)});
        const qsizetype kept = std::min(outline.messages.size(), messagesInOutline);
        outline.messages = outline.messages.last(kept);
        return outline;
    });
}

std::optional<Message> FakeStores::findMessage(MessageId id) const
{
    for (const QList<Message> &thread : messages) {
        const auto found = std::ranges::find(thread, id, &Message::id);
        if (found != thread.end()) {
            return *found;
        }
    }
    return std::nullopt;
}

QFuture<Result<QList<Message>>> FakeStores::messagesById(QList<MessageId> ids)
{
    return answer<QList<Message>>(u"messages %1"_s.arg(ids.size()), [&] {
        QList<Message> found;
        for (const MessageId id : std::as_const(ids)) {
            if (const std::optional<Message> message = findMessage(id)) {
                found.append(*message);
            }
        }
        return found;
    });
}

QFuture<Result<QStringList>> FakeStores::textsById(QList<MessageId> ids)
{
    return answer<QStringList>(u"texts %1"_s.arg(ids.size()), [&] {
        QStringList found;
        for (const MessageId id : std::as_const(ids)) {
            found.append(findMessage(id).value_or(Message{}).text);
        }
        return found;
    });
}

} // namespace aside::test
