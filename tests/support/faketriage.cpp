// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/fakestores.h"

#include <algorithm>
#include <cstdlib>
#include <ranges>
#include <utility>

namespace aside::test {

namespace {

using namespace Qt::StringLiterals;

QLatin1StringView kindName(Triage::Kind kind)
{
    switch (kind) {
    case Triage::Kind::Close:
        return "Close"_L1;
    case Triage::Kind::Reopen:
        return "Reopen"_L1;
    case Triage::Kind::SnoozeUntil:
        return "SnoozeUntil"_L1;
    case Triage::Kind::SnoozeUntilReply:
        return "SnoozeUntilReply"_L1;
    case Triage::Kind::Wake:
        return "Wake"_L1;
    case Triage::Kind::MarkRead:
        return "MarkRead"_L1;
    case Triage::Kind::MarkUnread:
        return "MarkUnread"_L1;
    case Triage::Kind::AddTag:
        return "AddTag"_L1;
    case Triage::Kind::RemoveTag:
        return "RemoveTag"_L1;
    case Triage::Kind::Block:
        return "Block"_L1;
    case Triage::Kind::Unblock:
        return "Unblock"_L1;
    }
    return {};
}

/// What the triage makes of a row.
ConversationRow after(const Triage &triage, ConversationRow row)
{
    const auto place = [&](ConversationState state, Instant until) {
        row.state = state;
        row.snoozedUntil = until;
    };
    switch (triage.kind) {
    case Triage::Kind::Close:
        place(ConversationState::Closed, {});
        break;
    case Triage::Kind::Wake:
        if (row.state == ConversationState::Snoozed) {
            place(ConversationState::Open, {});
        }
        break;
    case Triage::Kind::Reopen:
        place(ConversationState::Open, {});
        break;
    case Triage::Kind::SnoozeUntil:
        place(ConversationState::Snoozed, triage.until);
        break;
    case Triage::Kind::SnoozeUntilReply:
        place(ConversationState::Snoozed, {});
        break;
    case Triage::Kind::MarkRead:
        row.unread = 0;
        break;
    case Triage::Kind::MarkUnread:
        row.unread = std::max(row.unread, 1);
        break;
    case Triage::Kind::AddTag:
        if (!row.tags.contains(triage.tag, Qt::CaseInsensitive)) {
            row.tags.append(triage.tag);
            row.tags.sort(Qt::CaseInsensitive);
        }
        break;
    case Triage::Kind::RemoveTag:
        row.tags.removeIf(
            [&](const QString &tag) { return tag.compare(triage.tag, Qt::CaseInsensitive) == 0; });
        break;
    case Triage::Kind::Block:
        row.isBlocked = true;
        break;
    case Triage::Kind::Unblock:
        row.isBlocked = false;
        break;
    }
    return row;
}

} // namespace

/// What changed, or nothing.
std::optional<TriageChange> FakeStores::apply(const Triage &triage, ConversationRow &row)
{
    const ConversationRow before = std::exchange(row, after(triage, row));
    if (before == row) {
        return std::nullopt;
    }
    TriageChange change{.conversation = row.id,
                        .state = before.state,
                        .snoozedUntil = before.snoozedUntil,
                        .waitingSince = before.waitingSince};
    for (int i = 0; i < std::abs(before.unread - row.unread); ++i) {
        change.messages.append(MessageId{i + 1});
    }
    return change;
}

QFuture<Result<TriageReceipt>> FakeStores::triage(Triage triage, QList<ConversationId> ids)
{
    QStringList call{u"triage"_s, kindName(triage.kind)};
    for (const ConversationId id : std::as_const(ids)) {
        call.append(QString::number(id.value));
    }
    return answer<TriageReceipt>(call.join(u' '), [&]() -> Result<TriageReceipt> {
        TriageReceipt receipt{.triage = triage};
        QList<ConversationId> changed;
        bool isAnyHere = ids.isEmpty();
        for (const ConversationId id : std::as_const(ids)) {
            ConversationRow *row = find(id);
            isAnyHere |= row != nullptr;
            if (const auto change = row != nullptr ? apply(triage, *row) : std::nullopt) {
                receipt.changes.append(*change);
                changed.append(id);
                if (triage.kind == Triage::Kind::Block || triage.kind == Triage::Kind::Unblock) {
                    receipt.handles.append(HandleId{id.value}); // here everybody has one conversation
                }
            }
        }
        if (!isAnyHere) {
            return fail(Errc::NotFound);
        }
        const bool snoozes = triage.kind == Triage::Kind::SnoozeUntil && !changed.isEmpty();
        announceChanges({.conversations = changed, .snoozesChanged = snoozes});
        return receipt;
    });
}

QFuture<Result<void>> FakeStores::revert(TriageReceipt receipt)
{
    return answer<void>(u"revert %1"_s.arg(kindName(receipt.triage.kind)), [&]() -> Result<void> {
        QList<ConversationId> changed;
        const int count = receipt.triage.kind == Triage::Kind::MarkRead ? 1 : -1;
        for (const TriageChange &change : std::as_const(receipt.changes)) {
            ConversationRow *row = find(change.conversation);
            if (row == nullptr || after(receipt.triage, *row) != *row) {
                continue; // gone, or not as the triage left it
            }
            row->state = change.state;
            row->snoozedUntil = change.snoozedUntil;
            row->unread += count * static_cast<int>(change.messages.size());
            switch (receipt.triage.kind) {
            case Triage::Kind::AddTag:
                *row = after({.kind = Triage::Kind::RemoveTag, .tag = receipt.triage.tag}, *row);
                break;
            case Triage::Kind::RemoveTag:
                *row = after({.kind = Triage::Kind::AddTag, .tag = receipt.triage.tag}, *row);
                break;
            case Triage::Kind::Block:
            case Triage::Kind::Unblock:
                row->isBlocked = !row->isBlocked;
                break;
            default:
                break;
            }
            changed.append(row->id);
        }
        announceChanges({.conversations = changed, .snoozesChanged = true});
        return {};
    });
}

QFuture<Result<WakeReport>> FakeStores::wakeDue()
{
    return answer<WakeReport>(u"wakeDue"_s, [&] {
        WakeReport report;
        for (ConversationRow &row : conversations) {
            if (row.state != ConversationState::Snoozed || row.snoozedUntil == Instant{}) {
                continue;
            }
            if (row.snoozedUntil <= clock.now()) {
                row = after({.kind = Triage::Kind::Wake}, row);
                report.woken.append(row.id);
            } else if (report.next == Instant{} || row.snoozedUntil < report.next) {
                report.next = row.snoozedUntil;
            }
        }
        if (!report.woken.isEmpty()) {
            announce(report.woken);
        }
        return report;
    });
}

QFuture<Result<QList<Recipient>>> FakeStores::known(QString beginning, int most)
{
    return answer<QList<Recipient>>(u"known %1"_s.arg(beginning), [&] {
        QList<Recipient> found;
        for (const ConversationRow &row : std::as_const(conversations)) {
            const bool fits = row.person.startsWith(beginning, Qt::CaseInsensitive)
                || row.handle.startsWith(beginning, Qt::CaseInsensitive);
            if (fits && found.size() < most) {
                found.append({.name = row.person, .address = row.handle});
            }
        }
        return found;
    });
}

QFuture<Result<PersonCard>> FakeStores::card(ConversationId id)
{
    return answer<PersonCard>(u"card %1"_s.arg(id.value), [&]() -> Result<PersonCard> {
        const ConversationRow *row = find(id);
        if (row == nullptr) {
            return fail(Errc::NotFound);
        }
        PersonCard card = cards.value(id, {.id = PersonId{id.value}, .name = row->person, .note = {}});
        if (card.conversations.isEmpty()) {
            card.conversations = {*row};
            card.conversationCount = 1;
        }
        card.note = notesAbout.value(card.id, card.note);
        for (const Promise &promise : std::as_const(promised)) {
            if (promise.conversation == id) {
                card.promises.append(promise);
            }
        }
        return card;
    });
}

QFuture<Result<void>> FakeStores::setNote(PersonId id, QString text)
{
    return answer<void>(u"setNote %1 %2"_s.arg(QString::number(id.value), text), [&]() -> Result<void> {
        notesAbout.insert(id, text);
        return {};
    });
}

QFuture<Result<void>> FakeStores::setRemoteImages(MessageId id, RemoteImages decision)
{
    const QString call
        = u"setRemoteImages %1 %2"_s.arg(QString::number(id.value), QString::number(qToUnderlying(decision)));
    return answer<void>(call, [&]() -> Result<void> {
        const QList<QList<Message>> threads = messages.values();
        QString handle;
        for (const Message &message : threads | std::views::join) {
            handle = message.id == id ? message.handle : handle;
        }
        if (handle.isEmpty()) {
            return fail(Errc::NotFound);
        }
        QList<ConversationId> touched;
        for (auto thread = messages.begin(); thread != messages.end(); ++thread) {
            for (Message &message : *thread) {
                message.remoteImages = message.handle == handle ? decision : message.remoteImages;
            }
            touched.append(thread.key());
        }
        announce(touched);
        return {};
    });
}

} // namespace aside::test
