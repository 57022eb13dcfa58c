// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/templates/templatepage.h"

#include "models/check/replydesk.h"
#include "models/ports/templatelibrary.h"
#include "models/templates/templatefile.h"
#include "widgets/check/checkwords.h"
#include "widgets/common/foreigntext.h"
#include "widgets/common/templatefaulttext.h"
#include "widgets/templates/gaphighlighter.h"
#include "widgets/templates/templateeditor.h"
#include "widgets/templates/templatewords.h"

#include <QBoxLayout>
#include <QFuture>
#include <QLabel>
#include <QListWidget>
#include <QSplitter>
#include <QThreadPool>
#include <QTimer>

#include <algorithm>

namespace aside {

namespace {

constexpr std::chrono::milliseconds restOfKeys{120};
constexpr int placeRole = Qt::UserRole;

} // namespace

TemplatePage::TemplatePage(TemplateLibrary &library, ReplyDesk &desk, QWidget *parent)
    : QWidget(parent)
    , m_library(library)
    , m_desk(desk)
    , m_editor(new TemplateEditor(this))
    , m_preview(new QPlainTextEdit(this))
    , m_state(plainLabel(this))
    , m_list(new QListWidget(this))
    , m_timer(new QTimer(this))
{
    build();
    m_timer->setSingleShot(true);
    m_timer->setInterval(restOfKeys);
    connect(m_timer, &QTimer::timeout, this, &TemplatePage::look);
    connect(m_editor, &QPlainTextEdit::textChanged, this, [this] {
        m_timer->start();
        Q_EMIT changed();
    });
    const auto goTo = [this](const QListWidgetItem *item) {
        m_editor->goTo(item->data(placeRole).toLongLong());
    };
    connect(m_list, &QListWidget::itemActivated, this, goTo);
    connect(m_list, &QListWidget::itemClicked, this, goTo);
}

void TemplatePage::build()
{
    m_editor->setObjectName(QStringLiteral("templateText"));
    m_editor->setAccessibleName(tr("The file of the template"));
    m_preview->setObjectName(QStringLiteral("templateResult"));
    m_preview->setAccessibleName(tr("What it says in the open conversation"));
    m_preview->setPlaceholderText(tr("What the template says in the open conversation shows here."));
    m_preview->setReadOnly(true);
    m_preview->setTabChangesFocus(true);
    new GapHighlighter(m_preview->document());
    m_list->setObjectName(QStringLiteral("templateProblems"));
    m_list->setAccessibleName(tr("Problems and questions"));
    m_list->setWordWrap(true);
    m_state->setObjectName(QStringLiteral("templateState"));
    m_state->setForegroundRole(QPalette::PlaceholderText);
    auto *below = new QSplitter(Qt::Horizontal, this);
    below->addWidget(m_preview);
    below->addWidget(m_list);
    below->setChildrenCollapsible(false);
    auto *rows = new QSplitter(Qt::Vertical, this);
    rows->addWidget(m_editor);
    rows->addWidget(below);
    rows->setStretchFactor(0, 3);
    rows->setStretchFactor(1, 2);
    rows->setChildrenCollapsible(false);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(rows, 1);
    column->addWidget(m_state);
}

void TemplatePage::show(const QString &id, const QString &text)
{
    m_id = id;
    m_kept = text;
    m_editor->setPlainText(text);
    look();
}

QString TemplatePage::text() const
{
    return m_editor->toPlainText();
}

bool TemplatePage::isChanged() const
{
    return text() != m_kept;
}

void TemplatePage::keep()
{
    m_kept = text();
    Q_EMIT changed();
}

void TemplatePage::setSource(const TemplateSource &source)
{
    m_source = source;
    look();
}

void TemplatePage::look()
{
    m_timer->stop();
    const quint64 asked = ++m_looks;
    QtFuture::makeReadyVoidFuture()
        .then(QThreadPool::globalInstance(),
              [id = m_id, bytes = text().toUtf8()] {
                  return Look{.read = readTemplate(id, bytes), .problems = templateProblems(id, bytes)};
              })
        .then(this, [this, asked](const Look &seen) {
            if (asked == m_looks) {
                take(seen);
            }
        });
}

void TemplatePage::take(const Look &seen)
{
    m_problems = seen.problems;
    m_findings.clear();
    fillList();
    if (!seen.read) {
        return; // the preview stays as it was last
    }
    QStringList names;
    std::ranges::transform(seen.read->fields, std::back_inserter(names), &TemplateField::name);
    m_editor->setFieldNames(names);
    m_bodyStart = seen.read->bodyStart;
    m_desk.checkTemplate(*seen.read).then(this, [this, asked = m_looks](const CheckReport &report) {
        if (asked == m_looks) {
            takeFindings(report);
        }
    });
    preview(*seen.read);
}

void TemplatePage::takeFindings(const CheckReport &report)
{
    m_findings = report.findings;
    for (Finding &finding : m_findings) {
        finding.range.start += m_bodyStart;
    }
    fillList();
}

void TemplatePage::preview(const Template &read)
{
    m_runner
        .render(
            {.from = read, .catalog = m_library.catalog(), .values = templateValues(m_source, read.language)})
        .then(this, [this, asked = m_looks](const TemplateResult &rendered) {
            if (asked == m_looks) {
                m_preview->setPlainText(rendered ? forDisplay(rendered->text)
                                                 : templateFaultText(rendered.error()));
            }
        });
}

void TemplatePage::fillList()
{
    m_editor->showMarks(m_problems, m_findings);
    m_list->clear();
    const QString written = text();
    const auto add = [&](qsizetype place, const QString &words) {
        const auto line = written.first(std::clamp<qsizetype>(place, 0, written.size())).count(u'\n') + 1;
        //: A problem of a template: its line, what it is
        auto *item = new QListWidgetItem(tr("Line %1: %2").arg(QString::number(line), words), m_list);
        item->setData(placeRole, place);
    };
    for (const TemplateProblem &problem : std::as_const(m_problems)) {
        add(problem.range.start, templateFaultText(problem));
    }
    for (const Finding &finding : std::as_const(m_findings)) {
        add(finding.range.start, questionOf(finding));
    }
    m_list->setVisible(m_list->count() > 0);
    m_state->setText(m_list->count() == 0 ? tr("Nothing to mend.")
                                          : tr("%n thing(s) to look at.", nullptr, m_list->count()));
}

} // namespace aside
