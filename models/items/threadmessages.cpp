// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/items/threadmessages.h"

#include "models/ports/conversationstore.h"

#include <algorithm>
#include <utility>

namespace aside {

namespace {

constexpr int readAround = 24; ///< rows above and below, so that a step finds the next one here
constexpr int keptAround = 150;
constexpr qsizetype mostHere = 600;

} // namespace

ThreadMessages::ThreadMessages(ConversationStore &store, QObject *parent)
    : QObject(parent)
    , m_store(store)
{
}

void ThreadMessages::show(const ThreadOutline &outline)
{
    clear();
    m_conversation = outline.conversation.id;
    m_places = outline.places;
    for (const Message &message : outline.messages) {
        m_here.insert(message.id, message);
    }
}

void ThreadMessages::clear()
{
    ++m_shown;
    m_isReading = false;
    m_conversation = {};
    m_places.clear();
    m_here.clear();
    m_outdated.clear();
    m_gone.clear();
    m_wanted = m_wantedToo = {};
}

qsizetype ThreadMessages::update(const ThreadOutline &outline)
{
    const auto differs = std::ranges::mismatch(m_places, outline.places);
    qsizetype same = differs.in2 - outline.places.begin();
    m_conversation = outline.conversation.id;
    m_places = outline.places;
    m_gone.clear();
    m_outdated = QSet<MessageId>(m_here.keyBegin(), m_here.keyEnd());
    qsizetype row = 0; // both are in the same order
    for (const Message &message : outline.messages) {
        while (row < m_places.size() && m_places.at(row).id != message.id) {
            ++row;
        }
        const auto before = m_here.constFind(message.id);
        if (before != m_here.constEnd() && *before != message) {
            same = std::min(same, row);
        }
        m_here.insert(message.id, message);
        m_outdated.remove(message.id);
    }
    return same;
}

const Message *ThreadMessages::at(int row) const
{
    if (row < 0 || row >= m_places.size()) {
        return nullptr;
    }
    const auto found = m_here.constFind(m_places.at(row).id);
    return found == m_here.constEnd() ? nullptr : &*found;
}

int ThreadMessages::rowOf(MessageId id) const
{
    const auto found = std::ranges::find(m_places, id, &MessagePlace::id);
    return found == m_places.end() ? -1 : static_cast<int>(found - m_places.begin());
}

void ThreadMessages::want(int first, int last)
{
    m_wanted = {.first = first, .last = last};
    read();
}

void ThreadMessages::wantToo(int row)
{
    m_wantedToo = {.first = row, .last = row};
    read();
}

ThreadMessages::Rows ThreadMessages::around(Rows rows, int distance) const
{
    return {.first = std::max(0, rows.first - distance),
            .last = std::min(static_cast<int>(m_places.size()) - 1, rows.last + distance)};
}

QList<MessageId> ThreadMessages::missing() const
{
    QList<MessageId> ids;
    for (const Rows &wanted : {m_wantedToo, m_wanted}) {
        if (wanted.last < wanted.first) {
            continue;
        }
        const Rows rows = around(wanted, readAround);
        for (int row = rows.first; row <= rows.last; ++row) {
            const MessageId id = m_places.at(row).id;
            const bool isHere = m_here.contains(id) && !m_outdated.contains(id);
            if (!isHere && !m_gone.contains(id) && !ids.contains(id)) {
                ids.append(id);
            }
        }
    }
    return ids;
}

/// One question at a time: what is wanted when its answer comes is asked for next, and what was passed in the
/// meantime is not.
void ThreadMessages::read()
{
    const QList<MessageId> ids = m_isReading ? QList<MessageId>() : missing();
    if (ids.isEmpty()) {
        return;
    }
    m_isReading = true;
    m_store.messagesById(ids).then(this, [this, ids, asked = m_shown](const Result<QList<Message>> &found) {
        if (asked != m_shown) {
            return;
        }
        m_isReading = false;
        if (!found) {
            Q_EMIT failed(found.error());
            return;
        }
        take(ids, *found);
        read();
    });
}

void ThreadMessages::take(const QList<MessageId> &asked, const QList<Message> &found)
{
    m_gone.unite(QSet<MessageId>(asked.begin(), asked.end()));
    QSet<MessageId> changed;
    for (const Message &message : found) {
        m_gone.remove(message.id);
        m_outdated.remove(message.id);
        Message &here = m_here[message.id];
        if (here != message) {
            here = message;
            changed.insert(message.id);
        }
    }
    forgetFarOnes();
    QList<int> rows;
    for (int row = 0; row < m_places.size() && rows.size() < changed.size(); ++row) {
        if (changed.contains(m_places.at(row).id)) {
            rows.append(row);
        }
    }
    if (!rows.isEmpty()) {
        Q_EMIT arrived(rows);
    }
}

void ThreadMessages::forgetFarOnes()
{
    if (m_here.size() <= mostHere) {
        return;
    }
    QHash<MessageId, Message> near;
    for (const Rows &wanted : {m_wantedToo, m_wanted}) {
        const Rows rows = wanted.last < wanted.first ? Rows{} : around(wanted, keptAround);
        for (int row = rows.first; row <= rows.last; ++row) {
            if (const Message *message = at(row)) {
                near.insert(message->id, *message);
            }
        }
    }
    m_here = std::move(near);
    m_outdated.removeIf([this](MessageId id) { return !m_here.contains(id); });
}

} // namespace aside
