// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/templates/templatesheet.h"

#include "widgets/common/foreigntext.h"
#include "widgets/common/templatefaulttext.h"
#include "widgets/templates/gaphighlighter.h"
#include "widgets/templates/templatewords.h"
#include "widgets/theme/theme.h"

#include <QBoxLayout>
#include <QEvent>
#include <QLabel>
#include <QPlainTextEdit>

namespace aside {

namespace {

QLabel *wrapped(QWidget *parent, const QString &name)
{
    QLabel *label = plainLabel(parent);
    label->setObjectName(name);
    label->setWordWrap(true);
    return label;
}

/// A part that the template does not have takes no room.
void fill(QLabel *label, const QString &words)
{
    label->setText(words);
    label->setVisible(!words.isEmpty());
}

} // namespace

TemplateSheet::TemplateSheet(QWidget *parent)
    : QWidget(parent)
    , m_title(wrapped(this, QStringLiteral("templateTitle")))
    , m_why(wrapped(this, QStringLiteral("templateWhy")))
    , m_feeling(wrapped(this, QStringLiteral("templateFeeling")))
    , m_how(wrapped(this, QStringLiteral("templateHow")))
    , m_text(new QPlainTextEdit(this))
    , m_files(wrapped(this, QStringLiteral("templateFiles")))
    , m_statistics(wrapped(this, QStringLiteral("templateStatistics")))
{
    m_text->setObjectName(QStringLiteral("templatePreview"));
    m_text->setAccessibleName(tr("The text for this conversation"));
    m_text->setReadOnly(true);
    m_text->setFocusPolicy(Qt::NoFocus);
    new GapHighlighter(m_text->document());
    m_files->setForegroundRole(QPalette::PlaceholderText);
    m_statistics->setForegroundRole(QPalette::PlaceholderText);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    for (QLabel *label : {m_title, m_why, m_feeling, m_how}) {
        column->addWidget(label);
    }
    column->addWidget(m_text, 1);
    column->addWidget(m_files);
    column->addWidget(m_statistics);
    takeFont();
    showTemplate(nullptr, {});
}

void TemplateSheet::showTemplate(const Template *one, const TemplateStatistics &statistics)
{
    m_text->clear();
    m_text->setVisible(one != nullptr);
    const Template shown = one != nullptr ? *one : Template{};
    const auto part = [](const QString &words, const QString &foreign) {
        return foreign.isEmpty() ? QString() : words.arg(isolated(oneLine(foreign)));
    };
    fill(m_title, oneLine(shown.title));
    //: The three parts of a service standard
    fill(m_why, part(tr("Why: %1"), shown.why));
    fill(m_feeling, part(tr("The customer feels: %1"), shown.feeling));
    fill(m_how, part(tr("How: %1"), shown.how));
    QStringList names;
    for (const TemplateAttachment &file : shown.files) {
        names.append(file.path);
    }
    fill(m_files, part(tr("With files: %1"), names.join(QStringLiteral(", "))));
    fill(m_statistics, one != nullptr ? statisticsWords(statistics) : QString());
}

void TemplateSheet::showText(const TemplateResult &rendered)
{
    m_text->setPlainText(rendered ? forDisplay(rendered->text) : templateFaultText(rendered.error()));
}

void TemplateSheet::takeFont()
{
    m_title->setFont(scaledFont(*this, 1.1, QFont::DemiBold));
}

void TemplateSheet::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange) {
        takeFont();
    } else if (event->type() == QEvent::LanguageChange) {
        m_text->setAccessibleName(tr("The text for this conversation"));
    }
}

} // namespace aside
