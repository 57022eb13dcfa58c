// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/importing/problemsdialog.h"

#include "widgets/common/errortext.h"
#include "widgets/common/foreigntext.h"

#include <QBoxLayout>
#include <QDialogButtonBox>
#include <QEvent>
#include <QListWidget>

#include <utility>

namespace aside {

ProblemsDialog::ProblemsDialog(QList<ImportProblem> problems, QWidget *parent)
    : QDialog(parent)
    , m_problems(std::move(problems))
    , m_list(new QListWidget(this))
    , m_buttons(new QDialogButtonBox(QDialogButtonBox::Close, this))
{
    setObjectName(QStringLiteral("problemsDialog"));
    m_list->setWordWrap(true);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::close);
    auto *column = new QVBoxLayout(this);
    column->addWidget(m_list);
    column->addWidget(m_buttons);
    resize(640, 400);
    retranslate();
}

void ProblemsDialog::retranslate()
{
    setWindowTitle(tr("What could not be imported"));
    m_list->setAccessibleName(tr("Problems"));
    m_list->clear();
    for (const ImportProblem &problem : std::as_const(m_problems)) {
        m_list->addItem(oneLine(problem.source) + u'\n' + errorText(problem.error.code));
    }
}

void ProblemsDialog::changeEvent(QEvent *event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
}

} // namespace aside
