// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/channels/vk/vksending.h"

#include "app/channels/flow/promises.h"
#include "app/channels/http/apioutcome.h"

#include <QCryptographicHash>
#include <QtEndian>

#include <utility>

namespace aside::vk {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostLookedAt = 200;

QFuture<Result<ApiReply>> asResult(QFuture<ApiReply> future)
{
    return future.then([](const ApiReply &reply) { return Result<ApiReply>(reply); });
}

Result<JsonValue> responseIn(const Result<ApiReply> &reply, Instant now)
{
    return reply ? responseOf(*reply, now) : std::unexpected(reply.error());
}

/// Nothing of the message has gone yet; what VK will not take now it will not take later.
SendOutcome notYet(const Error &error)
{
    if (error.code == Errc::ServerRefused && !error.retryAfter) {
        return Refused{.code = error.detail.section(u' ', -1), .words = error.detail};
    }
    return RetryLater{.cause = error.code, .after = error.retryAfter, .words = error.detail};
}

bool isPicture(const OutgoingFile &file)
{
    return file.mimeType == "image/jpeg"_L1 || file.mimeType == "image/png"_L1
        || file.mimeType == "image/gif"_L1;
}

/// VK has no place for what a picture shows, but in the words.
QString textOf(const OutgoingMessage &message)
{
    QString text = message.text;
    for (const OutgoingFile &file : message.files) {
        if (!file.alt.isEmpty()) {
            text += (text.isEmpty() ? QString() : u"\n\n"_s) + file.alt;
        }
    }
    return text;
}

QString nameOfSaved(const QString &type, const JsonValue &saved)
{
    const QString owner = saved[u"owner_id"].id();
    const QString id = saved[u"id"].id();
    const QString key = saved[u"access_key"].text();
    const QString name = u"%1%2_%3"_s.arg(type, owner, id);
    return owner.isEmpty() || id.isEmpty() ? QString() : key.isEmpty() ? name : name + u'_' + key;
}

/// Where the file is to be taken to.
Call placeFor(const OutgoingFile &file, const Place &target)
{
    if (target.site == Site::Wall) {
        return {.method = u"docs.getWallUploadServer"_s,
                .parameters = {{u"group_id"_s, QString(target.owner).remove(u'-')}},
                .urgency = Urgency::Interactive};
    }
    Call call{.method
              = isPicture(file) ? u"photos.getMessagesUploadServer"_s : u"docs.getMessagesUploadServer"_s,
              .parameters = {{u"peer_id"_s, target.parent}},
              .urgency = Urgency::Interactive};
    if (!isPicture(file)) {
        call.parameters.append({u"type"_s, u"doc"_s});
    }
    return call;
}

Call saveCall(const OutgoingFile &file, bool isPhoto, const JsonValue &taken)
{
    if (isPhoto) {
        return {.method = u"photos.saveMessagesPhoto"_s,
                .parameters = {{u"photo"_s, taken[u"photo"].text()},
                               {u"server"_s, taken[u"server"].id()},
                               {u"hash"_s, taken[u"hash"].text()}},
                .urgency = Urgency::Interactive};
    }
    return {.method = u"docs.save"_s,
            .parameters = {{u"file"_s, taken[u"file"].text()}, {u"title"_s, file.name}},
            .urgency = Urgency::Interactive};
}

/// The file at VK, by the name that a message takes.
QCoro::Task<Result<QString>> takeThere(SendingEdge edge, OutgoingFile file, Place target)
{
    const bool isPhoto = target.site == Site::Talk && isPicture(file);
    const Result<ApiReply> asked
        = co_await arrival(asResult(edge.api->call(placeFor(file, target), edge.stop)));
    const Result<JsonValue> place = responseIn(asked, edge.now);
    if (!place) {
        co_return std::unexpected(place.error());
    }
    const FormPart part{.name = isPhoto ? u"photo"_s : u"file"_s,
                        .data = file.data,
                        .fileName = file.name.isEmpty() ? u"file"_s : file.name,
                        .contentType = file.mimeType.toLatin1()};
    const Result<ApiReply> uploaded = co_await arrival(
        asResult(edge.api->upload(QUrl((*place)[u"upload_url"].text(), QUrl::StrictMode), part, edge.stop)));
    if (!uploaded) {
        co_return std::unexpected(uploaded.error());
    }
    const Result<ApiResponse> there = readOutcome(*uploaded, edge.now);
    if (!there) {
        co_return std::unexpected(there.error());
    }
    const Result<JsonValue> taken = readAnswerJson(*there);
    if (!taken) {
        co_return std::unexpected(taken.error());
    }
    const Result<ApiReply> kept
        = co_await arrival(asResult(edge.api->call(saveCall(file, isPhoto, *taken), edge.stop)));
    const Result<JsonValue> saved = responseIn(kept, edge.now);
    if (!saved) {
        co_return std::unexpected(saved.error());
    }
    const JsonValue photo = saved->items().value(0);
    const QString name = isPhoto ? nameOfSaved(u"photo"_s, photo) : nameOfSaved(u"doc"_s, (*saved)[u"doc"]);
    if (name.isEmpty()) {
        co_return fail(Errc::BadAnswer, u"a file that was not kept"_s);
    }
    co_return name;
}

Call messageCall(const OutgoingMessage &message, const Place &target, const QString &attachment)
{
    const QString id = randomIdOf(message.wireId);
    Call call{.method = u"messages.send"_s,
              .parameters = {{u"peer_ids"_s, target.parent}, {u"random_id"_s, id}},
              .urgency = Urgency::Interactive};
    if (target.site == Site::Wall) {
        call.method = u"wall.createComment"_s;
        call.parameters = {{u"owner_id"_s, target.owner},
                           {u"post_id"_s, target.parent},
                           {u"reply_to_comment"_s, target.item},
                           {u"from_group"_s, QString(target.owner).remove(u'-')},
                           {u"guid"_s, message.wireId}};
    }
    call.parameters.append({u"message"_s, textOf(message)});
    if (!attachment.isEmpty()) {
        call.parameters.append({target.site == Site::Wall ? u"attachments"_s : u"attachment"_s, attachment});
    }
    return call;
}

/// messages.send answers each of the people on their own.
SendOutcome outcomeOf(const ApiReply &reply, Place target, Instant now)
{
    const Result<Answer> answer = answerOf(reply, now);
    if (!answer) {
        const std::optional<SendOutcome> fault = sendFault(reply, now, Repeat::Safe);
        return fault ? *fault : unreadableAnswer(Repeat::Safe);
    }
    if (answer->code != 0) {
        return refusalOf(*answer);
    }
    if (target.site == Site::Wall) {
        target.item = answer->response[u"comment_id"].id();
    } else {
        const JsonValue one = answer->response.items().value(0);
        if (one[u"error"].isObject()) {
            return refusalOf({.code = static_cast<int>(one[u"error"][u"code"].integer().value_or(1)),
                              .words = one[u"error"][u"description"].text()});
        }
        target.item = one[u"conversation_message_id"].id();
    }
    return target.item.isEmpty() ? unreadableAnswer(Repeat::Safe)
                                 : SendOutcome(Sent{.remoteId = target.toId()});
}

/// What VK says to whom the door is closed, asked before the message is there.
QCoro::Task<std::optional<SendOutcome>> closedDoor(SendingEdge edge, QString person)
{
    const Result<ApiReply> reply = co_await arrival(
        asResult(edge.api->call({.method = u"messages.isMessagesFromGroupAllowed"_s,
                                 .parameters = {{u"group_id"_s, edge.me.id}, {u"user_id"_s, person}},
                                 .urgency = Urgency::Interactive},
                                edge.stop)));
    if (!reply) {
        co_return notYet(reply.error());
    }
    const Result<Answer> answer = answerOf(*reply, edge.now);
    if (!answer) {
        co_return notYet(answer.error());
    }
    if (answer->code != 0) {
        co_return refusalOf(*answer);
    }
    if (answer->response[u"is_allowed"].boolean().value_or(false)) {
        co_return std::nullopt;
    }
    co_return Refused{.code = u"901"_s, .words = u"Can't send messages for users without permission"_s};
}

/// A person who stands in a talk has written; chats have numbers above all people.
bool mayHaveNeverWritten(const OutgoingMessage &message, const Place &target)
{
    const std::optional<Place> answered = Place::parse(message.inReplyTo);
    const bool isAnswer = answered && answered->site == Site::Talk;
    return target.site == Site::Talk && !isAnswer && !target.parent.startsWith(u'-');
}

} // namespace

