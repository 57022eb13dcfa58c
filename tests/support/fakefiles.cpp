// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/fakestores.h"

#include <QFileInfo>

#include <algorithm>
#include <utility>

namespace aside::test {

using namespace Qt::StringLiterals;

Draft &FakeStores::current(ConversationId id, DraftKind kind)
{
    QList<Draft> &versions = drafts(id, kind);
    if (versions.isEmpty()) {
        Draft blank;
        blank.id = DraftId{id.value};
        blank.conversation = id;
        blank.kind = kind;
        versions.append(blank);
    }
    return versions.last();
}

Draft *FakeStores::withFile(DraftAttachmentId id)
{
    for (auto *all : {&replies, &notes}) {
        for (QList<Draft> &versions : *all) {
            if (!versions.isEmpty()
                && std::ranges::contains(versions.constLast().attachments, id, &DraftAttachment::id)) {
                return &versions.last();
            }
        }
    }
    return nullptr;
}

QFuture<Result<Draft>> FakeStores::append(ConversationId id, DraftKind kind, QString text)
{
    return answer<Draft>(u"append %1 %2"_s.arg(QString::number(id.value), text), [&] {
        const QString before = current(id, kind).text;
        const Draft draft = write(id, kind, before.isEmpty() ? text : before + u"\n\n"_s + text);
        announce({id});
        return draft;
    });
}

QFuture<Result<Draft>> FakeStores::move(ConversationId id, DraftKind from)
{
    return answer<Draft>(u"move %1"_s.arg(id.value), [&] {
        const QString text = current(id, from).text;
        const QList<DraftAttachment> files = std::exchange(current(id, from).attachments, {});
        write(id, from, {});
        Draft &target = current(id, otherKind(from));
        target.attachments.append(files);
        const QString before = target.text;
        const Draft moved = write(id, otherKind(from), before.isEmpty() ? text : before + u"\n\n"_s + text);
        announce({id});
        return moved;
    });
}

QFuture<Result<Draft>> FakeStores::attach(ConversationId id, DraftKind kind, QString path)
{
    const QFileInfo file(path);
    return answer<Draft>(u"attach %1 %2"_s.arg(QString::number(id.value), file.fileName()), [&] {
        current(id, kind).attachments.append(
            {.id = DraftAttachmentId{++m_lastFileId},
             .name = file.fileName(),
             .mimeType = file.suffix() == u"png" ? u"image/png"_s : u"text/plain"_s,
             .sha256 = {},
             .size = file.size(),
             .alt = {}});
        announce({id});
        return current(id, kind);
    });
}

QFuture<Result<Draft>> FakeStores::attachData(ConversationId id, DraftKind kind, NewAttachment data)
{
    return answer<Draft>(u"attachData %1 %2"_s.arg(QString::number(id.value), data.name), [&] {
        current(id, kind).attachments.append({.id = DraftAttachmentId{++m_lastFileId},
                                              .name = data.name,
                                              .mimeType = data.mimeType,
                                              .sha256 = {},
                                              .size = data.data.size(),
                                              .alt = {}});
        announce({id});
        return current(id, kind);
    });
}

QFuture<Result<Draft>> FakeStores::address(ConversationId id, Addressing addressing)
{
    return answer<Draft>(u"address %1 %2"_s.arg(QString::number(id.value), addressing.toText()), [&] {
        current(id, DraftKind::Reply).addressing = addressing;
        announce({id});
        return current(id, DraftKind::Reply);
    });
}

QFuture<Result<Draft>> FakeStores::attachFilesOf(ConversationId id, MessageId message)
{
    return answer<Draft>(u"attachFilesOf %1 %2"_s.arg(id.value).arg(message.value), [&] {
        const std::optional<Message> found = findMessage(message);
        for (const Attachment &file : found ? found->attachments : QList<Attachment>()) {
            current(id, DraftKind::Reply)
                .attachments.append({.id = DraftAttachmentId{++m_lastFileId},
                                     .name = file.name,
                                     .mimeType = file.mimeType,
                                     .sha256 = file.sha256,
                                     .size = file.size,
                                     .alt = {}});
        }
        announce({id});
        return current(id, DraftKind::Reply);
    });
}

QFuture<Result<Draft>> FakeStores::detach(DraftAttachmentId id)
{
    return answer<Draft>(u"detach %1"_s.arg(id.value), [&]() -> Result<Draft> {
        Draft *draft = withFile(id);
        if (draft == nullptr) {
            return fail(Errc::NotFound);
        }
        draft->attachments.removeIf([id](const DraftAttachment &file) { return file.id == id; });
        return *draft;
    });
}

QFuture<Result<Draft>> FakeStores::describe(DraftAttachmentId id, QString alt)
{
    return answer<Draft>(u"describe %1 %2"_s.arg(QString::number(id.value), alt), [&]() -> Result<Draft> {
        Draft *draft = withFile(id);
        if (draft == nullptr) {
            return fail(Errc::NotFound);
        }
        std::ranges::find(draft->attachments, id, &DraftAttachment::id)->alt = alt;
        return *draft;
    });
}

} // namespace aside::test
