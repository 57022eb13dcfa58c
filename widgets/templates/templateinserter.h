// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/draft.h"
#include "models/templates/templaterunner.h"

#include <QList>
#include <QObject>

#include <memory>
#include <optional>

namespace aside {

class CheckStore;
struct CheckProfile;
class Clock;
class ConversationPane;
class ConversationStore;
class GapFiller;
class ReplyDesk;
class TemplateLibrary;
class TemplatePicker;
struct Error;

/// What templates can say of a conversation.
[[nodiscard]] TemplateSource templateSource(const ConversationRow &row, const QList<Message> &messages,
                                            const CheckProfile &profile, const Clock &clock);

/// What putting a template into a reply works with.
struct TemplateInserterParts {
    TemplateLibrary &library;
    CheckStore &checks;
    ConversationStore &conversations;
    ReplyDesk &desk;
    const Clock &clock;
    ConversationPane &conversation;
};

/// Puts templates into the text of the open conversation: opens the picker, renders what is chosen with what
/// is known of the customer, and lets its gaps be filled in.
class TemplateInserter : public QObject
{
    Q_OBJECT
public:
    TemplateInserter(const TemplateInserterParts &parts, QWidget *window);

    void openPicker();

Q_SIGNALS:
    /// It cannot be filled in; plain words.
    void refused(const QString &words);
    void failed(const aside::Error &error);
    void announced(const QString &words);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct Target {
        ConversationId conversation;
        DraftKind kind = DraftKind::Reply;

        bool operator==(const Target &) const = default;
    };

    void connectPicker();
    void takeFields();
    void loadSource();
    void loadStatistics();
    void preview(const QString &id);
    void choose(const QString &id);
    void insert(const Template &from, const RenderedTemplate &rendered);
    void attach(const Template &from, const TemplateAttachment &file);
    [[nodiscard]] QFuture<TemplateResult> render(const Template &from);
    [[nodiscard]] Target target() const;

    TemplateInserterParts m_parts;
    TemplateRunner m_runner;
    TemplatePicker *m_picker;
    GapFiller *m_gaps;
    std::optional<TemplateSource> m_source; ///< once the thread is there
    QString m_waiting; ///< chosen before that
    Target m_target; ///< where it was asked for
    QString m_language; ///< of the conversation
};

} // namespace aside
