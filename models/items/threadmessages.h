// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/error.h"
#include "models/domain/threadoutline.h"

#include <QHash>
#include <QObject>
#include <QSet>

namespace aside {

class ConversationStore;

/// The messages of one conversation: where each stands, and in full those near the rows that are looked at.
/// The others are read when they are wanted and forgotten when many are here, so that it costs little to have
/// a conversation of any length.
class ThreadMessages final : public QObject
{
    Q_OBJECT

public:
    explicit ThreadMessages(ConversationStore &store, QObject *parent = nullptr);

    /// Another conversation.
    void show(const ThreadOutline &outline);
    /// The same one as it is now. Answers how many rows, from the top, are what they were. Those that may
    /// have changed stay until they are read again, which happens when they are wanted.
    [[nodiscard]] qsizetype update(const ThreadOutline &outline);
    void clear();

    [[nodiscard]] ConversationId conversation() const { return m_conversation; }
    [[nodiscard]] const QList<MessagePlace> &places() const { return m_places; }
    [[nodiscard]] qsizetype size() const { return m_places.size(); }
    [[nodiscard]] bool isEmpty() const { return m_places.isEmpty(); }
    /// Nothing while it is not here. Valid until the next message comes.
    [[nodiscard]] const Message *at(int row) const;
    /// -1 where it does not belong to the conversation.
    [[nodiscard]] int rowOf(MessageId id) const;
    /// How many messages are here in full.
    [[nodiscard]] qsizetype hereCount() const { return m_here.size(); }

    /// The rows that are looked at. Reads them and some around them, unless they are here.
    void want(int first, int last);
    /// One more row, to which somebody goes.
    void wantToo(int row);

Q_SIGNALS:
    /// These are here now, or other than they were.
    void arrived(const QList<int> &rows);
    void failed(const aside::Error &error);

private:
    struct Rows {
        int first = 0;
        int last = -1;
    };

    void read();
    void take(const QList<MessageId> &asked, const QList<Message> &found);
    void forgetFarOnes();
    [[nodiscard]] Rows around(Rows rows, int distance) const;
    [[nodiscard]] QList<MessageId> missing() const;

    ConversationStore &m_store;
    ConversationId m_conversation;
    QList<MessagePlace> m_places;
    QHash<MessageId, Message> m_here;
    QSet<MessageId> m_outdated; ///< here, and perhaps no longer so
    QSet<MessageId> m_gone; ///< asked for and not found
    Rows m_wanted;
    Rows m_wantedToo;
    int m_shown = 0; ///< counts up: an answer about an earlier conversation is not wanted any more
    bool m_isReading = false;
};

} // namespace aside