std::optional<Place> targetOf(const OutgoingMessage &message, const Me &me)
{
    const std::optional<Place> answered = Place::parse(message.inReplyTo);
    if (message.audience == Audience::Public) {
        return answered && answered->site != Site::Talk ? answered : std::nullopt;
    }
    if (answered && answered->site == Site::Talk) {
        return answered;
    }
    bool isNumber = false;
    const qint64 person = message.to.toLongLong(&isNumber);
    return isNumber && person > 0 ? std::optional(Place{.owner = me.id, .parent = message.to}) : std::nullopt;
}

QString randomIdOf(const QString &wireId)
{
    bool isNumber = false;
    const qint64 number = wireId.toLongLong(&isNumber);
    if (isNumber && number > 0) {
        return wireId;
    }
    const QByteArray hash = QCryptographicHash::hash(wireId.toUtf8(), QCryptographicHash::Sha256);
    const quint64 bits = qFromBigEndian<quint64>(hash.constData()) & 0x7fff'ffff'ffff'ffffU;
    return QString::number(std::max<quint64>(bits, 1));
}

QCoro::Task<SendOutcome> deliver(SendingEdge edge, OutgoingMessage message)
{
    const std::optional<Place> target = targetOf(message, edge.me);
    if (!target) {
        co_return Refused{.code = u"100"_s, .words = message.to};
    }
    if (target->site == Site::Board) { // access_token_type of board.createComment: user alone
        co_return Refused{.code = u"27"_s, .words = u"method is unavailable with group auth"_s};
    }
    if (mayHaveNeverWritten(message, *target)) {
        const std::optional<SendOutcome> closed = co_await closedDoor(edge, target->parent);
        if (closed) {
            co_return *closed;
        }
    }
    QStringList attachments;
    for (qsizetype at = 0; at < message.files.size(); ++at) {
        const Result<QString> name = co_await takeThere(edge, message.files.at(at), *target);
        if (!name) {
            co_return notYet(name.error());
        }
        attachments.append(*name);
    }
    const Call call = messageCall(message, *target, attachments.join(u','));
    const Result<ApiReply> reply = co_await arrival(asResult(edge.api->call(call, edge.stop)));
    if (!reply) {
        co_return Unknown{.cause = reply.error().code};
    }
    co_return outcomeOf(*reply, *target, edge.now);
}

