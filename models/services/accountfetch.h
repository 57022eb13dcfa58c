// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/error.h"
#include "models/domain/account.h"
#include "models/ports/channeladapter.h"
#include "models/ports/messagesink.h"

#include <QObject>
#include <QPointer>

namespace aside {

/// Tells an account's server what was done here, then brings the store up to what it has, batch by batch:
/// fetched after the stored cursor, applied, and on until nothing more is there. Owned by who wants to know;
/// emits one of its signals once.
class AccountFetch final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(AccountFetch)

public:
    AccountFetch(ChannelAdapter &adapter, AccountId account, MessageSink &sink, QObject *parent);

    void start();
    /// Once it has finished: what of the account could not be brought.
    [[nodiscard]] const QList<FolderTrouble> &troubles() const { return m_troubles; }
    /// Messages that were new, until now.
    [[nodiscard]] qint64 brought() const { return m_brought; }

    /// The key of an account's cursor.
    [[nodiscard]] static QString sourceOf(AccountId account);

Q_SIGNALS:
    void finished();
    void failed(const aside::Error &error);

private:
    void writeBack();
    void endChanges(const QList<qint64> &ids, bool areAll);
    void readCursor();
    void fetchAfter(const QByteArray &cursor);
    void apply(FetchStep step);

    QPointer<ChannelAdapter> m_adapter;
    AccountId m_account;
    MessageSink &m_sink;
    QList<FolderTrouble> m_troubles;
    qint64 m_brought = 0;
};

} // namespace aside
