// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/templates/templatewindow.h"

#include "models/check/replydesk.h"
#include "models/ports/templatelibrary.h"
#include "models/templates/templatecatalog.h"
#include "widgets/common/foreigntext.h"
#include "widgets/templates/proposalspage.h"
#include "widgets/templates/templatepage.h"
#include "widgets/templates/templatewords.h"
#include "widgets/theme/icons.h"

#include <QBoxLayout>
#include <QCloseEvent>
#include <QFuture>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QShortcut>
#include <QSplitter>
#include <QTabWidget>
#include <QTreeWidget>

namespace aside {

using namespace Qt::StringLiterals;

namespace {

constexpr int idRole = Qt::UserRole;
constexpr int scopeRole = Qt::UserRole + 1;

QTreeWidgetItem *folderIn(QTreeWidgetItem *parent, const QString &name)
{
    for (int i = 0; i < parent->childCount(); ++i) {
        if (parent->child(i)->text(0) == name && !parent->child(i)->data(0, idRole).isValid()) {
            return parent->child(i);
        }
    }
    auto *folder = new QTreeWidgetItem(parent, {name});
    folder->setIcon(0, themedIcon(u"folder"_s));
    folder->setExpanded(true);
    return folder;
}

} // namespace

TemplateWindow::TemplateWindow(const TemplateWindowParts &parts, QWidget *parent)
    : QDialog(parent)
    , m_parts(parts)
    , m_tabs(new QTabWidget(this))
    , m_tree(new QTreeWidget(this))
    , m_new(new QPushButton(tr("&New template"), this))
    , m_name(new QLineEdit(this))
    , m_page(new TemplatePage(parts.library, parts.desk, this))
    , m_save(new QPushButton(tr("&Save as mine"), this))
    , m_propose(new QPushButton(tr("&Propose to the team"), this))
    , m_nothing(plainLabel(this))
    , m_proposals(new ProposalsPage(parts.library, parts.clock, this))
{
    setObjectName(u"templateWindow"_s);
    setWindowTitle(tr("Templates") + u"[*]"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    resize(1080, 720);
    build();
    connectParts();
    fillTree();
    makeNew();
    m_tree->setFocus();
}

void TemplateWindow::build()
{
    auto *halves = new QSplitter(Qt::Horizontal, m_tabs);
    halves->addWidget(buildLeft());
    halves->addWidget(buildRight());
    halves->setStretchFactor(1, 1);
    halves->setSizes({300, 780});
    halves->setChildrenCollapsible(false);
    m_tabs->setObjectName(u"templateTabs"_s);
    m_tabs->addTab(halves, tr("Templates"));
    m_tabs->addTab(m_proposals, tr("Proposals"));
    auto *column = new QVBoxLayout(this);
    column->addWidget(m_tabs);
}

QWidget *TemplateWindow::buildLeft()
{
    m_tree->setObjectName(u"templateTree"_s);
    m_tree->setAccessibleName(tr("Templates by folder"));
    m_tree->setHeaderHidden(true);
    m_nothing->setObjectName(u"templateTreeNothing"_s);
    m_nothing->setText(tr("There is no template yet. Write one on the right and save it."));
    m_nothing->setWordWrap(true);
    m_nothing->setForegroundRole(QPalette::PlaceholderText);
    m_new->setObjectName(u"newTemplateButton"_s);
    m_new->setAutoDefault(false);
    auto *left = new QWidget(this);
    auto *column = new QVBoxLayout(left);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_nothing);
    column->addWidget(m_tree, 1);
    column->addWidget(m_new);
    return left;
}

QWidget *TemplateWindow::buildRight()
{
    m_name->setObjectName(u"templateName"_s);
    m_name->setAccessibleName(tr("Name of the file, with its folder"));
    m_name->setPlaceholderText(tr("folder/name"));
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
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_page, 1);
    column->addLayout(buttons);
    return right;
}

