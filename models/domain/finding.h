// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/text/textrange.h"

#include <QLatin1StringView>
#include <QList>
#include <QString>
#include <QStringList>
#include <QtTypes>

#include <optional>

namespace aside {

/// How much a finding asks for. Stored with overrides: never renumber.
enum class Severity : quint8 {
    Hint = 0, ///< shown, nothing else
    Ask = 1, ///< remove it or give a reason
    Stop = 2, ///< cannot be sent
};

[[nodiscard]] QLatin1StringView severityName(Severity severity);
[[nodiscard]] std::optional<Severity> severityFromName(QStringView name);

/// One change of a text: what stands in `range` gives way to `text`.
struct TextEdit {
    TextRange range;
    QString text;

    bool operator==(const TextEdit &) const = default;
};

/// What a fix does.
enum class FixKind : quint8 {
    Edit, ///< changes the text by `edits`
    MoveToPrivate,
    MakePromise, ///< asks for a date, writes it in and keeps it as a promise
    Attach, ///< asks for the file that is missing
    AltText, ///< asks for the description of the picture
    RemoveFile,
    AddWord, ///< puts the word into the team's dictionary
};

struct Fix {
    FixKind kind = FixKind::Edit;
    QString words; ///< key of its words in resources/check/*/rules.toml, "remove" if nothing else is said
    QStringList arguments{}; ///< for the places %1, %2 in those words
    QList<TextEdit> edits{}; ///< from the last to the first, none overlapping

    bool operator==(const Fix &) const = default;
};

/// What the reply check reports: one question about one part of a reply.
struct Finding {
    QString rule; ///< stable id, "clutter.legal-name"
    Severity severity = Severity::Ask;
    TextRange range; ///< the whole text where the finding is about all of it
    QString variant{}; ///< which of the rule's questions; empty: the usual one
    QStringList arguments{}; ///< for the places %1, %2 in the question; foreign text
    QList<Fix> fixes{};
    QString reason{}; ///< the operator's answer, or the template's standing one
    qsizetype file = -1; ///< the attachment it is about, by index

    /// The same question about the same words, wherever they stand now: a reason holds for it.
    QString fingerprint{};

    bool operator==(const Finding &) const = default;
};

/// Applies the edits of one fix.
[[nodiscard]] QString applied(const Fix &fix, QString text);

} // namespace aside
