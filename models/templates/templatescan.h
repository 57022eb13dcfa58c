// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/template.h"

#include <QList>
#include <QStringList>
#include <QStringView>

namespace aside {

enum class TemplateTokenKind : quint8 {
    Text,
    Variable, ///< {{ name|filter }}
    Tag, ///< {% if name %}
    Comment, ///< {# words #}
    Open, ///< begins one of these and does not end it on its line
};

struct TemplateToken {
    TemplateTokenKind kind = TemplateTokenKind::Text;
    TextRange range; ///< with the braces
    QString content{}; ///< without braces and the space at the ends

    bool operator==(const TemplateToken &) const = default;
};

/// Cuts a body into tokens that cover it. Linear; may be called on any thread.
[[nodiscard]] QList<TemplateToken> scanTemplate(QStringView body);

/// `person.first_name|default:"you"` taken apart. The ranges count from the beginning of the content.
struct TemplateExpression {
    struct Filter {
        QString name;
        TextRange range;

        bool operator==(const Filter &) const = default;
    };

    QString name; ///< empty for a quoted text or a number
    TextRange range;
    QList<Filter> filters;

    [[nodiscard]] bool hasFilter(QStringView filter) const;
    bool operator==(const TemplateExpression &) const = default;
};

[[nodiscard]] TemplateExpression templateExpression(QStringView content);

/// The words of a tag, quoted texts in one piece.
[[nodiscard]] QStringList tagWords(QStringView content);

/// The name in {% include "name" %}, without ".md"; empty where it is anything else.
[[nodiscard]] QString includedName(QStringView content);

/// All faults of the body that can be seen without other templates, by place. What `readTemplate` calls; the
/// editor calls it while somebody types.
[[nodiscard]] QList<TemplateProblem> problemsOf(const Template &checked);

/// The filters and the tags a body may use.
[[nodiscard]] const QStringList &templateFilters();
[[nodiscard]] const QStringList &templateTags();

} // namespace aside
