// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/templates/templateshelf.h"

#include "models/ports/templatelibrary.h"
#include "models/templates/templatecatalog.h"
#include "widgets/common/foreigntext.h"
#include "widgets/common/templatefaulttext.h"
#include "widgets/templates/templatewords.h"
#include "widgets/theme/icons.h"

#include <QBoxLayout>
#include <QEvent>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QShortcut>
#include <QSplitter>
#include <QTreeWidget>

#include <utility>

namespace aside {

using namespace Qt::StringLiterals;

namespace {

constexpr int idRole = Qt::UserRole;
constexpr int scopeRole = Qt::UserRole + 1;
constexpr int air = 8; ///< between the halves
constexpr auto suffix = ".md"_L1;

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

/// What is wrong with templates that can be used all the same, by scope and file.
QHash<std::pair<TemplateScope, QString>, QString> warningsOf(const TemplateCatalog &catalog)
{
    QHash<std::pair<TemplateScope, QString>, QString> warnings;
    for (const TemplateProblem &problem : catalog.problems()) {
        if (problem.isWarning()) {
            warnings.insert({problem.scope, problem.file}, templateFaultText(problem));
        }
    }
    return warnings;
}

/// What may be removed: the team's are changed by a proposal.
bool isOurs(const TemplateAddress &address)
{
    return !address.id.isEmpty() && address.scope == TemplateScope::Mine;
}

} // namespace

TemplateShelf::TemplateShelf(TemplateLibrary &library, QWidget *parent)
    : QWidget(parent)
    , m_library(library)
    , m_nothing(plainLabel(this))
    , m_tree(new QTreeWidget(this))
    , m_brokenPart(new QWidget(this))
    , m_brokenTitle(plainLabel(m_brokenPart))
    , m_broken(new QListWidget(m_brokenPart))
    , m_new(new QPushButton(this))
    , m_remove(new QPushButton(this))
{
    build();
    connectParts();
    retranslate();
    setFocusProxy(m_tree);
}

void TemplateShelf::build()
{
    m_tree->setObjectName(u"templateTree"_s);
    m_tree->setHeaderHidden(true);
    m_nothing->setObjectName(u"templateTreeNothing"_s);
    m_nothing->setWordWrap(true);
    m_nothing->setForegroundRole(QPalette::PlaceholderText);
    m_brokenTitle->setWordWrap(true);
    m_broken->setObjectName(u"brokenTemplates"_s);
    m_broken->setWordWrap(true);
    m_broken->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_broken->setResizeMode(QListView::Adjust);
    m_new->setObjectName(u"newTemplateButton"_s);
    m_remove->setObjectName(u"removeTemplateButton"_s);
    for (QPushButton *button : {m_new, m_remove}) {
        button->setAutoDefault(false);
    }
    auto *below = new QVBoxLayout(m_brokenPart);
    below->setContentsMargins(0, 0, 0, 0);
    below->addWidget(m_brokenTitle);
    below->addWidget(m_broken, 1);
    auto *parts = new QSplitter(Qt::Vertical, this);
    parts->addWidget(m_tree);
    parts->addWidget(m_brokenPart);
    parts->setStretchFactor(0, 1);
    parts->setSizes({460, 160});
    parts->setChildrenCollapsible(false);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_new, 1);
    buttons->addWidget(m_remove, 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, air, 0);
    column->addWidget(m_nothing);
    column->addWidget(parts, 1);
    column->addLayout(buttons);
}

void TemplateShelf::connectParts()
{
    connect(m_tree, &QTreeWidget::currentItemChanged, this, [this] {
        if (const TemplateAddress address = selected(); !m_isFilling && !address.id.isEmpty()) {
            Q_EMIT chosen(address);
        }
    });
    const auto choose = [this](const QListWidgetItem *item) {
        if (item->data(idRole).isValid()) {
            Q_EMIT chosen({.scope = static_cast<TemplateScope>(item->data(scopeRole).toInt()),
                           .id = item->data(idRole).toString()});
        }
    };
    connect(m_broken, &QListWidget::itemActivated, this, choose);
    connect(m_broken, &QListWidget::itemClicked, this, choose);
    connect(m_new, &QPushButton::clicked, this, &TemplateShelf::newAsked);
    connect(m_remove, &QPushButton::clicked, this, [this] { Q_EMIT removeAsked(m_current); });
    auto *key = new QShortcut(QKeySequence::Delete, m_tree);
    key->setContext(Qt::WidgetShortcut);
    connect(key, &QShortcut::activated, this, [this] {
        if (const TemplateAddress address = selected(); isOurs(address)) {
            Q_EMIT removeAsked(address);
        }
    });
    connect(&m_library, &TemplateLibrary::changed, this, &TemplateShelf::fill);
}

