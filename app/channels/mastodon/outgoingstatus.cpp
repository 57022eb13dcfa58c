// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/channels/mastodon/outgoingstatus.h"

#include "app/channels/mastodon/status.h"
#include "models/domain/contentwarning.h"

#include <QJsonArray>
#include <QRegularExpression>

namespace aside::mastodon {

using namespace Qt::StringLiterals;

namespace {

/// "name@host", whatever stands in front of it; empty where it is none.
QString personOf(const QString &address)
{
    static const QRegularExpression form(u"^@?([\\w.-]+@[\\w.:-]+)$"_s,
                                         QRegularExpression::UseUnicodePropertiesOption);
    return form.match(address).captured(1);
}

bool names(const QString &text, const QString &person)
{
    const QRegularExpression mention(
        u"(^|[^\\w/])@%1(?![\\w.-]*\\w)"_s.arg(QRegularExpression::escape(person)),
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);
    return mention.match(text).hasMatch();
}

/// Whoever else is named would be sent it: an invisible mark behind the @ makes a mention a word.
QString withoutOthers(const QString &text, const QString &person)
{
    static const QRegularExpression mention(u"(?<![\\w/=])@(?=(\\w[\\w.-]*(?:@[\\w.:-]*\\w)?))"_s,
                                            QRegularExpression::UseUnicodePropertiesOption);
    QString safe;
    qsizetype from = 0;
    for (const QRegularExpressionMatch &match : mention.globalMatch(text)) {
        const QString name = match.captured(1);
        const bool isMeant = name.compare(person, Qt::CaseInsensitive) == 0;
        safe += text.sliced(from, match.capturedEnd() - from) + (isMeant ? QString() : u"\u200B"_s);
        from = match.capturedEnd();
    }
    return safe + text.sliced(from);
}

} // namespace

QString textFor(const OutgoingMessage &message)
{
    const QString person = personOf(message.to);
    const QString written = readWarning(message.text).text;
    QString text = message.audience == Audience::Private ? withoutOthers(written, person) : written;
    if (person.isEmpty() || names(text, person)) {
        return text;
    }
    return u'@' + person + (text.isEmpty() ? QString() : u' ' + text);
}

std::optional<QJsonObject> statusFor(const OutgoingMessage &message, const QString &server,
                                     const QStringList &media)
{
    const bool isPrivate = message.audience == Audience::Private;
    QJsonObject status{{u"status"_s, textFor(message)},
                       {u"visibility"_s, isPrivate ? u"direct"_s : u"public"_s}};
    if (const QString warning = readWarning(message.text).warning; !warning.isEmpty()) {
        status.insert(u"spoiler_text"_s, warning);
    }
    if (!message.inReplyTo.isEmpty()) {
        const QString answered = idAt(server, message.inReplyTo);
        if (answered.isEmpty()) {
            return std::nullopt;
        }
        status.insert(u"in_reply_to_id"_s, answered);
    }
    if (isPrivate && personOf(message.to).isEmpty()) {
        return std::nullopt; // nobody would see it
    }
    if (!media.isEmpty()) {
        status.insert(u"media_ids"_s, QJsonArray::fromStringList(media));
    }
    return status;
}

} // namespace aside::mastodon
