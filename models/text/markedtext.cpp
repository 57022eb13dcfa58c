// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/text/markedtext.h"

#include "models/text/linkfinder.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

namespace aside {

namespace {

using namespace Qt::StringLiterals;

constexpr qsizetype farthest = 4096;
constexpr std::array pairs{std::pair(MarkKind::Bold, "**"_L1), std::pair(MarkKind::Italic, "__"_L1),
                           std::pair(MarkKind::Struck, "~~"_L1)};

QString opening(const TextMark &mark)
{
    switch (mark.kind) {
    case MarkKind::Bold:
        return u"**"_s;
    case MarkKind::Italic:
        return u"__"_s;
    case MarkKind::Struck:
        return u"~~"_s;
    case MarkKind::Code:
        return u"`"_s;
    case MarkKind::Block:
        return u"```\n"_s;
    case MarkKind::Link:
        return u"["_s;
    }
    Q_UNREACHABLE_RETURN({});
}

QString closing(const TextMark &mark)
{
    switch (mark.kind) {
    case MarkKind::Block:
        return u"\n```"_s;
    case MarkKind::Link:
        return u"]("_s + mark.target + u')';
    case MarkKind::Bold:
    case MarkKind::Italic:
    case MarkKind::Struck:
    case MarkKind::Code:
        break;
    }
    return opening(mark);
}

bool isFilled(QStringView words)
{
    return !words.isEmpty() && !words.front().isSpace() && !words.back().isSpace();
}

/// Some words between signs.
struct Span {
    TextMark mark; ///< its range is in the typed text, without the signs
    qsizetype end = 0; ///< behind the closing sign
};

class Reader
{
public:
    Reader(const QString &typed, qsizetype most)
        : m_typed(typed)
        , m_most(most)
    {
        for (const LinkInText &link : linksOf(typed)) {
            if (link.label.isEmpty()) {
                m_addresses.append(link.range);
            }
        }
    }

    MarkedText read() &&
    {
        take(0, m_typed.size());
        return std::move(m_read);
    }

private:
    // Depth is bounded by the number of kinds of pairs: none is looked for inside its own kind.
    // NOLINTNEXTLINE(misc-no-recursion)
    void take(qsizetype from, qsizetype to)
    {
        while (from < to) {
            const std::optional<Span> span = m_read.marks.size() < m_most ? spanAt(from, to) : std::nullopt;
            if (!span) {
                m_read.text += m_typed.at(from++);
                continue;
            }
            const qsizetype number = m_read.marks.size();
            const qsizetype start = m_read.text.size();
            m_read.marks.append(span->mark);
            const TextRange &inner = span->mark.range;
            if (isPair(span->mark.kind)) {
                m_open.append(span->mark.kind);
                take(inner.start, inner.end());
                m_open.removeLast();
            } else {
                m_read.text += QStringView(m_typed).sliced(inner.start, inner.length);
            }
            m_read.marks[number].range = {.start = start, .length = m_read.text.size() - start};
            from = span->end;
        }
    }

    [[nodiscard]] static bool isPair(MarkKind kind)
    {
        return kind == MarkKind::Bold || kind == MarkKind::Italic || kind == MarkKind::Struck;
    }

    [[nodiscard]] std::optional<Span> spanAt(qsizetype at, qsizetype to) const
    {
        switch (m_typed.at(at).unicode()) {
        case u'`':
            return block(at, to).or_else([&] { return code(at, to); });
        case u'[':
            return link(at, to);
        case u'*':
        case u'_':
        case u'~':
            return pair(at, to);
        default:
            return std::nullopt;
        }
    }

    [[nodiscard]] std::optional<Span> block(qsizetype at, qsizetype to) const
    {
        const bool isLine = at == 0 || m_typed.at(at - 1) == u'\n';
        if (!isLine || !m_open.isEmpty() || !QStringView(m_typed).sliced(at).startsWith("```\n"_L1)) {
            return std::nullopt;
        }
        const qsizetype from = at + 4;
        const qsizetype end = m_typed.indexOf("\n```"_L1, from);
        const bool ends = end > from && (end + 4 == to || (end + 4 < to && m_typed.at(end + 4) == u'\n'));
        return ends ? found(MarkKind::Block, from, end, end + 4) : std::nullopt;
    }

