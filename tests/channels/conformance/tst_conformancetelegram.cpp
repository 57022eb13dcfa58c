// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/channels/telegram/telegramadapter.h"
#include "tests/channels/conformance/conformance.h"
#include "tests/servers/telegramserver.h"

#include <QJsonDocument>

namespace aside::test {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 anna = 55;

std::optional<TelegramSpec> specification()
{
    static const auto read
        = TelegramSpec::load(QStringLiteral(SHARED_DIR) + u"/specs/telegram/api.json"_s); // once
    return read;
}

QJsonObject talk()
{
    return {{u"id"_s, anna}, {u"type"_s, u"private"_s}, {u"first_name"_s, u"Anna"_s}};
}

/// A bot. What is said in groups comes the same way.
class TelegramUnderTest final : public ChannelUnderTest
{
public:
    TelegramUnderTest() { m_server.countFrom(500'000'000); }

    [[nodiscard]] Channel channel() const override { return Channel::Telegram; }
    [[nodiscard]] QByteArray newsCall() const override { return "/getUpdates"; }
    [[nodiscard]] QByteArray sendCall() const override { return "/sendMessage"; }
    [[nodiscard]] bool isExclusive() const override { return true; }
    [[nodiscard]] HttpFault enough(std::chrono::seconds time) const override
    {
        const QJsonObject json{
            {u"ok"_s, false},
            {u"error_code"_s, 429},
            {u"description"_s, u"Too Many Requests"_s},
            {u"parameters"_s, QJsonObject{{u"retry_after"_s, static_cast<qint64>(time.count())}}}};
        return {.status = 429,
                .headers = "Content-Type: application/json\r\n",
                .body = QJsonDocument(json).toJson(QJsonDocument::Compact)};
    }

    [[nodiscard]] QUrl server() const override { return m_server.url(); }
    [[nodiscard]] Account account(const QUrl &server) const override
    {
        Account account;
        account.channel = Channel::Telegram;
        account.address = u"shop_bot"_s;
        account.settings.insert(u"server"_s, server.toString());
        return account;
    }
    [[nodiscard]] QByteArray secret() const override { return m_server.token; }
    [[nodiscard]] std::unique_ptr<ChannelAdapter> make(const Connection &connection) override
    {
        return std::make_unique<telegram::TelegramAdapter>(telegram::TelegramAdapter::Parts{
            .account = connection.account,
            .server = *telegram::TelegramAdapter::serverOf(connection.account),
            .token = [token = Secret(
                          m_server.token)] { return QtFuture::makeReadyValueFuture(Result<Secret>(token)); },
            .edge = connection.edge,
            .clock = connection.clock});
    }

    QString write(const Written &written) override
    {
        QJsonObject more{{u"date"_s, secondsOf(*this, written)}};
        if (written.number) {
            more.insert(u"message_id"_s, *written.number);
        }
        if (written.isAuthorGone) { // as the server says it: with an empty name
            more.insert(u"from"_s,
                        QJsonObject{{u"id"_s, anna}, {u"is_bot"_s, false}, {u"first_name"_s, QString()}});
        }
        return QString::number(m_server.write(anna, written.text, more));
    }
    void answer(const QString &message, const QString &text) override
    {
        const QJsonObject above{
            {u"message_id"_s, message.toLongLong()}, {u"date"_s, ChannelUnderTest::day}, {u"chat"_s, talk()}};
        m_server.write(anna, text, {{u"reply_to_message"_s, above}, {u"date"_s, secondsOf(*this, {})}});
    }
    void edit(const QString &message, const QString &text) override
    {
        QJsonObject edited = said(message.toLongLong(), text);
        edited.insert(u"edit_date"_s, secondsOf(*this, {}));
        m_server.push(u"edited_message"_s, edited);
    }
    /// A bot is told of deletions in chats of business accounts alone.
    QString writeRemovable(const QString &text) override
    {
        QJsonObject message = said(business, text);
        message.insert(u"business_connection_id"_s, u"b1"_s);
        m_server.push(u"business_message"_s, message);
        return QString::number(business);
    }
    void remove(const QString &message) override
    {
        m_server.push(u"deleted_business_messages"_s,
                      {{u"business_connection_id"_s, u"b1"_s},
                       {u"chat"_s, talk()},
                       {u"message_ids"_s, QJsonArray{message.toLongLong()}}});
    }
    void repeat(const QString &message) override
    {
        m_server.push(u"message"_s, said(message.toLongLong(), u"one"_s));
    }
    void leaveGap() override { m_server.countFrom(500'005'000); }
    void goBack() override { m_server.countFrom(1'000); }
    void ignoreLimits() override { m_server.ignoresLimit = true; }

    [[nodiscard]] OutgoingMessage message(const QString &text, const QString &wireId) const override
    {
        OutgoingMessage message;
        message.channel = Channel::Telegram;
        message.to = QString::number(anna);
        message.text = text;
        message.wireId = wireId;
        return message;
    }
    [[nodiscard]] QStringList sent() const override
    {
        QStringList texts;
        for (const QJsonObject &message : m_server.sent) {
            texts.append(message.value("text"_L1).toString());
        }
        return texts;
    }
    [[nodiscard]] QStringList refused() const override { return m_server.refused; }

private:
    static constexpr qint64 business = 9'000;

    [[nodiscard]] QJsonObject said(qint64 number, const QString &text) const
    {
        return {{u"message_id"_s, number},
                {u"date"_s, secondsOf(*this, {})},
                {u"chat"_s, talk()},
                {u"from"_s, QJsonObject{{u"id"_s, anna}, {u"is_bot"_s, false}, {u"first_name"_s, u"Anna"_s}}},
                {u"text"_s, text}};
    }

    TelegramServer m_server{specification()};
};

} // namespace

} // namespace aside::test

int main(int argc, char **argv)
{
    using namespace aside::test;
    return runConformance(
        argc, argv, [] { return std::unique_ptr<ChannelUnderTest>(std::make_unique<TelegramUnderTest>()); });
}
