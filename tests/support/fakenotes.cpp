// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/fakestores.h"

#include <algorithm>
#include <utility>

namespace aside::test {

using namespace Qt::StringLiterals;

QFuture<Result<Note>> FakeStores::addNote(ConversationId id, QString text)
{
    return answer<Note>(u"addNote %1 %2"_s.arg(QString::number(id.value), text), [&]() -> Result<Note> {
        QList<DraftAttachment> &files = current(id, DraftKind::Note).attachments;
        if (text.trimmed().isEmpty() && files.isEmpty()) {
            return fail(Errc::Empty);
        }
        Message message;
        message.id = MessageId{++m_lastNoteId};
        message.conversation = id;
        message.direction = Direction::Note;
        message.sentAt = clock.now();
        message.text = text;
        for (const DraftAttachment &file : std::exchange(files, {})) {
            message.attachments.append({.id = AttachmentId{file.id.value},
                                        .name = file.name,
                                        .mimeType = file.mimeType,
                                        .contentId = {},
                                        .sha256 = file.sha256,
                                        .size = file.size});
        }
        messages[id].append(message);
        write(id, DraftKind::Note, {});
        announce({id});
        return Note{.id = message.id, .conversation = id, .text = text, .addedAt = message.sentAt};
    });
}

QFuture<Result<Note>> FakeStores::takeBackNote(MessageId id)
{
    return answer<Note>(u"takeBackNote %1"_s.arg(id.value), [&]() -> Result<Note> {
        for (const auto &[conversation, thread] : messages.asKeyValueRange()) {
            const auto found = std::ranges::find(thread, id, &Message::id);
            if (found == thread.end()) {
                continue;
            }
            const Note note{
                .id = id, .conversation = conversation, .text = found->text, .addedAt = found->sentAt};
            thread.erase(found);
            const QList<Draft> versions = notes.value(note.conversation);
            const QString newer = versions.isEmpty() ? QString() : versions.constLast().text;
            write(note.conversation, DraftKind::Note,
                  newer.isEmpty() ? note.text : note.text + u"\n\n"_s + newer);
            announce({note.conversation});
            return note;
        }
        return fail(Errc::NotFound);
    });
}

} // namespace aside::test
