// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/fakeadapter.h"

#include <algorithm>
#include <utility>

namespace aside::test {

using namespace Qt::StringLiterals;

int FakeServer::count(const QString &wireId) const
{
    return int(std::ranges::count(received, wireId, &OutgoingMessage::wireId));
}

qsizetype FakeServer::countCalls(const QString &begin) const
{
    return std::ranges::count_if(calls, [&](const QString &call) { return call.startsWith(begin); });
}

void FakeServer::answerAll()
{
    for (const Owed &owed : std::exchange(m_owed, {})) {
        owed.promise->addResult(owed.outcome);
        owed.promise->finish();
    }
}

QFuture<SendOutcome> FakeServer::receive(const OutgoingMessage &message)
{
    const Play play = plays.isEmpty() ? Play::Accept : plays.takeFirst();
    const auto promise = std::make_shared<QPromise<SendOutcome>>();
    promise->start();
    SendOutcome outcome = Unknown{.lastByte = LastByte::Left, .cause = Errc::Network};
    if (play == Play::Accept || play == Play::AcceptAndLose || play == Play::AcceptSilently) {
        received.append(message);
    }
    if (play == Play::Accept || play == Play::AcceptSilently) {
        outcome = Sent{.remoteId = u"r-"_s + message.wireId, .words = u"250 OK"_s, .wantsCopy = wantsCopies};
    } else if (play == Play::Refuse) {
        outcome = Refused{.code = u"550"_s, .words = u"no such user"_s};
    } else if (play == Play::ItemLater || play == Play::AccountLater) {
        RetryLater retry = later;
        retry.scope = play == Play::ItemLater ? FaultScope::Item : FaultScope::Account;
        outcome = retry;
    }
    QFuture<SendOutcome> future = promise->future();
    m_owed.push_back({.promise = promise, .outcome = outcome});
    if (play != Play::AcceptSilently && play != Play::LoseSilently) {
        const Owed owed = m_owed.back();
        m_owed.pop_back();
        owed.promise->addResult(owed.outcome);
        owed.promise->finish();
    }
    return future;
}

FakeAdapter::FakeAdapter(FakeServer &server)
    : m_server(server)
{
}

QFuture<Result<void>> FakeAdapter::open()
{
    m_server.calls.append(u"open"_s);
    return QtFuture::makeReadyValueFuture(m_server.fault ? Result<void>(std::unexpected(*m_server.fault))
                                                         : Result<void>());
}

QFuture<Result<FetchStep>> FakeAdapter::fetch(QByteArray cursor)
{
    m_server.calls.append(u"fetch"_s);
    if (m_server.fault) {
        return QtFuture::makeReadyValueFuture(Result<FetchStep>(std::unexpected(*m_server.fault)));
    }
    // One message a step, so that there are several.
    const qsizetype at = cursor.toLongLong();
    FetchStep step;
    if (at < m_server.mailbox.size()) {
        step.batch.messages.append(m_server.mailbox.at(at));
    }
    const qsizetype next = std::min(at + 1, m_server.mailbox.size());
    step.batch.cursor = QByteArray::number(next);
    step.isComplete = next == m_server.mailbox.size();
    if (step.isComplete) {
        step.troubles = m_server.troubles;
    }
    return QtFuture::makeReadyValueFuture(Result<FetchStep>(step));
}

QFuture<SendOutcome> FakeAdapter::send(OutgoingMessage message)
{
    m_server.calls.append(u"send "_s + message.wireId);
    if (m_server.fault) {
        RetryLater fault;
        fault.cause = m_server.fault->code;
        fault.words = u"fault"_s;
        const SendOutcome outcome(fault);
        return QtFuture::makeReadyValueFuture(outcome);
    }
    return m_server.receive(message);
}

QFuture<Result<CopyFiling>> FakeAdapter::fileCopy(OutgoingMessage message)
{
    m_server.calls.append(u"copy "_s + message.wireId);
    if (m_server.fault) {
        return QtFuture::makeReadyValueFuture(Result<CopyFiling>(std::unexpected(*m_server.fault)));
    }
    const CopyFiling filing = m_server.copyFaults.isEmpty() ? CopyFiling() : m_server.copyFaults.takeFirst();
    if (!filing.fault && !m_server.copies.contains(message.wireId)) {
        m_server.copies.append(message.wireId);
    }
    return QtFuture::makeReadyValueFuture(Result<CopyFiling>(filing));
}

QFuture<Result<Reconciliation>> FakeAdapter::reconcile(OutgoingMessage message)
{
    m_server.calls.append(u"look "_s + message.wireId);
    if (m_server.fault) {
        return QtFuture::makeReadyValueFuture(Result<Reconciliation>(std::unexpected(*m_server.fault)));
    }
    const bool isThere = m_server.count(message.wireId) > 0;
    const Evidence truth = isThere ? Evidence::Found : Evidence::NotFound;
    return QtFuture::makeReadyValueFuture(Result<Reconciliation>(
        Reconciliation{.evidence = m_server.says.value_or(truth), .words = u"looked in Sent"_s}));
}

void FakeNetwork::set(SystemNetwork state)
{
    m_state = state;
    Q_EMIT changed();
}

} // namespace aside::test
