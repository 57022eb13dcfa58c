// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/channels/email/adapter/emailsettings.h"

namespace aside::mail {

namespace {

using namespace Qt::StringLiterals;

std::optional<Security> securityOf(const QString &name)
{
    if (name.isEmpty() || name == "tls"_L1) {
        return Security::Tls;
    }
    if (name == "starttls"_L1) {
        return Security::StartTls;
    }
    return name == "plain-loopback"_L1 ? std::optional(Security::PlainLoopback) : std::nullopt;
}

/// 993 and 465 for TLS, 143 and 587 else (RFC 8314).
quint16 usualPort(const QString &protocol, Security security)
{
    const bool isTls = security == Security::Tls;
    return protocol == "imap"_L1 ? (isTls ? 993 : 143) : (isTls ? 465 : 587);
}

Result<ServerAddress> serverOf(const Account &account, const QString &protocol)
{
    const auto value = [&](const char *name) {
        return account.settings.value(protocol + u'.' + QLatin1StringView(name)).trimmed();
    };
    const std::optional<Security> security = securityOf(value("security"));
    if (!security || value("host").isEmpty()) {
        return fail(Errc::BadSettings, protocol + (security ? u".host"_s : u".security"_s));
    }
    bool isNumber = true;
    const quint16 port
        = value("port").isEmpty() ? usualPort(protocol, *security) : value("port").toUShort(&isNumber);
    if (!isNumber || port == 0) {
        return fail(Errc::BadSettings, protocol + u".port"_s);
    }
    return ServerAddress{.host = value("host"), .port = port, .security = *security};
}

} // namespace

Result<EmailSettings> EmailSettings::of(const Account &account)
{
    const Result<ServerAddress> imap = serverOf(account, u"imap"_s);
    const Result<ServerAddress> smtp = serverOf(account, u"smtp"_s);
    if (!imap || !smtp) {
        return std::unexpected(imap ? smtp.error() : imap.error());
    }
    EmailSettings settings{.imap = *imap,
                           .smtp = *smtp,
                           .user = account.settings.value(u"user"_s, account.address),
                           .since = {},
                           .copiesToSent = account.settings.value(u"sent.copy"_s) != "no"_L1};
    const QString auth = account.settings.value(u"auth"_s);
    if (!auth.isEmpty() && auth != "password"_L1 && auth != "oauth"_L1) {
        return fail(Errc::BadSettings, u"auth"_s);
    }
    settings.auth = auth == "oauth"_L1 ? MailAuth::OAuth : MailAuth::Password;
    for (const QString &folder : account.settings.value(u"folders"_s).split(u'\n', Qt::SkipEmptyParts)) {
        settings.folders.append(folder.toUtf8());
    }
    const QString since = account.settings.value(u"since"_s);
    if (!since.isEmpty()) {
        settings.since = QDate::fromString(since, Qt::ISODate);
        if (!settings.since->isValid()) {
            return fail(Errc::BadSettings, u"since"_s);
        }
    }
    return settings;
}

} // namespace aside::mail
