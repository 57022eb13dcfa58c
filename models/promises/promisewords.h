// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QString>
#include <QStringView>
#include <QtTypes>

namespace aside {

/// A piece of a sentence with one verb, where a date may belong to it.
struct PromiseClause {
    qsizetype start = 0;
    qsizetype length = 0;
    bool promises = false; ///< a promise in it, or taken over from its sentence
};

/// What stands in quotes is somebody's word, or a name: spaces take its place, so that places stay.
[[nodiscard]] QString withoutQuotedWords(QString text);

/// The clauses of a text, in order.
[[nodiscard]] QList<PromiseClause> promiseClauses(const QString &text);

/// "двух", "two", "3": 1 where there is no number, 0 where it is none.
[[nodiscard]] int numberFromWord(QStringView word);

/// 1 to 12; 0 where it is none. "ноября", "Nov", "ноября".
[[nodiscard]] int monthFromWord(QStringView word);

/// 1 (Monday) to 7; 0 where it is none. "пятницу", "Friday".
[[nodiscard]] int weekdayFromWord(QStringView word);

} // namespace aside
