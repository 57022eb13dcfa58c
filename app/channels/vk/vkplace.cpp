// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/channels/vk/vkplace.h"

#include <QRegularExpression>

namespace aside::vk {

using namespace Qt::StringLiterals;

QString Place::parentKey() const
{
    switch (site) {
    case Site::Talk:
        return u"talk%1:%2"_s.arg(owner, parent);
    case Site::Wall:
        return u"wall%1_%2"_s.arg(owner, parent);
    case Site::Board:
        return u"board%1_%2"_s.arg(owner, parent);
    }
    Q_UNREACHABLE_RETURN({});
}

QString Place::toId() const
{
    return parentKey() + u'/' + item;
}

std::optional<Place> Place::parse(const QString &id)
{
    static const QRegularExpression form(u"^(talk|wall|board)(-?\\d+)[:_](-?\\d+)/(\\d+)$"_s);
    const auto match = form.match(id);
    if (!match.hasMatch()) {
        return std::nullopt;
    }
    const QString site = match.captured(1);
    Place place{.owner = match.captured(2), .parent = match.captured(3), .item = match.captured(4)};
    if (site != "talk"_L1) {
        place.site = site == "wall"_L1 ? Site::Wall : Site::Board;
    }
    return place;
}

} // namespace aside::vk
