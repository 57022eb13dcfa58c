// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/check/publictalk.h"

#include "models/check/textreader.h"

#include <algorithm>

namespace aside {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostMessages = 300;
constexpr qsizetype longestMessage = 8'000;

bool isTheirs(const Message &message, const QString &handle)
{
    return message.direction == Direction::Incoming
        && (handle.isEmpty() || message.handle.isEmpty()
            || message.handle.compare(handle, Qt::CaseInsensitive) == 0);
}

/// Who says both wants to stay: nobody is moved against a word of his.
void readWish(const CheckedText &text, PublicTalk &talk)
{
    if (text.has("consent.asked-stay"_L1)) {
        talk.wish = TalkWish::StayPublic;
    } else if (text.has("consent.asked-private"_L1)) {
        talk.wish = TalkWish::GoPrivate;
        talk.approaches = 0;
    }
}

bool isApproach(const CheckedText &text)
{
    return text.has("consent.approach"_L1) || text.has("consent.offers"_L1);
}

} // namespace

PublicTalk readPublicTalk(const QList<Message> &messages, const PublicTalkQuestion &question,
                          TextReader &reader)
{
    PublicTalk talk;
    for (const auto &message : messages.last(std::min(messages.size(), mostMessages))) {
        const auto words = message.text.first(std::min(message.text.size(), longestMessage));
        if (isTheirs(message, question.handle)) {
            talk.askedAt = message.sentAt;
            readWish(reader.read(words), talk);
        } else if (message.direction == Direction::Outgoing && message.sentAt >= question.wroteInPrivateAt
                   && isApproach(reader.read(words))) {
            ++talk.approaches;
        }
    }
    return talk;
}

} // namespace aside
