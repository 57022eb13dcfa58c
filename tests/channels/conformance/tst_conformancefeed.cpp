// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/channels/feed/feedadapter.h"
#include "app/import/mail/htmltext.h"
#include "tests/channels/conformance/conformance.h"
#include "tests/servers/webserver.h"

#include <QDateTime>
#include <QSslSocket>
#include <QTimeZone>

namespace aside::test {

using namespace Qt::StringLiterals;

namespace {

/// The feed of a site, as one reads it.
class FeedUnderTest final : public ChannelUnderTest
{
public:
    FeedUnderTest()
    {
        m_server.on(u"/feed"_s, [this](QSslSocket &socket) {
            socket.write(WebServer::answer("200 OK", "Content-Type: application/rss+xml\r\n",
                                           "<rss version=\"2.0\"><channel><title>News</title>"
                                               + m_entries.join() + "</channel></rss>"));
        });
    }

    [[nodiscard]] Channel channel() const override { return Channel::Feed; }
    [[nodiscard]] QHash<Ability, QString> cannot() const override
    {
        return {{Ability::Sending, u"a feed takes nothing: it is answered on the page"_s},
                {Ability::Answers, u"no entry answers another"_s},
                {Ability::Edits, u"a feed does not say that an entry was changed"_s},
                {Ability::Deletions, u"what is missing in a feed may only be old"_s},
                {Ability::Numbers, u"ids are any text"_s},
                {Ability::Listening, u"a feed has to be asked"_s}};
    }
    [[nodiscard]] QByteArray newsCall() const override { return "/feed"; }

    [[nodiscard]] QUrl server() const override { return m_server.url(u"/feed"_s); }
    [[nodiscard]] Account account(const QUrl &server) const override
    {
        Account account;
        account.channel = Channel::Feed;
        account.name = u"News"_s;
        account.address = server.toString();
        account.settings.insert(u"own-server"_s, u"yes"_s);
        return account;
    }
    [[nodiscard]] std::unique_ptr<ChannelAdapter> make(const Connection &connection) override
    {
        return std::make_unique<feed::FeedAdapter>(feed::FeedAdapter::Parts{.account = connection.account,
                                                                            .toText = htmlToText,
                                                                            .edge = connection.edge,
                                                                            .clock = connection.clock,
                                                                            .random = QRandomGenerator(3)});
    }

    QString write(const Written &written) override
    {
        const QByteArray id = QByteArray::number(++m_last);
        const QDateTime at = QDateTime::fromSecsSinceEpoch(secondsOf(*this, written), QTimeZone::UTC);
        m_entries.append("<item><guid>g" + id + "</guid><title>" + written.text.toUtf8()
                         + "</title><link>https://shop" + id + ".example/</link><pubDate>"
                         + at.toString(Qt::RFC2822Date).toLatin1() + "</pubDate></item>");
        return QString::number(m_entries.size() - 1);
    }
    void answer(const QString &, const QString &) override { }
    void edit(const QString &, const QString &) override { }
    void remove(const QString &) override { }
    void repeat(const QString &message) override
    {
        const QByteArray entry = m_entries.at(message.toLongLong());
        m_entries.append(entry);
    }
    /// The oldest entry has no place any more.
    void leaveGap() override { m_entries.removeFirst(); }
    /// As from a cache that forgot.
    void goBack() override { m_entries.clear(); }
    void ignoreLimits() override { } // all of a feed comes at once
    [[nodiscard]] QString wordsOf(const Message &message) const override { return message.subject; }

private:
    WebServer m_server;
    QByteArrayList m_entries;
    int m_last = 0;
};

} // namespace

} // namespace aside::test

int main(int argc, char **argv)
{
    using namespace aside::test;
    return runConformance(
        argc, argv, [] { return std::unique_ptr<ChannelUnderTest>(std::make_unique<FeedUnderTest>()); });
}
