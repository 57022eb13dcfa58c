// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QIODevice>

namespace aside {

/// What is sent with a request, read once. Qt sends a request again by itself where a connection that was
/// kept turns out to be closed, also one that the server has read; it cannot where the body does not come
/// back.
class OneWayBody final : public QIODevice
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(OneWayBody)
public:
    explicit OneWayBody(QByteArray bytes, QObject *parent = nullptr);

    [[nodiscard]] bool isSequential() const override { return true; }
    [[nodiscard]] bool atEnd() const override { return isSpent(); }
    [[nodiscard]] qint64 bytesAvailable() const override;
    bool seek(qint64) override { return false; }
    /// Whether all of it has been taken: it may have left then.
    [[nodiscard]] bool isSpent() const { return m_at == m_bytes.size(); }

protected:
    qint64 readData(char *data, qint64 most) override;
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    QByteArray m_bytes;
    qsizetype m_at = 0;
};

} // namespace aside
