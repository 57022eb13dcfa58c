// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/items/iddiff.h"
#include "models/ports/changefeed.h"
#include "models/ports/conversationstore.h"
#include "models/ports/searchindex.h"

#include <QAbstractListModel>
#include <QCache>
#include <QHash>
#include <QSet>
#include <QTimer>

#include <functional>
#include <optional>

namespace aside {

/// The conversations of a view or of a search: all ids, and the rows somebody looked at lately. What changes
/// in the store changes here by itself, without a reset.
class ConversationListModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        IdRole = Qt::UserRole + 1, ///< qint64
        RowRole, ///< ConversationRow; invalid until it is loaded
        LoadedRole, ///< bool
    };
    /// The words of a row; models have none.
    using TextProvider = std::function<QString(const ConversationRow &)>;

    ConversationListModel(ConversationStore &store, SearchIndex &index, ChangeFeed &changes,
                          QObject *parent = nullptr);

    /// For Qt::DisplayRole and Qt::AccessibleTextRole.
    void setTextProvider(TextProvider provider);
    /// The list stays as it is until the ids of the other one are here. Another order of the same list moves
    /// its rows, and what is selected stays so.
    void showView(const ListQuery &query);
    /// An empty query goes back to the view.
    void showSearch(const QString &query);
    [[nodiscard]] const ListQuery &view() const { return m_asked.view; }

    /// Invalid where there is no such row.
    [[nodiscard]] ConversationId idAt(int row) const;
    /// -1 where it is not in the list.
    [[nodiscard]] int rowOf(ConversationId id) const;
    /// Nothing unless it is loaded; does not load it.
    [[nodiscard]] std::optional<ConversationRow> rowFor(ConversationId id) const;
    [[nodiscard]] bool isSearching() const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

Q_SIGNALS:
    void idsLoaded();
    void failed(const aside::Error &error);

private:
    struct CachedRow {
        ConversationRow row;
        bool outdated = false; ///< still shown, until the new one is here
    };
    struct Question {
        ListQuery view;
        QString search;

        bool operator==(const Question &) const = default;
    };

    void switchTo(const Question &question);
    void askIds();
    void askIdsWhenDue();
    void takeIds(const Result<QList<ConversationId>> &loaded);
    [[nodiscard]] bool isSameListAsShown() const;
    void replaceIds(const QList<ConversationId> &ids);
    void updateIds(const QList<ConversationId> &ids);
    void apply(const IdStep &step, const QList<ConversationId> &ids);
    void rearrange(const QList<ConversationId> &ids);

    void noteChanges(const ChangeSet &changes);
    void wantPageOf(int row) const;
    [[nodiscard]] QList<ConversationId> nextToLoad();
    void askRows();
    void takeRows(const QList<ConversationId> &asked, const Result<QList<ConversationRow>> &loaded);
    void announce(QList<int> rows);

    ConversationStore &m_store;
    SearchIndex &m_index;
    TextProvider m_text;
    Question m_asked;
    std::optional<Question> m_shown; ///< what m_ids answers

    QList<ConversationId> m_ids;
    mutable QHash<ConversationId, int> m_rowOf; ///< made when asked for, empty = not made
    bool m_isStepping = false;

    quint64 m_questions = 0; ///< counts the questions; only the answer to the latest counts
    bool m_isAsking = false;
    bool m_isOutdated = false;
    QTimer m_pause; ///< between two questions for the ids

    QCache<ConversationId, CachedRow> m_rows;
    QHash<ConversationId, bool> m_loading; ///< true: changed since it was asked for
    QSet<ConversationId> m_changed; ///< cached, to be loaded again
    mutable QList<int> m_wanted; ///< pages to load, the latest last
    mutable QTimer m_askSoon; ///< data() only notes what it misses
    int m_pagesLoading = 0;
};

} // namespace aside

Q_DECLARE_METATYPE(aside::ConversationRow)
