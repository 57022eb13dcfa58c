// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/storage/moves.h"

#include "app/storage/checks.h"
#include "app/storage/closings.h"
#include "app/storage/conversations.h"
#include "app/storage/drafts.h"
#include "app/storage/moveconsents.h"
#include "app/storage/outbox.h"
#include "app/storage/privatetalks.h"

#include <utility>

namespace aside {

namespace {

// Of whom all was erased, nothing is left to answer, until they write again.
constexpr std::string_view selectAudience = R"sql(
    SELECT c.audience, coalesce(p.erased_at > 0 AND c.last_at <= p.erased_at, 0) FROM conversation c
    LEFT JOIN handle h ON h.id = c.handle_id LEFT JOIN person p ON p.id = coalesce(h.own_person_id, h.person_id)
    WHERE c.id = ?1
)sql";
constexpr std::string_view selectPayload
    = "SELECT 1 FROM private_move WHERE payload = ?1 AND payload <> '' LIMIT 1";
constexpr std::string_view insertMove = R"sql(
    INSERT INTO private_move (conversation_id, private_conversation_id, way, state, is_approach, started_at, started_by,
                              public_outbox_id, private_outbox_id, private_channel, private_handle, private_text,
                              payload)
    VALUES (?1, ?2, ?3, 0, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)
)sql";
constexpr std::string_view joinMove = R"sql(
    UPDATE private_move SET private_conversation_id = ?2, private_outbox_id = ?3, state = 2, private_text = '',
                            ended_at = ?4
    WHERE id = ?1
)sql";
constexpr std::string_view endMove = "UPDATE private_move SET state = 3, ended_at = ?2 WHERE id = ?1";
static_assert(std::to_underlying(MoveState::Joined) == 2 && std::to_underlying(MoveState::TakenBack) == 3);

Result<Audience> audienceOf(Database &db, ConversationId id)
{
    return db.prepare(selectAudience).and_then([&](Statement select) {
        return select.bind(1, id.value).step().and_then([&](bool isThere) -> Result<Audience> {
            if (!isThere || select.integer(1) != 0) {
                return fail(Errc::NotFound, QStringLiteral("conversation %1 is gone").arg(id.value));
            }
            return static_cast<Audience>(select.integer(0));
        });
    });
}

/// The id the conversation has now. Errc::Conflict where everybody, or only one, would read what is written
/// there.
Result<ConversationId> talkFor(Database &db, ConversationId asked, Audience audience)
{
    return currentConversation(db, asked).and_then([&](ConversationId id) -> Result<ConversationId> {
        return audienceOf(db, id).and_then([&](Audience found) -> Result<ConversationId> {
            return found == audience ? Result<ConversationId>(id)
                                     : fail(Errc::Conflict, QStringLiteral("another audience"));
        });
    });
}

Result<bool> isPayloadUsed(Database &db, const QString &payload)
{
    return db.prepare(selectPayload).and_then([&](Statement select) {
        return select.bind(1, payload).step();
    });
}

bool isBlank(const std::optional<OrderedHalf> &half)
{
    return half && half->text.trimmed().isEmpty();
}

/// What can be said without looking at what is stored.
Result<void> examine(const MoveOrder &order)
{
    if (isBlank(order.publicHalf) || isBlank(order.privateHalf)
        || (!order.publicHalf && !order.privateHalf)) {
        return fail(Errc::Empty, QStringLiteral("a half has no text"));
    }
    const bool waits = order.next == MoveNext::PublicThenArrival;
    const bool isAddressed = !order.privateHalf || waits || order.privateHalf->conversation.isValid()
        || !order.privateHalf->handle.trimmed().isEmpty();
    if (order.way == MoveWay::None || !isAddressed || (waits && !order.publicHalf)) {
        return fail(Errc::InvalidInput, QStringLiteral("a move that leads nowhere"));
    }
    return {};
}

/// Where the halves go now.
struct Places {
    ConversationId home;
    ConversationId talk; ///< none: a new one, or they come
};

Result<Places> placesFor(Database &db, const MoveOrder &order)
{
    const Result<ConversationId> home = talkFor(db, order.conversation, Audience::Public);
    if (!home) {
        return std::unexpected(home.error());
    }
    const Result<bool> underWay = isMoveUnderWay(db, *home);
    const Result<bool> used = isPayloadUsed(db, order.payload);
    if (!underWay || !used) {
        return std::unexpected(!underWay ? underWay.error() : used.error());
    }
    if (*underWay || *used) {
        return fail(Errc::Conflict, QStringLiteral("another move is on its way"));
    }
    const bool continues = order.privateHalf && order.privateHalf->conversation.isValid();
    const Result<ConversationId> talk = continues
        ? talkFor(db, order.privateHalf->conversation, Audience::Private)
        : Result<ConversationId>(ConversationId());
    return talk.transform([&](ConversationId id) { return Places{.home = *home, .talk = id}; });
}

