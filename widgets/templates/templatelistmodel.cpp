// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/templates/templatelistmodel.h"

#include "widgets/common/foreigntext.h"
#include "widgets/templates/templatewords.h"

#include <QFuture>
#include <QThreadPool>

#include <algorithm>
#include <utility>

namespace aside {

namespace {

constexpr qsizetype firstWords = 120;

QString detailOf(const Template &one)
{
    const QString words = oneLine(one.body, firstWords);
    return one.keys.isEmpty() ? words
                              : oneLine(one.keys.join(QStringLiteral(", "))) + QStringLiteral(" · ") + words;
}

} // namespace

TemplateListModel::TemplateListModel(QObject *parent)
    : QAbstractListModel(parent)
    , m_catalog(std::make_shared<const TemplateCatalog>())
{
}

void TemplateListModel::open(std::shared_ptr<const TemplateCatalog> catalog, const TemplatePlace &place)
{
    m_place = place;
    m_query.clear();
    setCatalog(std::move(catalog));
}

void TemplateListModel::setCatalog(std::shared_ptr<const TemplateCatalog> catalog)
{
    beginResetModel();
    m_rows.clear(); // they count in the old one
    m_catalog = std::move(catalog);
    endResetModel();
    rank();
}

void TemplateListModel::setPlace(const TemplatePlace &place)
{
    m_place = place;
    rank();
}

void TemplateListModel::setUses(const QHash<QString, int> &uses)
{
    if (uses != m_uses) {
        m_uses = uses;
        rank();
    }
}

void TemplateListModel::setQuery(const QString &query)
{
    m_query = query;
    rank();
}

void TemplateListModel::rank()
{
    const quint64 asked = ++m_asked;
    QtFuture::makeReadyVoidFuture()
        .then(QThreadPool::globalInstance(),
              [catalog = m_catalog, query = m_query, place = m_place, uses = m_uses] {
                  return rankTemplates(catalog->templates(), query, place, uses);
              })
        .then(this, [this, asked](const QList<RankedTemplate> &rows) {
            if (asked != m_asked) {
                return;
            }
            beginResetModel();
            m_rows = rows;
            m_answered = asked;
            endResetModel();
            Q_EMIT ranked();
        });
}

const Template *TemplateListModel::at(int row) const
{
    return row >= 0 && row < m_rows.size() ? &m_catalog->templates().at(m_rows.at(row).index) : nullptr;
}

int TemplateListModel::rowOf(const QString &id) const
{
    const auto found = std::ranges::find_if(
        m_rows, [&](const RankedTemplate &row) { return m_catalog->templates().at(row.index).id == id; });
    return found != m_rows.cend() ? static_cast<int>(found - m_rows.cbegin()) : -1;
}

int TemplateListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant TemplateListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const Template &one = *at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return oneLine(one.title);
    case DetailRole:
        return detailOf(one);
    case MisfitRole:
        return misfitWords(one, m_place);
    case Qt::AccessibleDescriptionRole: {
        const QString misfit = misfitWords(one, m_place);
        return misfit.isEmpty() ? detailOf(one) : misfit;
    }
    default:
        return {};
    }
}

} // namespace aside
