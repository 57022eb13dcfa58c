// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/thread/messagebody.h"

#include "widgets/common/foreigntext.h"
#include "widgets/richtext/quotes.h"
#include "widgets/richtext/safelink.h"

#include <QRegularExpression>

#include <algorithm>

namespace aside {

namespace {

using namespace Qt::StringLiterals;

constexpr qsizetype longestShown = 20'000;
constexpr qsizetype mostLines = 600;
constexpr qsizetype mostLinks = 500;

/// Where a text ends that can be laid out at once.
qsizetype endOfShown(const QString &text)
{
    qsizetype end = std::min(text.size(), longestShown);
    qsizetype lines = 0;
    for (qsizetype i = 0; i < end; ++i) {
        lines += text.at(i) == u'\n' ? 1 : 0;
        if (lines >= mostLines) {
            end = i;
        }
    }
    return end > 0 && end < text.size() && text.at(end - 1).isHighSurrogate() ? end - 1 : end;
}

MessageBody plainBody(const Message &message, const BodyView &view)
{
    MessageBody body;
    const qsizetype history = historyStart(message.text);
    body.hasHistory = history >= 0;
    QString text = message.text;
    if (body.hasHistory && view.history == History::Folded) {
        text = text.first(history);
        while (!text.isEmpty() && text.back().isSpace()) {
            text.chop(1);
        }
    }
    const qsizetype end = endOfShown(text);
    body.isCut = end < text.size();
    body.text = forDisplay(text.first(end));
    body.links = linksIn(body.text);
    return body;
}

} // namespace

MessageBody bodyOf(const Message &message, const BodyView &view)
{
    if (message.html.isEmpty()) {
        return plainBody(message, view);
    }
    const SafeHtml safe = sanitise(message.html, view.remote);
    if (safe.reason != PlainReason::None || view.format == Format::Plain) {
        MessageBody body = plainBody(message, view);
        body.hasHtml = safe.reason == PlainReason::None;
        body.reason = safe.reason == PlainReason::Empty ? PlainReason::None : safe.reason;
        body.remote = view.format == Format::Plain ? RemoteContent() : safe.remote;
        return body;
    }
    MessageBody body;
    body.hasHtml = true;
    body.hasHistory = safe.historyFrom >= 0;
    body.html = view.history == History::Folded ? safe.withoutHistory() : safe.html;
    body.remote = safe.remote;
    body.places = view.remote;
    body.pictures = safe.pictures;
    return body;
}

QList<LinkRange> linksIn(const QString &text)
{
    static const QRegularExpression pattern(
        u"\\b(?:https?://|www\\.)[^\\s<>\"«»“”\\x{200b}]{1,2000}|\\b[\\w.+-]{1,64}+@[\\w-]{1,63}(?:\\.[\\w-]{1,63}){1,8}"_s,
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);
    QList<LinkRange> links;
    for (const QRegularExpressionMatch &match : pattern.globalMatch(text)) {
        QString words = match.captured();
        while (!words.isEmpty() && u".,;:!?)'*]}>"_s.contains(words.back())) {
            const bool isPair = words.back() == u')' && words.count(u'(') >= words.count(u')');
            if (isPair) {
                break;
            }
            words.chop(1);
        }
        const bool isWeb = words.startsWith("http"_L1, Qt::CaseInsensitive);
        const bool isBare = words.startsWith("www."_L1, Qt::CaseInsensitive) && !words.contains(u'@');
        const QString written = isWeb ? words : (isBare ? "http://"_L1 : "mailto:"_L1) + words;
        if (const std::optional<SafeLink> link = safeLink(written)) {
            links.append({.from = match.capturedStart(), .length = words.size(), .address = link->address});
        }
        if (links.size() >= mostLinks) {
            break;
        }
    }
    return links;
}

} // namespace aside
