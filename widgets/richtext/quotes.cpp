// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/richtext/quotes.h"

#include <QRegularExpression>
#include <QStringView>

namespace aside {

namespace {

using namespace Qt::StringLiterals;

constexpr qsizetype longestAttribution = 300;
constexpr int mostAttributionLines = 3;
constexpr int longestSignature = 20;

/// Lines of a text, seen from its end.
class LinesBackwards
{
public:
    LinesBackwards(QStringView text, qsizetype end)
        : m_text(text.first(end))
    {
    }

    [[nodiscard]] bool atStart() const { return m_text.isEmpty(); }
    [[nodiscard]] qsizetype position() const { return m_text.size(); }
    [[nodiscard]] QStringView peek() const
    {
        const QStringView body = m_text.endsWith(u'\n') ? m_text.chopped(1) : m_text;
        return body.sliced(body.lastIndexOf(u'\n') + 1);
    }
    void drop()
    {
        m_text.chop(m_text.endsWith(u'\n') ? 1 : 0);
        m_text = m_text.first(m_text.lastIndexOf(u'\n') + 1);
    }

private:
    QStringView m_text;
};

qsizetype withoutSignature(QStringView text, qsizetype end)
{
    LinesBackwards lines(text, end);
    for (int count = 0; count < longestSignature && !lines.atStart(); ++count) {
        const QStringView line = lines.peek();
        lines.drop();
        if (line == "-- "_L1 || line == "--"_L1) {
            return lines.position();
        }
    }
    return end;
}

/// It may go over several lines: "On Monday, 1 January" / "Anna <anna@example.com> wrote:".
qsizetype withoutAttribution(QStringView text, qsizetype end)
{
    static const QRegularExpression beginning(u"^(On|Am|Le|El) .*[^.!?]$"_s);
    LinesBackwards lines(text, end);
    while (!lines.atStart() && lines.peek().trimmed().isEmpty()) {
        lines.drop();
    }
    if (lines.atStart() || !isAttribution(lines.peek().toString())) {
        return end;
    }
    lines.drop();
    qsizetype start = lines.position();
    for (int count = 1; count < mostAttributionLines && !lines.atStart(); ++count) {
        const QString line = lines.peek().toString();
        lines.drop();
        if (line.size() <= longestAttribution && beginning.match(line.trimmed()).hasMatch()) {
            start = lines.position();
        }
    }
    return start;
}

qsizetype withoutQuotes(QStringView text, qsizetype end)
{
    LinesBackwards lines(text, end);
    qsizetype start = end;
    while (!lines.atStart()) {
        const QStringView line = lines.peek();
        const bool isQuoted = line.startsWith(u'>');
        if (!isQuoted && !line.trimmed().isEmpty()) {
            break;
        }
        lines.drop();
        start = isQuoted ? lines.position() : start;
    }
    return start == end ? end : withoutAttribution(text, start);
}

/// What Outlook puts above everything that was said before.
qsizetype withoutOriginal(const QString &text, qsizetype end)
{
    static const QRegularExpression above(
        u"^-{3,} ?(Original Message|Исходное сообщение|Ursprüngliche Nachricht) ?-{3,}\\s*$"_s,
        QRegularExpression::MultilineOption | QRegularExpression::CaseInsensitiveOption);
    const QRegularExpressionMatch match = above.match(text);
    return match.hasMatch() ? std::min(end, match.capturedStart()) : end;
}

} // namespace

bool isAttribution(const QString &line)
{
    static const QRegularExpression words(
        u"(\\bwrote|\\bwrites|пиш[еу]т|писал[аи]?|schrieb\\b.*|a écrit ?|escribió)\\s*:?\\s*$"_s,
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);
    const QString trimmed = line.trimmed();
    return trimmed.size() <= longestAttribution && trimmed.endsWith(u':') && words.match(trimmed).hasMatch();
}

qsizetype historyStart(const QString &text)
{
    qsizetype end = withoutOriginal(text, text.size());
    end = withoutSignature(text, end);
    end = withoutQuotes(text, end);
    end = withoutSignature(text, end);
    const bool isAll = QStringView(text).first(end).trimmed().isEmpty();
    const bool isNone = QStringView(text).sliced(end).trimmed().isEmpty();
    return isAll || isNone ? -1 : end;
}

} // namespace aside
