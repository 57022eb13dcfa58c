// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/template.h"
#include "models/templates/templatecatalog.h"
#include "models/templates/templatevariables.h"

#include <expected>
#include <memory>

namespace aside {

/// A place of a rendered text that waits for the operator.
struct TemplateGap {
    TextRange range; ///< with ⟨ and ⟩
    QString name; ///< of the field or the variable
    QString label;
    FieldType type = FieldType::Text;
    bool isRequired = true;
    QStringList choices{};

    bool operator==(const TemplateGap &) const = default;
};

/// A template made into a text for one conversation.
struct RenderedTemplate {
    QString text;
    QList<TemplateGap> gaps; ///< by place
    QList<TemplateAttachment> files;

    bool operator==(const RenderedTemplate &) const = default;
};

/// Fills templates in with KTextTemplate, in a sandbox: only the tags and filters of templatescan.h, includes
/// from the catalog alone, no file and no plugin of a template's choice, a bounded result. What the values
/// say is never read as a template. Belongs to one thread; needs a QCoreApplication.
class TemplateRenderer
{
public:
    TemplateRenderer();
    ~TemplateRenderer();
    Q_DISABLE_COPY_MOVE(TemplateRenderer)

    /// The longest text it makes.
    static constexpr qsizetype longestText = 100'000;

    /// Fields and variables that have no value, and no `default`, become gaps.
    [[nodiscard]] std::expected<RenderedTemplate, TemplateProblem>
    render(const Template &from, const TemplateCatalog &catalog, const TemplateValues &values);

private:
    class Private;
    std::unique_ptr<Private> d;
};

/// The gaps of a text, also of one that was saved and loaded since. Fields are told by their labels.
[[nodiscard]] QList<TemplateGap> gapsOf(const QString &text, const QList<TemplateField> &fields = {});

} // namespace aside