void TemplateWindow::connectParts()
{
    connect(m_tree, &QTreeWidget::currentItemChanged, this,
            [this](const QTreeWidgetItem *item) { choose(item); });
    connect(m_new, &QPushButton::clicked, this, [this] { leaveTo({}); });
    connect(m_save, &QPushButton::clicked, this, &TemplateWindow::save);
    connect(m_propose, &QPushButton::clicked, this, &TemplateWindow::propose);
    connect(m_page, &TemplatePage::changed, this, &TemplateWindow::updateButtons);
    connect(m_name, &QLineEdit::textChanged, this, &TemplateWindow::updateButtons);
    connect(&m_parts.library, &TemplateLibrary::changed, this, &TemplateWindow::fillTree);
    connect(m_proposals, &ProposalsPage::failed, this, &TemplateWindow::failed);
    connect(m_proposals, &ProposalsPage::announced, this, &TemplateWindow::announced);
    auto *keys = new QShortcut(QKeySequence::Save, this);
    connect(keys, &QShortcut::activated, this, &TemplateWindow::save);
}

void TemplateWindow::setSource(const TemplateSource &source)
{
    m_page->setSource(source);
}

void TemplateWindow::fillTree()
{
    m_isFilling = true;
    m_tree->clear();
    for (const TemplateScope scope : {TemplateScope::Mine, TemplateScope::Team}) {
        auto *top = new QTreeWidgetItem(m_tree, {scopeLabel(scope)});
        const auto add = [&](const QString &id, const QString &title, const QString &icon) {
            QTreeWidgetItem *parent = top;
            QStringList folders = id.split(u'/');
            folders.removeLast();
            for (const QString &folder : std::as_const(folders)) {
                parent = folderIn(parent, oneLine(folder));
            }
            auto *item = new QTreeWidgetItem(parent, {oneLine(title)});
            item->setIcon(0, themedIcon(icon));
            item->setData(0, idRole, id);
            item->setData(0, scopeRole, static_cast<int>(scope));
        };
        for (const Template &one : m_parts.library.catalog()->templates()) {
            if (one.scope == scope) {
                add(one.id, one.title, u"bookmarks"_s);
            }
        }
        top->setExpanded(true);
        top->setHidden(top->childCount() == 0);
    }
    const auto catalog = m_parts.library.catalog();
    m_nothing->setVisible(catalog->templates().isEmpty());
    m_tree->setCurrentItem(itemOf(m_place));
    m_isFilling = false;
}

QTreeWidgetItem *TemplateWindow::itemOf(const Place &place) const
{
    for (QTreeWidgetItemIterator at(m_tree); *at != nullptr; ++at) {
        if ((*at)->data(0, idRole).isValid() && (*at)->data(0, idRole).toString() == place.id
            && (*at)->data(0, scopeRole).toInt() == static_cast<int>(place.scope)) {
            return *at;
        }
    }
    return nullptr;
}

void TemplateWindow::choose(const QTreeWidgetItem *item)
{
    if (!m_isFilling && item != nullptr && item->data(0, idRole).isValid()) {
        leaveTo({.scope = static_cast<TemplateScope>(item->data(0, scopeRole).toInt()),
                 .id = item->data(0, idRole).toString()});
    }
}

/// What is unsaved is asked for first.
void TemplateWindow::leaveTo(const Place &place)
{
    const auto go = [this, place] {
        place.id.isEmpty() ? makeNew() : load(place);
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
            fillTree();
        }
    });
    question->open();
}

void TemplateWindow::load(const Place &place)
{
    m_parts.library.source(place.scope, place.id).then(this, [this, place](const Result<QString> &text) {
        if (!text) {
            Q_EMIT failed(text.error());
            return;
        }
        m_place = place;
        m_name->setText(place.id);
        m_page->show(place.id, *text);
        updateButtons();
    });
}

void TemplateWindow::makeNew()
{
    m_place = {};
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
            m_page->keep();
            Q_EMIT announced(tr("Saved."));
        });
}

void TemplateWindow::propose()
{
    TemplateProposal proposal;
    proposal.templateId = m_name->text().trimmed();
    proposal.text = m_page->text();
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

} // namespace aside