    [[nodiscard]] std::optional<Span> code(qsizetype at, qsizetype to) const
    {
        const qsizetype from = at + 1;
        const qsizetype end = m_typed.indexOf(u'`', from);
        const bool isOne = end > from && end < lineEnd(at, to) && !around(end, u'`');
        return isOne ? found(MarkKind::Code, from, end, end + 1) : std::nullopt;
    }

    [[nodiscard]] std::optional<Span> link(qsizetype at, qsizetype to) const
    {
        static const QRegularExpression form(
            u"\\G\\[([^\\]\\[\\n|]{1,200}+)\\]\\((https?://[^\\s()]{1,2000}+)\\)"_s);
        const auto match = form.matchView(m_typed, at);
        if (!match.hasMatch() || match.capturedEnd() > to) {
            return std::nullopt;
        }
        std::optional<Span> span
            = found(MarkKind::Link, match.capturedStart(1), match.capturedEnd(1), match.capturedEnd());
        if (span) {
            span->mark.target = match.captured(2);
        }
        return span;
    }

    [[nodiscard]] std::optional<Span> pair(qsizetype at, qsizetype to) const
    {
        const auto *const kind = std::ranges::find_if(
            pairs, [&](const auto &one) { return QStringView(m_typed).sliced(at).startsWith(one.second); });
        const bool begins = kind != pairs.end() && !m_open.contains(kind->first) && !isInAddress(at)
            && (at == 0 || (!m_typed.at(at - 1).isLetterOrNumber() && m_typed.at(at - 1) != m_typed.at(at)));
        const qsizetype last = lineEnd(at, to) - 2;
        for (qsizetype end = begins ? m_typed.indexOf(kind->second, at + 3) : -1; end >= 0 && end <= last;
             end = m_typed.indexOf(kind->second, end + 1)) {
            const bool isLast = end + 2 == m_typed.size()
                || (!m_typed.at(end + 2).isLetterOrNumber() && m_typed.at(end + 2) != m_typed.at(end));
            if (isLast && !isInAddress(end)) {
                return found(kind->first, at + 2, end, end + 2);
            }
        }
        return std::nullopt;
    }

    /// How far a pair of signs may be apart.
    [[nodiscard]] qsizetype lineEnd(qsizetype from, qsizetype to) const
    {
        const auto near = QStringView(m_typed).sliced(from, std::min(to - from, farthest));
        const qsizetype end = near.indexOf(u'\n');
        return from + (end < 0 ? near.size() : end);
    }
    /// Whether the sign stands at either side of the place as well.
    [[nodiscard]] bool around(qsizetype at, QChar sign) const
    {
        return (at > 0 && m_typed.at(at - 1) == sign)
            || (at + 1 < m_typed.size() && m_typed.at(at + 1) == sign);
    }
    [[nodiscard]] bool isInAddress(qsizetype at) const
    {
        return std::ranges::any_of(m_addresses, [at](const TextRange &address) {
            return at >= address.start && at < address.end();
        });
    }
    [[nodiscard]] std::optional<Span> found(MarkKind kind, qsizetype from, qsizetype to, qsizetype end) const
    {
        if (!isFilled(QStringView(m_typed).sliced(from, to - from))) {
            return std::nullopt;
        }
        return Span{.mark = {.kind = kind, .range = {.start = from, .length = to - from}}, .end = end};
    }

    const QString &m_typed;
    qsizetype m_most;
    QList<TextRange> m_addresses;
    QList<MarkKind> m_open;
    MarkedText m_read;
};

} // namespace

MarkedText readMarks(const QString &typed, qsizetype most)
{
    return Reader(typed, most).read();
}

QString withSigns(const MarkedText &marked)
{
    QString typed;
    QList<TextMark> open;
    qsizetype next = 0;
    for (qsizetype at = 0; at <= marked.text.size(); ++at) {
        while (!open.isEmpty() && open.constLast().range.end() == at) {
            typed += closing(open.takeLast());
        }
        while (next < marked.marks.size() && marked.marks.at(next).range.start == at) {
            typed += opening(marked.marks.at(next));
            open.append(marked.marks.at(next++));
        }
        if (at < marked.text.size()) {
            typed += marked.text.at(at);
        }
    }
    return typed;
}

} // namespace aside
