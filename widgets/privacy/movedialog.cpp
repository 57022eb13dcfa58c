// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/privacy/movedialog.h"

#include "models/core/clock.h"
#include "models/ports/movestore.h"
#include "widgets/check/composercheck.h"
#include "widgets/common/elidedbutton.h"
#include "widgets/common/foreigntext.h"
#include "widgets/common/noticebar.h"
#include "widgets/common/wrappingrow.h"
#include "widgets/privacy/movewords.h"
#include "widgets/theme/icons.h"

#include <QBoxLayout>
#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QMessageBox>
#include <QScreen>
#include <QScrollArea>
#include <QShortcut>
#include <QToolButton>

#include <algorithm>

namespace aside {

namespace {

constexpr int spacing = 12;
constexpr int usualWidth = 100; // in letters
constexpr int narrow = 76;
constexpr int usualHeight = 34; // in lines

} // namespace

MoveDialog::MoveDialog(const PreparedMove &move, const MoveQuestion &question, const MoveDialogParts &parts,
                       QWidget *parent)
    : QDialog(parent)
    , m_move(move)
    , m_parts(parts)
    , m_reason(plainLabel(this))
    , m_sides(new QWidget(this))
    , m_row(new QBoxLayout(QBoxLayout::LeftToRight, m_sides))
    , m_next(plainLabel(this))
    , m_others(new QToolButton(this))
    , m_closed(plainLabel(this))
    , m_notice(new NoticeBar(this))
    , m_cancel(new QPushButton(tr("&Cancel"), this))
    , m_send(new ElidedButton(this))
{
    setWindowTitle(isClosing() ? tr("Close the public side") : tr("Move to private"));
    setAttribute(Qt::WA_DeleteOnClose);
    setModal(true);
    nameParts();
    addHalves(question);
    build();
    connect(m_others, &QToolButton::toggled, this, &MoveDialog::showClosedWays);
    connect(m_notice, &NoticeBar::offerTaken, this, &MoveDialog::copyTexts);
    connect(m_cancel, &QPushButton::clicked, this, &MoveDialog::reject);
    connect(m_send, &QPushButton::clicked, this, &MoveDialog::send);
    connect(new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_Return), this), &QShortcut::activated, this,
            &MoveDialog::send);
    const QSize wanted(usualWidth * fontMetrics().averageCharWidth(),
                       usualHeight * fontMetrics().lineSpacing());
    resize(wanted.boundedTo(parent->screen()->availableSize() * 0.9));
    arrange();
    updateButton();
    if (auto *first = m_public ? m_public : m_private) {
        first->focusText();
    }
}

void MoveDialog::nameParts()
{
    setObjectName(QStringLiteral("moveDialog"));
    m_reason->setObjectName(QStringLiteral("moveReason"));
    m_next->setObjectName(QStringLiteral("moveNext"));
    m_others->setObjectName(QStringLiteral("closedWaysButton"));
    m_closed->setObjectName(QStringLiteral("closedWays"));
    m_cancel->setObjectName(QStringLiteral("cancelMoveButton"));
    m_send->setObjectName(QStringLiteral("startMoveButton"));
    m_send->setProperty("primary", true);
    m_send->setAutoDefault(false);
    m_cancel->setAutoDefault(false); // Enter is for the texts
    for (auto *label : {m_reason, m_next, m_closed}) {
        label->setWordWrap(true);
    }
}

void MoveDialog::addHalves(const MoveQuestion &question)
{
    const auto add = [&](const WrittenHalf &half) {
        auto *field = new HalfField(half, question, m_parts.halves, m_sides);
        m_row->addWidget(field, 1);
        connect(field, &HalfField::changed, this, &MoveDialog::updateButton);
        connect(field, &HalfField::announced, this, &MoveDialog::announced);
        if (isClosing() && m_move.publicHalf && m_move.privateHalf) {
            field->allowLeavingOut();
        }
        return field;
    };
    if (m_move.publicHalf) {
        m_public = add(*m_move.publicHalf);
    }
    if (m_move.privateHalf) {
        m_private = add(*m_move.privateHalf);
    }
    m_row->setContentsMargins(0, 0, 0, 0);
    m_row->setSpacing(spacing);
}