/// One half in the outbox. The draft of its talk stays, unless it is what is sent.
Result<OutboxId> holdHalf(Database &db, const HeldReply &reply, const DraftChecks &checks, Instant now)
{
    const Result<Draft> draft = loadDraft(db, reply.conversation, DraftKind::Reply);
    const Result<OutboxId> item = draft ? writeHeld(db, reply, now) : std::unexpected(draft.error());
    if (!item) {
        return item;
    }
    const bool wasDraft = draft->text.trimmed() == reply.text.trimmed();
    const Result<void> cleared = !wasDraft
        ? Result<void>()
        : writeDraft(db, reply.conversation, DraftKind::Reply, QString(), now).and_then([&](const Draft &) {
              return sendChecks(db, reply.conversation, *item, reply.text);
          });
    return cleared.and_then([&] { return addChecks(db, *item, checks, now); }).transform([&] {
        return *item;
    });
}

/// Writes a move; lives as long as its transaction.
class MoveWriter
{
public:
    MoveWriter(Database &db, const MoveOrder &order, const Places &places, Instant now)
        : m_db(db)
        , m_order(order)
        , m_now(now)
        , m_home(places.home)
        , m_talk(places.talk)
    {
    }

    Result<PrivateMoveId> write()
    {
        if (isClosing()) {
            return requireSolved(m_db, m_home)
                .and_then([&](const PrivateMove &solved) { return takeTalk(solved.talk); })
                .and_then([&] { return writePublic(); })
                .and_then([&] { return writePrivate(); })
                .and_then([&] { return writeMove(); });
        }
        const Result<void> allowed
            = m_order.way == MoveWay::Call ? requireCall(m_db, m_home, m_now) : Result<void>();
        return allowed.and_then([&] { return writePrivate(); })
            .and_then([&] { return writePublic(); })
            .and_then([&] { return writeMove(); });
    }

private:
    [[nodiscard]] bool waits() const { return m_order.next == MoveNext::PublicThenArrival; }

    [[nodiscard]] bool isClosing() const { return m_order.way == MoveWay::ClosePublic; }

    /// Whom it was solved with is asked, and nobody else.
    Result<void> takeTalk(ConversationId solved)
    {
        if (m_order.privateHalf && (!solved.isValid() || m_talk != solved)) {
            return fail(Errc::Conflict, QStringLiteral("it was solved in another talk"));
        }
        m_talk = solved;
        return {};
    }

    Result<void> writePrivate()
    {
        if (!m_order.privateHalf || waits()) {
            return {};
        }
        const OrderedHalf &half = *m_order.privateHalf;
        const Result<ConversationId> talk = m_talk.isValid()
            ? Result<ConversationId>(m_talk)
            : beginTalk(m_db,
                        {.beside = m_home,
                         .channel = half.channel,
                         .handle = half.handle.trimmed(),
                         .subject = half.subject.simplified()},
                        m_now);
        if (!talk) {
            return std::unexpected(talk.error());
        }
        m_talk = *talk;
        SendTerms terms = m_order.terms; // what was seen, and whom it goes to, is of the public talk
        terms.seen = {};
        terms.addressing = {};
        return holdHalf(m_db,
                        {.conversation = m_talk, .text = half.text, .terms = terms, .after = m_publicItem},
                        half.checks, m_now)
            .and_then([&](OutboxId item) {
                m_privateItem = item;
                return requireWriting(m_db, item, m_now);
            });
    }

    Result<void> writePublic()
    {
        if (!m_order.publicHalf) {
            return {};
        }
        return holdHalf(m_db,
                        {.conversation = m_home,
                         .text = m_order.publicHalf->text,
                         .terms = m_order.terms,
                         .after = m_privateItem},
                        m_order.publicHalf->checks, m_now)
            .transform([&](OutboxId item) { m_publicItem = item; });
    }

    Result<PrivateMoveId> writeMove()
    {
        const OrderedHalf half = m_order.privateHalf.value_or(OrderedHalf());
        return m_db.prepare(insertMove)
            .and_then([&](Statement insert) {
                insert.bind(1, m_home.value).bind(3, std::to_underlying(m_order.way));
                bindId(insert, 2, waits() ? 0 : m_talk.value);
                insert.bind(4, m_order.records.contains(MoveRecord::Approach) ? 1 : 0);
                insert.bind(5, toMillis(m_now)).bind(6, m_order.by);
                bindId(insert, 7, m_publicItem.value);
                bindId(insert, 8, m_privateItem.value);
                insert.bind(9, std::to_underlying(half.channel)).bind(10, half.handle.trimmed());
                return insert.bind(11, waits() ? half.text : QString()).bind(12, m_order.payload).run();
            })
            .transform([&] { return PrivateMoveId{m_db.lastInsertId()}; })
            .and_then([&](PrivateMoveId id) {
                return recordAsked(m_db, m_order, m_home, m_now).transform([id] { return id; });
            });
    }

