// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/demo/demooutbox.h"

#include "models/core/clock.h"
#include "models/ports/accountstore.h"
#include "models/ports/conversationstore.h"
#include "models/ports/dispatchstore.h"
#include "models/ports/outboxstore.h"

#include <chrono>

namespace aside {

namespace {

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

template <typename T>
Result<void> done(const Result<T> &result)
{
    return result.transform([](const T &) { });
}

/// The last but one message: its author has not seen the customer's last.
Result<MessageId> seenBefore(const DemoStores &stores, ConversationId id)
{
    return stores.conversations.outline(id).result().transform([](const ThreadOutline &thread) {
        const qsizetype count = thread.places.size();
        return count < 2 ? MessageId{} : thread.places.at(count - 2).id;
    });
}

Result<SendTerms> termsOf(const DemoStores &stores, ConversationId id, DemoFate fate)
{
    if (fate == DemoFate::Scheduled) {
        return SendTerms{.sendAt = stores.clock.now() + 17h};
    }
    if (fate == DemoFate::Moved) {
        return seenBefore(stores, id).transform([](MessageId seen) { return SendTerms{.seen = seen}; });
    }
    return SendTerms{};
}

Result<void> finish(const DemoStores &stores, OutboxId id, const SendOutcome &outcome)
{
    return done(stores.dispatch.finish(id, outcome, stores.clock.now() + 5min).result());
}

Result<void> attempt(const DemoStores &stores, OutboxId id, DemoFate fate)
{
    if (const Result<OutboxItem> begun = stores.dispatch.begin(id).result(); !begun) {
        return done(begun);
    }
    switch (fate) {
    case DemoFate::Waits:
    case DemoFate::Scheduled:
    case DemoFate::Moved:
        return {};
    case DemoFate::Postponed: {
        RetryLater later;
        later.scope = FaultScope::Item;
        later.cause = Errc::Timeout;
        later.code = u"451 4.7.1"_s;
        later.words = u"Greylisted, please try again in five minutes"_s;
        return finish(stores, id, later);
    }
    case DemoFate::Refused:
        return finish(
            stores, id,
            Refused{.code = u"550 5.1.1"_s, .words = u"The address does not exist at mailbox.example"_s});
    case DemoFate::Sent:
        return finish(stores, id, Sent{});
    case DemoFate::Uncertain:
        return finish(stores, id, Unknown{.lastByte = LastByte::Left, .cause = Errc::Network}).and_then([&] {
            return done(stores.dispatch
                            .noteLook(id,
                                      {.evidence = Evidence::NotFound,
                                       .look = LookKind::SentFolders,
                                       .words = u"Sent, All Mail"_s})
                            .result());
        });
    }
    Q_UNREACHABLE_RETURN({});
}

} // namespace

Result<void> addDemoAccount(const DemoStores &stores)
{
    return done(stores.accounts
                    .addAccount({.id = {},
                                 .channel = Channel::Email,
                                 .name = u"Lantern Shop"_s,
                                 .identity = u"Lantern Shop"_s,
                                 .address = u"hello@lantern-shop.example"_s,
                                 .isOn = false})
                    .result());
}

Result<void> sendDemoReply(const DemoStores &stores, ConversationId id, const DemoConversation &conversation)
{
    const Result<SendTerms> terms = termsOf(stores, id, conversation.fate);
    if (!terms) {
        return std::unexpected(terms.error());
    }
    const Result<OutboxItem> item = stores.outbox.hold(id, conversation.onItsWay, *terms).result();
    if (!item || conversation.fate == DemoFate::Waits || conversation.fate == DemoFate::Scheduled) {
        return done(item);
    }
    return done(stores.outbox.queueDue().result()).and_then([&] {
        return attempt(stores, item->id, conversation.fate);
    });
}

} // namespace aside
