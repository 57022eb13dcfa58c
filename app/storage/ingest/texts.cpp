// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/storage/ingest/texts.h"

#include <QCryptographicHash>
#include <QStringList>

#include <algorithm>
#include <array>

namespace aside {

namespace {

constexpr qsizetype previewLength = 160;

constexpr std::array replyMarks{
    QLatin1StringView("re"), QLatin1StringView("fw"), QLatin1StringView("fwd"),
    QLatin1StringView("aw"), QLatin1StringView("sv"), QLatin1StringView("wg"),
};
constexpr std::array russianReplyMarks{u"отв", u"отвт", u"пересл", u"на", u"ha"};

bool isReplyMark(QStringView word)
{
    const auto same = [word](auto mark) {
        return word.compare(mark, Qt::CaseInsensitive) == 0;
    };
    return std::ranges::any_of(replyMarks, same)
        || std::ranges::any_of(russianReplyMarks,
                               [&](const char16_t *mark) { return same(QStringView(mark)); });
}

/// "RE[2]" and "Re(3)" are marks as well.
QStringView withoutCounter(QStringView word)
{
    const qsizetype open = std::max(word.indexOf(u'['), word.indexOf(u'('));
    return open > 0 && (word.endsWith(u']') || word.endsWith(u')')) ? word.left(open) : word;
}

} // namespace

QString conversationSubject(const QString &subject)
{
    QStringView rest = QStringView(subject).trimmed();
    while (true) {
        const qsizetype colon = rest.indexOf(u':');
        if (colon <= 0 || colon > 10 || !isReplyMark(withoutCounter(rest.left(colon).trimmed()))) {
            return rest.toString();
        }
        rest = rest.mid(colon + 1).trimmed();
    }
}

QString previewOf(const QString &text)
{
    QString preview;
    for (const QStringView line : QStringView(text).tokenize(u'\n')) {
        const QStringView trimmed = line.trimmed();
        if (trimmed.isEmpty() || trimmed.startsWith(u'>')) {
            continue;
        }
        if (!preview.isEmpty()) {
            preview += u' ';
        }
        preview += trimmed.left(previewLength);
        if (preview.size() >= previewLength) {
            break;
        }
    }
    preview = preview.simplified();
    preview.truncate(previewLength);
    if (!preview.isEmpty() && preview.back().isHighSurrogate()) {
        preview.chop(1);
    }
    return preview;
}

QString withoutQuotes(const QString &text)
{
    if (!text.contains(u'>')) {
        return text;
    }
    QString own;
    own.reserve(text.size());
    for (const QStringView line : QStringView(text).tokenize(u'\n')) {
        if (!line.startsWith(u'>')) {
            own += line;
            own += u'\n';
        }
    }
    return own;
}

QByteArray storedHtml(const QString &html)
{
    constexpr int level = 1; // HTML of mail shrinks to a third at the lowest
    return html.isEmpty() ? QByteArray() : qCompress(html.toUtf8(), level);
}

QByteArray digestOf(const IncomingMessage &message)
{
    QCryptographicHash hash(QCryptographicHash::Blake2s_128);
    hash.addData(message.authorHandle.toCaseFolded().toUtf8());
    hash.addData(QByteArray::number(toMillis(message.sentAt)));
    hash.addData(message.subject.toUtf8());
    hash.addData(message.text.simplified().toUtf8());
    for (const IncomingAttachment &attachment : message.attachments) {
        hash.addData(attachment.name.toUtf8());
        hash.addData(QByteArray::number(attachment.data.size()));
    }
    return hash.result();
}

} // namespace aside
