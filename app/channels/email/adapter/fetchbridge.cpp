// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/channels/email/adapter/fetchbridge.h"

#include "app/channels/flow/promises.h"

#include <QCborMap>
#include <QCborValue>

#include <utility>

namespace aside::mail {

using namespace Qt::StringLiterals;

QByteArray FetchBridge::toBytes(const QMap<QString, QByteArray> &cursors)
{
    QCborMap map;
    for (const auto &[folder, cursor] : cursors.asKeyValueRange()) {
        map.insert(folder, cursor);
    }
    return map.toCborValue().toCbor();
}

Result<QMap<QString, QByteArray>> FetchBridge::parse(const QByteArray &cursor)
{
    QMap<QString, QByteArray> cursors;
    if (cursor.isEmpty()) {
        return cursors;
    }
    QCborParserError error;
    const QCborValue value = QCborValue::fromCbor(cursor, &error);
    if (error.error != QCborError::NoError || !value.isMap()) {
        return fail(Errc::InvalidInput, u"no cursor of mail"_s);
    }
    for (const auto &[folder, bytes] : value.toMap()) {
        if (!folder.isString() || !bytes.isByteArray()) {
            return fail(Errc::InvalidInput, u"no cursor of mail"_s);
        }
        cursors.insert(folder.toString(), bytes.toByteArray());
    }
    return cursors;
}

QFuture<Result<FetchStep>> FetchBridge::next(const QByteArray &cursor, const Begin &begin)
{
    Result<QMap<QString, QByteArray>> cursors = parse(cursor);
    if (!cursors || m_asked) {
        return answered<FetchStep>(cursors ? Result<FetchStep>(fail(Errc::Conflict, u"asked already"_s))
                                           : std::unexpected(cursors.error()));
    }
    m_asked.emplace();
    m_asked->start();
    QFuture<Result<FetchStep>> future = m_asked->future();
    const bool goesOn = m_pending && m_pending->cursor == cursor;
    m_cursors = *std::move(cursors);
    if (goesOn) {
        settlePending({});
    } else {
        settlePending(fail(Errc::Cancelled, u"begun anew"_s));
        begin();
    }
    return future;
}

void FetchBridge::settlePending(const Result<void> &stored)
{
    if (std::optional<Pending> pending = std::exchange(m_pending, std::nullopt)) {
        settle(pending->promise,
               stored ? Result<ApplyReport>(pending->report) : std::unexpected(stored.error()));
    }
}

QFuture<Result<ApplyReport>> FetchBridge::apply(IncomingBatch batch)
{
    if (!m_asked || m_pending) {
        return answered<ApplyReport>(fail(Errc::Cancelled, u"nobody asks"_s));
    }
    QMap<QString, QByteArray> cursors = m_cursors;
    cursors.insert(batch.source, batch.cursor);
    m_pending.emplace();
    m_pending->promise.start();
    m_pending->cursor = toBytes(cursors);
    m_pending->report.imported = batch.messages.size();
    QFuture<Result<ApplyReport>> future = m_pending->promise.future();
    batch.cursor = m_pending->cursor;
    QPromise<Result<FetchStep>> asked = *std::exchange(m_asked, std::nullopt);
    settle(asked, Result<FetchStep>(FetchStep{.batch = std::move(batch), .isComplete = false}));
    return future;
}

QFuture<Result<QByteArray>> FetchBridge::cursor(QString source)
{
    return answered<QByteArray>(m_cursors.value(source));
}

void FetchBridge::finish(const Result<QList<FolderTrouble>> &result)
{
    settlePending(fail(Errc::Cancelled, u"the flow has ended"_s));
    if (std::optional<QPromise<Result<FetchStep>>> asked = std::exchange(m_asked, std::nullopt)) {
        FetchStep last;
        last.batch.cursor = toBytes(m_cursors);
        last.troubles = result.value_or(QList<FolderTrouble>());
        settle(*asked, result ? Result<FetchStep>(last) : std::unexpected(result.error()));
    }
}

void FetchBridge::drop()
{
    finish(fail(Errc::Cancelled, u"dropped"_s));
}

} // namespace aside::mail
