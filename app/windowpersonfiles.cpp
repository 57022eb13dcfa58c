// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/windowpersonfiles.h"

#include "app/cli/personfile.h"
#include "app/profile.h"
#include "models/ports/outboxstore.h"
#include "models/ports/personrecords.h"
#include "widgets/common/foreigntext.h"
#include "widgets/common/noticebar.h"
#include "widgets/mainwindow.h"
#include "widgets/person/persondrawer.h"
#include "widgets/thread/conversationpane.h"

#include <QFileDialog>
#include <QJsonDocument>
#include <QMessageBox>
#include <QPushButton>
#include <QSaveFile>
#include <QThreadPool>

#include <algorithm>

namespace aside {

namespace {

/// The whole file or none of it.
Result<void> writeFile(const QString &path, const QByteArray &data)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly)) {
        return fail(Errc::Io, file.errorString());
    }
    file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    const bool isWritten = file.write(data) == data.size() && file.commit();
    return isWritten ? Result<void>() : fail(Errc::Io, file.errorString());
}

} // namespace

WindowPersonFiles::WindowPersonFiles(MainWindow &window, Profile &profile)
    : QObject(&window)
    , m_window(window)
    , m_profile(profile)
{
    connect(&window.person(), &PersonDrawer::exportAsked, this, &WindowPersonFiles::askWhereTo);
    connect(&window.person(), &PersonDrawer::eraseAsked, this, &WindowPersonFiles::askToErase);
}

void WindowPersonFiles::askWhereTo()
{
    const PersonId person = m_window.person().person().id;
    auto *dialog = new QFileDialog(&m_window, tr("Export all that is kept"));
    dialog->setObjectName(QStringLiteral("exportPersonDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("json"));
    dialog->setNameFilters({tr("JSON files (*.json)"), tr("All files (*)")});
    dialog->selectFile(QStringLiteral("person-%1.json").arg(person.value));
    connect(dialog, &QFileDialog::fileSelected, this,
            [this, person](const QString &path) { write(person, path); });
    dialog->open();
}

void WindowPersonFiles::write(PersonId person, const QString &path)
{
    const cli::PersonSources sources{.records = m_profile.personRecords(),
                                     .consents = m_profile.consents(),
                                     .conversations = m_profile.conversations(),
                                     .drafts = m_profile.drafts(),
                                     .outbox = m_profile.outbox()};
    QtFuture::makeReadyVoidFuture()
        .then(QThreadPool::globalInstance(),
              [sources, person, path] {
                  return cli::everythingOf(sources, person).and_then([&](const QJsonObject &all) {
                      return writeFile(path, QJsonDocument(all).toJson(QJsonDocument::Indented));
                  });
              })
        .then(this, [this, path](const Result<void> &written) {
            if (!written) {
                m_window.showError(written.error());
                return;
            }
            //: %1 is the path of a file
            m_window.notice().showWords(
                tr("All that is kept of the person was written to %1.").arg(isolated(oneLine(path))));
        });
}

void WindowPersonFiles::askToErase()
{
    const PersonCard card = m_window.person().person();
    const QString name = isolated(oneLine(card.name, 60));
    auto *question
        = new QMessageBox(QMessageBox::Warning, tr("Erase this person"),
                          card.name.isEmpty() ? tr("Erase this person?") : tr("Erase %1?").arg(name),
                          QMessageBox::NoButton, &m_window);
    question->setTextFormat(Qt::PlainText);
    question->setObjectName(QStringLiteral("erasePersonQuestion"));
    question->setAttribute(Qt::WA_DeleteOnClose);
    question->setInformativeText(tr("Their name, addresses, notes, drafts, files and the texts of %n "
                                    "conversation(s) are erased from this "
                                    "computer. It stays known that there were messages and when, and that "
                                    "something was refused. Copies at "
                                    "servers and in backups stay. This cannot be taken back.",
                                    nullptr, static_cast<int>(card.conversationCount)));
    const auto *yes = question->addButton(tr("&Erase"), QMessageBox::DestructiveRole);
    auto *no = question->addButton(tr("&Cancel"), QMessageBox::RejectRole);
    question->setDefaultButton(no);
    question->setEscapeButton(no);
    connect(question, &QMessageBox::buttonClicked, this,
            [this, yes, person = card.id](const QAbstractButton *pressed) {
                if (pressed == yes) {
                    erase(person);
                }
            });
    question->open();
}

/// Not while replies are on their way: then nothing of what is being written is dropped, either.
void WindowPersonFiles::erase(PersonId person)
{
    m_profile.personRecords().conversationsWith(person).then(
        this, [this, person](const Result<QList<ConversationId>> &talks) {
            if (!talks) {
                m_window.showError(talks.error());
                return;
            }
            m_profile.outbox().items().then(
                this, [this, person, talks = *talks](const Result<QList<OutboxItem>> &items) {
                    const auto waiting = std::ranges::count_if(
                        items.value_or(QList<OutboxItem>()), [&](const OutboxItem &item) {
                            return talks.contains(item.conversation) && item.state != OutboxState::Sent
                                && item.state != OutboxState::Withdrawn;
                        });
                    if (!items) {
                        m_window.showError(items.error());
                    } else if (waiting > 0) {
                        tellWaiting(waiting);
                    } else {
                        eraseNow(person, talks);
                    }
                });
        });
}

/// What is being written to them is dropped first, so that it is not saved again afterwards.
void WindowPersonFiles::eraseNow(PersonId person, const QList<ConversationId> &talks)
{
    const ConversationId open = m_window.conversation().current();
    const bool isTheirs = talks.contains(open);
    if (isTheirs) {
        m_window.conversation().close();
    }
    m_profile.personRecords().erasePerson(person).then(
        this, [this, back = isTheirs ? open : ConversationId()](const Result<ErasedPerson> &erased) {
            tellErased(erased, back);
        });
}

void WindowPersonFiles::tellErased(const Result<ErasedPerson> &erased, ConversationId back)
{
    m_window.person().reload();
    if (erased && erased->isDone()) {
        m_window.announce(tr("Erased."));
        return;
    }
    if (back.isValid()) {
        m_window.openConversation(back);
    }
    if (!erased) {
        m_window.showError(erased.error());
        return;
    }
    tellWaiting(erased->onTheirWay.size());
}

void WindowPersonFiles::tellWaiting(qint64 messages)
{
    m_window.notice().showWords(tr(
        "%n message(s) to them are on their way, so nothing was erased. Send them or take them back first.",
        nullptr, static_cast<int>(messages)));
}

} // namespace aside
