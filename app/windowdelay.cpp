// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/windowdelay.h"

#include "app/templates/templatefiles.h"
#include "models/check/replydesk.h"
#include "models/ports/conversationstore.h"
#include "models/ports/templatelibrary.h"
#include "models/services/composer.h"
#include "models/templates/templatevariants.h"
#include "models/text/language.h"
#include "widgets/actions/commands.h"
#include "widgets/common/noticebar.h"
#include "widgets/common/templatefaulttext.h"
#include "widgets/composer/composerpanel.h"
#include "widgets/mainwindow.h"
#include "widgets/templates/templateinserter.h"
#include "widgets/thread/conversationpane.h"

#include <QAction>
#include <QLocale>
#include <QThreadPool>

#include <utility>

namespace aside {

using namespace Qt::StringLiterals;

namespace {

/// That of the draft, else of what the customer wrote, else of the window.
QString languageFor(const ReplyDesk &desk, const QString &lastWords)
{
    const QString told = desk.language().isEmpty() ? languageOf(lastWords) : desk.language();
    const QString ours = QLocale().language() == QLocale::Russian ? u"ru"_s : u"en"_s;
    return told.isEmpty() ? ours : told;
}

/// Of the team's texts, else of those that Aside brings. Reads files.
TemplateJob jobFor(const std::shared_ptr<const TemplateCatalog> &own, const DelayQuestion &question)
{
    for (const auto &catalog : {own, deliveredTemplates()}) {
        if (const Template *found = delayTemplate(*catalog, question)) {
            return {.from = *found, .catalog = catalog};
        }
    }
    return {.from = {}, .catalog = own};
}

} // namespace

WindowDelay::WindowDelay(MainWindow &window)
    : m_window(window)
{
    window.commands().on("promise.delay", this, &WindowDelay::ask);
    window.commands().action("promise.delay")->setEnabled(false); // until something promised is open
    connect(&window.conversation(), &ConversationPane::shown, this, [this](const ConversationRow &row) {
        if (std::exchange(m_wanted, {}) == row.id) { // else the person moved on meanwhile
            ask();
        }
    });
}

void WindowDelay::askFor(ConversationId id)
{
    if (m_window.conversation().row().id == id && m_window.conversation().current() == id) {
        ask();
        return;
    }
    m_wanted = id;
    m_window.openConversation(id);
}

void WindowDelay::ask()
{
    const auto id = m_window.conversation().current();
    if (!id.isValid() || std::exchange(m_isAsking, true)) {
        return;
    }
    m_window.services().conversations.outline(id).then(this, [this](const Result<ThreadOutline> &thread) {
        if (thread) {
            choose(*thread);
        } else {
            giveUp(thread.error());
        }
    });
}

void WindowDelay::choose(const ThreadOutline &thread)
{
    const auto &services = m_window.services();
    const auto &row = thread.conversation;
    const auto source = templateSource(row, thread.messages, services.replyDesk.profile(), services.clock);
    const DelayQuestion question{.isLate = row.promisedAt <= services.clock.now(),
                                 .language = languageFor(services.replyDesk, source.lastIncoming.text),
                                 .channel = row.channel,
                                 .audience = row.audience,
                                 .turn = row.id.value};
    QtFuture::makeReadyVoidFuture()
        .then(QThreadPool::globalInstance(),
              [own = services.templates.catalog(), question, source] {
                  TemplateJob job = jobFor(own, question);
                  job.values = templateValues(source, question.language);
                  return job;
              })
        .then(this, [this, thread](const TemplateJob &job) { render(thread, job); });
}

void WindowDelay::render(const ThreadOutline &thread, const TemplateJob &job)
{
    m_runner.render(job).then(
        this, [this, id = thread.conversation.id, from = job.from.id](const TemplateResult &rendered) {
            m_isAsking = false;
            if (id == m_window.conversation().current()) { // else the person moved on meanwhile
                put(id, from, rendered);
            }
        });
}

void WindowDelay::put(ConversationId id, const QString &templateId, const TemplateResult &rendered)
{
    if (!rendered) {
        m_window.notice().showWords(templateFaultText(rendered.error()));
        return;
    }
    const Composer &composer = m_window.conversation().composer().composer();
    const bool begins = composer.kind() == DraftKind::Reply && composer.text().trimmed().isEmpty();
    m_window.commands().action("reply.write")->trigger();
    m_window.addToDraft(id, rendered->text);
    if (begins) {
        m_window.services().replyDesk.useTemplate(templateId, rendered->text);
    }
    m_window.announce(tr("The draft says that the date moves. Fill in the new date: Tab goes there."));
}

void WindowDelay::giveUp(const Error &error)
{
    m_isAsking = false;
    m_window.showError(error);
}

} // namespace aside
