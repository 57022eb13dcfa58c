// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/shots/storyplay.h"

#include "app/profile.h"
#include "models/core/clock.h"
#include "models/mentions/mention.h"
#include "models/ports/accountstore.h"
#include "models/ports/conversationstore.h"
#include "models/ports/dispatchstore.h"
#include "models/ports/messagesink.h"
#include "models/ports/movestore.h"
#include "models/ports/outboxstore.h"
#include "models/ports/personrecords.h"
#include "models/ports/personstore.h"

#include <algorithm>

namespace aside {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// What somebody wrote, and where.
struct Said {
    Channel channel = Channel::Telegram;
    Audience audience = Audience::Public;
    QString name;
    QString handle;
    QString text;
    std::chrono::hours ago{2};
};

/// Brings the talks about one after the other; after the first fault nothing more is done.
class Stories
{
public:
    explicit Stories(Profile &profile)
        : m_profile(profile)
    {
    }

    Result<void> tell();

private:
    void addAccount(Channel channel, const QString &address);
    ConversationId hear(const Said &said);
    PrivateMove move(const MoveOrder &order);
    void send(OutboxId id, const SendOutcome &outcome = Sent());
    void join(ConversationId one, ConversationId other);
    PrivateMove invite(const Said &post, const QString &payload);
    MoveOrder message(const Said &post);

    void somebodyComes();
    void solved();
    void stopped();
    void approachedTwice();
    void knownElsewhere();
    OutboxId answerReview(const Account &place, const EnteredMention &review, const QString &answer);
    void byHand();

    template <typename T>
    T need(Result<T> result)
    {
        if (!result && m_outcome) {
            m_outcome = std::unexpected(result.error());
        }
        return result ? std::move(*result) : T();
    }

