// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/storage/drafts.h"
#include "app/storage/moves.h"
#include "tests/storage/dispatchworld.h"

#include <QHash>
#include <QTest>

using namespace aside;
using namespace aside::test;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

constexpr int walks = 40;
constexpr int stepsOfAWalk = 30;
constexpr int talks = 4;

// Halves that began to leave before the other one had arrived, and that nobody let go alone.
constexpr std::string_view selectEarly = R"sql(
    SELECT v.id FROM private_move v
    JOIN outbox_event s ON s.outbox_id = v.public_outbox_id AND s.event = 9
    WHERE v.private_outbox_id IS NOT NULL
      AND NOT EXISTS (SELECT 1 FROM outbox_event p WHERE p.outbox_id = v.private_outbox_id AND p.state = 3
                                                     AND p.rowid < s.rowid)
      AND NOT EXISTS (SELECT 1 FROM outbox_event r JOIN outbox_event h ON h.outbox_id = r.outbox_id
                      WHERE r.outbox_id = v.public_outbox_id AND r.event = 1 AND r.rowid < s.rowid
                        AND h.hold_reason = 6 AND h.rowid < r.rowid)
)sql";

/// One random life of an outbox: replies and pairs of them are written, taken back, scheduled and frozen;
/// customers write; the network goes; the server loses answers, delays them, refuses; the program dies at any
/// write and starts again. The operator looks at the server before deciding, as a person would.
class Walk
{
public:
    explicit Walk(quint32 seed)
        : m_random(seed)
        , m_world(seed)
    {
        for (const QString &address : {u"support@shop.example"_s, u"brand@shop.example"_s}) {
            m_accounts.append(m_world.addAccount(address).id);
        }
        for (int i = 0; i < talks; ++i) {
            IncomingBatch batch;
            batch.account = m_accounts.at(i % 2);
            batch.messages.append(arrival(i));
            (void)m_world.desk->apply(batch).result();
        }
    }

    /// Says what is wrong; nothing where all is well.
    QString run()
    {
        for (int step = 0; step < stepsOfAWalk; ++step) {
            takeStep();
            if (const QString wrong = doubled() + early(); !wrong.isEmpty()) {
                return u"step %1: %2"_s.arg(QString::number(step), wrong);
            }
        }
        return drain();
    }

    int crashes = 0;
    int uncertain = 0;
    int written = 0;
    int pairs = 0;
    int alone = 0; ///< halves that the operator let go without the other

private:
    int dice(int sides) { return int(m_random.bounded(sides)); }

    IncomingMessage arrival(int talk)
    {
        const int number = m_arrivals++;
        auto message = mail(u"m%1@x"_s.arg(number), number,
                            number < talks ? QStringList() : QStringList{u"m%1@x"_s.arg(talk)});
        message.audience = talk < talks / 2 ? Audience::Public : Audience::Private;
        return message;
    }

    void takeStep()
    {
        switch (dice(12)) {
        case 0:
        case 1:
        case 2:
            writeReply();
            break;
        case 10:
            writePair();
            break;
        case 11:
            takeBackPair();
            break;
        case 3:
            m_world.server.mailbox.append(arrival(dice(talks)));
            break;
        case 4:
            setTrouble();
            break;
        case 5:
            m_world.server.answerAll();
            break;
        case 6:
            (void)m_world.desk->setFreeze(dice(3) == 0 ? FreezeSwitch::Freeze : FreezeSwitch::Thaw)
                .isFinished();
            break;
        default:
            decide();
            break;
        }
        if (dice(3) == 0) {
            dieWithin(6);
        }
        m_world.pass(std::chrono::seconds(dice(4) == 0 ? dice(3600) : dice(30)));
        if (m_world.desk->isDead()) {
            ++crashes;
            m_world.reopen();
        }
        m_world.desk->dieAfter(-1, SqlDesk::Death::AfterTheWrite);
    }

    void dieWithin(int writes)
    {
        m_world.desk->dieAfter(dice(writes),
                               dice(2) == 0 ? SqlDesk::Death::BeforeTheWrite : SqlDesk::Death::AfterTheWrite);
    }

