// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

// What the words of dates look like, in Russian and in English.

#include <QRegularExpression>
#include <QString>

namespace aside::promises {

using namespace Qt::StringLiterals;

inline QRegularExpression pattern(const QString &words)
{
    return QRegularExpression(
        words, QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);
}

inline const QString months
    = u"янв\\w*|фев\\w*|марта|апр\\w*|мая|июн\\w*|июл\\w*|авг\\w*|сен\\w*|окт\\w*|ноя\\w*"
      "|дек\\w*|jan\\w*|feb\\w*|mar(?:ch)?|apr\\w*|may|june?|july?|aug\\w*|sep\\w*|oct\\w*"
      "|nov\\w*|dec\\w*"_s;
inline const QString weekdays
    = u"понедельник\\w*|вторник\\w*|сред[аеуы]|четверг\\w*|пятниц\\w*|суббот\\w*|воскресен\\w*|monday|tuesday"
      "|wednesday|thursday|friday|saturday|sunday"_s;
inline const QString counts
    = u"\\d{1,3}|одного|одной|один|одну|двух|два|две|тр[её]х|три|четыр[её]х|четыре|пяти|пять|шести|шесть|семи"
      "|семь|восьми|восемь|девяти|девять|десяти|десять|an|a|one|two|three|four|five|six|seven|eight|nine|ten"_s;

} // namespace aside::promises
