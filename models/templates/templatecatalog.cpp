// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/templates/templatecatalog.h"

#include "models/templates/templatefile.h"
#include "models/templates/templatehead.h"
#include "models/templates/templatescan.h"

#include <QHash>
#include <QSet>

#include <algorithm>
#include <utility>

namespace aside {

namespace {

TemplateProblem problemAt(const Template &from, TextRange range, TemplateFault fault, const QString &detail)
{
    const auto before = QStringView(from.body).first(range.start);
    return {.file = templatePath(from.id),
            .line = from.bodyLine + static_cast<int>(before.count(u'\n')),
            .column = static_cast<int>(range.start - before.lastIndexOf(u'\n')),
            .fault = fault,
            .detail = detail,
            .range = {.start = range.start + from.bodyStart, .length = range.length},
            .scope = from.scope};
}

/// How an include ends that begins here: well, nowhere, in a circle, too deep or as too long a text.
enum class Walk : quint8 { Fine, Missing, Loop, TooDeep, TooLong };

/// The longest body with all that it includes, each as often as it is included: a few lines that include each
/// other tenfold would keep the renderer busy for days.
constexpr qsizetype longestExpanded = 1'000'000;

/// Follows includes and remembers where it was, so that a web of them costs no more than its threads.
class IncludeWalk
{
public:
    explicit IncludeWalk(const TemplateCatalog &catalog)
        : m_catalog(catalog)
    {
    }

    Walk walk(const QString &name, int depth)
    {
        if (m_path.contains(name)) {
            return Walk::Loop;
        }
        if (depth > deepestInclude) {
            return Walk::TooDeep;
        }
        const auto *from = m_catalog.find(name);
        if (!from) {
            return Walk::Missing;
        }
        if (const auto known = m_fine.constFind(name); known != m_fine.cend() && known->depth >= depth) {
            return Walk::Fine;
        }
        m_path.append(name);
        auto size = from->body.size();
        auto result = Walk::Fine;
        for (const auto &include : includesOf(*from)) {
            result = walk(include.name, depth + 1);
            size += m_fine.value(include.name).size;
            if (result == Walk::Fine && size > longestExpanded) {
                result = Walk::TooLong;
            }
            if (result != Walk::Fine) {
                break;
            }
        }
        m_path.removeLast();
        if (result == Walk::Fine) {
            m_fine.insert(name, {.depth = depth, .size = size});
        }
        return result;
    }

    [[nodiscard]] qsizetype sizeOf(const QString &name) const { return m_fine.value(name).size; }

private:
    struct Fine {
        int depth = 0; ///< the deepest place where it was fine
        qsizetype size = 0; ///< with all that it includes
    };

    const TemplateCatalog &m_catalog;
    QStringList m_path;
    QHash<QString, Fine> m_fine;
};

TemplateFault faultOf(Walk walk)
{
    switch (walk) {
    case Walk::Loop:
        return TemplateFault::IncludeLoop;
    case Walk::TooDeep:
        return TemplateFault::TooDeep;
    case Walk::TooLong:
        return TemplateFault::TooLong;
    case Walk::Missing:
    case Walk::Fine:
        break;
    }
    return TemplateFault::MissingInclude;
}

} // namespace

QList<TemplateInclude> includesOf(const Template &from)
{
    QList<TemplateInclude> includes;
    for (const auto &token : scanTemplate(from.body)) {
        if (token.kind == TemplateTokenKind::Tag && tagWords(token.content).value(0) == u"include") {
            includes.append({.name = includedName(token.content), .range = token.range});
        }
    }
    return includes;
}

void TemplateCatalog::add(TemplateScope scope, const QList<TemplateSourceFile> &files)
{
    for (const auto &file : files) {
        if (!file.isReadable) {
            m_problems.append(
                {.file = templatePath(file.id), .fault = TemplateFault::Unreadable, .scope = scope});
            continue;
        }
        auto read = readTemplate(file.id, file.bytes);
        if (!read) {
            m_problems.append(read.error());
            m_problems.last().scope = scope;
            continue;
        }
        read->scope = scope;
        for (auto &warning : read->warnings) {
            warning.scope = scope;
        }
        m_templates.append(*std::move(read));
    }
}

void TemplateCatalog::finish()
{
    const auto order = [](const Template &one) {
        return std::pair(QStringView(one.id), one.scope);
    };
    std::ranges::stable_sort(m_templates, {}, order);
    const auto doubles = std::ranges::unique(m_templates, {}, &Template::id);
    m_templates.erase(doubles.begin(), doubles.end());

    // A broken template breaks what includes it: again until nothing more breaks.
    for (bool isBroken = true; isBroken;) {
        QList<TemplateProblem> found;
        QSet<QString> broken;
        for (const auto &one : std::as_const(m_templates)) {
            if (auto problem = includeProblem(one)) {
                found.append(*std::move(problem));
                broken.insert(one.id);
            }
        }
        m_templates.removeIf([&broken](const Template &one) { return broken.contains(one.id); });
        m_problems.append(found);
        isBroken = !found.isEmpty();
    }
    for (const auto &one : std::as_const(m_templates)) {
        m_problems.append(one.warnings);
    }
}

const Template *TemplateCatalog::find(const QString &id) const
{
    const auto found = std::ranges::lower_bound(m_templates, id, {}, &Template::id);
    return found != m_templates.cend() && found->id == id ? &*found : nullptr;
}

std::optional<TemplateProblem> TemplateCatalog::includeProblem(const Template &from) const
{
    const auto own = includesOf(from);
    if (own.isEmpty()) {
        return std::nullopt;
    }
    IncludeWalk walker(*this);
    auto size = from.body.size();
    for (const auto &include : own) {
        auto result = include.name == from.id ? Walk::Loop : walker.walk(include.name, 1);
        size += walker.sizeOf(include.name);
        if (result == Walk::Fine && size > longestExpanded) {
            result = Walk::TooLong;
        }
        if (result != Walk::Fine) {
            return problemAt(from, include.range, faultOf(result), include.name);
        }
    }
    return std::nullopt;
}

} // namespace aside
