// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/mail/answering.h"

#include <QDateTime>
#include <QLocale>
#include <QRegularExpression>
#include <QTimeZone>

#include <algorithm>

namespace aside::mail {

namespace {

using namespace Qt::StringLiterals;

bool isSame(const QString &a, const QString &b)
{
    return a.trimmed().compare(b.trimmed(), Qt::CaseInsensitive) == 0;
}

bool isOwn(const Mailbox &mailbox, const QStringList &own)
{
    return std::ranges::any_of(own, [&](const QString &each) {
        return each.startsWith(u'@') ? mailbox.address.trimmed().endsWith(each, Qt::CaseInsensitive)
                                     : isSame(mailbox.address, each);
    });
}

bool holds(const QList<Mailbox> &mailboxes, const Mailbox &mailbox)
{
    return std::ranges::any_of(mailboxes,
                               [&](const Mailbox &each) { return isSame(each.address, mailbox.address); });
}

/// Those that are neither in the list nor in the other one, in their order.
void add(QList<Mailbox> &to, const QList<Mailbox> &from, const QStringList &own,
         const QList<Mailbox> &already = {})
{
    for (const Mailbox &mailbox : from) {
        const bool isKnown = holds(to, mailbox) || holds(already, mailbox);
        if (!mailbox.address.isEmpty() && !isOwn(mailbox, own) && !isKnown) {
            to.append(mailbox);
        }
    }
}

QString withoutPrefixes(const QString &subject)
{
    static const QRegularExpression prefix(
        u"^\\s*(?:(?:re|fwd?|fw|aw|wg|sv|vs|antw|rif|res|enc|отв|ответ|пересл|пер)(?:\\[\\d+\\])?\\s*:\\s*)+"_s,
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);
    QString bare = subject.simplified();
    bare.remove(prefix);
    return bare;
}

QString timeOf(const Original &original, const QLocale &locale)
{
    const QDateTime at = QDateTime::fromMSecsSinceEpoch(
        original.sentAt.time_since_epoch().count(),
        QTimeZone::fromSecondsAheadOfUtc(static_cast<int>(original.utcOffset.count())));
    return locale.toString(at.date(), u"d MMMM yyyy"_s) + u", "_s + at.toString(u"HH:mm"_s);
}

QLocale localeOf(const QString &language)
{
    return language == "ru"_L1 ? QLocale(QLocale::Russian, QLocale::Russia)
                               : QLocale(QLocale::English, QLocale::UnitedKingdom);
}

QString shown(const Mailbox &mailbox)
{
    const QString name = mailbox.name.simplified();
    return name.isEmpty() ? mailbox.address : name + u" <"_s + mailbox.address + u'>';
}

QString shown(const QList<Mailbox> &mailboxes)
{
    QStringList all;
    for (const Mailbox &mailbox : mailboxes) {
        all.append(shown(mailbox));
    }
    return all.join(u", "_s);
}

QStringList linesOf(const QString &text)
{
    QString plain = text;
    plain.replace(u"\r\n"_s, u"\n"_s);
    while (plain.endsWith(u'\n')) {
        plain.chop(1);
    }
    return plain.split(u'\n');
}

/// The line with its links; what stands around them is plain text.
QString linked(const QString &line)
{
    static const QRegularExpression link(u"https?://[^\\s<>\"]+[^\\s<>\".,;:!?)\\]'»]"_s);
    QString html;
    qsizetype from = 0;
    for (QRegularExpressionMatchIterator each = link.globalMatch(line); each.hasNext();) {
        const QRegularExpressionMatch found = each.next();
        const QString target = found.captured().toHtmlEscaped();
        html += line.sliced(from, found.capturedStart() - from).toHtmlEscaped() + u"<a href=\""_s + target
            + u"\">"_s + target + u"</a>"_s;
        from = found.capturedEnd();
    }
    return html + line.sliced(from).toHtmlEscaped();
}

qsizetype depthOf(QString &line)
{
    qsizetype depth = 0;
    while (line.startsWith(u'>') && depth < 20) {
        line = line.sliced(line.startsWith(u"> "_s) ? 2 : 1);
        ++depth;
    }
    return depth;
}

} // namespace

Recipients recipientsOf(const Original &original, AnswerTo whom, const QStringList &own)
{
    Recipients found;
    const bool isOurs = isOwn(original.from, own);
    if (!isOurs) {
        add(found.to, original.replyTo.isEmpty() ? QList{original.from} : original.replyTo, own);
    }
    if (isOurs || found.to.isEmpty()) {
        add(found.to, original.to, own);
    }
    if (whom == AnswerTo::Everybody) {
        add(found.cc, original.to, own, found.to);
        add(found.cc, original.cc, own, found.to);
    }
    if (found.to.isEmpty() && !found.cc.isEmpty()) {
        found.to.append(found.cc.takeFirst());
    }
    if (found.to.isEmpty()) {
        add(found.to, isOurs && !original.to.isEmpty() ? original.to : QList{original.from}, {});
    }
    return found;
}

QStringList referencesOf(const Original &original)
{
    QStringList ids = original.references;
    if (ids.isEmpty() && !original.inReplyTo.isEmpty()) {
        ids.append(original.inReplyTo);
    }
    ids.removeAll(original.messageId);
    if (!original.messageId.isEmpty()) {
        ids.append(original.messageId);
    }
    return ids;
}

QString answerSubject(const QString &subject)
{
    return u"Re: "_s + withoutPrefixes(subject);
}

QString forwardSubject(const QString &subject)
{
    return u"Fwd: "_s + withoutPrefixes(subject);
}

QString quoted(const Original &original, const QString &language)
{
    const bool isRussian = language == "ru"_L1;
    const QString who = shown(original.from);
    const QString when = timeOf(original, localeOf(language));
    QString text = isRussian ? u"%1, %2 пишет:"_s.arg(when, who) : u"On %1, %2 wrote:"_s.arg(when, who);
    for (const QString &line : linesOf(original.text)) {
        text += u'\n' + (line.isEmpty() || line.startsWith(u'>') ? u">"_s : u"> "_s) + line;
    }
    return text;
}

QString forwarded(const Original &original, const QString &language)
{
    const bool isRussian = language == "ru"_L1;
    QStringList lines{isRussian ? u"-------- Пересылаемое сообщение --------"_s
                                : u"-------- Forwarded message --------"_s};
    const auto add = [&lines](const QString &name, const QString &value) {
        if (!value.isEmpty()) {
            lines.append(name + u": "_s + value);
        }
    };
    add(isRussian ? u"От"_s : u"From"_s, shown(original.from));
    add(isRussian ? u"Дата"_s : u"Date"_s, timeOf(original, localeOf(language)));
    add(isRussian ? u"Тема"_s : u"Subject"_s, original.subject.simplified());
    add(isRussian ? u"Кому"_s : u"To"_s, shown(original.to));
    add(isRussian ? u"Копия"_s : u"Cc"_s, shown(original.cc));
    return lines.join(u'\n') + u"\n\n"_s + linesOf(original.text).join(u'\n');
}

QString asHtml(const QString &text)
{
    QString html = u"<!DOCTYPE html><html><body>"_s;
    qsizetype open = 0;
    bool isInParagraph = false;
    const auto endParagraph = [&] {
        html += isInParagraph ? u"</p>\n"_s : QString();
        isInParagraph = false;
    };
    for (QString line : linesOf(text)) {
        const qsizetype depth = depthOf(line);
        if (depth != open) {
            endParagraph();
        }
        for (; open < depth; ++open) {
            html += u"<blockquote type=\"cite\">"_s;
        }
        for (; open > depth; --open) {
            html += u"</blockquote>\n"_s;
        }
        if (line.trimmed().isEmpty()) {
            endParagraph();
            continue;
        }
        html += (isInParagraph ? u"<br>\n"_s : u"<p>"_s) + linked(line);
        isInParagraph = true;
    }
    endParagraph();
    for (; open > 0; --open) {
        html += u"</blockquote>\n"_s;
    }
    return html + u"</body></html>\n"_s;
}

} // namespace aside::mail
