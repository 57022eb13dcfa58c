// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/templates/templatewindow.h"

#include "models/check/replydesk.h"
#include "models/ports/templatelibrary.h"
#include "widgets/common/foreigntext.h"
#include "widgets/templates/proposalspage.h"
#include "widgets/templates/proposedialog.h"
#include "widgets/templates/templatepage.h"
#include "widgets/templates/templateremover.h"
#include "widgets/triage/undobar.h"

#include <QBoxLayout>
#include <QCloseEvent>
#include <QFuture>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QShortcut>
#include <QSplitter>
#include <QTabWidget>

namespace aside {

using namespace Qt::StringLiterals;

namespace {

constexpr int air = 8; ///< between the halves

} // namespace

TemplateWindow::TemplateWindow(const TemplateWindowParts &parts, QWidget *parent)
    : QDialog(parent)
    , m_parts(parts)
    , m_tabs(new QTabWidget(this))
    , m_shelf(new TemplateShelf(parts.library, this))
    , m_name(new QLineEdit(this))
    , m_page(new TemplatePage(parts.library, parts.desk, this))
    , m_save(new QPushButton(this))
    , m_propose(new QPushButton(this))
    , m_undo(new UndoBar(this))
    , m_proposals(new ProposalsPage(parts.library, parts.clock, this))
    , m_remover(new TemplateRemover(parts.library, this))
{
    setObjectName(u"templateWindow"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    resize(1080, 720);
    build();
    connectParts();
    connectRemover();
    retranslate();
    makeNew();
    m_shelf->setFocus();
}

void TemplateWindow::build()
{
    auto *halves = new QSplitter(Qt::Horizontal, m_tabs);
    halves->addWidget(m_shelf);
    halves->addWidget(buildRight());
    halves->setStretchFactor(1, 1);
    halves->setSizes({300, 780});
    halves->setChildrenCollapsible(false);
    m_tabs->setObjectName(u"templateTabs"_s);
    m_tabs->addTab(halves, QString());
    m_tabs->addTab(m_proposals, QString());
    m_undo->setObjectName(u"templateUndoBar"_s);
    auto *column = new QVBoxLayout(this);
    column->addWidget(m_tabs, 1);
    column->addWidget(m_undo);
}

QWidget *TemplateWindow::buildRight()
{
    m_name->setObjectName(u"templateName"_s);
    m_save->setObjectName(u"saveTemplateButton"_s);
    m_save->setProperty("primary", true);
    m_propose->setObjectName(u"proposeTemplateButton"_s);
    for (QPushButton *button : {m_save, m_propose}) {
        button->setAutoDefault(false);
    }
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_name, 1);
    buttons->addWidget(m_propose);
    buttons->addWidget(m_save);
    auto *right = new QWidget(this);
    auto *column = new QVBoxLayout(right);
    column->setContentsMargins(air, 0, 0, 0);
    column->addWidget(m_page, 1);
    column->addLayout(buttons);
    return right;
}

void TemplateWindow::connectParts()
{
    connect(m_shelf, &TemplateShelf::chosen, this, &TemplateWindow::leaveTo);
    connect(m_shelf, &TemplateShelf::newAsked, this, [this] { leaveTo({}); });
    connect(m_shelf, &TemplateShelf::removeAsked, m_remover, &TemplateRemover::ask);
    connect(m_save, &QPushButton::clicked, this, &TemplateWindow::save);
    connect(m_propose, &QPushButton::clicked, this, &TemplateWindow::askWhy);
    connect(m_page, &TemplatePage::changed, this, &TemplateWindow::updateButtons);
    connect(m_name, &QLineEdit::textChanged, this, &TemplateWindow::updateButtons);
    connect(m_proposals, &ProposalsPage::failed, this, &TemplateWindow::failed);
    connect(m_proposals, &ProposalsPage::announced, this, &TemplateWindow::announced);
    const auto onKeys = [this](const QKeySequence &keys, auto &&does) {
        connect(new QShortcut(keys, this), &QShortcut::activated, this, does);
    };
    onKeys(QKeySequence::Save, [this] { save(); });
    onKeys(m_parts.nextKeys, [this] { m_page->goToMark(TemplatePage::Way::Next); });
    onKeys(m_parts.previousKeys, [this] { m_page->goToMark(TemplatePage::Way::Previous); });
}

void TemplateWindow::connectRemover()
{
    connect(m_remover, &TemplateRemover::failed, this, &TemplateWindow::failed);
    connect(m_remover, &TemplateRemover::removed, this, [this](const TemplateAddress &address) {
        const QString words = tr("Removed “%1”.").arg(isolated(oneLine(address.id)));
        if (m_remover->canUndo()) {
            m_undo->showDone(words);
        } else {
            Q_EMIT announced(words);
        }
        if (address == m_place && !m_page->isChanged()) { // what was written since stays, to be saved anew
            makeNew();
        }
    });
    connect(m_remover, &TemplateRemover::restored, this, [this](const TemplateAddress &address) {
        if (!m_page->isChanged()) {
            load(address);
        }
    });
    connect(m_undo, &UndoStrip::undoAsked, m_remover, &TemplateRemover::undo);
}

void TemplateWindow::retranslate()
{
    setWindowTitle(tr("Templates") + u"[*]"_s);
    m_tabs->setTabText(0, tr("Templates"));
    m_tabs->setTabText(1, tr("Proposals"));
    m_name->setAccessibleName(tr("Name of the file, with its folder"));
    m_name->setPlaceholderText(tr("folder/name"));
    m_save->setText(tr("&Save as mine"));
    m_propose->setText(tr("&Propose to the team…"));
}

void TemplateWindow::setSource(const TemplateSource &source)
{
    m_page->setSource(source);
}

/// What is unsaved is asked for first.
void TemplateWindow::leaveTo(const TemplateAddress &address)
{
    const auto go = [this, address] {
        address.id.isEmpty() ? makeNew() : load(address);
    };
    if (!m_page->isChanged()) {
        go();
        return;
    }
    auto *question = new QMessageBox(QMessageBox::Question, tr("Leave this template?"),
                                     tr("What you changed in it is not saved."), QMessageBox::Cancel, this);
    question->setObjectName(u"leaveTemplateQuestion"_s);
    question->setAttribute(Qt::WA_DeleteOnClose);
    const QPushButton *leave = question->addButton(tr("&Leave it"), QMessageBox::DestructiveRole);
    question->setDefaultButton(QMessageBox::Cancel);
    connect(question, &QMessageBox::buttonClicked, this, [this, leave, go](const QAbstractButton *button) {
        if (button == leave) {
            go();
        } else {
            m_shelf->setCurrent(m_place);
        }
    });
    question->open();
}

void TemplateWindow::load(const TemplateAddress &address)
{
    m_parts.library.source(address.scope, address.id)
        .then(this, [this, address](const Result<QString> &text) {
            if (!text) {
                m_shelf->setCurrent(m_place);
                Q_EMIT failed(text.error());
                return;
            }
            m_place = address;
            m_shelf->setCurrent(address);
            m_name->setText(address.id);
            m_page->show(address.id, *text);
            updateButtons();
        });
}

void TemplateWindow::makeNew()
{
    m_place = {};
    m_shelf->setCurrent({});
    m_name->clear();
    m_page->show({},
                 u"+++\ntitle    = \"\"\nkeys     = []\nwhy      = \"\"\nfeeling  = \"\"\n"
                 u"how      = \"\"\n+++\n"_s);
    updateButtons();
}

void TemplateWindow::save()
{
    const QString id = m_name->text().trimmed();
    if (id.isEmpty()) {
        m_name->setFocus();
        Q_EMIT announced(tr("Give the template a name first."));
        return;
    }
    m_parts.library.save(TemplateScope::Mine, id, m_page->text())
        .then(this, [this, id](const Result<void> &saved) {
            if (!saved) {
                Q_EMIT failed(saved.error());
                return;
            }
            m_place = {.scope = TemplateScope::Mine, .id = id};
            m_shelf->setCurrent(m_place);
            m_page->keep();
            Q_EMIT announced(tr("Saved."));
        });
}

void TemplateWindow::askWhy()
{
    auto *dialog = new ProposeDialog(this);
    connect(dialog, &ProposeDialog::worded, this, &TemplateWindow::propose);
    dialog->open();
}

void TemplateWindow::propose(const QString &why)
{
    TemplateProposal proposal;
    proposal.templateId = m_name->text().trimmed();
    proposal.text = m_page->text();
    proposal.words = why;
    proposal.by = m_parts.desk.profile().operatorName;
    m_parts.library.propose(proposal).then(this, [this](const Result<TemplateProposal> &kept) {
        if (!kept) {
            Q_EMIT failed(kept.error());
            return;
        }
        m_page->keep();
        Q_EMIT announced(tr("Proposed. A lead will answer."));
    });
}

void TemplateWindow::updateButtons()
{
    const bool isNamed = !m_name->text().trimmed().isEmpty();
    m_save->setEnabled(isNamed);
    m_propose->setEnabled(isNamed);
    setWindowModified(m_page->isChanged());
}

void TemplateWindow::reject()
{
    close();
}

void TemplateWindow::closeEvent(QCloseEvent *event)
{
    if (!m_page->isChanged()) {
        event->accept();
        return;
    }
    event->ignore();
    auto *question = new QMessageBox(QMessageBox::Question, tr("Close the templates?"),
                                     tr("What you changed is not saved."), QMessageBox::Cancel, this);
    question->setObjectName(u"closeTemplatesQuestion"_s);
    question->setAttribute(Qt::WA_DeleteOnClose);
    const QPushButton *leave = question->addButton(tr("&Leave it"), QMessageBox::DestructiveRole);
    connect(question, &QMessageBox::buttonClicked, this, [this, leave](const QAbstractButton *button) {
        if (button == leave) {
            m_page->keep();
            close();
        }
    });
    question->open();
}

void TemplateWindow::changeEvent(QEvent *event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
}

} // namespace aside
