// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/composer/composerpanel.h"

#include "models/core/clock.h"
#include "models/services/composer.h"
#include "widgets/common/audiencebadge.h"
#include "widgets/common/foreigntext.h"
#include "widgets/common/words.h"
#include "widgets/theme/icons.h"

#include <QBoxLayout>
#include <QEvent>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <QTimer>

#include <utility>

namespace aside {

namespace {

constexpr int margin = 12;
constexpr std::chrono::milliseconds countdownStep{250};

} // namespace

ComposerPanel::ComposerPanel(Composer &composer, const Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_composer(composer)
    , m_clock(clock)
    , m_text(new QPlainTextEdit(this))
    , m_send(new QPushButton(this))
    , m_state(plainLabel(this))
    , m_audience(new AudienceBadge(AudienceBadge::Shape::Strip, this))
    , m_undoBar(new QWidget(this))
    , m_undoText(plainLabel(m_undoBar))
    , m_undo(new QPushButton(m_undoBar))
    , m_countdown(new QTimer(this))
{
    buildLayout();
    connectComposer();
    retranslate();
}

void ComposerPanel::buildLayout()
{
    m_text->setObjectName(QStringLiteral("replyText"));
    m_text->setTabChangesFocus(true); // no keyboard trap
    m_text->setMinimumHeight(4 * fontMetrics().lineSpacing());
    m_send->setObjectName(QStringLiteral("sendButton"));
    m_send->setProperty("primary", true);
    m_send->setIcon(themedIcon(QStringLiteral("document-send"), IconColor::OnAccent));
    m_undo->setObjectName(QStringLiteral("undoSendButton"));
    m_state->setForegroundRole(QPalette::PlaceholderText);
    m_audience->setObjectName(QStringLiteral("replyAudience"));
    m_undoText->setObjectName(QStringLiteral("undoWords"));
    m_state->setObjectName(QStringLiteral("draftState"));

    auto *undoRow = new QHBoxLayout(m_undoBar);
    undoRow->setContentsMargins(0, 0, 0, 0);
    undoRow->addWidget(m_undoText, 1);
    undoRow->addWidget(m_undo);
    m_undoBar->hide();

    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_state, 1);
    buttons->addWidget(m_send);

    auto *field = new QVBoxLayout;
    field->setContentsMargins(margin, margin, margin, margin);
    field->setSpacing(margin / 2);
    field->addWidget(m_text, 1);
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
        m_send->setEnabled(!m_text->toPlainText().trimmed().isEmpty());
    });
    connect(&m_composer, &Composer::draftLoaded, this, [this](const QString &text) {
        if (m_text->toPlainText() != text) {
            m_text->setPlainText(text);
            m_text->moveCursor(QTextCursor::End);
        }
        m_send->setEnabled(!text.trimmed().isEmpty());
    });
    connect(&m_composer, &Composer::savedChanged, this, [this] {
        const bool empty = m_text->toPlainText().isEmpty();
        m_state->setText(empty ? QString() : (m_composer.isSaved() ? tr("Draft saved") : tr("Saving…")));
    });
    connect(&m_composer, &Composer::held, this, &ComposerPanel::showHeld);
    connect(&m_composer, &Composer::withdrawn, this, [this] {
        hideUndo();
        Q_EMIT announced(tr("Taken back. The text is a draft again."));
    });
    connect(m_send, &QPushButton::clicked, this, &ComposerPanel::send);
    connect(m_undo, &QPushButton::clicked, this, &ComposerPanel::undoSend);
    m_countdown->setInterval(countdownStep);
    connect(m_countdown, &QTimer::timeout, this, &ComposerPanel::tick);
    m_send->setEnabled(false);
}

void ComposerPanel::setConversation(const ConversationRow &row)
{
    m_row = row;
    retranslate();
}

void ComposerPanel::reset()
{
    // The Composer must not take this for the person's deleting the text.
    const QSignalBlocker quiet(m_text);
    m_text->clear();
    m_state->clear();
    m_send->setEnabled(false);
}

void ComposerPanel::retranslate()
{
    const bool isPublic = m_row.audience == Audience::Public;
    const QString person = oneLine(m_row.person, 40);
    const QString channel = channelLabel(m_row.channel);
    m_audience->show(m_row.audience,
                     isPublic ? tr("Public: everybody can read this reply")
                              : tr("Private: only %1 will read this reply").arg(person));
    if (isPublic) {
        //: On the button. %1 is a channel such as "X"
        m_send->setText(menuText(tr("Reply publicly on %1").arg(channel)));
    } else if (m_row.channel == Channel::Email) {
        m_send->setText(menuText(tr("Reply by email to %1").arg(person)));
    } else {
        m_send->setText(menuText(tr("Message %1 privately on %2").arg(person, channel)));
    }
    m_send->setAccessibleName(m_send->text());
    m_text->setPlaceholderText(isPublic ? tr("Write a public reply…") : tr("Write a reply…"));
    m_text->setAccessibleName(tr("Reply text"));
    m_undo->setText(tr("&Undo"));
    m_undo->setAccessibleName(tr("Undo sending"));
}

void ComposerPanel::send()
{
    if (!m_text->toPlainText().trimmed().isEmpty()) {
        m_send->setEnabled(false);
        m_composer.send();
    }
}

void ComposerPanel::showHeld(const OutboxItem &item)
{
    m_held = item;
    m_undoBar->show();
    m_countdown->start();
    m_state->clear();
    tick();
    Q_EMIT announced(m_undoText->text());
}

void ComposerPanel::tick()
{
    const auto left = std::chrono::ceil<std::chrono::seconds>(m_held.holdUntil - m_clock.now());
    if (left.count() <= 0) {
        hideUndo();
        Q_EMIT announced(tr("The reply waits in the outbox."));
        return;
    }
    m_undoText->setText(tr("Held for %n more second(s), then it goes to the outbox.", nullptr,
                           static_cast<int>(left.count())));
}

void ComposerPanel::hideUndo()
{
    m_held = {};
    m_countdown->stop();
    m_undoBar->hide();
}

void ComposerPanel::undoSend()
{
    if (canUndoSend()) {
        m_composer.undo(std::exchange(m_held, {}).id);
    }
}

bool ComposerPanel::canUndoSend() const
{
    return m_held.id.isValid();
}

void ComposerPanel::focusText()
{
    m_text->setFocus(Qt::ShortcutFocusReason);
}

void ComposerPanel::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
}

} // namespace aside
