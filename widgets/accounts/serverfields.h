// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/mailsetup.h"

#include <QGroupBox>

class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QSpinBox;

namespace aside {

enum class MailService : quint8 { Imap, Smtp };

/// One server: its name, port and encryption.
class ServerFields final : public QGroupBox
{
    Q_OBJECT
public:
    ServerFields(MailService service, QWidget *parent);

    void show(const MailServer &server);
    void focusHost();
    /// Without a host where what stands there is none.
    [[nodiscard]] MailServer server() const;

Q_SIGNALS:
    void changed();

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void followSecurity();
    [[nodiscard]] MailSecurity security() const;
    [[nodiscard]] quint16 usualPort(MailSecurity security) const;

    MailService m_service;
    QFormLayout *m_form;
    QLineEdit *m_host;
    QSpinBox *m_port;
    QComboBox *m_security;
    QLabel *m_hostLabel;
    QLabel *m_portLabel;
    QLabel *m_securityLabel;
};

} // namespace aside
