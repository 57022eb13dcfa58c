// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/templates/templatehighlighter.h"

#include "widgets/theme/theme.h"

#include <KSyntaxHighlighting/Definition>
#include <KSyntaxHighlighting/Format>
#include <KSyntaxHighlighting/Theme>

namespace aside {

namespace {

using Style = KSyntaxHighlighting::Theme::TextStyle;

/// What matters stands out by more than its colour.
QTextCharFormat formatOf(Style style)
{
    const Theme &theme = currentTheme();
    QTextCharFormat format;
    switch (style) {
    case Style::RegionMarker:
    case Style::Operator:
        format.setForeground(theme.secondaryText);
        break;
    case Style::Comment:
        format.setForeground(theme.secondaryText);
        format.setFontItalic(true);
        break;
    case Style::Import:
    case Style::Attribute:
    case Style::Keyword:
        format.setForeground(theme.accent);
        format.setFontWeight(QFont::DemiBold);
        break;
    case Style::Variable:
    case Style::Function:
        format.setForeground(theme.link);
        break;
    case Style::Others:
        format.setForeground(theme.privateBadgeText);
        format.setBackground(theme.privateBadge);
        break;
    case Style::String:
    case Style::DecVal:
        format.setForeground(theme.draftText);
        break;
    case Style::Warning:
    case Style::Error:
        format.setForeground(theme.danger);
        format.setUnderlineColor(theme.danger);
        format.setUnderlineStyle(QTextCharFormat::WaveUnderline);
        break;
    default: // KSyntaxHighlighting's own styles: those our definition does not use
        break;
    }
    return format;
}

} // namespace

TemplateHighlighter::TemplateHighlighter(QTextDocument *document)
    : SyntaxHighlighter(document)
{
    m_repository.addCustomSearchPath(QStringLiteral(":/aside")); // it looks into syntax/ there
    setDefinition(m_repository.definitionForName(QStringLiteral("Aside Template")));
}

void TemplateHighlighter::applyFormat(int offset, int length, const KSyntaxHighlighting::Format &format)
{
    setFormat(offset, length, formatOf(format.textStyle()));
}

} // namespace aside
