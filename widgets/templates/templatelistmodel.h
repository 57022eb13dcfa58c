// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/templates/templatecatalog.h"
#include "models/templates/templateranking.h"

#include <QAbstractListModel>

#include <memory>

namespace aside {

/// The templates that fit what was typed, the best first. They are ranked in the background: a team may have
/// ten thousand.
class TemplateListModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        DetailRole = Qt::UserRole + 1, ///< keys and first words
        MisfitRole, ///< why it does not fit this conversation; empty where it does
    };

    explicit TemplateListModel(QObject *parent);

    /// Begins anew, with all templates.
    void open(std::shared_ptr<const TemplateCatalog> catalog, const TemplatePlace &place);
    void setCatalog(std::shared_ptr<const TemplateCatalog> catalog);
    void setPlace(const TemplatePlace &place);
    /// How often each was used, by id.
    void setUses(const QHash<QString, int> &uses);
    void setQuery(const QString &query);

    /// The rows answer the query of now.
    [[nodiscard]] bool isCurrent() const { return m_answered == m_asked; }
    /// Null where there is no such row.
    [[nodiscard]] const Template *at(int row) const;
    /// -1: it is not in the list.
    [[nodiscard]] int rowOf(const QString &id) const;
    [[nodiscard]] const std::shared_ptr<const TemplateCatalog> &catalog() const { return m_catalog; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

Q_SIGNALS:
    void ranked();

private:
    void rank();

    std::shared_ptr<const TemplateCatalog> m_catalog; ///< shared with the ranking in the background
    TemplatePlace m_place;
    QHash<QString, int> m_uses;
    QString m_query;
    QList<RankedTemplate> m_rows;
    quint64 m_asked = 0;
    quint64 m_answered = 0;
};

} // namespace aside
