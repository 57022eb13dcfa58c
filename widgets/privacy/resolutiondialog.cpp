// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/privacy/resolutiondialog.h"

#include "models/ports/movestore.h"
#include "widgets/common/foreigntext.h"
#include "widgets/common/noticebar.h"

#include <QBoxLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QShortcut>

namespace aside {

namespace {

constexpr int letters = 60; // of its width
constexpr int lines = 5;

} // namespace

ResolutionDialog::ResolutionDialog(ConversationId id, const QString &by, MoveStore &moves, QWidget *parent)
    : QDialog(parent)
    , m_id(id)
    , m_by(by)
    , m_moves(moves)
    , m_notice(new NoticeBar(this))
    , m_what(new QPlainTextEdit(this))
    , m_cancel(new QPushButton(tr("&Not now"), this))
    , m_record(new QPushButton(tr("&Record as solved"), this))
{
    setObjectName(QStringLiteral("resolutionDialog"));
    setWindowTitle(tr("What was done"));
    setAttribute(Qt::WA_DeleteOnClose);
    setModal(true);
    build();
    const auto update = [this] {
        m_record->setEnabled(!m_what->toPlainText().trimmed().isEmpty());
    };
    connect(m_what, &QPlainTextEdit::textChanged, this, update);
    connect(m_cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_record, &QPushButton::clicked, this, &ResolutionDialog::record);
    connect(new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_Return), this), &QShortcut::activated, this,
            &ResolutionDialog::record);
    update();
}

void ResolutionDialog::build()
{
    m_what->setObjectName(QStringLiteral("resolutionText"));
    m_what->setTabChangesFocus(true);
    m_what->setMinimumSize(letters * fontMetrics().averageCharWidth(), lines * fontMetrics().lineSpacing());
    m_record->setObjectName(QStringLiteral("recordResolutionButton"));
    m_record->setProperty("primary", true);
    m_record->setAutoDefault(false);
    m_cancel->setAutoDefault(false); // Enter is for the text
    auto *label = plainLabel(this);
    label->setText(tr("&Solved: what did we do?"));
    label->setBuddy(m_what);
    auto *readers = plainLabel(this);
    readers->setText(
        tr("Only the team reads this. It stays with your name and the time, and opens the way to close "
           "the public side."));
    readers->setWordWrap(true);
    readers->setForegroundRole(QPalette::PlaceholderText);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch(1);
    buttons->addWidget(m_cancel);
    buttons->addWidget(m_record);
    auto *column = new QVBoxLayout(this);
    column->addWidget(m_notice);
    column->addWidget(label);
    column->addWidget(m_what, 1);
    column->addWidget(readers);
    column->addLayout(buttons);
    m_what->setFocus();
}

void ResolutionDialog::record()
{
    if (!m_record->isEnabled()) {
        return;
    }
    m_record->setEnabled(false);
    m_moves.resolve(m_id, m_what->toPlainText(), m_by).then(this, [this](const Result<PrivateMove> &move) {
        take(move);
    });
}

void ResolutionDialog::take(const Result<PrivateMove> &move)
{
    if (move) {
        Q_EMIT recorded(*move);
        accept();
        return;
    }
    m_record->setEnabled(true);
    if (move.error().code == Errc::Conflict) {
        m_notice->showWords(tr("Nothing is open here any more that could be solved. Nothing was recorded."));
    } else {
        m_notice->showError(move.error());
    }
}

} // namespace aside
