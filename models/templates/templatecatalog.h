// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/template.h"

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QString>

#include <optional>

namespace aside {

/// A template file as it was read from a folder.
struct TemplateSourceFile {
    QString id; ///< path below the folder, without ".md"
    QByteArray bytes{};
    bool isReadable = true;

    bool operator==(const TemplateSourceFile &) const = default;
};

/// All templates of a profile: the good ones, and what is wrong with the others. A value: made on any thread
/// and handed over whole. Where a template of mine has the same id as one of the team's, mine is taken.
class TemplateCatalog
{
public:
    TemplateCatalog() = default;

    /// Reads the files of one folder. A broken one never touches the others.
    void add(TemplateScope scope, const QList<TemplateSourceFile> &files);
    /// After all folders: finds includes that lead nowhere, in circles or too deep. What includes a broken
    /// template is broken.
    void finish();
    /// What is wrong with a folder and no file of it says.
    void report(const QList<TemplateProblem> &problems) { m_problems.append(problems); }

    /// By id.
    [[nodiscard]] const QList<Template> &templates() const { return m_templates; }
    [[nodiscard]] const QList<TemplateProblem> &problems() const { return m_problems; }
    [[nodiscard]] const Template *find(const QString &id) const;

    bool operator==(const TemplateCatalog &) const = default;

private:
    [[nodiscard]] std::optional<TemplateProblem> includeProblem(const Template &from) const;

    QList<Template> m_templates;
    QList<TemplateProblem> m_problems;
};

/// The includes of one body, with where they stand.
struct TemplateInclude {
    QString name;
    TextRange range; ///< in the body
};
[[nodiscard]] QList<TemplateInclude> includesOf(const Template &from);

/// The most templates that one may include in a row.
inline constexpr int deepestInclude = 8;

} // namespace aside
