// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/services/triagedesk.h"

#include <algorithm>
#include <iterator>

namespace aside {

namespace {

std::optional<TriageReceipt> lastOf(const QList<TriageReceipt> &steps)
{
    return steps.isEmpty() ? std::nullopt : std::optional(steps.constLast());
}

QList<ConversationId> conversationsOf(const TriageReceipt &receipt)
{
    QList<ConversationId> ids;
    std::ranges::transform(receipt.changes, std::back_inserter(ids), &TriageChange::conversation);
    return ids;
}

} // namespace

TriageDesk::TriageDesk(ConversationStore &store, QObject *parent)
    : QObject(parent)
    , m_store(store)
{
}

TriageDesk::~TriageDesk() = default;

void TriageDesk::apply(const Triage &triage, const QList<ConversationId> &ids)
{
    if (!ids.isEmpty()) {
        ask({.kind = Kind::Apply, .triage = triage, .ids = ids});
    }
}

void TriageDesk::undo()
{
    ask({.kind = Kind::Undo});
}

void TriageDesk::redo()
{
    ask({.kind = Kind::Redo});
}

std::optional<TriageReceipt> TriageDesk::undoable() const
{
    return lastOf(m_done);
}

std::optional<TriageReceipt> TriageDesk::redoable() const
{
    return lastOf(m_undone);
}

void TriageDesk::ask(const Request &request)
{
    m_requests.enqueue(request);
    next();
}

void TriageDesk::next()
{
    while (!m_isBusy && !m_requests.isEmpty()) {
        begin(m_requests.dequeue());
    }
}

void TriageDesk::begin(const Request &request)
{
    switch (request.kind) {
    case Kind::Apply:
        m_isBusy = true;
        m_store.triage(request.triage, request.ids).then(this, [this](const Result<TriageReceipt> &receipt) {
            takeDone(receipt);
        });
        return;
    case Kind::Undo:
        beginUndo();
        return;
    case Kind::Redo:
        beginRedo();
        return;
    }
}

void TriageDesk::beginUndo()
{
    if (m_done.isEmpty()) {
        return;
    }
    m_isBusy = true;
    const TriageReceipt step = m_done.constLast();
    m_store.revert(step).then(this,
                              [this, step](const Result<void> &reverted) { takeUndone(step, reverted); });
}

void TriageDesk::beginRedo()
{
    if (m_undone.isEmpty()) {
        return;
    }
    m_isBusy = true;
    const TriageReceipt step = m_undone.constLast();
    m_store.triage(step.triage, conversationsOf(step))
        .then(this, [this](const Result<TriageReceipt> &receipt) { takeRedone(receipt); });
}

void TriageDesk::takeDone(const Result<TriageReceipt> &receipt)
{
    m_isBusy = false;
    if (!receipt) {
        Q_EMIT failed(receipt.error());
    } else {
        if (!receipt->isEmpty()) {
            m_undone.clear();
            remember(*receipt);
            Q_EMIT stepsChanged();
        }
        Q_EMIT done(*receipt);
    }
    next();
}

/// A step that could not be taken back can be tried again.
void TriageDesk::takeUndone(const TriageReceipt &step, const Result<void> &reverted)
{
    m_isBusy = false;
    if (!reverted) {
        Q_EMIT failed(reverted.error());
    } else {
        m_done.removeLast();
        m_undone.append(step);
        Q_EMIT stepsChanged();
        Q_EMIT undone(step);
    }
    next();
}

void TriageDesk::takeRedone(const Result<TriageReceipt> &receipt)
{
    m_isBusy = false;
    m_undone.removeLast(); // also where it failed: its conversations may be gone, its time gone by
    if (receipt && !receipt->isEmpty()) {
        remember(*receipt);
    }
    Q_EMIT stepsChanged();
    if (receipt) {
        Q_EMIT redone(*receipt);
    } else {
        Q_EMIT failed(receipt.error());
    }
    next();
}

void TriageDesk::remember(const TriageReceipt &receipt)
{
    m_done.append(receipt);
    if (m_done.size() > stepsKept) {
        m_done.removeFirst();
    }
}

} // namespace aside
