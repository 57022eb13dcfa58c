// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/channels/vk/vkadapter.h"
#include "tests/channels/conformance/conformance.h"
#include "tests/servers/vkserver.h"

namespace aside::test {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 anna = 55;
constexpr qint64 post = 10;

std::optional<VkSpec> specification()
{
    static const auto read = VkSpec::load(QStringLiteral(SHARED_DIR) + u"/specs/vk"_s); // once
    return read;
}

/// A community: talks with it, and comments below its posts.
class VkUnderTest final : public ChannelUnderTest
{
public:
    VkUnderTest() { m_server.countFrom(100'000); }

    [[nodiscard]] Channel channel() const override { return Channel::Vk; }
    [[nodiscard]] QByteArray newsCall() const override { return "/poll"; }
    [[nodiscard]] QByteArray sendCall() const override { return "/messages.send "; }

    [[nodiscard]] QUrl server() const override { return m_server.url(); }
    [[nodiscard]] Account account(const QUrl &server) const override
    {
        Account account;
        account.channel = Channel::Vk;
        account.address = u"shop"_s;
        account.settings.insert(u"server"_s, server.toString());
        return account;
    }
    [[nodiscard]] QByteArray secret() const override { return m_server.token; }
    [[nodiscard]] std::unique_ptr<ChannelAdapter> make(const Connection &connection) override
    {
        return std::make_unique<vk::VkAdapter>(vk::VkAdapter::Parts{
            .account = connection.account,
            .server = *vk::VkAdapter::serverOf(connection.account),
            .token = [token = Secret(
                          m_server.token)] { return QtFuture::makeReadyValueFuture(Result<Secret>(token)); },
            .edge = connection.edge,
            .clock = connection.clock});
    }

    QString write(const Written &written) override
    {
        QJsonObject more{{u"date"_s, secondsOf(*this, written)}};
        if (written.number) {
            more.insert(u"conversation_message_id"_s, *written.number);
        }
        if (written.isAuthorGone) {
            more.insert(u"from_id"_s, 0);
        }
        return QString::number(m_server.write(anna, written.text, more));
    }
    void answer(const QString &message, const QString &text) override
    {
        const QJsonObject above{{u"conversation_message_id"_s, message.toLongLong()}};
        m_server.write(anna, text, {{u"reply_message"_s, above}, {u"date"_s, secondsOf(*this, {})}});
    }
    void edit(const QString &message, const QString &text) override
    {
        QJsonObject edited = said(message);
        edited.insert(u"text"_s, text);
        edited.insert(u"update_time"_s, secondsOf(*this, {}));
        m_server.push(u"message_edit"_s, edited);
    }
    /// VK tells a community of deleted comments, not of deleted messages.
    QString writeRemovable(const QString &text) override
    {
        return QString::number(m_server.comment(anna, post, text, {{u"date"_s, secondsOf(*this, {})}}));
    }
    void remove(const QString &message) override
    {
        m_server.push(u"wall_reply_delete"_s,
                      {{u"owner_id"_s, -7}, {u"id"_s, message.toLongLong()}, {u"post_id"_s, post}});
    }
    void repeat(const QString &message) override
    {
        m_server.push(u"message_new"_s, {{u"message"_s, said(message)}, {u"client_info"_s, QJsonObject()}});
    }
    void leaveGap() override { m_server.forgetEvents(); }
    void goBack() override { m_server.countFrom(1); }
    void ignoreLimits() override { } // its long poll has none

    [[nodiscard]] OutgoingMessage message(const QString &text, const QString &wireId) const override
    {
        OutgoingMessage message;
        message.channel = Channel::Vk;
        message.to = QString::number(anna);
        message.text = text;
        message.wireId = wireId;
        return message;
    }
    [[nodiscard]] QStringList sent() const override
    {
        QStringList texts;
        for (const QJsonValue &message : m_server.talk(anna)) {
            if (message["out"_L1].toInt() == 1) {
                texts.append(message["text"_L1].toString());
            }
        }
        return texts;
    }
    [[nodiscard]] QStringList refused() const override { return m_server.refused; }

private:
    [[nodiscard]] QJsonObject said(const QString &message) const
    {
        return m_server.talk(anna).at(message.toLongLong() - 1).toObject();
    }

    VkServer m_server{specification()};
};

} // namespace

} // namespace aside::test

int main(int argc, char **argv)
{
    using namespace aside::test;
    return runConformance(argc, argv,
                          [] { return std::unique_ptr<ChannelUnderTest>(std::make_unique<VkUnderTest>()); });
}
