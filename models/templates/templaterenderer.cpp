// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/templates/templaterenderer.h"

#include "models/templates/templatehead.h"
#include "models/templates/templatescan.h"

#include <KTextTemplate/Context>
#include <KTextTemplate/Engine>
#include <KTextTemplate/Template>
#include <KTextTemplate/TemplateLoader>

#include <QIODevice>
#include <QRegularExpression>
#include <QSharedPointer>
#include <QTextStream>

#include <algorithm>
#include <utility>

namespace aside {

using namespace Qt::StringLiterals;

namespace {

/// The text goes to people, not into a page: nothing is escaped. Stops taking text at the limit.
class PlainStream final : public KTextTemplate::OutputStream
{
public:
    using OutputStream::OutputStream;

    [[nodiscard]] QString escape(const QString &input) const override { return input; }
    [[nodiscard]] QSharedPointer<OutputStream> clone(QTextStream *stream) const override
    {
        return QSharedPointer<PlainStream>::create(stream);
    }
};

/// Keeps what is written up to a limit and remembers that there was more.
class BoundedBuffer final : public QIODevice
{
public:
    explicit BoundedBuffer(qsizetype limit)
        : m_limit(limit)
    {
        open(WriteOnly);
    }

    [[nodiscard]] QString text() const { return QString::fromUtf8(m_bytes); }
    [[nodiscard]] bool isFull() const { return m_isFull; }

protected:
    qint64 readData(char * /*data*/, qint64 /*size*/) override { return -1; }
    qint64 writeData(const char *data, qint64 size) override
    {
        m_isFull = m_isFull || m_bytes.size() + size > m_limit;
        if (!m_isFull) {
            m_bytes.append(data, size);
        }
        return size;
    }

private:
    QByteArray m_bytes;
    qsizetype m_limit;
    bool m_isFull = false;
};

QString gapText(QString label)
{
    // It stands inside a quoted text of the template.
    label.remove(u'"').remove(u'\\').remove(gapOpen).remove(gapClose);
    return gapOpen + label.simplified() + gapClose;
}

/// The body with a gap as the last resort of each variable, and no tag that was not looked through.
QString withGaps(const Template &from, const QList<TemplateField> &fields)
{
    QString body;
    for (const auto &token : scanTemplate(from.body)) {
        const auto written = QStringView(from.body).sliced(token.range.start, token.range.length);
        const auto expression = token.kind == TemplateTokenKind::Variable ? templateExpression(token.content)
                                                                          : TemplateExpression{};
        if (expression.name.isEmpty() || expression.hasFilter(u"default")) {
            body += written;
            continue;
        }
        const auto field = std::ranges::find(fields, expression.name, &TemplateField::name);
        const auto label = field != fields.cend() ? field->label : expression.name;
        body += u"{{ "_s + token.content + u"|default:\""_s + gapText(label) + u"\" }}"_s;
    }
    return body;
}

/// "person.name" → person → name: KTextTemplate looks parts up one by one.
QVariantHash nested(const TemplateValues &values)
{
    QVariantHash hash;
    for (const auto &[name, value] : values.asKeyValueRange()) {
        const auto dot = name.indexOf(u'.');
        if (dot < 0) {
            hash.insert(name, value);
            continue;
        }
        auto group = hash.value(name.first(dot)).toHash();
        group.insert(name.sliced(dot + 1), value);
        hash.insert(name.first(dot), group);
    }
    return hash;
}

/// Includes come from the catalog and from nowhere else.
class CatalogLoader final : public KTextTemplate::AbstractTemplateLoader
{
public:
    void use(const TemplateCatalog *catalog, const QList<TemplateField> *fields)
    {
        m_catalog = catalog;
        m_fields = fields;
    }

    [[nodiscard]] KTextTemplate::Template loadByName(const QString &name,
                                                     const KTextTemplate::Engine *engine) const override
    {
        const auto *found = find(name);
        return found ? engine->newTemplate(withGaps(*found, *m_fields), name) : KTextTemplate::Template{};
    }
    [[nodiscard]] std::pair<QString, QString> getMediaUri(const QString & /*fileName*/) const override
    {
        return {};
    }
    [[nodiscard]] bool canLoadTemplate(const QString &name) const override { return find(name); }

private:
    [[nodiscard]] const Template *find(const QString &name) const
    {
        const auto id = name.endsWith(".md"_L1) ? name.chopped(3) : name;
        return m_catalog ? m_catalog->find(id) : nullptr;
    }

