// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/storage/database.h"
#include "models/core/id.h"
#include "models/domain/channel.h"

#include <QHash>
#include <QList>
#include <QString>

namespace aside {

/// Finds or makes the handle (and its person) for an address on a channel. Remembers what it saw: a batch
/// names the same few people again and again. Inside the caller's transaction; forget() after a rollback.
class Handles
{
public:
    explicit Handles(Database &db);

    /// 0 where there is no address.
    [[nodiscard]] Result<qint64> idFor(Channel channel, const QString &address, const QString &name);
    /// The person behind the handle has this phone number, which nobody had. Where somebody has it nothing is
    /// done: that the two are one is for an operator to say.
    [[nodiscard]] Result<void> addNumber(qint64 id, const QString &number);
    /// Notes how many follow the handle. Answers with the conversations this changes; nothing where the
    /// number is not known (0) or the same.
    [[nodiscard]] Result<QList<ConversationId>> noteReach(qint64 id, qint64 reach);
    void forget() { m_known.clear(); }

private:
    [[nodiscard]] Result<qint64> lookUp(Channel channel, const QString &folded);
    [[nodiscard]] Result<qint64> make(Channel channel, const QString &folded, const QString &address,
                                      const QString &name);

    Database &m_db;
    QHash<std::pair<Channel, QString>, qint64> m_known;
};

} // namespace aside
