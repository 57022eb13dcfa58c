// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/servers/mailcertificates.h"

#include <QFile>
#include <QProcess>
#include <QSslKey>
#include <QSslSocket>

namespace aside::test {

namespace {

using namespace Qt::StringLiterals;

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

std::unique_ptr<MailCertificates> MailCertificates::make()
{
    auto made = std::make_unique<MailCertificates>();
    const int code = QProcess::execute(QStringLiteral(TEST_SERVERS_DIR) + u"/mail-certificates.sh"_s,
                                       {made->m_folder.path()});
    return code == 0 ? std::move(made) : nullptr;
}

QString MailCertificates::path(MailCertificate certificate) const
{
    switch (certificate) {
    case MailCertificate::Good:
        return m_folder.filePath(u"good"_s);
    case MailCertificate::Expired:
        return m_folder.filePath(u"expired"_s);
    case MailCertificate::NotYet:
        return m_folder.filePath(u"notyet"_s);
    case MailCertificate::NoName:
        return m_folder.filePath(u"noname"_s);
    case MailCertificate::Stranger:
        return m_folder.filePath(u"stranger"_s);
    case MailCertificate::WrongHost:
        return m_folder.filePath(u"wronghost"_s);
    case MailCertificate::SelfSigned:
        return m_folder.filePath(u"selfsigned"_s);
    case MailCertificate::WeakKey:
        return m_folder.filePath(u"weakkey"_s);
    case MailCertificate::Sha1:
        return m_folder.filePath(u"sha1"_s);
    }
    Q_UNREACHABLE_RETURN(QString());
}

QSslConfiguration MailCertificates::server(MailCertificate certificate) const
{
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.setLocalCertificate(QSslCertificate(contentOf(path(certificate) + u".pem"_s)));
    tls.setPrivateKey(QSslKey(contentOf(path(certificate) + u".key"_s), QSsl::Ec));
    tls.setPeerVerifyMode(QSslSocket::VerifyNone);
    return tls;
}

QList<QSslCertificate> MailCertificates::authorities() const
{
    return QSslCertificate::fromData(contentOf(m_folder.filePath(u"ca.pem"_s)));
}

} // namespace aside::test
