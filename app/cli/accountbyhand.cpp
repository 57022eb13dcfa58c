// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/accountbyhand.h"

#include "app/channels/byhand/byhandadapter.h"
#include "app/cli/accountinput.h"
#include "app/cli/words.h"

namespace aside::cli {

using namespace Qt::StringLiterals;

ExitCode addByHand(CommandContext &context, const QCommandLineParser &parser, Channel channel,
                   const QString &address)
{
    if (!byhand::ByHandAdapter::isAddress(channel, address)) {
        return context.output.usage(channel == Channel::Phone
                                        ? Words::tr("A telephone has a number, such as \"+7 495 123-45-67\".")
                                        : Words::tr("A place has a name of at most 200 characters."));
    }
    Account wanted;
    wanted.channel = channel;
    wanted.address = address;
    wanted.name = parser.isSet(u"name"_s) ? parser.value(u"name"_s) : address;
    wanted.identity = parser.value(u"identity"_s);
    return keepAccount(context, wanted);
}

} // namespace aside::cli
