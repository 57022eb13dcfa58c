// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/import/social/telegramsource.h"

#include "app/import/social/sourcefile.h"

#include <QFileInfo>
#include <QJsonDocument>
#include <QSet>

namespace aside {

namespace {

constexpr qsizetype maxMessages = 500;
constexpr qint64 maxPayload = 4 * 1024 * 1024;

// The brackets around tell the place: an export of one chat is the chat itself, an export of everything keeps
// them in chats.list.
constexpr QByteArrayView start = "";
constexpr QByteArrayView top = "{";
constexpr QByteArrayView chats = "{{";
constexpr QByteArrayView chatList = "{{[";
constexpr QByteArrayView chatInList = "{{[{";

const QLatin1StringView messagesKey("messages");

bool isChatsKey(const QString &name)
{
    return name == QLatin1StringView("chats") || name == QLatin1StringView("left_chats");
}

bool looksLikeMessages(JsonStream &json)
{
    if (!json.enter()) {
        return false;
    }
    const auto more = json.nextElement();
    if (!more || !*more || json.kind() != JsonStream::Kind::Object) {
        return false;
    }
    const auto first = json.value();
    return first && first->isObject() && first->toObject().contains(QLatin1StringView("date"))
        && first->toObject().contains(QLatin1StringView("type"));
}

} // namespace

bool looksLikeTelegram(QByteArrayView head)
{
    const auto in = ByteReader::over(head.toByteArray());
    JsonStream json(*in);
    if (json.kind() != JsonStream::Kind::Object || !json.enter()) {
        return false;
    }
    QSet<QString> seen;
    for (auto key = json.nextKey(); key && *key; key = json.nextKey()) {
        if (isChatsKey(**key) && json.kind() == JsonStream::Kind::Object) {
            return true;
        }
        if (**key == messagesKey && json.kind() == JsonStream::Kind::Array) {
            return (seen.contains(QStringLiteral("type")) && seen.contains(QStringLiteral("id")))
                || looksLikeMessages(json);
        }
        seen.insert(**key);
        if (!json.skip()) {
            break;
        }
    }
    return seen.contains(QStringLiteral("personal_information"));
}

Result<std::unique_ptr<ImportSource>> TelegramSource::open(const QString &path)
{
    return ByteReader::open(path).transform([&](std::unique_ptr<ByteReader> in) {
        return std::unique_ptr<ImportSource>(new TelegramSource(path, std::move(in)));
    });
}

TelegramSource::TelegramSource(QString path, std::unique_ptr<ByteReader> in)
    : m_path(std::move(path))
    , m_key(sourceKey(m_path))
    , m_in(std::move(in))
    , m_json(*m_in)
{
}

QByteArray TelegramSource::cursor() const
{
    QJsonObject json = m_json.position().toJson();
    json.insert(QStringLiteral("id"), m_chat.id);
    json.insert(QStringLiteral("name"), m_chat.name);
    json.insert(QStringLiteral("type"), m_chat.type);
    json.insert(QStringLiteral("own"), m_chat.ownId);
    json.insert(QStringLiteral("end"), m_atEnd);
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

Result<void> TelegramSource::resume(const QByteArray &cursor)
{
    if (cursor.isEmpty()) {
        return {};
    }
    const QJsonObject json = QJsonDocument::fromJson(cursor).object();
    const auto position = JsonPosition::fromJson(json);
    if (!position || position->offset > m_in->size()) {
        return fail(Errc::InvalidInput, QStringLiteral("a cursor of another kind"));
    }
    m_json.restore(*position);
    m_chat = {.id = json.value(QLatin1StringView("id")).toString(),
              .name = json.value(QLatin1StringView("name")).toString(),
              .type = json.value(QLatin1StringView("type")).toString(),
              .ownId = json.value(QLatin1StringView("own")).toString()};
    m_atEnd = json.value(QLatin1StringView("end")).toBool();
    return {};
}

Result<ImportStep> TelegramSource::next()
{
    ImportStep step;
    m_payload = 0;
    const qint64 from = m_in->offset();
    while (!m_atEnd && step.messages.size() + step.problems.size() < maxMessages
           && m_in->offset() - from + m_payload < maxPayload) {
        const auto read = advance(step);
        if (m_in->hasFailed()) {
            return fail(Errc::Io, QStringLiteral("cannot read on"));
        }
        if (!read) {
            step.problems.append(problem(read.error()));
            m_atEnd = m_atEnd || m_json.isLost();
        }
    }
    step.cursor = cursor();
    step.bytesDone = m_atEnd ? m_in->size() : m_in->offset();
    step.bytesTotal = m_in->size();
    step.atEnd = m_atEnd;
    return step;
}

Result<void> TelegramSource::advance(ImportStep &step)
{
    const QByteArray place = m_json.position().open;
    if (place == start) {
        return m_json.enter();
    }
    if (place == top) {
        return readTop();
    }
    if (place == chats) {
        return readChats();
    }
    if (place == chatList) {
        return readList();
    }
    return place == chatInList ? readChat() : readMessage(step);
}

Result<void> TelegramSource::readTop()
{
    const auto key = m_json.nextKey();
    if (!key) {
        return std::unexpected(key.error());
    }
    if (!*key) {
        m_atEnd = true;
        return m_json.finish();
    }
    if (isChatsKey(**key) && m_json.kind() == JsonStream::Kind::Object) {
        if (m_chat.ownId.isEmpty()) {
            lookAhead();
        }
        return m_json.enter();
    }
    return readField(**key);
}

Result<void> TelegramSource::readChats()
{
    const auto key = m_json.nextKey();
    if (!key) {
        return std::unexpected(key.error());
    }
    if (!*key) {
        return {};
    }
    const bool isList = **key == QLatin1StringView("list") && m_json.kind() == JsonStream::Kind::Array;
    return isList ? m_json.enter() : m_json.skip();
}

Result<void> TelegramSource::readList()
{
    const auto more = m_json.nextElement();
    if (!more) {
        return std::unexpected(more.error());
    }
    if (!*more) {
        return {};
    }
    m_chat = {.id = {}, .name = {}, .type = {}, .ownId = m_chat.ownId};
    return m_json.kind() == JsonStream::Kind::Object ? m_json.enter() : m_json.skip();
}

Result<void> TelegramSource::readChat()
{
    const auto key = m_json.nextKey();
    if (!key) {
        return std::unexpected(key.error());
    }
    return *key ? readField(**key) : Result<void>();
}

Result<void> TelegramSource::readField(const QString &name)
{
    if (name == messagesKey && m_json.kind() == JsonStream::Kind::Array) {
        if (m_chat.id.isEmpty() || m_chat.type.isEmpty()) {
            lookAhead();
        }
        return m_json.enter();
    }
    static const QSet<QString> wanted{QStringLiteral("id"), QStringLiteral("name"), QStringLiteral("type"),
                                      QStringLiteral("personal_information")};
    if (!wanted.contains(name)) {
        return m_json.skip();
    }
    return m_json.value().transform([&](const QJsonValue &value) { setField(name, value); });
}

/// The keys that explain what comes next usually stand before it. Where they do not, reads over it to find
/// them.
void TelegramSource::lookAhead()
{
    const JsonPosition here = m_json.position();
    auto passed = m_json.skip();
    while (passed) {
        const auto key = m_json.nextKey();
        if (!key || !*key) {
            break;
        }
        passed = **key == messagesKey || isChatsKey(**key) ? m_json.skip() : readField(**key);
    }
    m_json.restore(here);
}

void TelegramSource::setField(const QString &name, const QJsonValue &value)
{
    const QString text = value.isDouble() ? QString::number(value.toInteger()) : value.toString();
    if (name == QLatin1StringView("id")) {
        m_chat.id = text;
    } else if (name == QLatin1StringView("name")) {
        m_chat.name = text;
    } else if (name == QLatin1StringView("type")) {
        m_chat.type = text;
    } else if (const qint64 own = value[QLatin1StringView("user_id")].toInteger(); own > 0) {
        m_chat.ownId = QStringLiteral("user") + QString::number(own);
    }
}

Result<void> TelegramSource::readMessage(ImportStep &step)
{
    const auto more = m_json.nextElement();
    if (!more) {
        return std::unexpected(more.error());
    }
    if (!*more) {
        return {};
    }
    const auto value = m_json.value();
    if (!value) {
        return std::unexpected(value.error());
    }
    auto message = telegramMessage(value->toObject(), m_chat);
    if (!message) {
        return std::unexpected(message.error());
    }
    attach(*message, value->toObject(), step);
    step.messages.append(*std::move(message));
    return {};
}

void TelegramSource::attach(IncomingMessage &message, const QJsonObject &json, ImportStep &step)
{
    const auto files = telegramFiles(json);
    for (const auto &file : files) {
        auto attachment = readTelegramFile(QFileInfo(m_path).path(), file);
        if (attachment) {
            m_payload += attachment->data.size();
            message.attachments.append(*std::move(attachment));
        } else {
            step.problems.append(problem(attachment.error()));
        }
    }
}

ImportProblem TelegramSource::problem(Error error) const
{
    return {.source = QStringLiteral("%1:@%2").arg(m_path).arg(m_in->offset()), .error = std::move(error)};
}

} // namespace aside
