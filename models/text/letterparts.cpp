// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/text/letterparts.h"

#include "models/text/letterlines.h"

#include <algorithm>
#include <utility>

namespace aside {

namespace {

using Kind = LetterLine::Kind;

constexpr qsizetype mostLeadInLines = 4;
constexpr qsizetype mostSignatureLines = 20;
constexpr qsizetype mostNameLines = 8;
constexpr qsizetype longestNameLine = 70;
constexpr qsizetype leastHeaders = 3;
constexpr qsizetype mostHeaders = 12;

/// The lines of one letter, and what each was taken for so far.
class Splitter
{
public:
    explicit Splitter(QList<LetterLine> lines)
        : m_lines(std::move(lines))
        , m_parts(m_lines.size(), LetterPart::Own)
    {
    }

    QList<LetterSpan> split()
    {
        markQuotes();
        markSignatures();
        return spans();
    }

private:
    [[nodiscard]] Kind kind(qsizetype i) const { return m_lines.at(i).kind; }
    [[nodiscard]] bool isBlank(qsizetype i) const { return kind(i) == Kind::Blank; }
    [[nodiscard]] qsizetype size() const { return m_lines.size(); }
    [[nodiscard]] qsizetype nextText(qsizetype i) const
    {
        while (i < size() && isBlank(i)) {
            ++i;
        }
        return i;
    }
    void mark(qsizetype from, qsizetype to, LetterPart part)
    {
        std::fill(m_parts.begin() + from, m_parts.begin() + to, part);
    }

    void markQuotes();
    [[nodiscard]] qsizetype leadInEnd(qsizetype i) const;
    [[nodiscard]] bool isBlockOfHeaders(qsizetype i) const;
    [[nodiscard]] bool beginsHistory(qsizetype i) const;

    void markSignatures();
    void markSignature(qsizetype from, qsizetype to);
    [[nodiscard]] bool isSignature(qsizetype i, qsizetype end) const;
    [[nodiscard]] bool areNames(qsizetype from, qsizetype end) const;

    [[nodiscard]] QList<LetterSpan> spans() const;

    QList<LetterLine> m_lines;
    QList<LetterPart> m_parts;
};

/// Some lines that begin with header names, the sender's among them.
bool Splitter::isBlockOfHeaders(qsizetype i) const
{
    qsizetype headers = 0;
    bool hasSender = false;
    const qsizetype end = std::min(size(), i + mostHeaders);
    for (; i < end && (kind(i) == Kind::Header || kind(i) == Kind::SenderHeader); ++i) {
        ++headers;
        hasSender = hasSender || kind(i) == Kind::SenderHeader;
    }
    return hasSender && headers >= leastHeaders;
}

/// Whether all below was said before.
bool Splitter::beginsHistory(qsizetype i) const
{
    switch (kind(i)) {
    case Kind::Divider:
        return true;
    case Kind::Ruler:
        return isBlockOfHeaders(nextText(i + 1));
    case Kind::Header:
    case Kind::SenderHeader:
        return isBlockOfHeaders(i);
    default:
        return false;
    }
}

/// Behind the lines that say who wrote what follows; the same line where these are none.
qsizetype Splitter::leadInEnd(qsizetype i) const
{
    QString words;
    for (qsizetype at = i; at < std::min(size(), i + mostLeadInLines); ++at) {
        const QStringView line = m_lines.at(at).text.trimmed();
        if (isBlank(at) || kind(at) == Kind::Quoted || (at > i && !goesOnAsLeadIn(words))) {
            break;
        }
        words += words.isEmpty() ? QString() : QStringLiteral(" ");
        words += line;
        const LeadIn lead = leadInOf(words);
        const qsizetype next = nextText(at + 1);
        const bool isMarked = next < size() && kind(next) == Kind::Quoted;
        if (lead == LeadIn::Certain || (lead == LeadIn::Likely && isMarked)) {
            return at + 1;
        }
    }
    return i;
}

void Splitter::markQuotes()
{
    for (qsizetype i = 0; i < size();) {
        if (beginsHistory(i)) {
            return mark(i, size(), LetterPart::Quote);
        }
        const qsizetype end = isBlank(i) || kind(i) == Kind::Quoted ? i : leadInEnd(i);
        if (end > i) {
            const qsizetype next = nextText(end);
            if (next == size() || kind(next) != Kind::Quoted) {
                return mark(i, size(), LetterPart::Quote); // a program that does not mark what it quotes
            }
            mark(i, next, LetterPart::Quote);
            i = next;
            continue;
        }
        if (kind(i) == Kind::Quoted) {
            m_parts[i] = LetterPart::Quote;
        }
        ++i;
    }
}

bool Splitter::areNames(qsizetype from, qsizetype end) const
{
    qsizetype count = 0;
    for (qsizetype i = from; i < end; ++i) {
        if (isBlank(i)) {
            continue;
        }
        const QStringView line = m_lines.at(i).text.trimmed();
        if (line.size() > longestNameLine || ++count > mostNameLines) {
            return false;
        }
    }
    return count > 0;
}

bool Splitter::isSignature(qsizetype i, qsizetype end) const
{
    switch (kind(i)) {
    case Kind::Dashes:
        return end - i <= mostSignatureLines && nextText(i + 1) < end;
    case Kind::Device:
        return nextText(i + 1) >= end;
    case Kind::Regards:
        return areNames(i + 1, end);
    case Kind::RegardsAndName:
        return nextText(i + 1) >= end || areNames(i + 1, end);
    default:
        return false;
    }
}

/// In a run of lines that nobody quoted.
void Splitter::markSignature(qsizetype from, qsizetype to)
{
    while (to > from && isBlank(to - 1)) {
        --to;
    }
    for (qsizetype i = std::max(from, to - mostSignatureLines); i < to; ++i) {
        if (isSignature(i, to)) {
            return mark(i, to, LetterPart::Signature);
        }
    }
}

void Splitter::markSignatures()
{
    for (qsizetype i = 0; i < size();) {
        if (m_parts.at(i) == LetterPart::Quote) {
            ++i;
            continue;
        }
        qsizetype end = i;
        while (end < size() && m_parts.at(end) != LetterPart::Quote) {
            ++end;
        }
        markSignature(i, end);
        i = end;
    }
}

QList<LetterSpan> Splitter::spans() const
{
    QList<LetterSpan> spans;
    for (qsizetype i = 0; i < size(); ++i) {
        const LetterPart part = isBlank(i) && !spans.isEmpty() ? spans.constLast().part : m_parts.at(i);
        if (spans.isEmpty() || spans.constLast().part != part) {
            spans.append({.part = part, .from = m_lines.at(i).from, .to = m_lines.at(i).to});
        } else {
            spans.last().to = m_lines.at(i).to;
        }
    }
    return spans;
}

} // namespace

QList<LetterSpan> letterParts(const QString &text)
{
    return Splitter(linesOfLetter(text)).split();
}

qsizetype letterHistoryStart(const QString &text)
{
    qsizetype start = text.size();
    const QList<LetterSpan> spans = letterParts(text);
    for (auto span = spans.crbegin(); span != spans.crend() && span->part != LetterPart::Own; ++span) {
        start = span->from;
    }
    const bool isAll = QStringView(text).first(start).trimmed().isEmpty();
    const bool isNone = QStringView(text).sliced(start).trimmed().isEmpty();
    return isAll || isNone ? -1 : start;
}

} // namespace aside
