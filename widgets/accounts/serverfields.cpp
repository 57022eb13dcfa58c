// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/accounts/serverfields.h"

#include <QComboBox>
#include <QEvent>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QSpinBox>

namespace aside {

namespace {

constexpr int spacing = 8;

QLabel *labelFor(QWidget *field, QFormLayout &form)
{
    auto *label = new QLabel(field->parentWidget());
    label->setTextFormat(Qt::PlainText);
    label->setBuddy(field);
    form.addRow(label, field);
    return label;
}

} // namespace

ServerFields::ServerFields(MailService service, QWidget *parent)
    : QGroupBox(parent)
    , m_service(service)
    , m_form(new QFormLayout(this))
    , m_host(new QLineEdit(this))
    , m_port(new QSpinBox(this))
    , m_security(new QComboBox(this))
    , m_hostLabel(labelFor(m_host, *m_form))
    , m_portLabel(labelFor(m_port, *m_form))
    , m_securityLabel(labelFor(m_security, *m_form))
{
    const QString prefix = service == MailService::Imap ? QStringLiteral("imap") : QStringLiteral("smtp");
    m_host->setObjectName(prefix + QStringLiteral("Host"));
    m_port->setObjectName(prefix + QStringLiteral("Port"));
    m_security->setObjectName(prefix + QStringLiteral("Security"));
    m_port->setRange(1, 65'535);
    m_port->setGroupSeparatorShown(false);
    m_security->addItems({QString(), QString()});
    m_form->setVerticalSpacing(spacing);
    m_form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_form->setLabelAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    retranslate();
    connect(m_host, &QLineEdit::textChanged, this, &ServerFields::changed);
    connect(m_port, &QSpinBox::valueChanged, this, &ServerFields::changed);
    connect(m_security, &QComboBox::currentIndexChanged, this, &ServerFields::followSecurity);
}

void ServerFields::show(const MailServer &server)
{
    const QSignalBlocker quiet(m_security);
    m_host->setText(server.host);
    m_security->setCurrentIndex(server.security == MailSecurity::Tls ? 0 : 1);
    m_port->setValue(server.port == 0 ? usualPort(server.security) : server.port);
}

void ServerFields::focusHost()
{
    m_host->setFocus(Qt::OtherFocusReason);
}

MailServer ServerFields::server() const
{
    return {.host = hostName(m_host->text()),
            .port = static_cast<quint16>(m_port->value()),
            .security = security()};
}

MailSecurity ServerFields::security() const
{
    return m_security->currentIndex() == 0 ? MailSecurity::Tls : MailSecurity::StartTls;
}

quint16 ServerFields::usualPort(MailSecurity security) const
{
    return m_service == MailService::Imap ? usualImapPort(security) : usualSmtpPort(security);
}

/// A port that was the usual one stays the usual one.
void ServerFields::followSecurity()
{
    const MailSecurity other = security() == MailSecurity::Tls ? MailSecurity::StartTls : MailSecurity::Tls;
    if (m_port->value() == usualPort(other)) {
        m_port->setValue(usualPort(security()));
    }
    Q_EMIT changed();
}

void ServerFields::retranslate()
{
    setTitle(m_service == MailService::Imap ? tr("Receiving (IMAP)") : tr("Sending (SMTP)"));
    m_hostLabel->setText(tr("Server"));
    m_portLabel->setText(tr("Port"));
    m_securityLabel->setText(tr("Encryption"));
    m_host->setAccessibleName(m_service == MailService::Imap ? tr("Server for receiving")
                                                             : tr("Server for sending"));
    m_port->setAccessibleName(m_service == MailService::Imap ? tr("Port for receiving")
                                                             : tr("Port for sending"));
    m_security->setAccessibleName(m_service == MailService::Imap ? tr("Encryption when receiving")
                                                                 : tr("Encryption when sending"));
    const QSignalBlocker quiet(m_security);
    m_security->setItemText(0, tr("TLS from the beginning"));
    m_security->setItemText(1, tr("STARTTLS"));
}

void ServerFields::changeEvent(QEvent *event)
{
    QGroupBox::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
}

} // namespace aside
