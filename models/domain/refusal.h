// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QLatin1StringView>
#include <QStringView>

#include <optional>

namespace aside {

/// Why a message is refused, where that is known well enough to say it in words of ours. Its name is the code
/// in Refused. Stored by its name: never rename.
enum class Refusal : quint8 {
    AnswerOnThePage, ///< the channel takes no answers: the page does
    PersonBlocked, ///< the person has blocked us
    PersonGone, ///< the person's account is deleted
    PersonWritesFirst, ///< the person has to write to us first
    NotAllowedThere, ///< we were removed from the place, or lack the right to write in it
};

[[nodiscard]] QLatin1StringView refusalName(Refusal refusal);
/// Nothing where it is a code of a server's own.
[[nodiscard]] std::optional<Refusal> refusalFromName(QStringView name);

/// The code in Refused of a channel that takes no answers, as no server says it: the page does. Replies there
/// are handed to the operator before anybody asks the channel, see ChannelCapabilities::byHand.
inline constexpr QLatin1StringView answerOnThePage("answer-on-the-page");

} // namespace aside
