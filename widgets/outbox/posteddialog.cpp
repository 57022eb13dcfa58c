// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/outbox/posteddialog.h"

#include "widgets/common/foreigntext.h"
#include "widgets/common/noticebar.h"

#include <QBoxLayout>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace aside {

namespace {

constexpr int letters = 52; // of its width
constexpr qsizetype longestText = 200;

} // namespace

PostedDialog::PostedDialog(const OutboxItem &item, QWidget *parent)
    : QDialog(parent)
    , m_notice(new NoticeBar(this))
    , m_page(new QLineEdit(this))
    , m_words(new QLineEdit(this))
{
    setObjectName(QStringLiteral("postedDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("The reply is posted"));
    build(item);
    const auto update = [this] {
        m_posted->setEnabled(!m_page->text().trimmed().isEmpty() || !m_words->text().trimmed().isEmpty());
    };
    connect(m_page, &QLineEdit::textChanged, this, update);
    connect(m_words, &QLineEdit::textChanged, this, update);
    update();
}

void PostedDialog::build(const OutboxItem &item)
{
    m_page->setObjectName(QStringLiteral("postedPage"));
    m_page->setMinimumWidth(fontMetrics().averageCharWidth() * letters);
    m_page->setPlaceholderText(QStringLiteral("https://"));
    m_words->setObjectName(QStringLiteral("postedWords"));
    auto *what = plainLabel(this);
    what->setWordWrap(true);
    what->setText(oneLine(item.text, longestText));
    what->setForegroundRole(QPalette::PlaceholderText);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    m_posted = buttons->button(QDialogButtonBox::Ok);
    m_posted->setText(tr("It is &posted"));
    m_posted->setProperty("primary", true);
    auto *form = new QFormLayout;
    form->setRowWrapPolicy(QFormLayout::WrapAllRows);
    form->addRow(tr("&Address of the page where it stands"), m_page);
    form->addRow(tr("Or what &else speaks for it: the number of a case, who saw it"), m_words);
    auto *column = new QVBoxLayout(this);
    column->addWidget(m_notice);
    column->addWidget(what);
    column->addLayout(form);
    column->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &PostedDialog::prove);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

void PostedDialog::prove()
{
    const Result<PostProof> proof = checkedProof({.page = m_page->text(), .words = m_words->text()});
    if (!proof) {
        showProblem(proof.error());
        return;
    }
    m_posted->setEnabled(false); // until the answer is there
    Q_EMIT proved(*proof);
}

void PostedDialog::showProblem(const Error &error)
{
    m_posted->setEnabled(true);
    if (error.code == Errc::InvalidInput) {
        m_notice->showWords(tr("That is no address of a page, or too long. Copy it from the browser: it "
                               "begins with https://."));
    } else if (error.code == Errc::Conflict) {
        m_notice->showWords(tr("It is not waiting to be posted any more. See the outbox."));
    } else {
        m_notice->showError(error);
    }
}

} // namespace aside