    /// What was taken back lies in the draft, and goes with the next reply.
    void writeReply()
    {
        const ConversationId talk{1 + dice(talks)};
        const QString draft = loadDraft(*m_world.db, talk, DraftKind::Reply).value_or(Draft{}).text;
        const QString text = joined(draft, u"reply %1"_s.arg(written++));
        const SendTerms terms{.undoWindow = std::chrono::seconds(dice(20)),
                              .sendAt
                              = dice(5) == 0 ? std::optional(m_world.clock.now() + 10min) : std::nullopt};
        if (!holdReply(*m_world.db, talk, text, terms, m_world.clock.now())) {
            qFatal("not held"); // the operator's own store never fails here
        }
    }

    /// A public talk goes on in one of the private ones.
    void writePair()
    {
        const ConversationId home{1 + dice(talks / 2)};
        const ConversationId talk{1 + (talks / 2) + dice(talks / 2)};
        const auto half = [this](ConversationId id) {
            return OrderedHalf{.text = u"reply %1"_s.arg(written++), .conversation = id};
        };
        const int before = written;
        const auto started = startMove(*m_world.db,
                                       {.conversation = home,
                                        .way = MoveWay::DirectMessage,
                                        .next = MoveNext::PrivateThenPublic,
                                        .publicHalf = half(home),
                                        .privateHalf = half(talk),
                                        .terms = {.undoWindow = std::chrono::seconds(dice(20))}},
                                       m_world.clock.now());
        if (started) {
            ++pairs;
        } else if (started.error().code == Errc::Conflict) { // another one is on its way
            written = before;
        } else {
            qFatal("no pair: %s", qPrintable(started.error().detail));
        }
    }

    void takeBackPair()
    {
        const auto moves = movesOf(*m_world.db, ConversationId{1 + dice(talks / 2)});
        if (!moves->isEmpty()) {
            (void)takeBackMove(*m_world.db, moves->constFirst().id, m_world.clock.now()).has_value();
        }
    }

    void setTrouble()
    {
        m_world.server.plays.clear();
        for (int i = dice(4); i > 0; --i) {
            m_world.server.plays.append(Play(dice(8)));
        }
        m_world.server.later.after
            = dice(2) == 0 ? std::optional(std::chrono::seconds(dice(900))) : std::nullopt;
        m_world.server.fault.reset();
        if (dice(4) == 0) {
            m_world.server.fault = Error{.code = dice(2) == 0 ? Errc::Network : Errc::ServerRefused,
                                         .detail = u"scripted"_s,
                                         .retryAfter = {}};
        }
        m_world.server.says = dice(2) == 0 ? std::optional(Evidence::CannotTell) : std::optional<Evidence>();
        m_world.network.set(dice(5) == 0 ? SystemNetwork::Offline : SystemNetwork::Online);
    }

    /// The operator goes through what wants him, and does one thing or another, or nothing.
    void decide()
    {
        for (const OutboxItem &item : m_world.items()) {
            if (dice(2) == 0) {
                decide(item);
            }
        }
        for (const AccountId account : std::as_const(m_accounts)) {
            (void)setAccountPause(*m_world.db, account, std::nullopt).has_value();
        }
    }

    void decide(const OutboxItem &item)
    {
        Database &db = *m_world.db;
        const Instant now = m_world.clock.now();
        const bool takesBack = dice(3) == 0;
        Result<OutboxItem> done = item;
        if (item.state == OutboxState::Uncertain) {
            ++uncertain;
            const bool isThere = m_world.server.count(item.wireId) > 0;
            done = settleReply(db, item.id, isThere ? Settlement::Sent : Settlement::Unsent, now);
        } else if (item.state == OutboxState::Refused || item.holdReason == HoldReason::NotSent) {
            done = takesBack ? withdrawReply(db, item.id, now) : releaseReply(db, item.id, now);
        } else if (item.state == OutboxState::Held && item.holdReason == HoldReason::ThreadMoved) {
            done = takesBack ? withdrawReply(db, item.id, now)
                             : sendReplyAnyway(db, item.id, item.arrivals.constLast().id, now);
        } else if (item.state == OutboxState::Held && item.holdReason == HoldReason::OtherHalf) {
            done = decideHalf(item, takesBack);
        } else if (takesBack && (item.state == OutboxState::Queued || item.state == OutboxState::Held)) {
            done = withdrawReply(db, item.id, now);
        }
        if (!done && done.error().code != Errc::Conflict) {
            qFatal("the operator cannot decide: %s", qPrintable(done.error().detail));
        }
    }

