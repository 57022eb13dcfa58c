// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/windowpalette.h"

#include "models/core/clock.h"
#include "models/ports/conversationstore.h"
#include "models/ports/searchindex.h"
#include "widgets/actions/commands.h"
#include "widgets/actions/palette.h"
#include "widgets/common/foreigntext.h"
#include "widgets/common/spokentext.h"
#include "widgets/common/words.h"
#include "widgets/inbox/sidebarmodel.h"
#include "widgets/mainwindow.h"
#include "widgets/theme/icons.h"

#include <QCoreApplication>

#include <algorithm>

namespace aside {

namespace {

constexpr int mostConversations = 8;
constexpr qsizetype shortestSearch = 2;

QList<PaletteEntry> commandEntries(const Commands &commands)
{
    QList<PaletteEntry> entries;
    for (const Commands::Command &command : commands.all()) {
        if (command.action->isEnabled()) {
            entries.append({.kind = PaletteEntry::Kind::Command,
                            .text = Commands::plainText(*command.spec),
                            .detail = Commands::hint(*command.spec),
                            .shortcut = command.action->shortcut().toString(QKeySequence::NativeText),
                            .icon = command.action->icon(),
                            .run = [action = command.action] {
                                action->trigger();
                            }});
        }
    }
    return entries;
}

QList<PaletteEntry> viewEntries(MainWindow &window)
{
    QList<PaletteEntry> entries;
    for (const View view : SidebarModel::views()) {
        entries.append({.kind = PaletteEntry::Kind::View,
                        .text = viewLabel(view),
                        .detail = QCoreApplication::translate("Palette", "Go to this view."),
                        .shortcut = {},
                        .icon = themedIcon(viewIconName(view)),
                        .run = [&window, view] {
                            window.showView(view);
                        }});
    }
    return entries;
}

PaletteEntry entryOf(MainWindow &window, const ConversationRow &row)
{
    const QString about = oneLine(row.subject.isEmpty() ? spokenPreview(row) : row.subject, 120);
    return {.kind = PaletteEntry::Kind::Conversation,
            //: A conversation in the command palette: who, channel
            .text = QCoreApplication::translate("Palette", "%1 · %2")
                        .arg(isolated(oneLine(row.person, 60)), channelLabel(row.channel)),
            .detail = about,
            .shortcut = whenLabel(row.lastAt, window.services().clock.now()),
            .icon = themedIcon(channelIconName(row.channel)),
            .run = [&window, id = row.id] {
                window.openConversation(id);
            }};
}

/// The last word is still being typed.
QString asPrefix(const QString &query)
{
    return query.back().isLetterOrNumber() ? query + u'*' : query;
}

void search(MainWindow &window, Palette *palette, const QString &query)
{
    if (query.size() < shortestSearch) {
        return;
    }
    const WindowServices &services = window.services();
    services.search.searchConversations(asPrefix(query), mostConversations)
        .then(palette, [&window, palette, query](const Result<QList<ConversationId>> &ids) {
            if (!ids || ids->isEmpty()) {
                return; // commands and views are still there
            }
            window.services().conversations.rows(*ids).then(
                palette, [&window, palette, query](const Result<QList<ConversationRow>> &rows) {
                    QList<PaletteEntry> found;
                    if (rows) {
                        std::ranges::transform(
                            *rows, std::back_inserter(found),
                            [&](const ConversationRow &row) { return entryOf(window, row); });
                    }
                    palette->showConversations(query, std::move(found));
                });
        });
}

} // namespace

void addPalette(MainWindow &window)
{
    auto *palette = new Palette(&window);
    QObject::connect(palette, &Palette::queryChanged, palette,
                     [&window, palette](const QString &query) { search(window, palette, query); });
    window.commands().on("go.palette", palette, [&window, palette] {
        palette->open(viewEntries(window) + commandEntries(window.commands()));
    });
}

} // namespace aside
