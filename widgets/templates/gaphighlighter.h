// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QSyntaxHighlighter>

namespace aside {

/// Paints the ⟨places to fill in⟩ of a text with a background of their own. The document owns it.
class GapHighlighter : public QSyntaxHighlighter
{
    Q_OBJECT
public:
    explicit GapHighlighter(QTextDocument *document);

protected:
    void highlightBlock(const QString &text) override;
};

} // namespace aside
