// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/common/names.h"

#include "models/domain/conversation.h"
#include "models/domain/message.h"
#include "widgets/common/foreigntext.h"

#include <QCoreApplication>

namespace aside {

namespace {

/// Where the words of this file are found by translators.
struct Names {
    Q_DECLARE_TR_FUNCTIONS(aside::Names)
};

QString firstShown(const QString &name, const QString &handle, qsizetype most)
{
    const auto shown = oneLine(name, most);
    return shown.isEmpty() ? oneLine(handle, most) : shown;
}

} // namespace

QString personName(const ConversationRow &row, qsizetype most)
{
    const auto name = firstShown(row.person, row.handle, most);
    return name.isEmpty() ? Names::tr("Unknown person") : name;
}

QString authorName(const Message &message, qsizetype most)
{
    const auto name = firstShown(message.author, message.handle, most);
    return name.isEmpty() && message.direction == Direction::Incoming ? Names::tr("Unknown person") : name;
}

} // namespace aside
