// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/templates/templatehead.h"
#include "models/templates/templatescan.h"
#include "models/templates/templatevariables.h"

#include <QSet>

#include <algorithm>
#include <array>
#include <utility>

namespace aside {

using namespace Qt::StringLiterals;

namespace {

/// A loop in a loop is enough for a letter; what is deeper makes texts that nobody wants to send.
constexpr int deepestLoop = 2;
constexpr qsizetype deepestBlock = 16;

/// Looks through the tokens of one body. Names that the body makes itself, by for and with, are known from
/// there on.
class Proofreader
{
public:
    explicit Proofreader(const Template &checked)
        : m_template(checked)
    {
        for (const auto &field : checked.fields) {
            m_known.insert(field.name);
        }
        for (const auto &variable : templateVariables()) {
            m_known.insert(QString(variable.name));
        }
    }

    QList<TemplateProblem> read()
    {
        const auto tokens = scanTemplate(m_template.body);
        for (const auto &token : tokens) {
            readToken(token);
        }
        for (const auto &open : std::as_const(m_blocks)) {
            add(open.range, TemplateFault::OpenBlock, open.name);
        }
        std::ranges::stable_sort(m_found, {},
                                 [](const TemplateProblem &problem) { return problem.range.start; });
        return m_found;
    }

private:
    struct Block {
        QString name;
        TextRange range;
    };

    void readToken(const TemplateToken &token)
    {
        const bool isComment = !m_blocks.isEmpty() && m_blocks.constLast().name == u"comment";
        switch (token.kind) {
        case TemplateTokenKind::Text:
        case TemplateTokenKind::Comment:
            return;
        case TemplateTokenKind::Open:
            if (!isComment) {
                add(token.range, TemplateFault::OpenTag, token.content);
            }
            return;
        case TemplateTokenKind::Variable:
            if (!isComment) {
                readExpression(token.content, contentStart(token));
            }
            return;
        case TemplateTokenKind::Tag:
            readTag(token, isComment);
            return;
        }
    }

    void readTag(const TemplateToken &token, bool isComment)
    {
        const auto words = tagWords(token.content);
        const QString name = words.value(0);
        if (isComment && name != u"endcomment") {
            return;
        }
        if (!templateTags().contains(name)) {
            add(token.range, TemplateFault::UnknownTag, name);
        } else if (name.startsWith("end"_L1)) {
            closeBlock(name.sliced(3), token);
        } else if (name == u"else" || name == u"elif") {
            expectInside(u"if", token);
        } else if (name == u"empty") {
            expectInside(u"for", token);
        }
        if (name == u"include" && includedName(token.content).isEmpty()) {
            add(token.range, TemplateFault::BadInclude, words.mid(1).join(u' '));
        } else if (name != u"include") {
            readArguments(name, words.mid(1), token);
        }
        openBlock(name, token);
    }

    void openBlock(const QString &name, const TemplateToken &token)
    {
        static const QStringList blocks{u"if"_s, u"for"_s, u"with"_s, u"comment"_s};
        if (!blocks.contains(name)) {
            return;
        }
        m_blocks.append({.name = name, .range = token.range});
        const auto loops = std::ranges::count(m_blocks, u"for"_s, &Block::name);
        if (loops > deepestLoop || m_blocks.size() > deepestBlock) {
            add(token.range, TemplateFault::TooDeep, name);
        }
    }

    void closeBlock(const QString &name, const TemplateToken &token)
    {
        if (m_blocks.isEmpty() || m_blocks.constLast().name != name) {
            add(token.range, TemplateFault::StrayTag, u"end"_s + name);
        } else {
            m_blocks.removeLast();
        }
    }

    void expectInside(QStringView block, const TemplateToken &token)
    {
        if (m_blocks.isEmpty() || m_blocks.constLast().name != block) {
            add(token.range, TemplateFault::StrayTag, tagWords(token.content).value(0));
        }
    }

    /// The names that a tag asks for, and those it makes.
    void readArguments(const QString &tag, const QStringList &words, const TemplateToken &token)
    {
        static const QStringList operators{u"and"_s, u"or"_s, u"not"_s, u"in"_s, u"as"_s, u"by"_s,
                                           u"=="_s,  u"!="_s, u"<"_s,   u">"_s,  u"<="_s, u">="_s};
        if (tag == u"for") {
            const auto in = words.indexOf(u"in"_s);
            for (qsizetype i = 0; i < in; ++i) {
                m_known.insert(QString(words[i]).remove(u','));
            }
            m_known.insert(u"forloop"_s);
        }
        const auto as = tag == u"with" ? words.indexOf(u"as"_s) : -1;
        if (as >= 0) {
            m_known.insert(words.value(as + 1));
        }
        qsizetype from = token.range.start;
        for (const auto &word : words) {
            const auto at = m_template.body.indexOf(word, from);
            from = at + word.size();
            const auto equals = tag == u"with" ? word.indexOf(u'=') : -1;
            if (equals > 0) {
                m_known.insert(word.first(equals));
            }
            if (!operators.contains(word)) {
                readExpression(word.sliced(equals + 1), at + equals + 1);
            }
        }
    }

    void readExpression(const QString &content, qsizetype start)
    {
        const auto expression = templateExpression(content);
        const auto root = expression.name.section(u'.', 0, 0);
        if (!expression.name.isEmpty() && !m_known.contains(expression.name)
            && (!m_known.contains(root) || isGroup(root))) {
            add(moved(expression.range, start), TemplateFault::UnknownVariable, expression.name);
        }
        for (const auto &filter : expression.filters) {
            if (!templateFilters().contains(filter.name)) {
                add(moved(filter.range, start), TemplateFault::UnknownFilter, filter.name);
            }
        }
    }

    /// "person" is no name by itself; what for and with make may have parts of any name.
    [[nodiscard]] static bool isGroup(const QString &root)
    {
        return std::ranges::any_of(templateVariables(), [&](const TemplateVariable &variable) {
            return variable.name.startsWith(root) && variable.name.size() > root.size()
                && variable.name.at(root.size()) == u'.';
        });
    }

    [[nodiscard]] qsizetype contentStart(const TemplateToken &token) const
    {
        return token.content.isEmpty() ? token.range.start
                                       : m_template.body.indexOf(token.content, token.range.start + 2);
    }

    static TextRange moved(TextRange range, qsizetype by)
    {
        return {.start = range.start + by, .length = range.length};
    }

    void add(TextRange range, TemplateFault fault, const QString &detail)
    {
        const QStringView before = QStringView(m_template.body).first(range.start);
        const auto lineStart = before.lastIndexOf(u'\n') + 1;
        m_found.append({.file = templatePath(m_template.id),
                        .line = m_template.bodyLine + static_cast<int>(before.count(u'\n')),
                        .column = static_cast<int>(range.start - lineStart) + 1,
                        .fault = fault,
                        .detail = detail,
                        .range = moved(range, m_template.bodyStart)});
    }

    const Template &m_template;
    QSet<QString> m_known;
    QList<Block> m_blocks;
    QList<TemplateProblem> m_found;
};

} // namespace

QList<TemplateProblem> problemsOf(const Template &checked)
{
    return Proofreader(checked).read();
}

} // namespace aside
