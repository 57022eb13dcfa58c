// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/thread/messageactions.h"

#include "models/ports/attachmentsource.h"
#include "models/ports/conversationstore.h"
#include "widgets/common/errortext.h"
#include "widgets/common/foreigntext.h"
#include "widgets/richtext/safelink.h"
#include "widgets/thread/attachmentfile.h"

#include <QFileDialog>
#include <QMessageBox>
#include <QPushButton>
#include <QStandardPaths>
#include <QThreadPool>
#include <QUrl>
#include <QWidget>

#include <utility>

namespace aside {

namespace {

QString wordsFor(LinkDoubt doubt, const SafeLink &link, const QString &text)
{
    switch (doubt) {
    case LinkDoubt::None:
        return {};
    case LinkDoubt::OtherHost:
        //: %1 is what the reader sees, %2 where it really leads
        return MessageActions::tr("The link says “%1” but leads to %2.").arg(oneLine(text, 100), link.host);
    case LinkDoubt::Altered:
        return MessageActions::tr("The link hides where it leads: to %1.").arg(link.host);
    case LinkDoubt::Lookalike:
        return MessageActions::tr("The link leads to %1, a name with letters of another script that can look "
                                  "like a name you know.")
            .arg(link.host);
    }
    Q_UNREACHABLE_RETURN(QString());
}

QString wordsFor(Errc code, const Attachment &attachment)
{
    const QString name = oneLine(attachment.name, 100);
    if (code == Errc::NotFound) {
        return MessageActions::tr(
                   "“%1” cannot be brought: its letter is not at the mail server any more, or lies in a "
                   "folder that is not fetched.")
            .arg(name);
    }
    //: %1 is a file name, %2 a sentence on the reason
    return MessageActions::tr("“%1” was not brought from the mail server; it is still there. %2")
        .arg(name, errorText(code));
}

} // namespace

MessageActions::MessageActions(ConversationStore &store, std::function<void(const QUrl &)> opener,
                               QWidget *window)
    : QObject(window)
    , m_store(store)
    , m_opener(std::move(opener))
    , m_window(window)
{
}

void MessageActions::openLink(const QString &address, const QString &text)
{
    const std::optional<SafeLink> link = safeLink(address);
    if (!link) {
        return;
    }
    const QUrl url(link->address, QUrl::StrictMode);
    const LinkDoubt doubt = doubtAbout(*link, text);
    if (doubt == LinkDoubt::None) {
        m_opener(url);
        return;
    }
    auto *question = new QMessageBox(QMessageBox::Warning, tr("Open this link?"),
                                     wordsFor(doubt, *link, text), QMessageBox::Cancel, m_window);
    question->setObjectName(QStringLiteral("linkQuestion"));
    question->setTextFormat(Qt::PlainText);
    question->setInformativeText(oneLine(link->address));
    question->setAttribute(Qt::WA_DeleteOnClose);
    const QPushButton *go = question->addButton(tr("Open anyway"), QMessageBox::AcceptRole);
    question->setDefaultButton(QMessageBox::Cancel);
    connect(go, &QPushButton::clicked, this, [this, url] { m_opener(url); });
    question->open();
}

void MessageActions::open(const Attachment &attachment)
{
    if (fileKind(attachment.name) == FileKind::Program) {
        return; // there is no button for it either
    }
    if (!m_opened) {
        m_opened = std::make_unique<QTemporaryDir>();
    }
    if (!m_opened->isValid()) {
        Q_EMIT failed(
            {.code = Errc::ReadOnly, .detail = QStringLiteral("no temporary folder"), .retryAfter = {}});
        return;
    }
    fetchTo(attachment, m_opened->filePath(safeFileName(attachment.name)),
            [this](const QString &path) { m_opener(QUrl::fromLocalFile(path)); });
}

void MessageActions::saveAs(const Attachment &attachment)
{
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::DownloadLocation);
    auto *dialog = new QFileDialog(m_window, tr("Save attachment"), folder);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setFileMode(QFileDialog::AnyFile);
    dialog->setOption(QFileDialog::DontConfirmOverwrite); // it is saved beside, never over
    dialog->selectFile(safeFileName(attachment.name));
    connect(dialog, &QFileDialog::fileSelected, this,
            [this, attachment](const QString &path) { save(attachment, path); });
    dialog->open();
}

void MessageActions::save(const Attachment &attachment, const QString &path)
{
    fetchTo(attachment, path, [this](const QString &written) { Q_EMIT saved(written); });
}

void MessageActions::setSource(AttachmentSource *source)
{
    m_source = source;
    connect(source, &AttachmentSource::arrived, this, &MessageActions::takeArrived);
    connect(source, &AttachmentSource::failed, this, &MessageActions::takeFailed);
}

void MessageActions::fetchTo(const Attachment &attachment, const QString &path, Written then)
{
    if (!attachment.isAtServer || m_source.isNull()) {
        write(attachment, path, std::move(then));
        return;
    }
    m_wishes.insert(attachment.id, {.attachment = attachment, .path = path, .then = std::move(then)});
    m_source->bring(attachment.id);
}

void MessageActions::takeArrived(AttachmentId id)
{
    const QList<Wish> wishes = m_wishes.values(id);
    m_wishes.remove(id);
    for (const Wish &wish : wishes) {
        write(wish.attachment, wish.path, wish.then);
    }
}

void MessageActions::takeFailed(AttachmentId id, const Error &error)
{
    const QList<Wish> wishes = m_wishes.values(id);
    m_wishes.remove(id);
    if (!wishes.isEmpty() && error.code != Errc::Cancelled) {
        Q_EMIT notBrought(wordsFor(error.code, wishes.constFirst().attachment));
    }
}

void MessageActions::write(const Attachment &attachment, const QString &path, Written then)
{
    m_store.attachment(attachment.id)
        .then(QThreadPool::globalInstance(),
              [path](const Result<QByteArray> &bytes) -> Result<QString> {
                  return bytes ? saveNew(path, *bytes) : std::unexpected(bytes.error());
              })
        .then(this, [this, then = std::move(then)](const Result<QString> &written) {
            if (written) {
                then(*written);
            } else {
                Q_EMIT failed(written.error());
            }
        });
}

} // namespace aside
