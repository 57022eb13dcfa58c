// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

// What both tests of the planner plan with.

#include "models/privacy/moveplanner.h"

#include <chrono>

namespace aside::moves {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

inline constexpr Instant now = fromMillis(1'800'000'000'000);
inline const QString mailAddress = u"anna@mail.example"_s;
inline const QString phoneNumber = u"+7 900 000-00-17"_s;
inline const QString telegramName = u"@anna_test"_s;
inline constexpr ConversationId telegramTalk{41};
inline constexpr int limit = 2;

enum class Known : quint8 { Nothing, Mail, Phone, Both };
enum class Said : quint8 { Nothing, Asked, Given, Refused, Revoked, Ended };

inline void add(QList<Consent> &all, ConsentTo to, Channel channel, Said said)
{
    if (said == Said::Nothing) {
        return;
    }
    Consent one;
    one.to = to;
    one.channel = channel;
    one.at = now - 24h;
    one.state = said == Said::Asked ? ConsentState::Asked
        : said == Said::Refused     ? ConsentState::Refused
        : said == Said::Revoked     ? ConsentState::Revoked
                                    : ConsentState::Given;
    if (said == Said::Ended) {
        one.until = now - 1h;
    }
    all.append(one);
}

inline PrivateMoveFacts factsOn(Channel channel)
{
    return {.channel = channel,
            .handle = u"customer-17"_s,
            .capabilities = capabilitiesOf(channel),
            .handles = {{.id = {}, .channel = channel, .shown = u"customer-17"_s}},
            .mostApproaches = limit,
            .ourName = u"northlane"_s,
            .now = now};
}

inline void learn(PrivateMoveFacts &facts, Known known)
{
    if (known == Known::Mail || known == Known::Both) {
        facts.handles.append({.id = {}, .channel = Channel::Email, .shown = mailAddress});
    }
    if (known == Known::Phone || known == Known::Both) {
        facts.handles.append({.id = {}, .channel = Channel::Phone, .shown = phoneNumber});
    }
}

} // namespace aside::moves
