// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/search/searchquery.h"

#include <QByteArray>

namespace aside {

/// The filters of a query as numbers to bind: a set of values is a mask with a bit for each that passes.
struct FilterValues {
    static constexpr qint64 all = -1;

    qint64 channels = all;
    qint64 audiences = all;
    qint64 states = all;
    qint64 directions = all;
    qint64 reads = all; ///< bit 0: unread
    qint64 attachments = all; ///< bit 1: has some
    qint64 drafts = all; ///< bit 1: has one
    DateRange sent;
    QByteArray notSent; ///< JSON array of [from, until]; empty: none
    QByteArray tags; ///< JSON array of folded tags that all must be there; empty: none
    QByteArray notTags; ///< of which none may be there

    [[nodiscard]] bool wantsUnread() const { return reads != all && (reads & 2) == 0; }
    [[nodiscard]] bool wantsAttachment() const { return attachments != all && (attachments & 1) == 0; }
    [[nodiscard]] bool wantsTag() const { return !tags.isEmpty(); }
    [[nodiscard]] bool wantsDraft() const { return drafts != all && (drafts & 1) == 0; }
};

[[nodiscard]] FilterValues filterValues(const QList<SearchFilter> &filters);

} // namespace aside
