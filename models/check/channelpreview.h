// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/channel.h"
#include "models/text/markedtext.h"
#include "models/text/textrange.h"

#include <QList>
#include <QString>

namespace aside {

/// What readers of a channel see of a text.
struct ChannelPreview {
    /// Worth knowing before it is sent; each once.
    enum class Note : quint8 {
        MarkupStays, ///< stars, backquotes and tags are seen as they are typed
        LinksAreCut, ///< the channel shows a link shorter than it is
        LinesAreJoined, ///< several empty lines become one
        NamesAreLinks, ///< who is named with @ is told of it
        EndsAreTrimmed, ///< empty lines before and after are left out
        NumberButton, ///< below it is a button that shares the reader's phone number
        WarningComesFirst, ///< the text is seen by whoever opens it behind the warning
    };

    QString text;
    QList<TextRange> links; ///< in `text`: what can be clicked, names with it
    QList<Note> notes;
    QList<TextMark> marks{}; ///< in `text`: what looks different there

    bool operator==(const ChannelPreview &) const = default;
};

/// Telegram shows the signs of readMarks() as what they mean; elsewhere Aside sends plain text.
[[nodiscard]] ChannelPreview previewOf(Channel channel, const QString &text);

} // namespace aside
