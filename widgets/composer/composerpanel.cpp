// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/composer/composerpanel.h"

#include "models/check/draftcontext.h"
#include "models/check/replydesk.h"
#include "models/services/composer.h"
#include "widgets/check/composercheck.h"
#include "widgets/check/findingspanel.h"
#include "widgets/check/substancegauge.h"
#include "widgets/common/audiencebadge.h"
#include "widgets/common/elidedbutton.h"
#include "widgets/common/elidedlabel.h"
#include "widgets/common/foreigntext.h"
#include "widgets/common/wrappingrow.h"
#include "widgets/composer/addressfields.h"
#include "widgets/composer/filetray.h"
#include "widgets/composer/lengthcounter.h"
#include "widgets/composer/replyfield.h"
#include "widgets/composer/sendundobar.h"
#include "widgets/theme/icons.h"

#include <QBoxLayout>
#include <QDropEvent>
#include <QEvent>
#include <QLabel>
#include <QMessageBox>
#include <QMimeData>
#include <QPushButton>
#include <QSignalBlocker>
#include <QTabBar>

#include <utility>

namespace aside {

namespace {

constexpr int margin = 12;

} // namespace

ComposerPanel::ComposerPanel(Composer &composer, ReplyDesk &desk, const Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_composer(composer)
    , m_desk(desk)
    , m_clock(clock)
    , m_kinds(new QTabBar(this))
    , m_move(new QPushButton(this))
    , m_versions(new QPushButton(this))
    , m_preview(new QPushButton(this))
    , m_recipients(new QPushButton(this))
    , m_addressFields(new AddressFields(composer.addresses(), this))
    , m_text(new ReplyField(this))
    , m_check(new ComposerCheck(desk, composer.files(), m_text, this))
    , m_beside(new QBoxLayout(QBoxLayout::LeftToRight))
    , m_files(new FileTray(composer.files(), this))
    , m_send(new ElidedButton(this))
    , m_state(new ElidedLabel(this))
    , m_length(new LengthCounter(this))
    , m_audience(new AudienceBadge(AudienceBadge::Shape::Strip, this))
    , m_undoBar(new SendUndoBar(clock, this))
{
    nameParts();
    buildLayout();
    connectComposer();
    connectUndo();
    connectFiles();
    connectCheck();
    connectAddresses();
    setAcceptDrops(true);
    retranslate();
    takeColors();
    updateButtons();
    parent->installEventFilter(this); // the field grows up to half of the pane
}

void ComposerPanel::nameParts()
{
    m_kinds->setObjectName(QStringLiteral("composerKinds"));
    m_kinds->setDrawBase(false);
    m_kinds->setExpanding(false);
    m_kinds->setUsesScrollButtons(false); // both are always seen, also in a narrow window
    m_kinds->addTab(themedIcon(QStringLiteral("mail-reply-sender")), QString());
    m_kinds->addTab(themedIcon(QStringLiteral("note")), QString());
    m_move->setObjectName(QStringLiteral("moveTextButton"));
    m_versions->setObjectName(QStringLiteral("versionsButton"));
    m_preview->setObjectName(QStringLiteral("previewButton"));
    m_preview->setIcon(themedIcon(QStringLiteral("view-visible")));
    m_text->setObjectName(QStringLiteral("replyText"));
    m_send->setObjectName(QStringLiteral("sendButton"));
    m_send->setProperty("primary", true);
    m_state->setForegroundRole(QPalette::PlaceholderText);
    m_state->setObjectName(QStringLiteral("draftState"));
    m_state->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    m_state->setOptional(true); // it goes before the button is cut off
    m_audience->setObjectName(QStringLiteral("replyAudience"));
}

QLayout *ComposerPanel::buildHead()
{
    auto *head = new WrappingRow;
    head->setSpacing(margin / 2);
    head->addWidget(m_kinds);
    head->addWidget(m_recipients);
    head->addWidget(m_move);
    head->addWidget(m_versions);
    head->addWidget(m_preview);
    return head;
}

void ComposerPanel::buildLayout()
{
    auto *left = new QHBoxLayout;
    left->setSpacing(margin / 4); // with twice the text each pixel counts
    left->addWidget(m_files->attachButton());
    left->addWidget(m_state);
    left->addWidget(m_length);
    left->addWidget(&m_check->gauge());
    auto *buttons = new WrappingRow;
    buttons->setSpacing(margin / 2);
    buttons->addRow(left);
    buttons->addWidget(m_send);

    auto *field = new QVBoxLayout;
    field->setContentsMargins(margin, margin / 2, margin, margin);
    field->setSpacing(margin / 2);
    field->addLayout(buildHead());
    field->addWidget(m_addressFields);
    m_beside->setSpacing(margin);
    m_beside->addWidget(m_text, 3);
    m_beside->addWidget(&m_check->panel(), 2);
    field->addLayout(m_beside, 1);
    field->addWidget(m_files);
    field->addWidget(m_undoBar);
    field->addLayout(buttons);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_audience);
    column->addLayout(field, 1);
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
}

void ComposerPanel::connectComposer()
{
    connect(m_text, &QPlainTextEdit::textChanged, this, [this] {
        m_composer.setText(m_text->toPlainText());
        checkDraft();
        updateButtons();
    });
    connect(m_text, &ReplyField::shrunk, this, &ComposerPanel::needsLess);
    connect(&m_composer, &Composer::draftLoaded, this, &ComposerPanel::takeText);
    connect(&m_composer, &Composer::savedChanged, this, [this] {
        const auto state = m_composer.isSaved() ? tr("Draft saved") : tr("Saving…");
        m_state->setText(m_text->document()->isEmpty() ? QString() : state);
    });
    connect(&m_composer, &Composer::held, this, &ComposerPanel::showHeld);
    connect(&m_composer, &Composer::noteAdded, this, &ComposerPanel::showAdded);
    connect(&m_composer, &Composer::withdrawn, this, [this](const OutboxItem &item) {
        if (!m_held.isValid() || item.id == m_held) {
            m_held = {};
            m_undoBar->stop();
        }
        Q_EMIT announced(tr("Taken back. The text is a draft again."));
    });
    connect(&m_composer, &Composer::noteTakenBack, this,
            [this] { Q_EMIT announced(tr("Taken back. The text is a draft again.")); });
    connect(&m_composer, &Composer::released, this,
            [this] { Q_EMIT announced(tr("The reply waits in the outbox.")); });
    connect(m_kinds, &QTabBar::currentChanged, this,
            [this](int tab) { showKind(tab == noteTab ? DraftKind::Note : DraftKind::Reply); });
    connect(m_move, &QPushButton::clicked, this, &ComposerPanel::moveText);
    connect(m_versions, &QPushButton::clicked, this, &ComposerPanel::showVersions);
    connect(m_preview, &QPushButton::clicked, this, &ComposerPanel::showPreview);
    connect(m_send, &QPushButton::clicked, this, &ComposerPanel::send);
}

void ComposerPanel::connectFiles()
{
    connect(m_text, &ReplyField::filesGiven, &m_composer.files(), &DraftFiles::attach);
    connect(m_text, &ReplyField::pictureGiven, m_files, &FileTray::attachPicture);
    connect(m_files, &FileTray::announced, this, &ComposerPanel::announced);
    connect(&m_composer.files(), &DraftFiles::changed, this, [this] {
        checkDraft();
        updateButtons();
    });
    connect(&m_composer, &Composer::failed, this, &ComposerPanel::updateButtons);
}

void ComposerPanel::connectCheck()
{
    connect(m_check, &ComposerCheck::changed, this, [this] {
        retranslate();
        updateButtons();
        arrangeCheck();
    });
    connect(m_check, &ComposerCheck::announced, this, &ComposerPanel::announced);
    connect(m_check, &ComposerCheck::attachAsked, m_files->attachButton(), &QPushButton::click);
    connect(m_check, &ComposerCheck::altTextAsked, m_files, &FileTray::describe);
}

void ComposerPanel::setConversation(const ConversationRow &row, const QList<Message> &messages)
{
    m_row = row;
    m_desk.open(row, messages.last(qMin(messages.size(), mostMessagesRead)));
    m_composer.addresses().setConversation(row, messages);
    checkDraft();
    retranslate();
}

void ComposerPanel::checkDraft()
{
    m_check->setDraft(m_composer.kind(), m_text->toPlainText());
    countLetters();
}

void ComposerPanel::reset()
{
    m_addressFields->clear();
    m_isAddressing = false;
    {
        // The Composer must not take this for the person's deleting the text.
        const QSignalBlocker quiet(m_text);
        const QSignalBlocker still(m_kinds);
        m_text->clear();
        m_kinds->setCurrentIndex(replyTab);
    }
    m_state->clear();
    m_desk.close();
    retranslate();
    takeColors();
    m_send->setEnabled(false);
}

void ComposerPanel::takeText(const QString &text)
{
    {
        // Moving a text changes the kind from behind.
        const QSignalBlocker quiet(m_kinds);
        m_kinds->setCurrentIndex(m_composer.kind() == DraftKind::Note ? noteTab : replyTab);
    }
    if (m_text->toPlainText() != text) {
        m_text->setPlainText(text);
        m_text->moveCursor(QTextCursor::End);
    }
    checkDraft();
    retranslate();
    takeColors();
    updateButtons();
}

void ComposerPanel::updateButtons()
{
    const bool isWritten = !m_text->toPlainText().trimmed().isEmpty();
    arrangeAddresses();
    m_send->setEnabled(canSend());
    m_move->setVisible(isWritten || !m_composer.files().files().isEmpty());
}

bool ComposerPanel::canSend() const
{
    const DraftFiles &files = m_composer.files();
    const bool isWritten = !m_text->toPlainText().trimmed().isEmpty();
    const bool isAddressed = m_addressFields->isHidden() || m_addressFields->isComplete();
    return (isWritten || !files.files().isEmpty()) && !files.isBusy() && isAddressed;
}

void ComposerPanel::showKind(DraftKind kind)
{
    {
        const QSignalBlocker quiet(m_text);
        m_text->clear();
    }
    m_state->clear();
    m_composer.setKind(kind);
    retranslate();
    takeColors();
    updateButtons();
    Q_EMIT announced(m_audience->words());
}

void ComposerPanel::moveText()
{
    if (m_composer.kind() == DraftKind::Reply) {
        m_composer.moveTo(DraftKind::Note);
        focusText();
        return;
    }
    auto *question = new QMessageBox(QMessageBox::Question, tr("Move the note into the reply?"),
                                     tr("The customer will read what you wrote for the team."),
                                     QMessageBox::Cancel, this);
    question->setObjectName(QStringLiteral("moveQuestion"));
    question->setAttribute(Qt::WA_DeleteOnClose);
    const QPushButton *move = question->addButton(tr("&Move into the reply"), QMessageBox::AcceptRole);
    question->setDefaultButton(QMessageBox::Cancel);
    connect(question, &QMessageBox::buttonClicked, this, [this, move](const QAbstractButton *button) {
        if (button == move) {
            m_composer.moveTo(DraftKind::Reply);
            focusText();
        }
    });
    question->open();
}

void ComposerPanel::focusText()
{
    m_text->setFocus(Qt::ShortcutFocusReason);
}

void ComposerPanel::turnTo(DraftKind kind)
{
    m_kinds->setCurrentIndex(kind == DraftKind::Note ? noteTab : replyTab);
}

void ComposerPanel::writeReply()
{
    turnTo(DraftKind::Reply);
    focusText();
}

void ComposerPanel::writeNote()
{
    turnTo(DraftKind::Note);
    focusText();
}

/// Words and rows that wrap need their height also where the pane is small.
QSize ComposerPanel::minimumSizeHint() const
{
    const QSize least = layout()->totalMinimumSize();
    return {least.width(), qMax(least.height(), layout()->totalMinimumHeightForWidth(width()))};
}

bool ComposerPanel::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parentWidget() && event->type() == QEvent::Resize) {
        arrangeCheck();
        updateGeometry(); // another width, other lines
    }
    return QWidget::eventFilter(watched, event);
}

/// Beside the text where there is room for both, else below it, and each a little lower.
void ComposerPanel::arrangeCheck()
{
    const int room = parentWidget()->height();
    const bool isWide = parentWidget()->width() >= 72 * fontMetrics().averageCharWidth();
    const bool isAsked = !m_check->panel().isHidden();
    m_beside->setDirection(isWide ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    m_text->setTallest(isWide || !isAsked ? room / 2 : room / 4);
    m_check->panel().setTallest(isWide ? room / 2 : room / 4);
    if (std::exchange(m_isAsked, isAsked) && !isAsked) {
        Q_EMIT needsLess();
    }
}

void ComposerPanel::dragEnterEvent(QDragEnterEvent *event)
{
    // Files that are dropped elsewhere in the window are imported.
    if (!localFiles(*event->mimeData()).isEmpty()) {
        event->acceptProposedAction();
    }
}

void ComposerPanel::dropEvent(QDropEvent *event)
{
    m_composer.files().attach(localFiles(*event->mimeData()));
    event->acceptProposedAction();
}

void ComposerPanel::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    } else if (event->type() == QEvent::PaletteChange) {
        takeColors();
    }
}

} // namespace aside
