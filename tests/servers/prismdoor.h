// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QProcess>
#include <QStringList>
#include <QTcpServer>
#include <QUrl>

namespace aside::test {

/// Stands in front of a server and holds every request and every answer against the description of its
/// interface (OpenAPI). Prism does it; what it does not like is kept, and the client is refused. It takes its
/// time to start: one for a test program.
class PrismDoor : public QObject
{
    Q_OBJECT
public:
    explicit PrismDoor(quint16 target);
    ~PrismDoor() override;

    /// Why it is not there, in words for whoever reads that a test was skipped; empty: it is.
    [[nodiscard]] QString start(const QString &description);
    [[nodiscard]] QUrl url() const;

    QStringList refused; ///< what it did not like, with what was asked

private:
    void accept();

    quint16 m_target;
    quint16 m_port = 0; ///< of Prism
    QProcess m_prism;
    QTcpServer m_door;
};

/// The description of Mastodon's interface, without its own mistakes. Empty where it is not there.
[[nodiscard]] QByteArray mastodonDescription();

} // namespace aside::test
