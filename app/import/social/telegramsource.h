// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/import/social/bytereader.h"
#include "app/import/social/jsonstream.h"
#include "app/import/social/telegrammessage.h"
#include "models/ports/importsource.h"

#include <QByteArrayView>

#include <functional>
#include <memory>

namespace aside {

/// Whether these first bytes of a file begin Telegram Desktop's result.json.
[[nodiscard]] bool looksLikeTelegram(QByteArrayView head);

/// Telegram Desktop's result.json, of one chat or of all of them, however large.
class TelegramSource final : public ImportSource
{
public:
    [[nodiscard]] static Result<std::unique_ptr<ImportSource>> open(const QString &path);

    [[nodiscard]] QString key() const override { return m_key; }
    [[nodiscard]] Result<void> resume(const QByteArray &cursor) override;
    [[nodiscard]] Result<ImportStep> next() override;

private:
    using Field = std::function<void(const QString &, const QJsonValue &)>;

    TelegramSource(QString path, std::unique_ptr<ByteReader> in);
    [[nodiscard]] QByteArray cursor() const;
    [[nodiscard]] Result<void> advance(ImportStep &step);
    [[nodiscard]] Result<void> readTop();
    [[nodiscard]] Result<void> readChats();
    [[nodiscard]] Result<void> readList();
    [[nodiscard]] Result<void> readChat();
    [[nodiscard]] Result<void> readMessage(ImportStep &step);
    [[nodiscard]] Result<void> readField(const QString &name);
    void lookAhead();
    void setField(const QString &name, const QJsonValue &value);
    void attach(IncomingMessage &message, const QJsonObject &json, ImportStep &step);
    [[nodiscard]] ImportProblem problem(Error error) const;

    QString m_path;
    QString m_key;
    std::unique_ptr<ByteReader> m_in;
    JsonStream m_json;
    TelegramChat m_chat;
    qint64 m_payload = 0;
    bool m_atEnd = false;
};

} // namespace aside
