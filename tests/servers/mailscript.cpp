// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/servers/mailscript.h"

#include <QSslSocket>

#include <algorithm>
#include <utility>

namespace aside::test {

using namespace Qt::StringLiterals;

MailScript::MailScript(QList<QByteArray> script)
    : MailScript(std::move(script), QSslConfiguration())
{
}

MailScript::MailScript(QList<QByteArray> script, QSslConfiguration tls)
    : m_script(std::move(script))
    , m_tls(std::move(tls))
{
    listen(QHostAddress::LocalHost);
}

void MailScript::incomingConnection(qintptr handle)
{
    auto *socket = new QSslSocket(this);
    if (m_socket != nullptr) {
        m_surprises.append(u"a second connection"_s);
        socket->abort();
        return;
    }
    m_socket = socket;
    m_socket->setSslConfiguration(m_tls);
    m_socket->setSocketDescriptor(handle);
    connect(m_socket, &QIODevice::readyRead, this, &MailScript::hear);
    connect(m_socket, &QSslSocket::encrypted, this, &MailScript::play);
    connect(m_socket, &QAbstractSocket::disconnected, this, [this] { m_isLeft = true; });
    play();
}

void MailScript::play()
{
    QByteArray words;
    while (!m_script.isEmpty()
           && (m_script.constFirst().startsWith("S: ") || m_script.constFirst().startsWith("B: "))) {
        const QByteArray step = m_script.takeFirst();
        words += step.sliced(3) + (step.startsWith('S') ? "\r\n" : "");
    }
    if (!words.isEmpty()) {
        m_socket->write(words);
    }
    if (m_script.isEmpty()) {
        return;
    }
    if (m_script.constFirst() == "TLS") {
        m_script.removeFirst();
        m_socket->flush();
        m_socket->startServerEncryption();
    } else if (m_script.constFirst() == "END") {
        m_script.removeFirst();
        m_socket->disconnectFromHost();
    } else {
        hear();
    }
}

bool MailScript::fits(const QByteArray &line) const
{
    const QByteArray step = m_script.value(0);
    return step.startsWith("C? ") ? line.startsWith(step.sliced(3))
                                  : step.sliced(std::min<qsizetype>(3, step.size())) == line;
}

bool MailScript::expectsLine() const
{
    return m_script.constFirst().startsWith('C') || m_script.constFirst().startsWith("U: ");
}

void MailScript::hear()
{
    while (m_socket->canReadLine()) {
        QByteArray line = m_socket->readLine();
        line.chop(line.endsWith("\r\n") ? 2 : 1);
        m_heard.append(line);
        if (m_script.value(0).startsWith("U: ") && m_script.constFirst().sliced(3) != line) {
            continue;
        }
        if (!fits(line)) {
            m_surprises.append(QString::fromUtf8(line));
            m_socket->abort();
            return;
        }
        m_script.removeFirst();
        if (!m_script.isEmpty() && !expectsLine()) {
            return play();
        }
    }
}

} // namespace aside::test
