// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/services/accountfetch.h"

#include "models/core/unlessgone.h"

#include <utility>

namespace aside {

namespace {

constexpr int changesAtOnce = 500;

} // namespace

AccountFetch::AccountFetch(ChannelAdapter &adapter, AccountId account, MessageSink &sink, QObject *parent)
    : QObject(parent)
    , m_adapter(&adapter)
    , m_account(account)
    , m_sink(sink)
{
}

QString AccountFetch::sourceOf(AccountId account)
{
    return QStringLiteral("account/%1").arg(account.value);
}

void AccountFetch::start()
{
    writeBack();
}

/// That something could not be told is no reason not to hear; it is kept for the next time.
void AccountFetch::writeBack()
{
    m_sink.pendingChanges(m_account, changesAtOnce)
        .then(this, [this](const Result<QList<ServerChange>> &changes) {
            if (!changes || changes->isEmpty() || !m_adapter) {
                readCursor();
                return;
            }
            const bool areAll = changes->size() < changesAtOnce;
            m_adapter->writeBack(*changes)
                .then(this,
                      [this, areAll](const Result<QList<qint64>> &ended) {
                          if (ended && !ended->isEmpty()) {
                              endChanges(*ended, areAll);
                          } else {
                              readCursor();
                          }
                      })
                .onCanceled(this, unlessGone(this, [this] { readCursor(); }));
        });
}

void AccountFetch::endChanges(const QList<qint64> &ids, bool areAll)
{
    m_sink.endChanges(ids).then(this, [this, areAll](const Result<void> &ended) {
        if (ended && !areAll) {
            writeBack();
        } else {
            readCursor();
        }
    });
}

void AccountFetch::readCursor()
{
    m_sink.cursor(sourceOf(m_account)).then(this, [this](const Result<QByteArray> &cursor) {
        if (cursor) {
            fetchAfter(*cursor);
        } else {
            Q_EMIT failed(cursor.error());
        }
    });
}

void AccountFetch::fetchAfter(const QByteArray &cursor)
{
    if (!m_adapter) {
        Q_EMIT failed(
            {.code = Errc::Cancelled, .detail = QStringLiteral("the adapter went"), .retryAfter = {}});
        return;
    }
    m_adapter->fetch(cursor)
        .then(this,
              [this](const Result<FetchStep> &step) {
                  if (step) {
                      apply(*step);
                  } else {
                      Q_EMIT failed(step.error());
                  }
              })
        .onCanceled(this, unlessGone(this, [this] {
                        Q_EMIT failed({.code = Errc::Cancelled,
                                       .detail = QStringLiteral("fetching"),
                                       .retryAfter = {}});
                    }));
}

void AccountFetch::apply(FetchStep step)
{
    step.batch.source = sourceOf(m_account);
    step.batch.account = m_account;
    const QByteArray cursor = step.batch.cursor;
    const bool isComplete = step.isComplete;
    m_troubles = step.troubles;
    m_sink.apply(std::move(step.batch))
        .then(this, [this, cursor, isComplete](const Result<ApplyReport> &applied) {
            if (!applied) {
                Q_EMIT failed(applied.error());
                return;
            }
            m_brought += applied->imported;
            if (isComplete) {
                Q_EMIT finished();
            } else {
                fetchAfter(cursor);
            }
        });
}

} // namespace aside
