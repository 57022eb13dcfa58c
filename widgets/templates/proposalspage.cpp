// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/templates/proposalspage.h"

#include "models/core/clock.h"
#include "widgets/common/foreigntext.h"
#include "widgets/common/words.h"
#include "widgets/composer/worddiff.h"

#include <QBoxLayout>
#include <QEvent>
#include <QFuture>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSplitter>
#include <QTextBrowser>
#include <QTextCursor>

#include <algorithm>
#include <utility>

namespace aside {

using namespace Qt::StringLiterals;

namespace {

constexpr int air = 8; ///< between the halves

} // namespace

ProposalsPage::ProposalsPage(TemplateLibrary &library, const Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_library(library)
    , m_clock(clock)
    , m_list(new QListWidget(this))
    , m_about(plainLabel(this))
    , m_text(new QTextBrowser(this))
    , m_words(new QLineEdit(this))
    , m_accept(new QPushButton(this))
    , m_giveBack(new QPushButton(this))
{
    build();
    connect(m_list, &QListWidget::currentRowChanged, this, &ProposalsPage::showCurrent);
    connect(m_accept, &QPushButton::clicked, this, &ProposalsPage::accept);
    connect(m_giveBack, &QPushButton::clicked, this, &ProposalsPage::giveBack);
    connect(m_words, &QLineEdit::textChanged, this,
            [this] { m_giveBack->setEnabled(current() != nullptr && !m_words->text().trimmed().isEmpty()); });
    connect(&m_library, &TemplateLibrary::changed, this, &ProposalsPage::load);
    retranslate();
}

void ProposalsPage::build()
{
    m_list->setObjectName(u"proposalList"_s);
    m_about->setObjectName(u"proposalAbout"_s);
    m_about->setWordWrap(true);
    m_text->setObjectName(u"proposalText"_s);
    m_text->setOpenLinks(false);
    m_words->setObjectName(u"proposalWords"_s);
    m_accept->setObjectName(u"acceptProposalButton"_s);
    m_accept->setProperty("primary", true);
    m_giveBack->setObjectName(u"giveBackProposalButton"_s);
    for (QPushButton *button : {m_accept, m_giveBack}) {
        button->setAutoDefault(false);
    }
    auto *answer = new QHBoxLayout;
    answer->addWidget(m_words, 1);
    answer->addWidget(m_giveBack);
    answer->addWidget(m_accept);
    auto *right = new QWidget(this);
    auto *rows = new QVBoxLayout(right);
    rows->setContentsMargins(air, 0, 0, 0);
    rows->addWidget(m_about);
    rows->addWidget(m_text, 1);
    rows->addLayout(answer);
    auto *halves = new QSplitter(Qt::Horizontal, this);
    halves->addWidget(m_list);
    halves->addWidget(right);
    halves->setStretchFactor(1, 1);
    halves->setSizes({300, 780});
    halves->setChildrenCollapsible(false);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->addWidget(halves);
}

void ProposalsPage::retranslate()
{
    m_list->setAccessibleName(tr("Proposals, newest first"));
    m_text->setAccessibleName(tr("What the proposal changes"));
    m_words->setAccessibleName(tr("Words to its author"));
    m_words->setPlaceholderText(tr("What should be different?"));
    m_accept->setText(tr("&Accept"));
    m_giveBack->setText(tr("&Give back"));
    load();
}

void ProposalsPage::load()
{
    m_library.proposals().then(this, [this](const Result<QList<TemplateProposal>> &proposals) {
        if (proposals) {
            fill(*proposals);
        } else {
            Q_EMIT failed(proposals.error());
        }
    });
}

void ProposalsPage::fill(const QList<TemplateProposal> &proposals)
{
    const QString chosen = current() != nullptr ? current()->id : QString();
    m_proposals.clear();
    std::ranges::copy_if(proposals, std::back_inserter(m_proposals),
                         [](const TemplateProposal &one) { return one.state == ProposalState::Open; });
    m_list->clear();
    for (const TemplateProposal &one : std::as_const(m_proposals)) {
        //: A proposal: the template, who proposes, when
        m_list->addItem(tr("%1\n%2 · %3")
                            .arg(isolated(oneLine(one.templateId)), isolated(oneLine(one.by)),
                                 whenLabel(one.at, m_clock.now())));
    }
    const auto found = std::ranges::find(std::as_const(m_proposals), chosen, &TemplateProposal::id);
    m_list->setCurrentRow(found != m_proposals.cend() ? static_cast<int>(found - m_proposals.cbegin()) : 0);
    showCurrent();
}

const TemplateProposal *ProposalsPage::current() const
{
    const int row = m_list->currentRow();
    return row >= 0 && row < m_proposals.size() ? &m_proposals.at(row) : nullptr;
}

void ProposalsPage::showCurrent()
{
    m_text->clear();
    const TemplateProposal *one = current();
    for (QWidget *part : {static_cast<QWidget *>(m_words), static_cast<QWidget *>(m_accept)}) {
        part->setEnabled(one != nullptr);
    }
    m_giveBack->setEnabled(one != nullptr && !m_words->text().trimmed().isEmpty());
    if (one == nullptr) {
        m_about->setText(tr("No proposal waits for an answer."));
        return;
    }
    //: Who proposes a change, and why; what he wrote stands as it is
    m_about->setText(one->words.isEmpty()
                         ? tr("%1 gave no reason.").arg(isolated(oneLine(one->by)))
                         : tr("%1: “%2”").arg(isolated(oneLine(one->by)), isolated(oneLine(one->words))));
    m_library.source(TemplateScope::Team, one->templateId)
        .then(this, [this, shown = *one](const Result<QString> &before) {
            if (current() != nullptr && current()->id == shown.id) {
                showDiff(before ? *before : QString(), shown); // there may be no such template yet
            }
        });
}

void ProposalsPage::showDiff(const QString &before, const TemplateProposal &proposal)
{
    m_text->clear();
    QTextCursor cursor(m_text->document());
    for (const DiffPart &part : wordDiff(before, proposal.text)) {
        cursor.insertText(forDisplay(part.text), diffFormat(part.kind));
    }
    m_text->moveCursor(QTextCursor::Start);
}

void ProposalsPage::accept()
{
    if (const TemplateProposal *one = current()) {
        m_library.accept(one->id).then(this, [this](const Result<void> &done) {
            if (done) {
                Q_EMIT announced(tr("Accepted. It is the team's template now."));
            } else {
                Q_EMIT failed(done.error());
            }
        });
    }
}

void ProposalsPage::giveBack()
{
    const QString words = m_words->text().trimmed();
    if (const TemplateProposal *one = current(); one != nullptr && !words.isEmpty()) {
        m_library.giveBack(one->id, words).then(this, [this](const Result<void> &done) {
            if (done) {
                m_words->clear();
                Q_EMIT announced(tr("Given back to its author."));
            } else {
                Q_EMIT failed(done.error());
            }
        });
    }
}

void ProposalsPage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
}

} // namespace aside