    static void bindId(Statement &statement, int index, qint64 id)
    {
        if (id > 0) {
            statement.bind(index, id);
        } else {
            statement.bindNull(index);
        }
    }

    Database &m_db;
    const MoveOrder &m_order;
    Instant m_now;
    ConversationId m_home;
    ConversationId m_talk;
    OutboxId m_publicItem;
    OutboxId m_privateItem;
};

/// One synced transaction on a move that is there; answers with the move as it is then.
template <typename Change>
Result<PrivateMove> change(Database &db, PrivateMoveId id, Change apply)
{
    Result<Transaction> transaction = Transaction::begin(db, Durability::Synced);
    if (!transaction) {
        return std::unexpected(transaction.error());
    }
    return loadMove(db, id)
        .and_then([&](const PrivateMove &move) -> Result<void> { return apply(move); })
        .and_then([&] { return transaction->commit(); })
        .and_then([&] { return loadMove(db, id); });
}

Result<void> join(Database &db, PrivateMoveId id, ConversationId talk, OutboxId item, Instant now)
{
    return db.prepare(joinMove).and_then([&](Statement update) {
        update.bind(1, id.value).bind(2, talk.value).bind(4, toMillis(now));
        return (item.isValid() ? update.bind(3, item.value) : update.bindNull(3)).run();
    });
}

/// The half that waited, in the outbox; none where the operator wrote none.
Result<OutboxId> holdWaiting(Database &db, const PrivateMove &move, HeldReply reply, Instant now)
{
    if (move.waitingText.trimmed().isEmpty()) {
        return OutboxId{};
    }
    reply.text = move.waitingText;
    return holdHalf(db, reply, {}, now);
}

/// Whether it could still be taken back.
Result<bool> takeBackItem(Database &db, OutboxId id, Instant now)
{
    if (!id.isValid()) {
        return false;
    }
    const Result<OutboxItem> item = loadItem(db, id);
    if (!item || !nextOutboxPosition(positionOf(*item), OutboxEvent::Withdraw)) {
        return item.transform([](const OutboxItem &) { return false; });
    }
    return takeBack(db, *item, now).transform([] { return true; });
}

} // namespace

Result<PrivateMove> startMove(Database &db, const MoveOrder &order, Instant now)
{
    if (const Result<void> sound = examine(order); !sound) {
        return std::unexpected(sound.error());
    }
    Result<Transaction> transaction = Transaction::begin(db, Durability::Synced);
    if (!transaction) {
        return std::unexpected(transaction.error());
    }
    const Result<PrivateMoveId> id = placesFor(db, order).and_then(
        [&](const Places &places) { return MoveWriter(db, order, places, now).write(); });
    if (!id) {
        return std::unexpected(id.error());
    }
    return transaction->commit().and_then([&] { return loadMove(db, *id); });
}

Result<PrivateMove> confirmArrival(Database &db, PrivateMoveId id, ConversationId asked,
                                   const SendTerms &terms, Instant now)
{
    return change(db, id, [&](const PrivateMove &move) -> Result<void> {
        if (move.state != MoveState::Awaited) {
            return fail(Errc::Conflict, QStringLiteral("move %1 waits for nobody").arg(id.value));
        }
        const Result<ConversationId> talk = talkFor(db, asked, Audience::Private);
        if (!talk) {
            return std::unexpected(talk.error());
        }
        const Result<OutboxId> item
            = holdWaiting(db, move, {.conversation = *talk, .text = {}, .terms = terms, .after = {}}, now);
        return item.and_then([&](OutboxId held) { return join(db, id, *talk, held, now); });
    });
}

Result<PrivateMove> takeBackMove(Database &db, PrivateMoveId id, Instant now)
{
    return change(db, id, [&](const PrivateMove &move) -> Result<void> {
        if (move.state == MoveState::Awaited) {
            return db.prepare(endMove).and_then(
                [&](Statement update) { return update.bind(1, id.value).bind(2, toMillis(now)).run(); });
        }
        const Result<bool> inPublic = takeBackItem(db, move.publicItem, now);
        const Result<bool> inPrivate
            = inPublic ? takeBackItem(db, move.privateItem, now) : std::unexpected(inPublic.error());
        if (!inPrivate) {
            return std::unexpected(inPrivate.error());
        }
        return *inPublic || *inPrivate
            ? Result<void>()
            : fail(Errc::Conflict, QStringLiteral("nothing of move %1 is here any more").arg(id.value));
    });
}

} // namespace aside
