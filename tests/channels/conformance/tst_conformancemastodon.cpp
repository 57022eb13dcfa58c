// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/channels/mastodon/mastodonadapter.h"
#include "app/import/mail/htmltext.h"
#include "tests/channels/conformance/conformance.h"
#include "tests/servers/mastodonserver.h"

#include <QDateTime>
#include <QTimeZone>

namespace aside::test {

using namespace Qt::StringLiterals;

namespace {

/// Without whom it names.
QString words(QString text)
{
    return text.remove(u"@shop"_s).remove(u"@anna@masto.example"_s).remove(u"@anna"_s).trimmed();
}

/// An account at a server.
class MastodonUnderTest final : public ChannelUnderTest
{
public:
    [[nodiscard]] Channel channel() const override { return Channel::Mastodon; }
    [[nodiscard]] QByteArray newsCall() const override { return "/api/v1/notifications"; }
    [[nodiscard]] QByteArray sendCall() const override { return "POST /api/v1/statuses"; }

    [[nodiscard]] QUrl server() const override { return m_server.url(); }
    [[nodiscard]] Account account(const QUrl &server) const override
    {
        Account account;
        account.channel = Channel::Mastodon;
        account.address = u"shop@masto.example"_s;
        account.settings.insert(u"server"_s, server.toString());
        return account;
    }
    [[nodiscard]] QByteArray secret() const override { return m_server.token; }
    [[nodiscard]] std::unique_ptr<ChannelAdapter> make(const Connection &connection) override
    {
        return std::make_unique<mastodon::MastodonAdapter>(mastodon::MastodonAdapter::Parts{
            .account = connection.account,
            .server = *mastodon::MastodonAdapter::serverOf(connection.account),
            .token = [token = Secret(
                          m_server.token)] { return QtFuture::makeReadyValueFuture(Result<Secret>(token)); },
            .toText = htmlToText,
            .edge = connection.edge,
            .clock = connection.clock});
    }

    QString write(const Written &written) override
    {
        if (written.number) {
            m_server.countFrom(*written.number);
        }
        QJsonObject more = timed(written);
        if (written.isAuthorGone) { // what the server knows no more is null
            more.insert(u"account"_s, QJsonValue());
        }
        return m_server.write(u"anna"_s, u"@shop "_s + written.text, more);
    }
    void answer(const QString &message, const QString &text) override
    {
        QJsonObject more = timed({});
        more.insert(u"in_reply_to_id"_s, message);
        m_server.write(u"anna"_s, u"@shop "_s + text, more);
    }
    void edit(const QString &message, const QString &text) override { m_server.edit(message, text); }
    void remove(const QString &message) override { m_server.remove(message); }
    void repeat(const QString &message) override { m_server.repeat(message); }
    void leaveGap() override
    {
        for (int count = 0; count < 100; ++count) { // they count as well, and do not concern us
            m_server.write(u"bob"_s, u"hello"_s);
        }
    }
    void goBack() override { m_server.goBack(); }
    void ignoreLimits() override { m_server.pagesWithoutLimit = 3; }
    [[nodiscard]] QString wordsOf(const Message &message) const override { return words(message.text); }

    [[nodiscard]] OutgoingMessage message(const QString &text, const QString &wireId) const override
    {
        OutgoingMessage message;
        message.channel = Channel::Mastodon;
        message.to = u"anna@masto.example"_s;
        message.text = text;
        message.wireId = wireId;
        return message;
    }
    [[nodiscard]] QStringList sent() const override
    {
        QStringList texts;
        for (const QJsonObject &status : m_server.sent()) {
            texts.append(words(htmlToText(status.value("content"_L1).toString())));
        }
        return texts;
    }

private:
    [[nodiscard]] QJsonObject timed(const Written &written) const
    {
        return {{u"created_at"_s,
                 QDateTime::fromSecsSinceEpoch(secondsOf(*this, written), QTimeZone::UTC)
                     .toString(u"yyyy-MM-ddTHH:mm:ss.zzzZ"_s)}};
    }

    MastodonServer m_server;
};

} // namespace

} // namespace aside::test

int main(int argc, char **argv)
{
    using namespace aside::test;
    return runConformance(
        argc, argv, [] { return std::unique_ptr<ChannelUnderTest>(std::make_unique<MastodonUnderTest>()); });
}