    /// The private half is not there: its public line leaves alone, or not at all.
    Result<OutboxItem> decideHalf(const OutboxItem &item, bool takesBack)
    {
        Database &db = *m_world.db;
        if (takesBack) {
            return withdrawReply(db, item.id, m_world.clock.now());
        }
        if (m_world.item(item.after).state != OutboxState::Withdrawn) {
            return item;
        }
        ++alone;
        return releaseReply(db, item.id, m_world.clock.now());
    }

    QString early()
    {
        auto select = m_world.db->prepare(selectEarly);
        return select->step().value_or(true) ? u"move %1 began with its public half"_s.arg(select->integer(0))
                                             : QString();
    }

    /// The one thing that must never be.
    QString doubled() const
    {
        QHash<QString, int> counts;
        for (const OutgoingMessage &message : m_world.server.received) {
            if (++counts[message.wireId] > 1) {
                return u"sent twice: %1"_s.arg(message.text);
            }
        }
        return {};
    }

    bool isOver(const OutboxItem &item) const
    {
        return item.state == OutboxState::Sent || item.state == OutboxState::Withdrawn;
    }

    /// Trouble ends, and every reply comes to its end.
    QString drain()
    {
        m_world.server.plays.clear();
        m_world.server.fault.reset();
        m_world.server.says.reset();
        m_world.server.answerAll();
        m_world.network.set(SystemNetwork::Online);
        (void)setOutboxFreeze(*m_world.db, FreezeSwitch::Thaw, m_world.clock.now()).has_value();
        m_world.reopen();
        for (int round = 0; round < 200
             && !std::ranges::all_of(
                                m_world.items(), [this](const OutboxItem &item) { return isOver(item); });
             ++round) {
            m_world.pass(20min);
            decide();
        }
        const QString wrong = doubled() + early();
        return wrong.isEmpty() ? lost() : wrong;
    }

    /// Every reply that was written has either arrived once, or is a draft again and never arrived.
    QString lost()
    {
        QHash<QString, int> arrived;
        for (const OutgoingMessage &message : std::as_const(m_world.server.received)) {
            for (const QString &reply : message.text.split(u'\n', Qt::SkipEmptyParts)) {
                ++arrived[reply];
            }
        }
        QStringList drafts;
        for (int i = 1; i <= talks; ++i) {
            drafts += loadDraft(*m_world.db, ConversationId{i}, DraftKind::Reply)
                          .value_or(Draft{})
                          .text.split(u'\n', Qt::SkipEmptyParts);
        }
        for (int number = 0; number < written; ++number) {
            const QString reply = u"reply %1"_s.arg(number);
            if (arrived.value(reply) + int(drafts.count(reply)) != 1) {
                return u"%1 arrived %2 times and is %3 times a draft"_s.arg(reply)
                    .arg(arrived.value(reply))
                    .arg(drafts.count(reply));
            }
        }
        for (const OutboxItem &item : m_world.items()) {
            if (!isOver(item) || m_world.server.count(item.wireId) != 1) {
                return u"%1 is %2"_s.arg(item.text, outboxStateName(item.state));
            }
        }
        return {};
    }

    QRandomGenerator m_random;
    DispatchWorld m_world;
    QList<AccountId> m_accounts;
    int m_arrivals = 0;
};

} // namespace

class TestSendWalk : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void nothingIsSentTwiceAndNothingIsLost()
    {
        int crashes = 0;
        int uncertain = 0;
        int written = 0;
        int pairs = 0;
        int alone = 0;

        for (quint32 seed = 1; seed <= walks; ++seed) {
            Walk walk(seed);
            const QString wrong = walk.run();
            QVERIFY2(wrong.isEmpty(), qPrintable(u"seed %1, %2"_s.arg(QString::number(seed), wrong)));
            crashes += walk.crashes;
            uncertain += walk.uncertain;
            written += walk.written;
            pairs += walk.pairs;
            alone += walk.alone;
        }

        QVERIFY2(pairs > walks && alone > 0,
                 qPrintable(u"%1 pairs, %2 alone"_s.arg(QString::number(pairs), QString::number(alone))));
        QVERIFY2(crashes > walks && uncertain > walks / 4 && written > walks * 5,
                 qPrintable(u"%1 crashes, %2 uncertain, %3 written"_s.arg(
                     QString::number(crashes), QString::number(uncertain), QString::number(written))));
    }
};

QTEST_GUILESS_MAIN(TestSendWalk)
#include "tst_sendwalk.moc"
