// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/items/conversationlistmodel.h"

#include <algorithm>
#include <chrono>
#include <memory>
#include <utility>

namespace aside {

namespace {

using namespace std::chrono_literals;

constexpr int pageSize = 64;
constexpr int pagesKept = 40;
constexpr int pagesAtOnce = 4;
constexpr int searchLimit = 5000;
constexpr qsizetype maxSteps = 500;
constexpr auto pauseBetweenQuestions = 100ms;

} // namespace

ConversationListModel::ConversationListModel(ConversationStore &store, SearchIndex &index,
                                             ChangeFeed &changes, QObject *parent)
    : QAbstractListModel(parent)
    , m_store(store)
    , m_index(index)
    , m_rows(qsizetype{pageSize} * pagesKept)
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(pauseBetweenQuestions);
    m_askSoon.setSingleShot(true);
    connect(&m_pause, &QTimer::timeout, this, &ConversationListModel::askIdsWhenDue);
    connect(&m_askSoon, &QTimer::timeout, this, &ConversationListModel::askRows);
    connect(&changes, &ChangeFeed::changed, this, &ConversationListModel::noteChanges);
}

void ConversationListModel::setTextProvider(TextProvider provider)
{
    m_text = std::move(provider);
    if (!m_ids.isEmpty()) {
        Q_EMIT dataChanged(index(0), index(rowCount() - 1), {Qt::DisplayRole, Qt::AccessibleTextRole});
    }
}

void ConversationListModel::showView(const ListQuery &query)
{
    switchTo({.view = query, .search = {}});
}

void ConversationListModel::showSearch(const QString &query)
{
    switchTo({.view = m_asked.view, .search = query.trimmed()});
}

void ConversationListModel::switchTo(const Question &question)
{
    const bool isNew = m_questions == 0 || question != m_asked;
    m_asked = question;
    if (isNew) {
        askIds();
    }
}

ConversationId ConversationListModel::idAt(int row) const
{
    return m_ids.value(row);
}

int ConversationListModel::rowOf(ConversationId id) const
{
    if (m_isStepping) { // views ask between the steps, and each step would make all places anew
        return static_cast<int>(m_ids.indexOf(id));
    }
    if (m_rowOf.isEmpty()) {
        m_rowOf.reserve(m_ids.size());
        for (int row = 0; const ConversationId one : m_ids) {
            m_rowOf.insert(one, row++);
        }
    }
    return m_rowOf.value(id, -1);
}

std::optional<ConversationRow> ConversationListModel::rowFor(ConversationId id) const
{
    const CachedRow *cached = m_rows.object(id);
    return cached != nullptr ? std::optional(cached->row) : std::nullopt;
}

bool ConversationListModel::isSearching() const
{
    return !m_asked.search.isEmpty();
}

int ConversationListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_ids.size());
}

QVariant ConversationListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) {
        return {};
    }
    const ConversationId id = m_ids.at(index.row());
    if (role == IdRole) {
        return id.value;
    }
    const CachedRow *cached = m_rows.object(id);
    if (cached == nullptr || cached->outdated) {
        wantPageOf(index.row());
    }
    if (role == LoadedRole) {
        return cached != nullptr;
    }
    if (cached == nullptr) {
        return {};
    }
    if (role == RowRole) {
        return QVariant::fromValue(cached->row);
    }
    const bool isText = role == Qt::DisplayRole || role == Qt::AccessibleTextRole;
    return isText && m_text ? QVariant(m_text(cached->row)) : QVariant();
}

void ConversationListModel::askIds()
{
    m_isAsking = true;
    m_isOutdated = false;
    m_pause.start();
    const quint64 number = ++m_questions;
    auto answer = isSearching() ? m_index.searchConversations(m_asked.search, searchLimit)
                                : m_store.ids(m_asked.view);
    answer.then(this, [this, number](const Result<QList<ConversationId>> &loaded) {
        if (number == m_questions) { // another list may have been asked for since
            takeIds(loaded);
        }
    });
}

void ConversationListModel::askIdsWhenDue()
{
    if (m_isOutdated && !m_isAsking && !m_pause.isActive()) {
        askIds();
    }
}

/// Whether only the order is another, if anything.
bool ConversationListModel::isSameListAsShown() const
{
    if (!m_shown) {
        return false;
    }
    Question inThatOrder = m_asked;
    inThatOrder.view.order = m_shown->view.order;
    return inThatOrder == *m_shown;
}

void ConversationListModel::takeIds(const Result<QList<ConversationId>> &loaded)
{
    m_isAsking = false;
    if (!isSameListAsShown()) {
        replaceIds(loaded.value_or(QList<ConversationId>())); // never the old list under a new heading
        m_shown = m_asked;
    } else if (loaded) {
        updateIds(*loaded);
        m_shown = m_asked;
    }
    if (loaded) {
        Q_EMIT idsLoaded();
    } else {
        Q_EMIT failed(loaded.error());
    }
    askIdsWhenDue();
}

void ConversationListModel::replaceIds(const QList<ConversationId> &ids)
{
    beginResetModel();
    m_ids = ids;
    m_rowOf.clear();
    m_wanted.clear();
    endResetModel();
}