QCoro::Task<Result<Reconciliation>> lookFor(SendingEdge edge, OutgoingMessage message)
{
    const std::optional<Place> target = targetOf(message, edge.me);
    if (!target || target->site != Site::Talk) {
        co_return Reconciliation{.evidence = Evidence::CannotTell};
    }
    const Result<ApiReply> reply = co_await arrival(asResult(edge.api->call(
        {.method = u"messages.getHistory"_s,
         .parameters = {{u"peer_id"_s, target->parent}, {u"count"_s, QString::number(mostLookedAt)}},
         .urgency = Urgency::Interactive},
        edge.stop)));
    const Result<JsonValue> history = responseIn(reply, edge.now);
    if (!history) {
        co_return std::unexpected(history.error());
    }
    const QList<JsonValue> items = (*history)[u"items"].items();
    const QString key = randomIdOf(message.wireId);
    for (const JsonValue &item : items) {
        const bool isOurs = item[u"random_id"].id() == key && item[u"from_id"].id() == u'-' + edge.me.id;
        const QString number = item[u"conversation_message_id"].id();
        if (isOurs && !number.isEmpty()) {
            Place place = *target;
            place.item = number;
            co_return Reconciliation{.evidence = Evidence::Found, .remoteId = place.toId()};
        }
    }
    // Newest first: what is older than the attempt was seen as well, or the talk is no longer than this.
    const qint64 oldest = items.isEmpty() ? 0 : items.constLast()[u"date"].integer().value_or(0);
    const bool sawAll = items.size() < mostLookedAt || oldest * 1'000 < toMillis(message.attemptAt);
    co_return Reconciliation{.evidence = sawAll ? Evidence::NotFound : Evidence::CannotTell};
}

} // namespace aside::vk