void TemplateShelf::retranslate()
{
    m_tree->setAccessibleName(tr("Templates by folder"));
    m_nothing->setText(tr("There is no template yet. Write one on the right and save it."));
    m_brokenTitle->setText(tr("These files cannot be used:"));
    m_broken->setAccessibleName(tr("Files that cannot be used"));
    m_new->setText(tr("&New template"));
    m_remove->setText(tr("&Remove…"));
    fill();
}

void TemplateShelf::setCurrent(const TemplateAddress &address)
{
    m_current = address;
    m_isFilling = true;
    m_tree->setCurrentItem(itemOf(address));
    m_isFilling = false;
    m_remove->setEnabled(isOurs(m_current));
}

void TemplateShelf::fill()
{
    const auto catalog = m_library.catalog();
    m_isFilling = true;
    fillTree(*catalog);
    m_isFilling = false;
    fillBroken(*catalog);
    m_nothing->setVisible(catalog->templates().isEmpty());
    setCurrent(m_current);
}

void TemplateShelf::fillTree(const TemplateCatalog &catalog)
{
    const auto warnings = warningsOf(catalog);
    m_tree->clear();
    for (const TemplateScope scope : {TemplateScope::Mine, TemplateScope::Team}) {
        auto *top = new QTreeWidgetItem(m_tree, {scopeLabel(scope)});
        for (const Template &one : catalog.templates()) {
            if (one.scope == scope) {
                addTemplate(top, one, warnings.value({scope, one.id + suffix}));
            }
        }
        top->setExpanded(true);
        top->setHidden(top->childCount() == 0);
    }
}

void TemplateShelf::addTemplate(QTreeWidgetItem *top, const Template &one, const QString &warning)
{
    QTreeWidgetItem *parent = top;
    QStringList folders = one.id.split(u'/');
    folders.removeLast();
    for (const QString &folder : std::as_const(folders)) {
        parent = folderIn(parent, oneLine(folder));
    }
    auto *item = new QTreeWidgetItem(parent, {oneLine(one.title)});
    item->setIcon(0, themedIcon(warning.isEmpty() ? u"bookmarks"_s : u"data-warning"_s));
    item->setToolTip(0, warning.isEmpty() ? QString() : escapedToolTip(warning));
    item->setData(0, Qt::AccessibleDescriptionRole, oneLine(warning));
    item->setData(0, idRole, one.id);
    item->setData(0, scopeRole, static_cast<int>(one.scope));
}

void TemplateShelf::fillBroken(const TemplateCatalog &catalog)
{
    m_broken->clear();
    for (const TemplateProblem &problem : catalog.problems()) {
        if (problem.isWarning()) {
            continue;
        }
        const QString file = isolated(oneLine(problem.file));
        const QString why = oneLine(templateFaultText(problem));
        //: A broken template: its file, the line, what is wrong
        const QString words = problem.line > 0
            ? tr("%1, line %2: %3").arg(file, QString::number(problem.line), why)
            : tr("%1: %2").arg(file, why);
        auto *item = new QListWidgetItem(themedIcon(u"data-error"_s), words, m_broken);
        item->setToolTip(escapedToolTip(words));
        if (problem.file.endsWith(suffix)) { // else a folder
            item->setData(idRole, problem.file.chopped(suffix.size()));
            item->setData(scopeRole, static_cast<int>(problem.scope));
        }
    }
    m_brokenPart->setVisible(m_broken->count() > 0);
}

TemplateAddress TemplateShelf::selected() const
{
    const QTreeWidgetItem *item = m_tree->currentItem();
    return item != nullptr && item->data(0, idRole).isValid()
        ? TemplateAddress{.scope = static_cast<TemplateScope>(item->data(0, scopeRole).toInt()),
                          .id = item->data(0, idRole).toString()}
        : TemplateAddress{};
}

QTreeWidgetItem *TemplateShelf::itemOf(const TemplateAddress &address) const
{
    for (QTreeWidgetItemIterator at(m_tree); *at != nullptr; ++at) {
        if ((*at)->data(0, idRole).isValid() && (*at)->data(0, idRole).toString() == address.id
            && (*at)->data(0, scopeRole).toInt() == static_cast<int>(address.scope)) {
            return *at;
        }
    }
    return nullptr;
}

void TemplateShelf::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
}

} // namespace aside