    Profile &m_profile;
    Result<void> m_outcome;
    int m_number = 0;
};

void Stories::addAccount(Channel channel, const QString &address)
{
    need(m_profile.accounts()
             .addAccount({.id = {},
                          .channel = channel,
                          .name = u"Lantern Shop"_s,
                          .identity = u"Lantern Shop"_s,
                          .address = address})
             .result());
}

/// Where it was said.
ConversationId Stories::hear(const Said &said)
{
    IncomingMessage message;
    message.channel = said.channel;
    message.audience = said.audience;
    message.remoteId = u"story-%1"_s.arg(++m_number);
    message.conversationKey = message.remoteId;
    message.authorName = said.name;
    message.authorHandle = said.handle;
    message.sentAt = m_profile.clock().now() - said.ago;
    message.text = said.text;
    IncomingBatch batch;
    batch.messages = {message};
    need(m_profile.sink().apply(batch).result());
    const auto ids = need(m_profile.conversations().ids({}).result());
    return ids.isEmpty() ? ConversationId() : *std::ranges::max_element(ids, {}, &ConversationId::value);
}

PrivateMove Stories::move(const MoveOrder &order)
{
    return need(m_profile.moves().start(order).result());
}

void Stories::send(OutboxId id, const SendOutcome &outcome)
{
    need(m_profile.outbox().queueDue().result());
    need(m_profile.dispatch().begin(id).result());
    need(m_profile.dispatch().finish(id, outcome, {}).result());
}

void Stories::join(ConversationId one, ConversationId other)
{
    const auto person = need(m_profile.persons().card(one).result());
    const auto into = need(m_profile.persons().card(other).result());
    need(m_profile.personRecords().mergePersons(person.id, into.id, u"Anna"_s).result());
}

/// A public line asked them to write to us, and has left.
PrivateMove Stories::invite(const Said &post, const QString &payload)
{
    const auto home = hear(post);
    const auto made = move(
        {.conversation = home,
         .way = MoveWay::PersonWrites,
         .next = MoveNext::PublicThenArrival,
         .records = {MoveRecord::Approach, MoveRecord::ArrivalAwaited},
         .publicHalf = OrderedHalf{.text = u"We would like to look into it with you: please write to us."_s,
                                   .conversation = home,
                                   .channel = post.channel},
         .privateHalf = OrderedHalf{.text = u"Thank you for writing. Which lamp is it, and since when?"_s,
                                    .conversation = {},
                                    .channel = post.channel,
                                    .handle = post.handle},
         .payload = payload,
         .by = u"Anna"_s});
    send(made.publicItem);
    return made;
}

/// We wrote to them, and said so in public.
MoveOrder Stories::message(const Said &post)
{
    const auto home = hear(post);
    return {.conversation = home,
            .way = MoveWay::DirectMessage,
            .next = MoveNext::PrivateThenPublic,
            .records = {MoveRecord::Approach, MoveRecord::LinkedTalks, MoveRecord::ClosingLineDue},
            .publicHalf = OrderedHalf{.text = u"Thank you for telling us. We have written to you."_s,
                                      .conversation = home,
                                      .channel = post.channel},
            .privateHalf = OrderedHalf{.text = u"Sorry about the switch. May we send you a new one?"_s,
                                       .conversation = {},
                                       .channel = post.channel,
                                       .handle = post.handle},
            .by = u"Anna"_s};
}

void Stories::somebodyComes()
{
    invite({.name = u"Piet Vos"_s, .handle = u"@piet_vos"_s, .text = u"The dimmer hums all evening."_s},
           u"story-piet"_s);
    invite({.name = u"Maren Holt"_s,
            .handle = u"@maren_holt"_s,
            .text = u"Third lamp in a year, and the switch broke again. Is nobody testing these?"_s},
           u"story-maren"_s);
    hear({.audience = Audience::Private,
          .name = u"Maren Holt"_s,
          .handle = u"@maren_h"_s,
          .text = u"/start story-maren"_s,
          .ago = 0h});
    hear({.audience = Audience::Private,
          .name = u"P. V."_s,
          .handle = u"@dimmer_hum"_s,
          .text = u"Hello, it is about the humming."_s,
          .ago = 0h});
}

void Stories::solved()
{
    const auto made = move(message({.channel = Channel::Mastodon,
                                    .name = u"Idris Bello"_s,
                                    .handle = u"@idris@fedi.example"_s,
                                    .text = u"My Polaris flickers since the last update."_s,
                                    .ago = 30h}));
    send(made.privateItem);
    send(made.publicItem);
    need(m_profile.moves()
             .resolve(made.conversation, u"New switch sent, arrived on Friday; he is content."_s, u"Anna"_s)
             .result());
}

void Stories::stopped()
{
    const auto made = move(message({.channel = Channel::Mastodon,
                                    .name = u"Solveig Dahl"_s,
                                    .handle = u"@solveig@fedi.example"_s,
                                    .text = u"The box was empty. Empty!"_s}));
    send(made.privateItem, Refused{.code = u"422"_s, .words = u"This person takes no messages"_s});
    // Nothing of the next is sent: a picture presses the button.
    hear({.channel = Channel::Mastodon,
          .name = u"Oskar Lind"_s,
          .handle = u"@oskar@fedi.example"_s,
          .text = u"The cable is too short for any real room."_s});
}

void Stories::approachedTwice()
{
    const Said post{.name = u"Yusuf Kaya"_s,
                    .handle = u"@yusuf_kaya"_s,
                    .text = u"Two weeks and no refund."_s,
                    .ago = 50h};
    auto order = message(post);
    for (int times = 0; times < 2; ++times) {
        order.way = MoveWay::ChoiceOfWays;
        order.next = MoveNext::PublicThenHandOver;
        order.privateHalf.reset();
        order.records = {MoveRecord::Approach};
        send(move(order).publicItem);
    }
}

void Stories::knownElsewhere()
{
    const auto review = hear({.channel = Channel::Reviews,
                              .name = u"Beatriz Leal"_s,
                              .handle = u"review-90417"_s,
                              .text = u"★★☆☆☆ Beautiful, but one shade came cracked."_s});
    join(hear({.channel = Channel::Email,
               .audience = Audience::Private,
               .name = u"Beatriz Leal"_s,
               .handle = u"beatriz.leal@correio.example"_s,
               .text = u"Do you ship to Porto?"_s,
               .ago = 900h}),
         review);
    const auto other = hear({.channel = Channel::Reviews,
                             .name = u"Tomasz Wrona"_s,
                             .handle = u"review-90533"_s,
                             .text = u"★☆☆☆☆ Nobody answers about my order."_s});
    join(hear({.channel = Channel::Phone,
               .audience = Audience::Private,
               .name = u"Tomasz Wrona"_s,
               .handle = u"+48 600 000 017"_s,
               .text = u"Asked when the order leaves."_s,
               .ago = 300h}),
         other);
    hear({.channel = Channel::Mastodon,
          .name = u"Gwen Price"_s,
          .handle = u"@gwen@fedi.example"_s,
          .text = u"The lamp gets hot. Please answer here, in public: others have the same question."_s});
}

/// Reviews that nobody but the operator can answer.
OutboxId Stories::answerReview(const Account &place, const EnteredMention &review, const QString &answer)
{
    IncomingBatch batch;
    batch.account = place.id;
    batch.messages = {mentionMessage(review, place)};
    const auto kept = need(m_profile.sink().apply(batch).result());
    const auto item = need(m_profile.outbox().hold(kept.home, answer, {}).result());
    need(m_profile.outbox().queueDue().result());
    return item.id;
}

void Stories::byHand()
{
    addAccount(Channel::Manual, u"https://reviews.example/lantern"_s);
    const auto accounts = need(m_profile.accounts().accounts().result());
    const Account place = accounts.isEmpty() ? Account() : accounts.constLast();
    answerReview(place,
                 {.author = u"Iris Lund"_s,
                  .text = u"★★☆☆☆ The reading lamp is lovely, but its foot wobbles."_s,
                  .page = u"https://reviews.example/lantern#1204"_s,
                  .at = m_profile.clock().now() - 3h},
                 u"Iris, a lamp should stand still. A new foot leaves today; keep the old one."_s);
    const OutboxId taken
        = answerReview(place,
                       {.author = u"Niko Aalto"_s,
                        .text = u"★★★☆☆ Good light. The box was open when it came."_s,
                        .page = u"https://reviews.example/lantern#1198"_s,
                        .at = m_profile.clock().now() - 5h},
                       u"Niko, was anything missing? If so, we send it tomorrow: write to us by mail."_s);
    need(m_profile.outbox().takeToPost(taken).result());
}

Result<void> Stories::tell()
{
    addAccount(Channel::Telegram, u"@lantern_shop_bot"_s);
    addAccount(Channel::Mastodon, u"@lantern@fedi.example"_s);
    somebodyComes();
    solved();
    stopped();
    approachedTwice();
    knownElsewhere();
    byHand();
    return m_outcome;
}

} // namespace

Result<void> tellStories(Profile &profile)
{
    return Stories(profile).tell();
}

} // namespace aside