void ConversationListModel::updateIds(const QList<ConversationId> &ids)
{
    const auto steps = idDiff(m_ids, ids, maxSteps);
    if (!steps) {
        rearrange(ids);
        return;
    }
    m_rowOf.clear();
    m_isStepping = true;
    for (const IdStep &step : *steps) {
        apply(step, ids);
    }
    m_isStepping = false;
}

void ConversationListModel::apply(const IdStep &step, const QList<ConversationId> &ids)
{
    const int first = static_cast<int>(step.first);
    const int last = static_cast<int>(step.first + step.count - 1);
    switch (step.kind) {
    case IdStep::Kind::Remove:
        beginRemoveRows({}, first, last);
        m_ids.remove(step.first, step.count);
        endRemoveRows();
        return;
    case IdStep::Kind::Move:
        // Qt counts the target before the row is taken out.
        beginMoveRows({}, first, last, {}, static_cast<int>(step.to > step.first ? step.to + 1 : step.to));
        m_ids.move(step.first, step.to);
        endMoveRows();
        return;
    case IdStep::Kind::Insert:
        beginInsertRows({}, first, last);
        m_ids.insert(step.first, step.count, ConversationId{});
        std::copy_n(ids.cbegin() + step.first, step.count, m_ids.begin() + step.first);
        endInsertRows();
        return;
    }
}

void ConversationListModel::rearrange(const QList<ConversationId> &ids)
{
    Q_EMIT layoutAboutToBeChanged();
    const QModelIndexList before = persistentIndexList();
    const QList<ConversationId> old = std::exchange(m_ids, ids);
    m_rowOf.clear();
    QModelIndexList after;
    after.reserve(before.size());
    for (const QModelIndex &one : before) {
        const int row = rowOf(old.at(one.row()));
        after.append(row < 0 ? QModelIndex() : index(row));
    }
    changePersistentIndexList(before, after);
    Q_EMIT layoutChanged();
}

void ConversationListModel::noteChanges(const ChangeSet &changes)
{
    for (const ConversationId id : changes.conversations) {
        if (const auto loading = m_loading.find(id); loading != m_loading.end()) {
            *loading = true;
        } else if (CachedRow *cached = m_rows.object(id); cached != nullptr) {
            cached->outdated = true;
            m_changed.insert(id);
        }
    }
    if (!m_changed.isEmpty()) {
        m_askSoon.start();
    }
    if (m_questions > 0) {
        m_isOutdated = true;
        askIdsWhenDue();
    }
}

void ConversationListModel::wantPageOf(int row) const
{
    const int page = row / pageSize;
    if (!m_wanted.isEmpty() && m_wanted.constLast() == page) {
        return;
    }
    m_wanted.removeOne(page);
    m_wanted.append(page);
    if (m_wanted.size() > pagesKept) {
        m_wanted.removeFirst();
    }
    m_askSoon.start();
}

QList<ConversationId> ConversationListModel::nextToLoad()
{
    QList<ConversationId> next;
    for (auto it = m_changed.begin(); it != m_changed.end() && next.size() < pageSize;) {
        next.append(*it);
        it = m_changed.erase(it);
    }
    while (next.isEmpty() && !m_wanted.isEmpty()) {
        const qsizetype first = qsizetype{m_wanted.takeLast()} * pageSize;
        for (const ConversationId id : std::as_const(m_ids).mid(first, pageSize)) {
            const CachedRow *cached = m_rows.object(id);
            if (!m_loading.contains(id) && (cached == nullptr || cached->outdated)) {
                next.append(id);
            }
        }
    }
    return next;
}

void ConversationListModel::askRows()
{
    while (m_pagesLoading < pagesAtOnce) {
        const QList<ConversationId> next = nextToLoad();
        if (next.isEmpty()) {
            return;
        }
        ++m_pagesLoading;
        for (const ConversationId id : next) {
            m_loading.insert(id, false);
        }
        m_store.rows(next).then(this, [this, next](const Result<QList<ConversationRow>> &loaded) {
            --m_pagesLoading;
            takeRows(next, loaded);
            m_askSoon.start();
        });
    }
}

void ConversationListModel::takeRows(const QList<ConversationId> &asked,
                                     const Result<QList<ConversationRow>> &loaded)
{
    QHash<ConversationId, bool> changedMeanwhile;
    for (const ConversationId id : asked) {
        changedMeanwhile.insert(id, m_loading.take(id));
    }
    if (!loaded) {
        Q_EMIT failed(loaded.error());
        return;
    }
    QList<int> places;
    for (const ConversationRow &row : *loaded) {
        const bool outdated = changedMeanwhile.value(row.id);
        if (outdated) {
            m_changed.insert(row.id);
        }
        const bool isSame = rowFor(row.id) == row;
        m_rows.insert(row.id, std::make_unique<CachedRow>(row, outdated).release()); // the cache owns it
        if (const int place = isSame ? -1 : rowOf(row.id); place >= 0) {
            places.append(place);
        }
    }
    announce(std::move(places));
}

void ConversationListModel::announce(QList<int> rows)
{
    std::ranges::sort(rows);
    for (qsizetype begin = 0; begin < rows.size();) {
        qsizetype end = begin + 1;
        while (end < rows.size() && rows.at(end) == rows.at(end - 1) + 1) {
            ++end;
        }
        Q_EMIT dataChanged(index(rows.at(begin)), index(rows.at(end - 1)));
        begin = end;
    }
}

} // namespace aside
