// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/common/spokentext.h"

#include "models/privacy/arrival.h"
#include "models/privacy/sharednumber.h"

#include <QCoreApplication>

namespace aside {

namespace {

struct SpokenText {
    Q_DECLARE_TR_FUNCTIONS(aside::SpokenText)
};

} // namespace

QString spokenText(Channel channel, const QString &text)
{
    if (const QString number = channel == Channel::Telegram ? sharedNumberIn(text) : QString();
        !number.isEmpty()) {
        //: In place of a message: the customer pressed the button for it; %1 is their phone number
        return SpokenText::tr("Shared the phone number %1.").arg(number);
    }
    const std::optional<TalkStart> start = talkStart(channel, text);
    if (!start) {
        return text;
    }
    switch (*start) {
    case TalkStart::Pressed:
        //: In place of a message: the customer pressed the button of that name, and said nothing yet
        return SpokenText::tr("Pressed \"Start\".");
    case TalkStart::ByLink:
        //: In place of a message: the customer opened the talk by an invitation link, and said nothing yet
        return SpokenText::tr("Came by an invitation link.");
    }
    Q_UNREACHABLE_RETURN({});
}

QString spokenPreview(const ConversationRow &row)
{
    return row.lastDirection == Direction::Incoming ? spokenText(row.channel, row.preview) : row.preview;
}

} // namespace aside