void MoveDialog::build()
{
    m_reason->setText(moveReason(m_move, m_parts.halves.clock.now()));
    m_next->setText(moveNextWords(m_move.plan.next));
    m_next->setVisible(!m_next->text().isEmpty());
    m_others->setText(tr("&Other ways, and why not"));
    m_others->setCheckable(true);
    m_others->setArrowType(Qt::RightArrow);
    m_others->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_others->setAutoRaise(true);
    m_others->setVisible(!m_move.plan.forbidden.isEmpty());
    m_closed->setText(closedWays(m_move.plan).join(u'\n'));
    m_closed->hide();

    auto *page = new QWidget(this);
    auto *column = new QVBoxLayout(page);
    column->setSpacing(spacing);
    column->addWidget(m_reason);
    column->addWidget(m_sides, 1);
    column->addWidget(m_next);
    column->addWidget(m_others, 0, Qt::AlignLeft);
    column->addWidget(m_closed);
    auto *scroll = new QScrollArea(this);
    scroll->setObjectName(QStringLiteral("movePage"));
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus); // its parts take the keyboard, and bring themselves into sight
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(page);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch(1);
    buttons->addWidget(m_cancel);
    buttons->addWidget(m_send);
    auto *all = new QVBoxLayout(this);
    all->addWidget(m_notice);
    all->addWidget(scroll, 1);
    all->addLayout(buttons);
}

QList<HalfField *> MoveDialog::halves() const
{
    QList<HalfField *> both{m_private, m_public};
    both.removeIf([](const HalfField *half) { return half == nullptr || half->isLeftOut(); });
    return both;
}

