// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/channels/email/autoconfig/clientconfig.h"

#include <QXmlStreamReader>

#include <algorithm>

namespace aside::mail {

namespace {

using namespace Qt::StringLiterals;

constexpr int deepest = 16;
constexpr int mostElements = 2'000;
constexpr qsizetype longestValue = 255;

/// A server as the file has it.
struct Written {
    QString type{};
    QString host{};
    QString port{};
    QString security{};
    QString user{};
    QStringList authentications{};
};

struct File {
    QString name;
    QList<Written> incoming;
    QList<Written> outgoing;
};

/// Reads the elements that matter; lets all others go by, but counts them.
class Reader
{
public:
    explicit Reader(const QByteArray &xml)
        : m_xml(xml)
    {
    }

    Result<File> read()
    {
        while (!m_xml.atEnd()) {
            switch (m_xml.readNext()) {
            case QXmlStreamReader::DTD:
            case QXmlStreamReader::EntityReference:
                return fail(Errc::BadAnswer, u"a document type"_s);
            case QXmlStreamReader::StartElement:
                if (!enter()) {
                    return fail(Errc::BadAnswer, u"too deep or too long"_s);
                }
                break;
            case QXmlStreamReader::Characters:
                m_text += m_xml.text().left(longestValue + 1 - std::min(longestValue, m_text.size()));
                break;
            case QXmlStreamReader::EndElement:
                leave();
                break;
            default: // Qt's: the beginning, comments, instructions
                break;
            }
        }
        if (m_xml.hasError() || !m_isConfig) {
            return fail(Errc::BadAnswer, u"no client configuration"_s);
        }
        return m_file;
    }

private:
    bool enter()
    {
        const QString name = m_xml.name().toString();
        m_isConfig |= m_path.isEmpty() && name == "clientConfig"_L1;
        m_path.append(name);
        m_text.clear();
        if (isServer()) {
            const Written server{.type = m_xml.attributes().value("type"_L1).toString().left(longestValue)};
            (m_path.constLast() == "incomingServer"_L1 ? m_file.incoming : m_file.outgoing).append(server);
        }
        return ++m_elements <= mostElements && m_path.size() <= deepest;
    }

    void leave()
    {
        const QString value = m_text.trimmed().left(longestValue);
        const QString name = m_path.takeLast();
        const QString around = m_path.join(u'/');
        if (around == "clientConfig/emailProvider"_L1 && name == "displayName"_L1) {
            m_file.name = value;
        } else if (around == "clientConfig/emailProvider/incomingServer"_L1) {
            take(m_file.incoming.last(), name, value);
        } else if (around == "clientConfig/emailProvider/outgoingServer"_L1) {
            take(m_file.outgoing.last(), name, value);
        }
        m_text.clear();
    }

    [[nodiscard]] bool isServer() const
    {
        const QString path = m_path.join(u'/');
        return path == "clientConfig/emailProvider/incomingServer"_L1
            || path == "clientConfig/emailProvider/outgoingServer"_L1;
    }

    static void take(Written &server, const QString &name, const QString &value)
    {
        if (name == "hostname"_L1) {
            server.host = value;
        } else if (name == "port"_L1) {
            server.port = value;
        } else if (name == "socketType"_L1) {
            server.security = value;
        } else if (name == "username"_L1) {
            server.user = value;
        } else if (name == "authentication"_L1) {
            server.authentications.append(value);
        }
    }

    QXmlStreamReader m_xml;
    File m_file;
    QStringList m_path;
    QString m_text;
    int m_elements = 0;
    bool m_isConfig = false;
};

QString filled(QString pattern, const QString &address)
{
    const qsizetype at = address.lastIndexOf(u'@');
    // In one pass each: what an address holds is not read again.
    if (pattern == "%EMAILADDRESS%"_L1) {
        return address;
    }
    if (pattern == "%EMAILLOCALPART%"_L1) {
        return address.first(at);
    }
    pattern.replace("%EMAILDOMAIN%"_L1, mailDomain(address));
    return pattern.contains(u'%') ? QString() : pattern;
}

QList<MailSignIn> signIns(const Written &server)
{
    QList<MailSignIn> ways;
    for (const QString &name : server.authentications) {
        const bool isPassword = name == "password-cleartext"_L1 || name == "plain"_L1
            || name == "password-encrypted"_L1 || name == "secure"_L1;
        if (isPassword && !ways.contains(MailSignIn::Password)) {
            ways.append(MailSignIn::Password);
        } else if (name == "OAuth2"_L1 && !ways.contains(MailSignIn::OAuth)) {
            ways.append(MailSignIn::OAuth);
        }
    }
    return ways;
}

struct Chosen {
    MailServer server;
    Written written;
};

/// The first that can be used; the order is the provider's own.
Result<Chosen> choose(const QList<Written> &servers, QLatin1StringView type, const QString &address)
{
    Errc why = Errc::NotFound;
    for (const Written &written : servers) {
        const bool isTls = written.security == "SSL"_L1;
        const quint16 port = written.port.toUShort();
        const QString host = hostName(filled(written.host, address));
        if (written.type != type || port == 0 || host.isEmpty()) {
            continue;
        }
        if (!isTls && written.security != "STARTTLS"_L1) {
            why = Errc::Insecure;
            continue;
        }
        if (signIns(written).isEmpty()) {
            why = Errc::SignInUnsupported;
            continue;
        }
        return Chosen{
            .server
            = {.host = host, .port = port, .security = isTls ? MailSecurity::Tls : MailSecurity::StartTls},
            .written = written};
    }
    return fail(why, type);
}

} // namespace

Result<MailSetup> parseClientConfig(const QByteArray &xml, const QString &address)
{
    const Result<File> file = Reader(xml).read();
    if (!file) {
        return std::unexpected(file.error());
    }
    const Result<Chosen> imap = choose(file->incoming, "imap"_L1, address);
    const Result<Chosen> smtp = choose(file->outgoing, "smtp"_L1, address);
    if (!imap || !smtp) {
        return std::unexpected(imap ? smtp.error() : imap.error());
    }
    const QString user = filled(imap->written.user, address);
    return MailSetup{.imap = imap->server,
                     .smtp = smtp->server,
                     .user = user.isEmpty() ? address : user,
                     .origin = SetupOrigin::Provider,
                     .provider = file->name,
                     .signIns = signIns(imap->written)};
}

} // namespace aside::mail
