// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/clock.h"
#include "models/domain/conversation.h"
#include "models/domain/draft.h"
#include "models/domain/outboxitem.h"

#include <QWidget>

#include <optional>

class QAction;
class QBoxLayout;
class QLayout;
class QLabel;
class QPushButton;
class QTabBar;

namespace aside {

class AddressFields;
class AudienceBadge;
class Composer;
class ComposerCheck;
class ElidedButton;
class ElidedLabel;
class FileTray;
class LengthCounter;
class ReplyDesk;
class ReplyField;
class SendUndoBar;

/// Where a reply or a note is written, apart from each other. The button says what it does and the strip who
/// will read it; afterwards a bar counts the undo window down. The texts belong to the Composer.
class ComposerPanel : public QWidget
{
    Q_OBJECT
public:
    ComposerPanel(Composer &composer, ReplyDesk &desk, const Clock &clock, QWidget *parent);

    /// Empties the field before the Composer opens another conversation.
    void reset();
    /// Goes to the reply or the note, wherever the keyboard is.
    void turnTo(DraftKind kind);
    /// The conversation that is answered, with its messages.
    void setConversation(const ConversationRow &row, const QList<Message> &messages);
    [[nodiscard]] ComposerCheck &check() { return *m_check; }
    [[nodiscard]] ReplyField &field() { return *m_text; }
    [[nodiscard]] Composer &composer() { return m_composer; }
    void send();
    /// The same, but the reply leaves then.
    void sendLater(Instant at);
    [[nodiscard]] bool canSendReply() const;
    /// Takes back what was sent or noted last, while its undo window runs.
    void undoSend();
    [[nodiscard]] bool canUndoSend() const;
    void focusText();
    void writeReply();
    void writeNote();
    /// Of mail: everybody the letter named, whoever is to be named, more of them, or the customer again.
    void answerEverybody();
    void forward();
    void chooseRecipients();
    void answerCustomer();
    /// What is written is a reply by mail.
    [[nodiscard]] bool hasRecipients() const;
    [[nodiscard]] AddressFields &addressFields() { return *m_addressFields; }
    void showVersions();
    /// The reply as its readers will see it.
    void showPreview();
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void announced(const QString &words);
    /// A long text is gone, or the questions about it, and with them the need for their room.
    void needsLess();

protected:
    void changeEvent(QEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void nameParts();
    void buildLayout();
    [[nodiscard]] QLayout *buildHead();
    void connectComposer();
    void connectUndo();
    void connectFiles();
    void connectCheck();
    void connectAddresses();
    void retranslateAddresses();
    void arrangeAddresses();
    void nameRecipients();
    void retranslate();
    void retranslateReply();
    void retranslateNote();
    void takeColors();
    void takeText(const QString &text);
    void updateButtons();
    void checkDraft();
    void countLetters();
    void handOver(std::optional<Instant> sendAt);
    void arrangeCheck();
    [[nodiscard]] bool canSend() const;
    void showKind(DraftKind kind);
    void moveText();
    void replaceText(const QString &text);
    void showHeld(const OutboxItem &item);
    void showAdded(const Note &note);

    static constexpr int replyTab = 0;
    static constexpr int noteTab = 1;

    Composer &m_composer;
    ReplyDesk &m_desk;
    const Clock &m_clock;
    ConversationRow m_row;
    OutboxId m_held;
    MessageId m_added;
    QTabBar *m_kinds;
    QPushButton *m_move;
    QPushButton *m_versions;
    QPushButton *m_preview;
    QPushButton *m_recipients;
    QAction *m_answerAll = nullptr;
    QAction *m_forward = nullptr;
    QAction *m_copies = nullptr;
    QAction *m_answerOne = nullptr;
    AddressFields *m_addressFields;
    bool m_isAddressing = false; ///< the fields were asked for
    ReplyField *m_text;
    ComposerCheck *m_check;
    QBoxLayout *m_beside; ///< the text and the questions about it
    bool m_isAsked = false; ///< there are questions
    FileTray *m_files;
    ElidedButton *m_send;
    ElidedLabel *m_state;
    LengthCounter *m_length;
    AudienceBadge *m_audience;
    SendUndoBar *m_undoBar;
};

} // namespace aside