/// Below each other where there is no room for both.
void MoveDialog::arrange()
{
    const bool isNarrow = width() < narrow * fontMetrics().averageCharWidth();
    m_row->setDirection(isNarrow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
}

void MoveDialog::resizeEvent(QResizeEvent *event)
{
    QDialog::resizeEvent(event);
    arrange();
}

void MoveDialog::showClosedWays(bool areShown)
{
    m_closed->setVisible(areShown);
    m_others->setArrowType(areShown ? Qt::DownArrow : Qt::RightArrow);
}

/// While something is to be answered the button says what.
void MoveDialog::updateButton()
{
    const auto both = halves();
    QString todo;
    for (auto *half : both) {
        todo = todo.isEmpty() ? half->check().todo() : todo;
    }
    const bool isWritten
        = std::ranges::none_of(both, [](const HalfField *half) { return half->text().trimmed().isEmpty(); });
    m_send->setVisible(m_public || m_private);
    m_send->setEnabled(isWritten && !both.isEmpty() && !m_isStarting);
    m_send->setWords(todo.isEmpty() ? moveButton(chosen()) : todo);
    m_send->setIcon(
        themedIcon(todo.isEmpty() ? QStringLiteral("document-send") : QStringLiteral("data-warning"),
                   IconColor::OnAccent));
}

bool MoveDialog::isClosing() const
{
    return m_move.plan.way == MoveWay::ClosePublic;
}

/// The way may have closed while somebody wrote.
bool MoveDialog::isTooLate() const
{
    const auto &until = m_move.plan.deadline;
    return until && m_private && !m_private->isLeftOut() && m_parts.halves.clock.now() >= *until;
}

/// Without the halves that were left out.
PreparedMove MoveDialog::chosen() const
{
    auto move = m_move;
    if (m_public && m_public->isLeftOut()) {
        move.publicHalf.reset();
    }
    if (m_private && m_private->isLeftOut()) {
        move.privateHalf.reset();
        move.plan.records.removeAll(MoveRecord::RemovalAsked);
    }
    return move;
}

/// Both texts are looked at before either leaves: first the private one.
void MoveDialog::send()
{
    const auto both = halves();
    if (!m_send->isEnabled() || both.isEmpty()) {
        return;
    }
    if (isTooLate()) {
        m_notice->showWords(tr("The platform takes no private message any more: the time for it is over. "
                               "Nothing was sent."));
        m_notice->offer(tr("Co&py the texts"));
        return;
    }
    auto *last = both.constLast();
    const auto finish = [this, last] {
        last->check().sendWhenAnswered([this] { start(); });
    };
    if (both.size() == 1) {
        finish();
    } else {
        both.constFirst()->check().sendWhenAnswered(finish);
    }
}

void MoveDialog::start()
{
    if (m_isStarting) {
        return;
    }
    m_isStarting = true;
    updateButton();
    auto order = orderOf(chosen());
    order.terms.undoWindow = m_parts.undoWindow;
    const auto fill = [](std::optional<OrderedHalf> &half, const HalfField *field) {
        if (half && field) {
            half->text = field->text();
            half->checks = field->checks();
        }
    };
    fill(order.publicHalf, m_public);
    fill(order.privateHalf, m_private);
    m_parts.moves.start(order).then(this, [this](const Result<PrivateMove> &started) { take(started); });
}

void MoveDialog::take(const Result<PrivateMove> &started)
{
    m_isStarting = false;
    updateButton();
    if (!started) {
        tell(started.error());
        return;
    }
    const auto sent = chosen();
    const bool isOne = isClosing() && (!sent.publicHalf || !sent.privateHalf);
    //: The public line or the private message
    Q_EMIT this->started(*started, isOne ? tr("It waits in the outbox.") : movedWords(m_move.plan.next));
    Q_EMIT left(*started, sent.publicHalf ? m_public->text() : QString(),
                sent.privateHalf ? m_private->text() : QString());
    accept();
}

/// The texts stay where they are.
void MoveDialog::tell(const Error &error)
{
    switch (error.code) {
    case Errc::Conflict:
        m_notice->showWords(
            isClosing()
                ? tr("Somebody closes the public side already, or the talk went on. Nothing of yours was "
                     "sent.")
                : tr("Somebody began to move this conversation already. Nothing of yours was sent."));
        break;
    case Errc::NotFound:
        m_notice->showWords(tr("This conversation is gone. Nothing was sent."));
        break;
    case Errc::ConsentMissing:
        m_notice->showWords(tr("The customer does not allow this way any more. Nothing was sent."));
        break;
    default:
        m_notice->showError(error);
        break;
    }
    m_notice->offer(tr("Co&py the texts"));
}

void MoveDialog::copyTexts()
{
    QStringList texts;
    for (const auto *half : halves()) {
        texts.prepend(half->text());
    }
    QGuiApplication::clipboard()->setText(texts.join(QStringLiteral("\n\n")));
    Q_EMIT announced(tr("Both texts are on the clipboard."));
}

bool MoveDialog::isEdited() const
{
    return std::ranges::any_of(halves(), [](const HalfField *half) { return half->isEdited(); });
}

void MoveDialog::goOnWith(const QString &publicText, const QString &privateText)
{
    if (m_public && !publicText.isEmpty()) {
        m_public->setText(publicText);
    }
    if (m_private && !privateText.isEmpty()) {
        m_private->setText(privateText);
    }
}

void MoveDialog::reject()
{
    if (isEdited()) {
        askToKeep();
    } else if (!m_isStarting) {
        QDialog::reject();
    }
}

void MoveDialog::askToKeep()
{
    auto *question = new QMessageBox(QMessageBox::Question, windowTitle(), tr("Keep what you wrote?"),
                                     QMessageBox::NoButton, this);
    question->setInformativeText(tr("The public line goes into the draft of your reply, the private message "
                                    "into the draft of a note, which only the team reads."));
    question->setObjectName(QStringLiteral("keepMoveQuestion"));
    question->setAttribute(Qt::WA_DeleteOnClose);
    const auto *keep = question->addButton(tr("&Keep as drafts"), QMessageBox::AcceptRole);
    const auto *drop = question->addButton(tr("&Drop"), QMessageBox::DestructiveRole);
    auto *back = question->addButton(tr("Go &on writing"), QMessageBox::RejectRole);
    question->setDefaultButton(back);
    question->setEscapeButton(back);
    connect(question, &QMessageBox::buttonClicked, this, [this, keep, drop](const QAbstractButton *pressed) {
        if (pressed == keep) {
            Q_EMIT textsKept(m_move.thread.conversation.id, m_public ? m_public->text() : QString(),
                             m_private ? m_private->text() : QString());
        }
        if (pressed == keep || pressed == drop) {
            QDialog::reject();
        }
    });
    question->open();
}

} // namespace aside
