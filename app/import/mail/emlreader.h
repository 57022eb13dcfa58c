// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/import/mail/mailparser.h"
#include "models/ports/importsource.h"

#include <QString>

namespace aside {

/// One message in one file: a single step.
class EmlReader final : public ImportSource
{
public:
    EmlReader(QString path, QStringList ownAddresses);

    [[nodiscard]] QString key() const override { return m_key; }
    [[nodiscard]] Result<void> resume(const QByteArray &cursor) override;
    [[nodiscard]] Result<ImportStep> next() override;

private:
    QString m_path;
    QString m_key;
    QStringList m_ownAddresses;
    bool m_isDone = false;
};

} // namespace aside
