// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/shapes.h"

#include "models/clock/replyclock.h"

#include <QDateTime>
#include <QJsonArray>
#include <QLocale>
#include <QTimeZone>

namespace aside::cli {

namespace {

QDateTime utc(Instant at)
{
    return QDateTime::fromMSecsSinceEpoch(toMillis(at), QTimeZone::UTC);
}

QJsonObject attachmentJson(const Attachment &attachment, Checksums checksums)
{
    QJsonObject object{
        {QStringLiteral("id"), attachment.id.value},
        {QStringLiteral("name"), attachment.name},
        {QStringLiteral("type"), attachment.mimeType},
        {QStringLiteral("size"), attachment.size},
    };
    if (attachment.isAtServer) {
        object.insert(QStringLiteral("atServer"), true);
    } else if (checksums == Checksums::With) {
        object.insert(QStringLiteral("sha256"), QString::fromLatin1(attachment.sha256.toHex()));
    }
    return object;
}

QJsonArray filesJson(const QList<DraftAttachment> &files)
{
    QJsonArray array;
    for (const DraftAttachment &file : files) {
        array.append(QJsonObject{
            {QStringLiteral("id"), file.id.value},
            {QStringLiteral("name"), file.name},
            {QStringLiteral("type"), file.mimeType},
            {QStringLiteral("size"), file.size},
            {QStringLiteral("alt"), file.alt},
        });
    }
    return array;
}

template <typename Tag>
QJsonValue idOrNull(Id<Tag> id)
{
    return id.isValid() ? QJsonValue(id.value) : QJsonValue();
}

QJsonArray arrivalsJson(const QList<OutboxArrival> &arrivals)
{
    QJsonArray array;
    for (const OutboxArrival &arrival : arrivals) {
        array.append(QJsonObject{{QStringLiteral("message"), arrival.id.value},
                                 {QStringLiteral("at"), utcText(arrival.at)},
                                 {QStringLiteral("author"), arrival.author},
                                 {QStringLiteral("text"), arrival.text}});
    }
    return array;
}

QJsonObject copyJson(const SentCopy &copy)
{
    return {{QStringLiteral("isWanted"), copy.isWanted},
            {QStringLiteral("tries"), copy.tries},
            {QStringLiteral("fault"), copy.fault ? QString(errcName(*copy.fault)) : QString()},
            {QStringLiteral("words"), copy.words}};
}

QJsonObject recordJson(const SendRecord &record)
{
    return {
        {QStringLiteral("attempts"), record.attempts},
        {QStringLiteral("last"), utcText(record.attemptAt)},
        {QStringLiteral("next"), utcText(record.nextAttemptAt)},
        {QStringLiteral("fault"), record.fault ? QString(errcName(*record.fault)) : QString()},
        {QStringLiteral("code"), record.serverCode},
        {QStringLiteral("words"), record.serverWords},
        {QStringLiteral("remoteId"), record.remoteId},
        {QStringLiteral("lastByteLeft"), record.lastByte == LastByte::Left},
        {QStringLiteral("evidence"), QString(evidenceName(record.evidence))},
        {QStringLiteral("look"), QString(lookName(record.look))},
        {QStringLiteral("evidenceWords"), record.evidenceWords},
        {QStringLiteral("looks"), record.looks},
        {QStringLiteral("copy"), copyJson(record.copy)},
    };
}

} // namespace

QJsonObject conversationJson(const ConversationRow &row)
{
    const std::optional<ReplyDeadline> due = replyBy(row);
    return {
        {QStringLiteral("id"), row.id.value},
        {QStringLiteral("channel"), QString(channelName(row.channel))},
        {QStringLiteral("audience"), QString(audienceName(row.audience))},
        {QStringLiteral("subject"), row.subject},
        {QStringLiteral("person"), row.person},
        {QStringLiteral("handle"), row.handle},
        {QStringLiteral("preview"), row.preview},
        {QStringLiteral("messages"), row.messages},
        {QStringLiteral("unread"), row.unread},
        {QStringLiteral("state"), QString(conversationStateName(row.state))},
        {QStringLiteral("last"), utcText(row.lastAt)},
        {QStringLiteral("tags"), QJsonArray::fromStringList(row.tags)},
        {QStringLiteral("blocked"), row.isBlocked},
        {QStringLiteral("snoozedUntil"), utcText(row.snoozedUntil)},
        {QStringLiteral("waitingSince"), utcText(row.waitingSince)},
        {QStringLiteral("reach"), row.reach},
        {QStringLiteral("promised"), utcText(row.promisedAt)},
        {QStringLiteral("publicLineBy"), utcText(row.publicLineBy)},
        {QStringLiteral("mood"), QString(moodName(row.mood))},
        {QStringLiteral("replyBy"), due ? utcText(due->at) : QString()},
        {QStringLiteral("replyByReason"), due ? QString(replyReasonName(due->reason)) : QString()},
    };
}

QJsonObject messageJson(const Message &message, Checksums checksums)
{
    QJsonArray attachments;
    for (const Attachment &attachment : message.attachments) {
        attachments.append(attachmentJson(attachment, checksums));
    }
    QJsonArray earlier;
    for (const EarlierWords &one : message.earlier) {
        earlier.append(
            QJsonObject{{QStringLiteral("text"), one.text}, {QStringLiteral("until"), utcText(one.until)}});
    }
    return {
        {QStringLiteral("id"), message.id.value},
        {QStringLiteral("parent"), idOrNull(message.parent)},
        {QStringLiteral("direction"), QString(directionName(message.direction))},
        {QStringLiteral("author"), message.author},
        {QStringLiteral("handle"), message.handle},
        {QStringLiteral("at"), utcText(message.sentAt)},
        {QStringLiteral("remoteId"), message.remoteId},
        {QStringLiteral("subject"), message.subject},
        {QStringLiteral("text"), message.text},
        {QStringLiteral("hasHtml"), !message.html.isEmpty()},
        {QStringLiteral("page"), message.page},
        {QStringLiteral("editedAt"), utcText(message.editedAt)},
        {QStringLiteral("deletedAt"), utcText(message.deletedAt)},
        {QStringLiteral("earlier"), earlier},
        {QStringLiteral("attachments"), attachments},
    };
}

QJsonObject threadJson(const Thread &thread, Checksums checksums)
{
    QJsonArray messages;
    for (const Message &message : thread.messages) {
        messages.append(messageJson(message, checksums));
    }
    return {{QStringLiteral("conversation"), conversationJson(thread.conversation)},
            {QStringLiteral("messages"), messages}};
}

QJsonObject draftJson(const Draft &draft)
{
    return {
        {QStringLiteral("id"), draft.id.value},
        {QStringLiteral("conversation"), draft.conversation.value},
        {QStringLiteral("kind"),
         draft.kind == DraftKind::Reply ? QStringLiteral("reply") : QStringLiteral("note")},
        {QStringLiteral("version"), draft.version},
        {QStringLiteral("text"), draft.text},
        {QStringLiteral("attachments"), filesJson(draft.attachments)},
        {QStringLiteral("updated"), utcText(draft.updatedAt)},
    };
}

QJsonObject outboxJson(const OutboxItem &item)
{
    return {
        {QStringLiteral("id"), item.id.value},
        {QStringLiteral("conversation"), item.conversation.value},
        {QStringLiteral("channel"), QString(channelName(item.channel))},
        {QStringLiteral("audience"), QString(audienceName(item.audience))},
        {QStringLiteral("state"), QString(outboxStateName(item.state))},
        {QStringLiteral("person"), item.person},
        {QStringLiteral("subject"), item.subject},
        {QStringLiteral("text"), item.text},
        {QStringLiteral("attachments"), filesJson(item.attachments)},
        {QStringLiteral("created"), utcText(item.createdAt)},
        {QStringLiteral("holdUntil"), utcText(item.holdUntil)},
        {QStringLiteral("hasAccount"), item.hasAccount},
        {QStringLiteral("account"), idOrNull(item.account)},
        {QStringLiteral("reason"),
         item.state == OutboxState::Held ? QString(holdReasonName(item.holdReason)) : QString()},
        {QStringLiteral("after"), idOrNull(item.after)},
        {QStringLiteral("wireId"), item.wireId},
        {QStringLiteral("sending"), recordJson(item.record)},
        {QStringLiteral("arrivals"), arrivalsJson(item.arrivals)},
        {QStringLiteral("page"), item.page},
    };
}

QString utcText(Instant at)
{
    return toMillis(at) == 0 ? QString() : utc(at).toString(Qt::ISODate);
}

QString localText(Instant at)
{
    return toMillis(at) == 0 ? QString() : QLocale().toString(utc(at).toLocalTime(), QLocale::ShortFormat);
}

} // namespace aside::cli
