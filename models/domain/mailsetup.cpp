// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/domain/mailsetup.h"

#include <QRegularExpression>
#include <QUrl>

#include <algorithm>

namespace aside {

namespace {

using namespace Qt::StringLiterals;

constexpr qsizetype longestHost = 253;

void store(QMap<QString, QString> &settings, const QString &protocol, const MailServer &server)
{
    settings.insert(protocol + u".host"_s, server.host);
    settings.insert(protocol + u".port"_s, QString::number(server.port));
    settings.insert(protocol + u".security"_s,
                    server.security == MailSecurity::Tls ? u"tls"_s : u"starttls"_s);
}

MailServer serverOf(const Account &account, const QString &protocol)
{
    const auto value = [&](const QString &name) {
        return account.settings.value(protocol + u'.' + name);
    };
    MailServer server{.host = value(u"host"_s), .port = value(u"port"_s).toUShort()};
    server.security = value(u"security"_s) == "starttls"_L1 ? MailSecurity::StartTls : MailSecurity::Tls;
    if (server.port == 0) {
        server.port = protocol == "imap"_L1 ? usualImapPort(server.security) : usualSmtpPort(server.security);
    }
    return server;
}

} // namespace

QStringList strangeHosts(const MailSetup &setup, const QString &address)
{
    const QString domain = mailDomain(address);
    QStringList strange{setup.imap.host, setup.smtp.host};
    strange.removeIf([&](const QString &host) {
        return host.isEmpty() || host == domain || host.endsWith(u'.' + domain);
    });
    strange.removeDuplicates();
    return strange;
}

Account withSetup(Account account, const MailSetup &setup)
{
    store(account.settings, u"imap"_s, setup.imap);
    store(account.settings, u"smtp"_s, setup.smtp);
    if (setup.user.isEmpty() || setup.user == account.address) {
        account.settings.remove(u"user"_s);
    } else {
        account.settings.insert(u"user"_s, setup.user);
    }
    return account;
}

MailSetup setupOf(const Account &account)
{
    return {.imap = serverOf(account, u"imap"_s),
            .smtp = serverOf(account, u"smtp"_s),
            .user = account.settings.value(u"user"_s, account.address)};
}

QString mailDomain(const QString &address)
{
    const qsizetype at = address.lastIndexOf(u'@');
    const QString domain = at <= 0 ? QString() : hostName(address.sliced(at + 1));
    return domain.contains(u'.') ? domain : QString();
}

QString hostName(const QString &written)
{
    static const QRegularExpression name(
        u"^(?=.*[a-z0-9])[a-z0-9]([a-z0-9-]*[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*$"_s);
    static const QRegularExpression literal(u"^[0-9a-f:]*:[0-9a-f:.]+$"_s);
    const QString trimmed = written.trimmed();
    const QString ascii = literal.match(trimmed.toLower()).hasMatch()
        ? trimmed.toLower()
        : QString::fromLatin1(QUrl::toAce(trimmed)).toLower();
    const bool isHost
        = ascii.size() <= longestHost && (name.match(ascii).hasMatch() || literal.match(ascii).hasMatch());
    return isHost ? ascii : QString();
}

quint16 usualImapPort(MailSecurity security)
{
    return security == MailSecurity::Tls ? 993 : 143;
}

quint16 usualSmtpPort(MailSecurity security)
{
    return security == MailSecurity::Tls ? 465 : 587;
}

} // namespace aside
