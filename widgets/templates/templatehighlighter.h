// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <KSyntaxHighlighting/Repository>
#include <KSyntaxHighlighting/SyntaxHighlighter>

namespace aside {

/// Colours the file of a template by our own definition, resources/syntax/aside-template.xml, with the
/// colours of the theme of now. The document owns it.
class TemplateHighlighter : public KSyntaxHighlighting::SyntaxHighlighter
{
    Q_OBJECT
public:
    explicit TemplateHighlighter(QTextDocument *document);

    /// False where the definition is missing or broken.
    [[nodiscard]] bool hasDefinition() const { return definition().isValid(); }

protected:
    void applyFormat(int offset, int length, const KSyntaxHighlighting::Format &format) override;

private:
    KSyntaxHighlighting::Repository m_repository;
};

} // namespace aside
