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

#include <QAccessible>
#include <QBoxLayout>
#include <QEvent>
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

/// What the front matter's reader finds has a line and a column, and no range.
void placeByLine(TemplateProblem &problem, const QString &written)
{
    if (problem.line <= 1 || problem.range.length > 0) {
        return;
    }
    qsizetype start = 0;
    for (int line = 1; line < problem.line; ++line) {
        start = written.indexOf(u'\n', start) + 1;
        if (start == 0) {
            return; // it was written on meanwhile
        }
    }
    problem.range.start = std::min(start + std::max(problem.column - 1, 0), written.size());
}

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
    retranslate();
    m_timer->setSingleShot(true);
    m_timer->setInterval(restOfKeys);
    connect(m_timer, &QTimer::timeout, this, &TemplatePage::look);
    connect(m_editor, &QPlainTextEdit::textChanged, this, [this] {
        m_timer->start();
        Q_EMIT changed();
    });
    const auto goTo = [this](const QListWidgetItem *item) {
        m_editor->goTo(m_marks.at(m_list->row(item)).range.start);
    };
    connect(m_list, &QListWidget::itemActivated, this, goTo);
    connect(m_list, &QListWidget::itemClicked, this, goTo);
    connect(m_editor, &QPlainTextEdit::cursorPositionChanged, this, &TemplatePage::showState);
}

void TemplatePage::build()
{
    setObjectName(QStringLiteral("templatePage"));
    m_editor->setObjectName(QStringLiteral("templateText"));
    m_preview->setObjectName(QStringLiteral("templateResult"));
    m_preview->setReadOnly(true);
    m_preview->setTabChangesFocus(true);
    new GapHighlighter(m_preview->document());
    m_list->setObjectName(QStringLiteral("templateProblems"));
    m_list->setWordWrap(true);
    m_state->setObjectName(QStringLiteral("templateState"));
    m_state->setForegroundRole(QPalette::PlaceholderText);
    m_state->setWordWrap(true);
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
    for (TemplateProblem &problem : m_problems) {
        placeByLine(problem, text());
    }
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

void TemplatePage::collectMarks()
{
    m_marks.clear();
    for (const TemplateProblem &problem : std::as_const(m_problems)) {
        m_marks.append({.range = problem.range, .words = templateFaultText(problem)});
    }
    for (const Finding &finding : std::as_const(m_findings)) {
        m_marks.append({.range = finding.range, .words = questionOf(finding)});
    }
    const QString written = text();
    for (Mark &mark : m_marks) {
        const auto place = std::clamp<qsizetype>(mark.range.start, 0, written.size());
        const auto line = QStringView(written).first(place).count(u'\n') + 1;
        //: A problem of a template: its line, what it is
        mark.words = tr("Line %1: %2").arg(QString::number(line), mark.words);
    }
    std::ranges::stable_sort(m_marks, {}, [](const Mark &mark) { return mark.range.start; });
}

void TemplatePage::fillList()
{
    m_editor->showMarks(m_problems, m_findings);
    collectMarks();
    m_list->clear();
    for (const Mark &mark : std::as_const(m_marks)) {
        m_list->addItem(mark.words);
    }
    m_list->setVisible(!m_marks.isEmpty());
    showState();
}

/// What is wrong where the caret stands, else how much there is.
void TemplatePage::showState()
{
    const int caret = m_editor->textCursor().position();
    const Mark *here = nullptr; // the shortest: some are about all of the text
    for (const Mark &mark : std::as_const(m_marks)) {
        const bool holds = mark.range.start <= caret && caret <= mark.range.end();
        if (holds && (here == nullptr || mark.range.length < here->range.length)) {
            here = &mark;
        }
    }
    if (m_marks.isEmpty()) {
        m_state->setText(tr("Nothing to mend."));
    } else if (here != nullptr) {
        m_state->setText(here->words);
    } else {
        m_state->setText(tr("%n thing(s) to look at.", nullptr, static_cast<int>(m_marks.size())));
    }
}

void TemplatePage::goToMark(Way way)
{
    const qsizetype count = m_marks.size();
    if (count == 0) {
        return;
    }
    const qsizetype caret = m_editor->textCursor().position();
    const auto after = std::ranges::upper_bound(std::as_const(m_marks), caret, {},
                                                [](const Mark &mark) { return mark.range.start; })
        - m_marks.cbegin();
    const auto from = std::ranges::lower_bound(std::as_const(m_marks), caret, {},
                                               [](const Mark &mark) { return mark.range.start; })
        - m_marks.cbegin();
    // Several may begin in one place: the list remembers which of them it was.
    const qsizetype shown = m_list->currentRow();
    const bool isHere = shown >= from && shown < after;
    const qsizetype next = isHere ? shown + 1 : after;
    const qsizetype previous = (isHere ? shown : from) - 1;
    const qsizetype row = way == Way::Next ? next % count : (previous + count) % count;
    m_list->setCurrentRow(static_cast<int>(row));
    m_editor->goTo(m_marks.at(row).range.start);
    QAccessibleAnnouncementEvent said(m_editor, m_marks.at(row).words);
    QAccessible::updateAccessibility(&said);
}

void TemplatePage::retranslate()
{
    m_editor->setAccessibleName(tr("The file of the template"));
    m_preview->setAccessibleName(tr("What it says in the open conversation"));
    m_preview->setPlaceholderText(tr("What the template says in the open conversation shows here."));
    m_list->setAccessibleName(tr("Problems and questions"));
    fillList();
}

void TemplatePage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
}

} // namespace aside
