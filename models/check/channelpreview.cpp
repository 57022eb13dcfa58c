// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/check/channelpreview.h"

#include "models/domain/contentwarning.h"
#include "models/text/linkfinder.h"

#include <QRegularExpression>

#include <algorithm>
#include <utility>

namespace aside {

namespace {

using namespace Qt::StringLiterals;
using Note = ChannelPreview::Note;

constexpr qsizetype shownOfLink = 30; ///< Mastodon shows this much behind the scheme, and an ellipsis

bool hasMarkup(const QString &text)
{
    static const QRegularExpression markup(
        uR"((\*\*|__|~~)[^\s*_~](?:[^\n]*[^\s])?\1|`[^`\n]+`|</?(?:b|i|u|s|a|p|br|em|strong|code)(?:\s[^>\n]*)?/?>|\[[^\]\n]+\]\(https?://[^)\s]+\))"_s,
        QRegularExpression::CaseInsensitiveOption);
    return markup.match(text).hasMatch();
}

QString trimmedEnds(const QString &text)
{
    static const QRegularExpression lead(u"\\A(?:[ \t]*\n)+"_s);
    QString kept = text;
    kept.remove(lead);
    while (!kept.isEmpty() && kept.back().isSpace()) {
        kept.chop(1);
    }
    return kept;
}

QString joinedLines(QString text)
{
    static const QRegularExpression empty(u"\n(?:[ \t]*\n){2,}"_s);
    return text.replace(empty, u"\n\n"_s);
}

/// Mastodon shows the name of somebody at another server without the server.
QString withoutHosts(QString text)
{
    static const QRegularExpression mention(u"(?<![\\w/=])@(\\w+(?:[\\w.-]+\\w)?)@\\w[\\w.-]*\\w"_s);
    return text.replace(mention, u"@\\1"_s);
}

/// How the channel shows one link or name.
QString shownAs(Channel channel, const LinkInText &link, const QString &written)
{
    if (link.kind == LinkKind::Mention) {
        return channel == Channel::Telegram ? written : link.label;
    }
    if (channel != Channel::Mastodon) {
        return written;
    }
    if (link.kind != LinkKind::Web) {
        return written;
    }
    static const QRegularExpression scheme(u"^https?://(?:www\\.)?"_s);
    const QString bare = QString(written).remove(scheme);
    return bare.size() > shownOfLink ? bare.first(shownOfLink) + u'…' : bare;
}

bool isClickable(Channel channel, const LinkInText &link)
{
    if (link.kind == LinkKind::Mention && channel == Channel::Telegram) {
        return false; // it is VK's way
    }
    return link.kind != LinkKind::Handle || channel == Channel::Telegram || channel == Channel::Mastodon
        || channel == Channel::X || channel == Channel::Vk;
}

void note(ChannelPreview &preview, Note what, bool is)
{
    if (is && !preview.notes.contains(what)) {
        preview.notes.append(what);
    }
}

} // namespace

ChannelPreview previewOf(Channel channel, const QString &text)
{
    ChannelPreview preview;
    QString sent = channel == Channel::Email ? text : trimmedEnds(text);
    note(preview, Note::EndsAreTrimmed, sent.trimmed() == text.trimmed() && sent.size() + 1 < text.size());
    if (channel == Channel::Telegram) {
        MarkedText marked = readMarks(sent);
        sent = std::move(marked.text);
        preview.marks = std::move(marked.marks); // nothing moves them: Telegram shows each link as it is
    }
    note(preview, Note::MarkupStays, hasMarkup(sent));
    if (channel == Channel::Mastodon) {
        const WarnedText warned = readWarning(sent);
        const QString joined = joinedLines(warned.text);
        note(preview, Note::WarningComesFirst, !warned.warning.isEmpty());
        note(preview, Note::LinesAreJoined, joined != warned.text);
        const QString head = warned.warning.isEmpty() ? QString() : u"⚠ %1\n\n"_s.arg(warned.warning);
        sent = head + withoutHosts(joined);
    }
    qsizetype from = 0;
    for (const LinkInText &link : linksOf(sent)) {
        const QString written = sent.sliced(link.range.start, link.range.length);
        const QString shown = shownAs(channel, link, written);
        preview.text += sent.sliced(from, link.range.start - from);
        if (isClickable(channel, link)) {
            preview.links.append({.start = preview.text.size(), .length = shown.size()});
            const bool isName = link.kind == LinkKind::Handle || link.kind == LinkKind::Mention;
            note(preview, Note::NamesAreLinks, isName);
            note(preview, Note::LinksAreCut, !isName && shown != written);
        }
        preview.text += shown;
        from = link.range.end();
    }
    preview.text += sent.sliced(from);
    for (const TextMark &mark : std::as_const(preview.marks)) {
        if (mark.kind == MarkKind::Link) {
            preview.links.append(mark.range);
        }
    }
    std::ranges::sort(preview.links, {}, &TextRange::start);
    return preview;
}

} // namespace aside