    const TemplateCatalog *m_catalog = nullptr;
    const QList<TemplateField> *m_fields = nullptr;
};

/// Tags on lines of their own leave empty lines behind; a letter has one between paragraphs.
QString tidied(QString text)
{
    static const QRegularExpression spaceAtEnds(u"[ \\t]+\\n"_s);
    static const QRegularExpression manyBreaks(u"\\n{3,}"_s);
    text.replace(u"\r\n"_s, u"\n"_s);
    text.replace(spaceAtEnds, u"\n"_s);
    text.replace(manyBreaks, u"\n\n"_s);
    return text.trimmed();
}

TemplateProblem problem(const Template &from, TemplateFault fault, const QString &detail = {})
{
    return {.file = templatePath(from.id),
            .line = from.bodyLine,
            .column = 1,
            .fault = fault,
            .detail = detail,
            .range = {.start = from.bodyStart, .length = 0}};
}

} // namespace

class TemplateRenderer::Private
{
public:
    Private()
        : loader(QSharedPointer<CatalogLoader>::create())
    {
        engine.addTemplateLoader(loader);
        engine.setSmartTrimEnabled(true);
    }

    KTextTemplate::Engine engine;
    QSharedPointer<CatalogLoader> loader;
};

TemplateRenderer::TemplateRenderer()
    : d(std::make_unique<Private>())
{
}

TemplateRenderer::~TemplateRenderer() = default;

std::expected<RenderedTemplate, TemplateProblem>
TemplateRenderer::render(const Template &from, const TemplateCatalog &catalog, const TemplateValues &values)
{
    d->loader->use(&catalog, &from.fields);
    const auto made = d->engine.newTemplate(withGaps(from, from.fields), from.id);
    if (made->error() != KTextTemplate::NoError) {
        return std::unexpected(problem(from, TemplateFault::Render, made->errorString()));
    }
    auto filled = values;
    for (const auto &field : from.fields) {
        if (!field.value.isEmpty() && !filled.contains(field.name)) {
            filled.insert(field.name, field.value);
        }
    }
    BoundedBuffer buffer(longestText * 4);
    QTextStream stream(&buffer);
    PlainStream plain(&stream);
    KTextTemplate::Context context(nested(filled));
    made->render(&plain, &context);
    stream.flush();
    d->loader->use(nullptr, nullptr);
    if (made->error() != KTextTemplate::NoError) {
        return std::unexpected(problem(from, TemplateFault::Render, made->errorString()));
    }
    const auto text = tidied(buffer.text());
    if (buffer.isFull() || text.size() > longestText) {
        return std::unexpected(problem(from, TemplateFault::TooLong));
    }
    return RenderedTemplate{.text = text, .gaps = gapsOf(text, from.fields), .files = from.files};
}

QList<TemplateGap> gapsOf(const QString &text, const QList<TemplateField> &fields)
{
    QList<TemplateGap> gaps;
    for (auto start = text.indexOf(gapOpen); start >= 0; start = text.indexOf(gapOpen, start + 1)) {
        const auto end = text.indexOf(gapClose, start);
        if (end < 0) {
            break;
        }
        const auto label = text.sliced(start + 1, end - start - 1);
        if (label.contains(gapOpen) || label.contains(u'\n')) {
            continue;
        }
        TemplateGap gap{.range = {.start = start, .length = end + 1 - start}, .name = label, .label = label};
        const auto field = std::ranges::find_if(
            fields, [&](const TemplateField &one) { return gapText(one.label) == gapText(label); });
        if (field != fields.cend()) {
            gap.name = field->name;
            gap.type = field->type;
            gap.isRequired = field->isRequired;
            gap.choices = field->choices;
        }
        gaps.append(gap);
    }
    return gaps;
}

} // namespace aside
