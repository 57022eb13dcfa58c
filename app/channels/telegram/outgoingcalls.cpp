// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/channels/telegram/outgoingcalls.h"

#include "app/channels/telegram/entities.h"
#include "models/text/language.h"

#include <QJsonArray>

#include <algorithm>
#include <utility>

namespace aside::telegram {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestCaption = 1024;
constexpr qsizetype mostInAlbum = 10;
constexpr qsizetype largestPhoto = 10LL * 1'024 * 1'024;

bool isPhoto(const OutgoingFile &file)
{
    return (file.mimeType == "image/jpeg"_L1 || file.mimeType == "image/png"_L1)
        && file.data.size() <= largestPhoto;
}

FormPart partOf(const QString &name, const OutgoingFile &file)
{
    return {.name = name,
            .data = file.data,
            .fileName = file.name.isEmpty() ? u"file"_s : file.name,
            .contentType = file.mimeType.toLatin1()};
}

/// What all calls for this chat have in common.
Call callTo(const OutgoingMessage &message, const Place &target, const QString &method)
{
    bool isNumber = false;
    const qint64 chat = target.chat.toLongLong(&isNumber);
    QJsonObject parameters{{u"chat_id"_s, isNumber ? QJsonValue(chat) : QJsonValue(target.chat)}};
    if (!target.connection.isEmpty()) {
        parameters.insert(u"business_connection_id"_s, target.connection);
    }
    if (!target.topic.isEmpty()) {
        parameters.insert(u"direct_messages_topic_id"_s, target.topic.toLongLong());
    }
    if (message.audience == Audience::Public && !target.message.isEmpty()) {
        parameters.insert(u"reply_parameters"_s,
                          QJsonObject{{u"message_id"_s, target.message.toLongLong()},
                                      {u"allow_sending_without_reply"_s, true}});
    }
    return {.method = method,
            .parameters = parameters,
            .bucket = u"chat "_s + target.chat,
            .urgency = Urgency::Interactive};
}

/// Entities instead of a mode of parsing: no sign of the text can be taken for another.
void putText(QJsonObject &into, const QString &field, const QString &entities, const MarkedText &marked)
{
    if (marked.text.isEmpty()) {
        return;
    }
    into.insert(field, marked.text);
    if (!marked.marks.isEmpty()) {
        into.insert(entities, entitiesOf(marked.marks));
    }
}

Call textCall(const OutgoingMessage &message, const Place &target)
{
    Call call = callTo(message, target, u"sendMessage"_s);
    putText(call.parameters, u"text"_s, u"entities"_s, readMarks(message.text));
    call.parameters.insert(u"link_preview_options"_s, QJsonObject{{u"is_disabled"_s, true}});
    return call;
}

QJsonObject markupOf(ReplyButtons buttons, const QString &text)
{
    if (buttons == ReplyButtons::Removed) {
        return {{u"remove_keyboard"_s, true}};
    }
    // In the language of the letter: it is for its reader.
    const QString label = languageOf(text) == "ru"_L1 ? u"Отправить мой номер"_s : u"Share my phone number"_s;
    const QJsonObject button{{u"text"_s, label}, {u"request_contact"_s, true}};
    return {{u"keyboard"_s, QJsonArray{QJsonArray{button}}},
            {u"one_time_keyboard"_s, true},
            {u"resize_keyboard"_s, true}};
}

Call fileCall(const OutgoingMessage &message, const Place &target, const MarkedText &caption)
{
    const OutgoingFile &file = message.files.constFirst();
    const QString field = isPhoto(file) ? u"photo"_s : u"document"_s;
    Call call = callTo(message, target, isPhoto(file) ? u"sendPhoto"_s : u"sendDocument"_s);
    putText(call.parameters, u"caption"_s, u"caption_entities"_s, caption);
    call.files = {partOf(field, file)};
    call.patience = std::chrono::minutes(5);
    return call;
}

/// Several files are one call, which goes wholly or not at all.
Call albumCall(const OutgoingMessage &message, const Place &target, const MarkedText &caption)
{
    Call call = callTo(message, target, u"sendMediaGroup"_s);
    QJsonArray media;
    for (qsizetype at = 0; at < message.files.size(); ++at) {
        const QString name = u"file%1"_s.arg(at);
        QJsonObject item{{u"type"_s, u"document"_s}, {u"media"_s, u"attach://"_s + name}};
        if (at == message.files.size() - 1) {
            putText(item, u"caption"_s, u"caption_entities"_s, caption);
        }
        media.append(item);
        call.files.append(partOf(name, message.files.at(at)));
    }
    call.parameters.insert(u"media"_s, media);
    call.patience = std::chrono::minutes(5);
    return call;
}

/// A text that is too long for the line below a file goes before it.
QList<Call> fileCalls(const OutgoingMessage &message, const Place &target)
{
    const MarkedText marked = readMarks(message.text);
    const bool fits = marked.text.size() <= longestCaption;
    const MarkedText caption = fits ? marked : MarkedText();
    QList<Call> calls;
    if (!fits) {
        calls.append(textCall(message, target));
    }
    OutgoingMessage rest = message;
    while (!rest.files.isEmpty()) {
        OutgoingMessage now = rest;
        now.files = rest.files.first(std::min(mostInAlbum, rest.files.size()));
        rest.files = rest.files.sliced(now.files.size());
        const MarkedText words = rest.files.isEmpty() ? caption : MarkedText();
        calls.append(now.files.size() == 1 ? fileCall(now, target, words) : albumCall(now, target, words));
    }
    return calls;
}

} // namespace

std::optional<Place> targetOf(const OutgoingMessage &message)
{
    const std::optional<Place> answered = Place::parse(message.inReplyTo);
    if (message.audience == Audience::Public) {
        return answered;
    }
    const bool isTalk = answered && (!answered->chat.startsWith(u'-') || !answered->topic.isEmpty());
    if (isTalk) {
        return answered;
    }
    bool isNumber = false;
    const qint64 person = message.to.toLongLong(&isNumber);
    return isNumber && person > 0 ? std::optional(Place{.chat = message.to}) : std::nullopt;
}

bool takesButtons(const OutgoingMessage &message, const Place &target)
{
    return message.audience == Audience::Private && target.connection.isEmpty() && target.topic.isEmpty()
        && !target.chat.startsWith(u'-');
}

QList<Call> callsFor(const OutgoingMessage &message, const Place &target, ReplyButtons buttons)
{
    QList<Call> calls
        = message.files.isEmpty() ? QList{textCall(message, target)} : fileCalls(message, target);
    const auto last = std::ranges::find_if(calls.rbegin(), calls.rend(), [](const Call &call) {
        return call.method != "sendMediaGroup"_L1; // which takes none
    });
    if (buttons != ReplyButtons::AsTheyAre && last != calls.rend()) {
        last->parameters.insert(u"reply_markup"_s, markupOf(buttons, message.text));
    }
    return calls;
}

} // namespace aside::telegram
