// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/composer/versionsdialog.h"

#include "widgets/common/foreigntext.h"
#include "widgets/common/words.h"
#include "widgets/composer/worddiff.h"

#include <QBoxLayout>
#include <QDialogButtonBox>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QSplitter>
#include <QTextBrowser>
#include <QTextCursor>

namespace aside {

namespace {

constexpr qsizetype firstWords = 60;

qsizetype wordsIn(const QString &text)
{
    return text.split(u' ', Qt::SkipEmptyParts).size();
}

} // namespace

VersionsDialog::VersionsDialog(QList<Draft> versions, QString current, const Clock &clock, QWidget *parent)
    : QDialog(parent)
    , m_versions(std::move(versions))
    , m_current(std::move(current))
    , m_list(new QListWidget(this))
    , m_summary(plainLabel(this))
    , m_text(new QTextBrowser(this))
    , m_use(new QPushButton(tr("&Use this version"), this))
{
    setObjectName(QStringLiteral("versionsDialog"));
    setWindowTitle(tr("Versions of this draft"));
    setAttribute(Qt::WA_DeleteOnClose);
    setModal(true);
    resize(760, 460);
    buildLayout();
    fill(clock);
    connect(m_list, &QListWidget::currentRowChanged, this, &VersionsDialog::showVersion);
    connect(m_list, &QListWidget::itemActivated, this, &VersionsDialog::use);
    connect(m_use, &QPushButton::clicked, this, &VersionsDialog::use);
    m_list->setCurrentRow(0);
    showVersion(m_list->currentRow());
    m_list->setFocus();
}

void VersionsDialog::buildLayout()
{
    m_list->setObjectName(QStringLiteral("versionList"));
    m_list->setAccessibleName(tr("Versions, newest first"));
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setWordWrap(true);
    m_list->setResizeMode(QListView::Adjust);
    m_text->setObjectName(QStringLiteral("versionText"));
    m_text->setAccessibleName(tr("What this version changes"));
    m_text->setOpenLinks(false);
    m_summary->setObjectName(QStringLiteral("versionSummary"));
    m_summary->setWordWrap(true);
    m_use->setObjectName(QStringLiteral("useVersionButton"));
    m_use->setProperty("primary", true);

    auto *right = new QWidget(this);
    auto *column = new QVBoxLayout(right);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_summary);
    column->addWidget(m_text, 1);
    auto *halves = new QSplitter(Qt::Horizontal, this);
    halves->addWidget(m_list);
    halves->addWidget(right);
    halves->setStretchFactor(1, 1);
    halves->setSizes({280, 460});
    halves->setChildrenCollapsible(false);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    buttons->addButton(m_use, QDialogButtonBox::ActionRole);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *all = new QVBoxLayout(this);
    all->addWidget(halves, 1);
    all->addWidget(buttons);
}

void VersionsDialog::fill(const Clock &clock)
{
    for (const Draft &version : std::as_const(m_versions)) {
        const QString first = version.text.isEmpty() ? tr("(empty)") : oneLine(version.text, firstWords);
        const QString length = tr("%n character(s)", nullptr, static_cast<int>(version.text.size()));
        //: A version of a draft: when, how long, its first words
        m_list->addItem(tr("%1 · %2\n%3").arg(whenLabel(version.updatedAt, clock.now()), length, first));
    }
}

void VersionsDialog::showVersion(int row)
{
    m_text->clear();
    const bool isThere = row >= 0 && row < m_versions.size();
    m_use->setEnabled(isThere && m_versions.at(row).text != m_current);
    if (!isThere) {
        m_summary->setText(tr("Nothing was written here yet."));
        return;
    }
    qsizetype removed = 0;
    qsizetype added = 0;
    QTextCursor cursor(m_text->document());
    for (const DiffPart &part : wordDiff(m_current, m_versions.at(row).text)) {
        removed += part.kind == DiffPart::Kind::Removed ? wordsIn(part.text) : 0;
        added += part.kind == DiffPart::Kind::Added ? wordsIn(part.text) : 0;
        cursor.insertText(forDisplay(part.text), diffFormat(part.kind));
    }
    m_text->moveCursor(QTextCursor::Start);
    if (m_versions.at(row).text == m_current) {
        m_summary->setText(tr("This is the text you have now."));
    } else {
        //: %1 and %2 are "3 words …": what would change against the text that is written now
        m_summary->setText(tr("Against your text: %1, %2.")
                               .arg(tr("%n word(s) fewer, struck out", nullptr, static_cast<int>(removed)),
                                    tr("%n word(s) more, underlined", nullptr, static_cast<int>(added))));
    }
}

void VersionsDialog::use()
{
    const int row = m_list->currentRow();
    if (row >= 0 && m_versions.at(row).text != m_current) {
        Q_EMIT versionChosen(m_versions.at(row));
        accept();
    }
}

} // namespace aside
