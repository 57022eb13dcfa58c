// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/text/letterlines.h"

#include <QRegularExpression>

#include <algorithm>

namespace aside {

namespace {

using namespace Qt::StringLiterals;
using Kind = LetterLine::Kind;

constexpr qsizetype longestLeadIn = 300;
constexpr qsizetype longestTelling = 160; ///< of a line that may be anything but text
constexpr auto options
    = QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption;

bool fits(QStringView line, const QRegularExpression &pattern)
{
    return pattern.matchView(line).hasMatch();
}

/// ">", and the initials that programs of the nineties put in front of it: "AB> so".
bool isQuoted(QStringView line)
{
    static const QRegularExpression initials(uR"(^\s?\p{Lu}{2,3}>+( |$))"_s,
                                             QRegularExpression::UseUnicodePropertiesOption);
    return line.startsWith(u'>')
        || (line.size() > 2 && line.first(std::min<qsizetype>(6, line.size())).contains(u'>')
            && fits(line, initials));
}

bool isDivider(QStringView line)
{
    static const QRegularExpression dashed(
        uR"(^-{2,} ?(original message|forwarded message|reply message|исходное сообщение|пересылаемое сообщение|)"
        uR"(перенаправленное сообщение|пересланное сообщение|конец пересылаемого сообщения|)"
        uR"(ursprüngliche nachricht|message d'origine|mensaje original) ?-{2,}$)"_s,
        options);
    static const QRegularExpression spoken(
        uR"(^(begin forwarded message|начало переадресованного сообщения|начало пересылаемого сообщения):$)"
        uR"(|^#{2,}-? ?.*(above this line|выше этой (строки|линии)).* ?-?#{2,}$)"_s,
        options);
    return fits(line, dashed) || fits(line, spoken);
}

bool isRuler(QStringView line)
{
    return line.size() >= 8 && (line.count(u'_') == line.size() || line.count(u'-') == line.size());
}

Kind headerKind(QStringView line)
{
    static const QRegularExpression sender(uR"(^\*?(from|от|от кого|отправитель):\*?\s)"_s, options);
    static const QRegularExpression header(
        uR"(^\*?(sent|to|cc|bcc|subject|date|reply-to|importance|attachments|отправлено|кому|копия|тема|дата|)"
        uR"(получатель|важность|вложения):\*?\s)"_s,
        options);
    return fits(line, sender) ? Kind::SenderHeader : fits(line, header) ? Kind::Header : Kind::Text;
}

bool isDevice(QStringView line)
{
    static const QRegularExpression pattern(
        uR"(^(sent (from|via|with|using) (my |the )?(i(phone|pad)|galaxy|samsung|android|mobile|outlook|yahoo|mail|)"
        uR"(proton|huawei|xiaomi|pixel|blackberry|windows)|get outlook for |отправлено (с|из|через) .*(iphone|ipad|)"
        uR"(galaxy|samsung|android|mail|почт|outlook|телефон|смартфон|huawei|xiaomi|планшет)|скачать outlook для ).*$)"_s,
        options);
    return fits(line, pattern);
}

/// With a name behind the comma it may be all of the signature.
Kind regardsKind(QStringView line)
{
    static const QRegularExpression alone(
        uR"(^((with )?(many thanks and )?((best|kind|kindest|warm|warmest) )?(regards|wishes)|sincerely( yours)?|)"
        uR"(yours (sincerely|faithfully|truly)|cheers|thanks|thank you|many thanks|с (глубоким )?уважением|)"
        uR"(всего (доброго|хорошего|наилучшего)|с наилучшими пожеланиями|с благодарностью|спасибо|заранее спасибо|)"
        uR"(искренне ваш[аи]?)([,.!]?)$)"_s,
        options);
    static const QRegularExpression named(
        uR"(^((best|kind) regards|sincerely|с уважением|всего доброго), *\p{Lu}[\p{L}.'-]*(\s+\p{Lu}[\p{L}.'-]*){0,3}$)"_s,
        QRegularExpression::UseUnicodePropertiesOption);
    const QRegularExpressionMatch match = alone.matchView(line);
    if (match.hasMatch()) {
        // "Thanks!" is an answer, "Thanks," stands above a name.
        static const QRegularExpression thanks(
            uR"(^(thanks|thank you|many thanks|cheers|спасибо|заранее спасибо)[.!]?$)"_s, options);
        return fits(line, thanks) ? Kind::Text : Kind::Regards;
    }
    const QString capital = line.first(1).toString().toLower() + line.sliced(1).toString();
    return fits(capital, named) ? Kind::RegardsAndName : Kind::Text;
}

Kind kindOf(QStringView line)
{
    const QStringView trimmed = line.trimmed();
    if (trimmed.isEmpty()) {
        return Kind::Blank;
    }
    if (isQuoted(line)) {
        return Kind::Quoted;
    }
    if (trimmed.size() > longestTelling) {
        return Kind::Text;
    }
    if (trimmed == u"--" || trimmed == u"—") {
        return Kind::Dashes;
    }
    if (isDivider(trimmed)) {
        return Kind::Divider;
    }
    if (isRuler(trimmed)) {
        return Kind::Ruler;
    }
    if (const Kind header = headerKind(line); header != Kind::Text) {
        return header;
    }
    return isDevice(trimmed) ? Kind::Device : regardsKind(trimmed);
}

} // namespace

QList<LetterLine> linesOfLetter(const QString &text)
{
    QList<LetterLine> lines;
    for (qsizetype from = 0; from < text.size();) {
        const qsizetype feed = text.indexOf(u'\n', from);
        const qsizetype end = feed < 0 ? text.size() : feed;
        const QStringView line = QStringView(text).sliced(from, end - from);
        lines.append({.text = line, .from = from, .to = feed < 0 ? end : end + 1, .kind = kindOf(line)});
        from = lines.constLast().to;
    }
    return lines;
}

LeadIn leadInOf(const QString &words)
{
    if (words.size() > longestLeadIn || !words.endsWith(u':')) {
        return LeadIn::None;
    }
    static const QRegularExpression verb(
        uR"(\b(wrote|writes|пишет|пишут|писал|писала|писали|написал|написала|вы писали|schrieb|a écrit|escribió)\b)"_s,
        options);
    static const QRegularExpression when(
        uR"(\d{1,2}[./]\d{1,2}[./]\d{2,4}|\d{4}-\d{2}-\d{2}|\d{1,2}:\d{2}|\b\d{1,2}(st|nd|rd|th)?,? \p{L}{3,9}\.? \d{4})"_s,
        options);
    static const QRegularExpression address(uR"([^\s<>@]+ ?@ ?[^\s<>@]+)"_s);
    const bool hasVerb = fits(words, verb);
    const bool hasWhen = fits(words, when);
    const bool hasAddress = fits(words, address);
    if (hasWhen && (hasAddress || hasVerb)) {
        return LeadIn::Certain;
    }
    return hasVerb || (hasAddress && words.endsWith(u">:")) ? LeadIn::Likely : LeadIn::None;
}

bool goesOnAsLeadIn(const QString &words)
{
    static const QRegularExpression beginning(
        uR"(^(on |am |le |el |\d|вы писали|в письме|(пн|вт|ср|чт|пт|сб|вс|понедельник|вторник|среда|четверг|пятница|)"
        uR"(суббота|воскресенье)\b).*[^.!?:]$)"_s,
        options);
    return words.size() <= longestLeadIn && fits(words, beginning);
}

} // namespace aside
