// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/inbox/sidebarmodel.h"

#include "widgets/common/foreigntext.h"
#include "widgets/common/words.h"
#include "widgets/theme/icons.h"

#include <QLocale>

#include <algorithm>
#include <array>

namespace aside {

namespace {

constexpr std::array allViews{View::Inbox,   View::Waiting,  View::ReplyBy, View::Unread,
                              View::Public,  View::Private,  View::Drafts,  View::Outbox,
                              View::Snoozed, View::Promises, View::Closed,  View::Blocked};
constexpr qsizetype shownTag = 40;

qint64 countOf(const InboxCounts &counts, View view)
{
    const auto found = std::ranges::find(counts.views, view, &ViewCount::view);
    return found == counts.views.end() ? 0 : found->count;
}

} // namespace

SidebarModel::SidebarModel(QObject *parent)
    : QAbstractListModel(parent)
    , m_lines(linesFor({}))
{
}

QList<View> SidebarModel::views()
{
    return {allViews.begin(), allViews.end()};
}

QList<SidebarModel::Line> SidebarModel::linesFor(const InboxCounts &counts)
{
    QList<Line> lines;
    for (const View view : allViews) {
        lines.append({.kind = Line::Kind::View, .query = {.view = view}, .count = countOf(counts, view)});
    }
    if (!counts.channels.isEmpty()) {
        lines.append({.kind = Line::Kind::Heading, .heading = QStringLiteral("channels")});
    }
    for (const ChannelCount &each : counts.channels) {
        lines.append({.kind = Line::Kind::Channel, .query = {.channel = each.channel}, .count = each.count});
    }
    if (!counts.tags.isEmpty()) {
        lines.append({.kind = Line::Kind::Heading, .heading = QStringLiteral("tags")});
    }
    for (const TagCount &each : counts.tags) {
        lines.append({.kind = Line::Kind::Tag, .query = {.tag = each.tag}, .count = each.count});
    }
    return lines;
}

void SidebarModel::setCounts(const InboxCounts &counts)
{
    const QList<Line> lines = linesFor(counts);
    const auto [mine, theirs]
        = std::ranges::mismatch(m_lines, lines, [](const Line &a, const Line &b) { return a.isSameAs(b); });
    const qsizetype same = mine - m_lines.begin();
    for (qsizetype i = 0; i < same; ++i) {
        m_lines[i].count = lines.at(i).count;
    }
    replaceFrom(same, lines);
    Q_EMIT dataChanged(index(0), index(rowCount() - 1), {CountRole, Qt::AccessibleTextRole});
}

void SidebarModel::retranslate()
{
    Q_EMIT dataChanged(index(0), index(rowCount() - 1));
}

void SidebarModel::replaceFrom(qsizetype first, const QList<Line> &lines)
{
    if (first < m_lines.size()) {
        beginRemoveRows({}, static_cast<int>(first), rowCount() - 1);
        m_lines.resize(first);
        endRemoveRows();
    }
    if (first < lines.size()) {
        beginInsertRows({}, static_cast<int>(first), static_cast<int>(lines.size()) - 1);
        m_lines.append(lines.sliced(first));
        endInsertRows();
    }
}

std::optional<ListQuery> SidebarModel::queryAt(int row) const
{
    if (row < 0 || row >= m_lines.size() || m_lines.at(row).kind == Line::Kind::Heading) {
        return {};
    }
    return m_lines.at(row).query;
}

int SidebarModel::rowOf(const ListQuery &query) const
{
    ListQuery wanted = query;
    wanted.order = ListQuery{}.order;
    for (int row = 0; row < rowCount(); ++row) {
        if (queryAt(row) == wanted) {
            return row;
        }
    }
    return -1;
}

int SidebarModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_lines.size());
}

QString SidebarModel::labelOf(const Line &line)
{
    switch (line.kind) {
    case Line::Kind::Heading:
        //: Headings in the sidebar
        return line.heading == u"tags" ? tr("Tags") : tr("Channels");
    case Line::Kind::View:
        return viewLabel(line.query.view);
    case Line::Kind::Channel:
        return channelLabel(*line.query.channel);
    case Line::Kind::Tag:
        return oneLine(line.query.tag, shownTag);
    }
    Q_UNREACHABLE_RETURN({});
}

QVariant SidebarModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const Line &line = m_lines.at(index.row());
    const bool isHeading = line.kind == Line::Kind::Heading;
    switch (role) {
    case Qt::DisplayRole:
        return labelOf(line);
    case Qt::DecorationRole:
        return isHeading                       ? QIcon()
            : line.kind == Line::Kind::View    ? themedIcon(viewIconName(line.query.view))
            : line.kind == Line::Kind::Channel ? themedIcon(channelIconName(*line.query.channel))
                                               : themedIcon(QStringLiteral("tag"));
    case Qt::AccessibleTextRole:
        //: What a screen reader says: the name of a view and how many conversations are in it
        return isHeading ? labelOf(line) : tr("%1, %2").arg(labelOf(line), QLocale().toString(line.count));
    case CountRole:
        return line.count;
    case HeadingRole:
        return isHeading;
    default:
        return {};
    }
}

Qt::ItemFlags SidebarModel::flags(const QModelIndex &index) const
{
    return data(index, HeadingRole).toBool() ? Qt::NoItemFlags : QAbstractListModel::flags(index);
}

} // namespace aside
