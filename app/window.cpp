// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/window.h"

#include "app/platform/loginname.h"
#include "app/windowcalls.h"
#include "app/windowmentions.h"
#include "app/windowpersonfiles.h"
#include "models/core/uuid.h"
#include "models/ports/messagesink.h"
#include "widgets/actions/commands.h"
#include "widgets/check/composercheck.h"
#include "widgets/common/foreigntext.h"
#include "widgets/common/noticebar.h"
#include "widgets/composer/composerpanel.h"
#include "widgets/outbox/connectionstatus.h"
#include "widgets/thread/conversationpane.h"
#include "widgets/thread/threadview.h"

#include <QClipboard>
#include <QFile>
#include <QGuiApplication>
#include <QSaveFile>

namespace aside {

namespace {

constexpr qint64 largestPlaces = 100'000;

QString placesFile(const Profile &profile)
{
    return profile.directory() + QStringLiteral("/window");
}

} // namespace

Window::Window(Profile &profile, const Edges &edges)
    : m_profile(profile)
    , m_sending(profile, edges.network, edges.channels)
    , m_check(profile)
    , m_templates({.mine = profile.directory() + QStringLiteral("/templates"),
                   .team = m_check.desk().profile().teamFolder},
                  profile.clock())
    , m_window(std::make_unique<MainWindow>(WindowServices{.conversations = profile.conversations(),
                                                           .drafts = profile.drafts(),
                                                           .outbox = profile.outbox(),
                                                           .search = profile.search(),
                                                           .persons = profile.persons(),
                                                           .records = profile.personRecords(),
                                                           .promises = profile.promises(),
                                                           .consents = profile.consents(),
                                                           .accounts = profile.accounts(),
                                                           .pictures = edges.pictures,
                                                           .connectivity = m_sending.connectivity(),
                                                           .changes = profile.changes(),
                                                           .replyDesk = m_check.desk(),
                                                           .checks = profile.checks(),
                                                           .templates = m_templates,
                                                           .clock = profile.clock(),
                                                           .holidays = profile.holidays(),
                                                           .operatorName = loginName()}))
    , m_imports(profile, *m_window)
    , m_private(*m_window, m_check, profile.moves())
    , m_urgency(profile, *m_window)
    , m_delay(*m_window)
    , m_mailto(profile.conversations(), profile.search())
{
    new WindowPersonFiles(*m_window, profile); // owned by the window
    new WindowCalls(*m_window, m_check, profile); // so is this
    new WindowMentions(*m_window, profile); // and this
    connect(&m_mailto, &MailtoAnswer::found, this,
            [this](ConversationId id, const MailtoLink &link) { answer(id, link); });
    connect(&m_mailto, &MailtoAnswer::notFound, this, [this](const QString &address) {
        m_window->notice().showWords(
            tr("There is no conversation with %1 yet. Aside cannot begin a new mail; it answers those who "
               "wrote.")
                .arg(oneLine(address, 100)));
    });
    connect(&m_mailto, &MailtoAnswer::failed, m_window.get(), &MainWindow::showError);
    connect(&m_check, &WindowCheck::failed, this, &Window::tellCheckProblem);
    connect(&m_window->conversation().composer().check(), &ComposerCheck::wordAdded, &m_check,
            &WindowCheck::addWord);
    if (const Result<void> read = m_check.problem(); !read) {
        tellCheckProblem(read.error());
    }
    connect(&m_window->conversation(), &ConversationPane::textsLeft, this, &Window::keepTexts);
    connect(&m_window->conversation(), &ConversationPane::merged, this, [this] {
        m_window->announce(tr("The conversation went into another one; what you wrote is in its draft."));
    });
    connect(&m_sending.dispatcher(), &Dispatcher::failed, m_window.get(), &MainWindow::showError);
    m_sending.dispatcher().start();
    m_window->conversation().thread().setAttachmentSource(&m_sending.parts());
    startFetching();
    restorePlaces();
}

void Window::startFetching()
{
    Fetcher *fetcher = &m_sending.fetcher();
    connect(fetcher, &Fetcher::changed, m_window.get(),
            [this, fetcher] { m_window->connection().setFetches(fetcher->states()); });
    connect(fetcher, &Fetcher::failed, m_window.get(), &MainWindow::showError);
    m_window->commands().on("accounts.fetch", this, [this, fetcher] {
        Q_EMIT fetchAsked();
        fetcher->fetchNow();
    });
    fetcher->start();
}

void Window::lookAtAccounts()
{
    m_sending.dispatcher().look();
    m_sending.fetcher().tryAgain();
}

void Window::tellCheckProblem(const Error &error)
{
    if (error.code != Errc::BadSettings) {
        m_window->showError(error);
        return;
    }
    m_window->notice().showWords(tr(
        "The file check.toml cannot be understood, so the reply check goes on as before. Correct it or move "
        "it away; it was not changed."));
}

Window::~Window()
{
    savePlaces();
}

void Window::usePreferences(QApplication &app, const LookOverrides &overrides)
{
    m_preferences = std::make_unique<WindowPreferences>(app, *m_window, m_profile.directory(), overrides);
    m_urgency.followHours();
    m_notifications = std::make_unique<WindowNotifications>(*m_window);
    connect(m_notifications.get(), &WindowNotifications::windowAsked, this, &Window::raise);
    connect(m_notifications.get(), &WindowNotifications::delayAsked, &m_delay, &WindowDelay::askFor);
    connect(&m_imports, &WindowImports::began, &m_notifications->announcer(), &Announcer::beginImport);
    connect(&m_imports, &WindowImports::ended, &m_notifications->announcer(), &Announcer::endImport);
}

void Window::resumeSession()
{
    m_window->showPlaces(m_places);
}

void Window::takeMessage(const QByteArray &message)
{
    raise();
    if (message.startsWith("mailto:")) {
        answerMailto(QString::fromUtf8(message));
    }
}

void Window::answerMailto(const QString &link)
{
    const Result<MailtoLink> parsed = parseMailto(link);
    if (parsed) {
        m_mailto.look(*parsed);
    } else {
        m_window->showError(parsed.error());
    }
}

void Window::answer(ConversationId id, const MailtoLink &link)
{
    m_window->addToDraft(id, link.body);
    QStringList sentences;
    if (!link.subject.isEmpty()) {
        sentences.append(tr("The link has the subject “%1”; a reply keeps that of its conversation.")
                             .arg(oneLine(link.subject, 100)));
    }
    if (!link.cc.isEmpty()) {
        //: %1 are mail addresses
        sentences.append(tr("The link asks for a copy to %1; a reply goes to the customer alone.")
                             .arg(oneLine(link.cc.join(QStringLiteral(", ")), 200)));
    }
    if (!sentences.isEmpty()) {
        m_window->notice().showWords(sentences.join(u' '));
    }
}

void Window::keepTexts(const ConversationRow &gone, const QStringList &texts)
{
    const QString all = texts.join(QStringLiteral("\n\n"));
    IncomingMessage note;
    note.channel = Channel::Manual;
    note.direction = Direction::Note;
    note.conversationKey = note.remoteId = QStringLiteral("kept/") + uuidV7(m_profile.clock().now());
    //: The subject of a new conversation; %1 is that of one that was removed
    note.subject
        = tr("What was written: %1").arg(oneLine(gone.subject.isEmpty() ? gone.preview : gone.subject, 200));
    note.personName = gone.person;
    note.personHandle = gone.handle;
    note.sentAt = m_profile.clock().now();
    note.isRead = true;
    note.text = all;
    IncomingBatch batch;
    batch.messages.append(note);
    m_profile.sink().apply(batch).then(
        this, [this, all, subject = note.subject](const Result<ApplyReport> &kept) {
            if (kept) {
                m_window->notice().showWords(
                    //: %1 is the subject of a conversation
                    tr("This conversation is gone. What you wrote there is a note in the inbox now: “%1”.")
                        .arg(subject));
                return;
            }
            QGuiApplication::clipboard()->setText(all);
            m_window->notice().showWords(
                tr("This conversation is gone, and what you wrote there could not be kept. It is on the "
                   "clipboard: paste it somewhere now."));
        });
}

void Window::show()
{
    m_window->show();
}

void Window::raise()
{
    m_window->show();
    m_window->raise();
    m_window->activateWindow();
}

void Window::restorePlaces()
{
    QFile file(placesFile(m_profile));
    if (file.open(QIODevice::ReadOnly)) {
        m_places = placesFrom(file.read(largestPlaces)).value_or(WindowPlaces());
        m_window->restoreWindowState(m_places);
    }
}

void Window::savePlaces() const
{
    QSaveFile file(placesFile(m_profile));
    if (file.open(QIODevice::WriteOnly)) {
        file.write(toBytes(m_window->places()));
        file.commit(); // where it cannot be written, the window opens at its usual place next time
    }
}

} // namespace aside
