// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QString>
#include <QStringView>

namespace aside {

/// One line of a letter, and what it looks like by itself.
struct LetterLine {
    enum class Kind : quint8 {
        Text,
        Blank,
        Quoted, ///< "> so"
        Divider, ///< "-----Original Message-----": what follows was said before
        Ruler, ///< a long line of "_" or "-", which many programs draw for many reasons
        Header, ///< "Subject: …"
        SenderHeader, ///< "From: …"
        Dashes, ///< "-- "
        Device, ///< "Sent from my phone"
        Regards, ///< "Best regards,"
        RegardsAndName, ///< "Best regards, Anna"
    };

    QStringView text; ///< without its line feed
    qsizetype from = 0;
    qsizetype to = 0; ///< behind its line feed
    Kind kind = Kind::Text;
};

/// The views are good as long as the text is.
[[nodiscard]] QList<LetterLine> linesOfLetter(const QString &text);

/// Whether words lead in a quote: "On Monday Anna <anna@mail.example> wrote:".
enum class LeadIn : quint8 {
    None,
    Likely, ///< if a quote follows
    Certain, ///< with a date or an address in it: what follows is a quote, marked or not
};
[[nodiscard]] LeadIn leadInOf(const QString &words);
/// Whether that may be the first line of several: "On Monday, 1 January".
[[nodiscard]] bool goesOnAsLeadIn(const QString &words);

} // namespace aside
