// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/templates/gaphighlighter.h"

#include "models/templates/templaterenderer.h"
#include "widgets/theme/theme.h"

namespace aside {

GapHighlighter::GapHighlighter(QTextDocument *document)
    : QSyntaxHighlighter(document)
{
}

void GapHighlighter::highlightBlock(const QString &text)
{
    QTextCharFormat format;
    format.setBackground(currentTheme().warningBackground);
    format.setForeground(currentTheme().warningText);
    for (const TemplateGap &gap : gapsOf(text)) {
        setFormat(static_cast<int>(gap.range.start), static_cast<int>(gap.range.length), format);
    }
}

} // namespace aside
