// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/import/mail/mailparser.h"
#include "app/import/mail/mboxsplitter.h"
#include "models/ports/importsource.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <memory>

namespace aside {

/// Reads an mbox message by message; its cursor is the offset of the next one.
class MboxReader final : public ImportSource
{
public:
    [[nodiscard]] static Result<std::unique_ptr<ImportSource>> open(const QString &path,
                                                                    const QStringList &ownAddresses);

    [[nodiscard]] QString key() const override { return m_key; }
    [[nodiscard]] Result<void> resume(const QByteArray &cursor) override;
    [[nodiscard]] Result<ImportStep> next() override;

private:
    MboxReader(MboxSplitter splitter, QString key, MailContext context);

    void add(const MboxSplitter::Piece &piece, ImportStep &step) const;
    [[nodiscard]] QByteArray cursor() const;

    MboxSplitter m_splitter;
    QString m_key;
    MailContext m_context;
};

} // namespace aside
