// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/templates/templateinserter.h"

#include "models/check/replydesk.h"
#include "models/core/clock.h"
#include "models/ports/checkstore.h"
#include "models/ports/conversationstore.h"
#include "models/ports/templatelibrary.h"
#include "models/services/composer.h"
#include "models/text/language.h"
#include "widgets/common/templatefaulttext.h"
#include "widgets/composer/composerpanel.h"
#include "widgets/composer/replyfield.h"
#include "widgets/templates/gapfiller.h"
#include "widgets/templates/templatepicker.h"
#include "widgets/templates/templatewords.h"
#include "widgets/thread/conversationpane.h"

#include <QKeyEvent>
#include <QTextBlock>
#include <QTimeZone>

#include <algorithm>
#include <ranges>
#include <utility>

namespace aside {

namespace {

constexpr std::chrono::days repeatSpan{30};

Message lastIncoming(const QList<Message> &messages)
{
    const auto newestFirst = messages | std::views::reverse;
    const auto found = std::ranges::find(newestFirst, Direction::Incoming, &Message::direction);
    return found != newestFirst.end() ? *found : Message{};
}

} // namespace

TemplateSource templateSource(const ConversationRow &row, const QList<Message> &messages,
                              const CheckProfile &profile, const Clock &clock)
{
    return {.conversation = row,
            .lastIncoming = lastIncoming(messages),
            .accountName = profile.accountOn(row.channel).name,
            .company = profile.account.companyNames.value(0),
            .operatorName = profile.operatorName,
            .operatorMark = profile.operatorMark,
            .now = clock.now(),
            .zone = QTimeZone::systemTimeZone()};
}

TemplateInserter::TemplateInserter(const TemplateInserterParts &parts, QWidget *window)
    : QObject(window)
    , m_parts(parts)
    , m_picker(new TemplatePicker(window))
    , m_gaps(new GapFiller(&parts.conversation.composer().field(), parts.clock))
{
    m_parts.conversation.composer().field().installEventFilter(this);
    connect(m_gaps, &GapFiller::announced, this, &TemplateInserter::announced);
    connect(&m_parts.conversation.composer().composer(), &Composer::draftLoaded, this,
            &TemplateInserter::takeFields);
    connect(&m_parts.desk, &ReplyDesk::reportChanged, this, &TemplateInserter::takeFields);
    connect(&m_parts.library, &TemplateLibrary::changed, this,
            [this] { m_picker->setCatalog(m_parts.library.catalog()); });
    connectPicker();
}

void TemplateInserter::connectPicker()
{
    connect(m_picker, &TemplatePicker::previewWanted, this, &TemplateInserter::preview);
    connect(m_picker, &TemplatePicker::chosen, this, &TemplateInserter::choose);
    connect(m_picker, &TemplatePicker::slashTyped, this,
            [this] { m_parts.conversation.composer().field().insertPlainText(QStringLiteral("/")); });
}

TemplateInserter::Target TemplateInserter::target() const
{
    const Composer &composer = m_parts.conversation.composer().composer();
    return {.conversation = composer.conversation(), .kind = composer.kind()};
}

void TemplateInserter::openPicker()
{
    if (!m_parts.conversation.row().id.isValid()
        || m_parts.conversation.row().id != m_parts.conversation.current()) {
        return; // nothing is open, or it is on its way
    }
    m_parts.conversation.composer().focusText();
    m_target = target();
    m_waiting.clear();
    m_source.reset();
    m_language.clear();
    const ConversationRow &row = m_parts.conversation.row();
    m_picker->open(m_parts.library.catalog(), {.channel = row.channel, .audience = row.audience});
    loadSource();
    loadStatistics();
}

void TemplateInserter::loadSource()
{
    m_parts.conversations.thread(m_target.conversation)
        .then(this, [this, asked = m_target](const Result<Thread> &thread) {
            if (asked != m_target || m_source) {
                return;
            }
            const ConversationRow &row = m_parts.conversation.row();
            m_source = templateSource(row, thread ? thread->messages : QList<Message>(),
                                      m_parts.desk.profile(), m_parts.clock);
            m_language = m_parts.desk.language();
            if (m_language.isEmpty()) {
                m_language = languageOf(m_source->lastIncoming.text);
            }
            m_picker->setPlace({.channel = row.channel, .audience = row.audience, .language = m_language});
            m_picker->refreshPreview();
            if (!m_waiting.isEmpty()) {
                choose(std::exchange(m_waiting, {}));
            }
        });
}

/// The template that the draft began with tells what its gaps are.
void TemplateInserter::takeFields()
{
    const Template *begun = m_parts.library.catalog()->find(m_parts.desk.usedTemplate());
    if (begun != nullptr) {
        m_gaps->addFields(begun->fields);
        m_gaps->setLanguage(begun->language);
    }
}

void TemplateInserter::loadStatistics()
{
    m_parts.checks.templateStatistics(repeatSpan)
        .then(this, [this](const Result<QHash<QString, TemplateStatistics>> &statistics) {
            if (statistics) { // without them the templates are still there
                m_picker->setStatistics(*statistics);
            }
        });
}

QFuture<TemplateResult> TemplateInserter::render(const Template &from)
{
    const QString language = from.language.isEmpty() ? m_language : from.language;
    return m_runner.render(
        {.from = from, .catalog = m_parts.library.catalog(), .values = templateValues(*m_source, language)});
}

void TemplateInserter::preview(const QString &id)
{
    const Template *from = m_parts.library.catalog()->find(id);
    if (from != nullptr && m_source) {
        render(*from).then(
            m_picker, [this, id](const TemplateResult &rendered) { m_picker->showPreview(id, rendered); });
    }
}

void TemplateInserter::choose(const QString &id)
{
    if (!m_source) {
        m_waiting = id;
        return;
    }
    const Template *found = m_parts.library.catalog()->find(id);
    if (found == nullptr) {
        return; // somebody took its file away meanwhile
    }
    render(*found).then(this, [this, from = *found, asked = m_target](const TemplateResult &rendered) {
        if (asked != target()) {
            return; // the operator has moved on
        }
        if (rendered) {
            insert(from, *rendered);
        } else {
            Q_EMIT refused(templateFaultText(rendered.error()));
        }
    });
}

/// One step for the field's own undo.
void TemplateInserter::insert(const Template &from, const RenderedTemplate &rendered)
{
    ReplyField &field = m_parts.conversation.composer().field();
    QTextCursor cursor = field.textCursor();
    const int start = cursor.selectionStart();
    cursor.insertText(rendered.text);
    field.setTextCursor(cursor);
    m_parts.conversation.composer().focusText();
    if (m_target.kind == DraftKind::Reply) {
        m_parts.desk.useTemplate(from.id, rendered.text);
    }
    m_gaps->addFields(from.fields);
    m_gaps->setLanguage(from.language.isEmpty() ? m_language : from.language);
    for (const TemplateAttachment &file : rendered.files) {
        attach(from, file);
    }
    if (rendered.gaps.isEmpty() || !m_gaps->goToFirst(start)) {
        Q_EMIT announced(tr("The template is in the text."));
    }
}

void TemplateInserter::attach(const Template &from, const TemplateAttachment &file)
{
    m_parts.library.attachment(from.scope, from.id, file.path)
        .then(this, [this, file, asked = m_target](const Result<QString> &path) {
            if (!path) {
                Q_EMIT failed(path.error());
            } else if (asked == target()) {
                m_parts.conversation.composer().composer().files().attachDescribed(*path, file.alt);
            }
        });
}

/// A slash that begins an empty line.
bool TemplateInserter::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<const QKeyEvent *>(event);
        const QTextCursor cursor = m_parts.conversation.composer().field().textCursor();
        const bool isHeld
            = key->modifiers().testAnyFlags(Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier);
        if (!isHeld && key->text() == u'/' && cursor.block().text().isEmpty() && !cursor.hasSelection()) {
            openPicker();
            return true;
        }
    }
    return QObject::eventFilter(watched, event);
}

} // namespace aside
