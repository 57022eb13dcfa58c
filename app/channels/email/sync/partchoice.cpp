// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/channels/email/sync/partchoice.h"

#include <algorithm>

namespace aside::mail {

namespace {

constexpr quint64 longestText = 1'024 * 1'024; ///< of which more is not read in a window either
constexpr quint64 mostText = 2 * longestText; ///< plain and HTML
constexpr quint64 smallPart = 128 * 1'024; ///< a report, a signature, a card
constexpr quint64 smallPicture = 512 * 1'024; ///< in a text, where it would leave a hole
constexpr quint64 mostSmall = 1'024 * 1'024; ///< of such parts
constexpr qsizetype mostParts = 100; ///< each is asked for by itself

/// A text that stands in the letter, not a file beside it.
bool isRead(const imap::BodyPart &part, bool isOnly)
{
    const bool isText = part.type == "text/plain" || part.type == "text/html" || part.type == "text/enriched"
        || part.type == "text/richtext";
    return isText && part.disposition != "attachment" && (isOnly || part.fileName.isEmpty());
}

bool isPictureInText(const imap::BodyPart &part)
{
    return part.type.startsWith("image/") && !part.contentId.isEmpty() && part.disposition != "attachment";
}

} // namespace

QList<ChosenPart> chooseParts(const QList<imap::BodyPart> &parts)
{
    quint64 text = 0;
    quint64 small = 0;
    qsizetype count = 0;
    QList<ChosenPart> chosen;
    for (const imap::BodyPart &part : parts) {
        PartTake take = PartTake::Nothing;
        if (count < mostParts && isRead(part, parts.size() == 1) && text < mostText) {
            take = part.size <= longestText ? PartTake::Whole : PartTake::Beginning;
            text += std::min(part.size, longestText);
        } else if (count < mostParts && part.size > 0 && small + part.size <= mostSmall
                   && part.size <= (isPictureInText(part) ? smallPicture : smallPart)) {
            take = PartTake::Whole;
            small += part.size;
        }
        count += take == PartTake::Nothing ? 0 : 1;
        chosen.append({.part = part, .take = take});
    }
    return chosen;
}

quint64 mostOf(const ChosenPart &chosen)
{
    switch (chosen.take) {
    case PartTake::Whole:
    case PartTake::Beginning:
        return longestText;
    case PartTake::Nothing:
        return 0;
    }
    Q_UNREACHABLE_RETURN(0);
}

} // namespace aside::mail
