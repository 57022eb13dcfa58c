// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/import/social/bytereader.h"
#include "app/import/social/jsonstream.h"
#include "models/ports/importsource.h"

#include <QByteArrayView>

#include <memory>

namespace aside {

/// Whether these first bytes of a file begin an array of customer-care dialogues.
[[nodiscard]] bool looksLikeCareDialogues(QByteArrayView head);

/// Customer-care dialogues from X: an array of {agentURL, dialogContent, dialogHeader}.
class CareSource final : public ImportSource
{
public:
    [[nodiscard]] static Result<std::unique_ptr<ImportSource>> open(const QString &path);

    [[nodiscard]] QString key() const override { return m_key; }
    [[nodiscard]] Result<void> resume(const QByteArray &cursor) override;
    [[nodiscard]] Result<ImportStep> next() override;

private:
    CareSource(QString path, std::unique_ptr<ByteReader> in);
    [[nodiscard]] Result<void> advance(ImportStep &step);
    [[nodiscard]] ImportProblem problem(Error error) const;

    QString m_path;
    QString m_key;
    std::unique_ptr<ByteReader> m_in;
    JsonStream m_json;
    bool m_atEnd = false;
};

} // namespace aside
