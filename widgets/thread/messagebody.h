// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/message.h"
#include "widgets/richtext/htmlsanitiser.h"

#include <QList>
#include <QString>
#include <QtTypes>

namespace aside {

enum class History : quint8 { Folded, Shown };
enum class Format : quint8 { AsSent, Plain };
enum class Chips : quint8 { Few, All };
enum class Details : quint8 { Folded, Shown };

/// How the operator wants to see one message.
struct BodyView {
    History history = History::Folded;
    Format format = Format::AsSent;
    Chips chips = Chips::Few;
    Details details = Details::Folded; ///< whom it names
    RemotePlaces remote = RemotePlaces::LeftOut;

    bool operator==(const BodyView &) const = default;
};

/// A part of a plain text that leads somewhere.
struct LinkRange {
    qsizetype from = 0;
    qsizetype length = 0;
    QString address;

    bool operator==(const LinkRange &) const = default;
};

/// What a bubble shows of a message: safe HTML or plain text, and what there is to say about it.
struct MessageBody {
    QString html; ///< empty: `text` is shown
    QString text;
    QList<LinkRange> links; ///< in `text`
    RemoteContent remote;
    RemotePlaces places = RemotePlaces::LeftOut; ///< whether `html` refers to them
    QStringList pictures;
    PlainReason reason = PlainReason::None;
    bool hasHistory = false;
    bool isCut = false;
    bool hasHtml = false; ///< could be shown formatted

    bool operator==(const MessageBody &) const = default;
};

/// Takes bounded time whatever the message is.
[[nodiscard]] MessageBody bodyOf(const Message &message, const BodyView &view);

/// Addresses in a plain text, checked.
[[nodiscard]] QList<LinkRange> linksIn(const QString &text);

} // namespace aside
