// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/exporter.h"
#include "app/cli/printable.h"
#include "app/cli/shapes.h"
#include "app/cli/words.h"
#include "widgets/common/sizetext.h"
#include "widgets/common/spokentext.h"

#include <QFontDatabase>
#include <QLocale>
#include <QPageSize>
#include <QPdfWriter>
#include <QTextCursor>
#include <QTextDocument>

namespace aside::cli {

namespace {

constexpr double bodySize = 10.0;
constexpr double headingSize = 15.0;

/// Writes a document from top to bottom. Text goes in as it is: nothing in it is markup.
class Pages
{
public:
    Pages()
    {
        QFont font = QFontDatabase::systemFont(QFontDatabase::GeneralFont);
        font.setPointSizeF(bodySize);
        m_document.setDefaultFont(font);
        m_document.setUndoRedoEnabled(false);
    }

    void heading(const QString &text) { add(text, format(headingSize, QFont::Bold, Qt::black), 0, 6); }
    void author(const QString &text) { add(text, format(bodySize, QFont::Bold, Qt::black), 14, 0); }
    void detail(const QString &text) { add(text, format(bodySize - 1, QFont::Normal, Qt::darkGray), 0, 4); }
    void body(const QString &text) { add(text, format(bodySize, QFont::Normal, Qt::black), 0, 0); }

    void print(QPdfWriter &writer) { m_document.print(&writer); }

private:
    static QTextCharFormat format(double size, QFont::Weight weight, const QColor &color)
    {
        QTextCharFormat format;
        format.setFontPointSize(size);
        format.setFontWeight(weight);
        format.setForeground(color);
        return format;
    }

    void add(const QString &text, const QTextCharFormat &characters, double above, double below)
    {
        QTextBlockFormat block;
        block.setTopMargin(above);
        block.setBottomMargin(below);
        if (m_document.isEmpty()) {
            m_cursor.setBlockFormat(block);
        } else {
            m_cursor.insertBlock(block);
        }
        m_cursor.insertText(printable(text), characters);
    }

    QTextDocument m_document;
    QTextCursor m_cursor{&m_document};
};

QString audienceText(Audience audience)
{
    return audience == Audience::Public ? Words::tr("Public: everybody can read it") : Words::tr("Private");
}

QString roleText(Direction direction)
{
    switch (direction) {
    case Direction::Incoming:
        return Words::tr("Received");
    case Direction::Outgoing:
        return Words::tr("Sent");
    case Direction::Note:
        return Words::tr("Note, team only");
    case Direction::Event:
        return Words::tr("Event");
    }
    Q_UNREACHABLE_RETURN(QString());
}

void addMessage(Pages &pages, const Message &message, const QString &audience)
{
    const QString name = message.author.isEmpty() ? message.handle : message.author;
    const bool showsHandle = !message.author.isEmpty() && !message.handle.isEmpty();
    pages.author(showsHandle
                     ? QStringLiteral("%1 <%2>").arg(printableLine(name), printableLine(message.handle))
                     : printableLine(name));
    const QString role = message.direction == Direction::Note
        ? roleText(message.direction)
        : QStringLiteral("%1 · %2").arg(roleText(message.direction), audience);
    pages.detail(QStringLiteral("%1 · %2").arg(localText(message.sentAt), role));
    pages.body(message.text);
    for (const Attachment &attachment : message.attachments) {
        pages.detail(
            Words::tr("Attached: %1 (%2)").arg(printableLine(attachment.name), sizeText(attachment.size)));
    }
}

} // namespace

Result<void> writePdf(QIODevice &device, const Thread &thread)
{
    const ConversationRow &row = thread.conversation;
    const QString subject = printableLine(row.subject);
    const QString person = printableLine(row.person.isEmpty() ? row.handle : row.person);
    const QString audience = audienceText(row.audience);

    Pages pages;
    pages.heading(subject.isEmpty() ? person : subject);
    pages.detail(QStringLiteral("%1 · %2 · %3").arg(person, channelName(row.channel), audience));
    for (const Message &message : thread.messages) {
        Message shown = message;
        if (shown.direction == Direction::Incoming) {
            shown.text = spokenText(row.channel, shown.text);
        }
        addMessage(pages, shown, audience);
    }

    QPdfWriter writer(&device);
    writer.setPageSize(QPageSize(QPageSize::A4));
    writer.setTitle(subject);
    writer.setCreator(QStringLiteral("Aside %1").arg(QStringLiteral(ASIDE_VERSION)));
    pages.print(writer);
    return {};
}

} // namespace aside::cli
