// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/channels/telegram/entities.h"

#include <QJsonObject>
#include <QList>

#include <algorithm>
#include <array>
#include <utility>

namespace aside::telegram {

using namespace Qt::StringLiterals;

namespace {

struct Range {
    qsizetype from = 0;
    qsizetype to = 0;
    QString type{};
    QString url{};
};

/// Those that nest properly, the outer ones first.
QList<Range> rangesOf(const QString &text, const JsonValue &entities)
{
    QList<Range> ranges;
    for (const JsonValue &entity : entities.items()) {
        const qint64 from = entity[u"offset"].integer().value_or(-1);
        const qint64 length = entity[u"length"].integer().value_or(0);
        if (from < 0 || length <= 0 || from > text.size() || length > text.size() - from) {
            continue;
        }
        ranges.append({.from = from,
                       .to = from + length,
                       .type = entity[u"type"].text(),
                       .url = entity[u"url"].text()});
    }
    std::ranges::stable_sort(ranges, [](const Range &one, const Range &other) {
        return std::pair(one.from, -one.to) < std::pair(other.from, -other.to);
    });
    QList<Range> nested;
    QList<qsizetype> open;
    for (const Range &range : std::as_const(ranges)) {
        while (!open.isEmpty() && open.constLast() <= range.from) {
            open.removeLast();
        }
        if (open.isEmpty() || range.to <= open.constLast()) {
            open.append(range.to);
            nested.append(range);
        }
    }
    return nested;
}

QString tagOf(const Range &range)
{
    static const QList<std::pair<QLatin1StringView, QLatin1StringView>> tags{
        {"bold"_L1, "b"_L1},
        {"italic"_L1, "i"_L1},
        {"underline"_L1, "u"_L1},
        {"strikethrough"_L1, "s"_L1},
        {"code"_L1, "code"_L1},
        {"pre"_L1, "pre"_L1},
        {"blockquote"_L1, "blockquote"_L1},
        {"expandable_blockquote"_L1, "blockquote"_L1},
        {"text_link"_L1, "a"_L1},
    };
    const auto found = std::ranges::find_if(tags, [&](const auto &tag) { return tag.first == range.type; });
    return found == tags.cend() ? QString() : QString(found->second);
}

constexpr std::array markTypes{
    std::pair(MarkKind::Bold, "bold"_L1), std::pair(MarkKind::Italic, "italic"_L1),
    std::pair(MarkKind::Code, "code"_L1), std::pair(MarkKind::Struck, "strikethrough"_L1),
    std::pair(MarkKind::Block, "pre"_L1), std::pair(MarkKind::Link, "text_link"_L1),
};

QString opening(const Range &range, const QString &tag)
{
    return tag == "a"_L1 ? u"<a href=\"%1\">"_s.arg(range.url.toHtmlEscaped()) : u'<' + tag + u'>';
}

} // namespace

QString plainText(const QString &text, const JsonValue &entities)
{
    QString plain = text;
    QList<Range> ranges = rangesOf(text, entities);
    std::ranges::reverse(ranges);
    std::ranges::stable_sort(ranges, std::greater(), &Range::to);
    for (const Range &range : std::as_const(ranges)) {
        const QString shown = text.sliced(range.from, range.to - range.from);
        if (range.type == "text_link"_L1 && !range.url.isEmpty() && shown.trimmed() != range.url) {
            plain.insert(range.to, u" <%1>"_s.arg(range.url));
        }
    }
    return plain;
}

MarkedText markedText(const QString &text, const JsonValue &entities)
{
    MarkedText marked{.text = text, .marks = {}};
    for (const Range &range : rangesOf(text, entities)) {
        const auto *const found
            = std::ranges::find_if(markTypes, [&](const auto &one) { return one.second == range.type; });
        if (found != markTypes.end()) {
            marked.marks.append(
                {.kind = found->first, .range = between(range.from, range.to), .target = range.url});
        }
    }
    return marked;
}

QJsonArray entitiesOf(const QList<TextMark> &marks)
{
    QJsonArray entities;
    for (const TextMark &mark : marks) {
        const auto *const found
            = std::ranges::find(markTypes, mark.kind, &decltype(markTypes)::value_type::first);
        QJsonObject entity{{u"type"_s, QString(found->second)},
                           {u"offset"_s, mark.range.start},
                           {u"length"_s, mark.range.length}};
        if (mark.kind == MarkKind::Link) {
            entity.insert(u"url"_s, mark.target);
        }
        entities.append(entity);
    }
    return entities;
}

QString htmlText(const QString &text, const JsonValue &entities)
{
    QList<Range> ranges = rangesOf(text, entities);
    ranges.removeIf([](const Range &range) { return tagOf(range).isEmpty(); });
    if (ranges.isEmpty()) {
        return {};
    }
    QString html;
    QList<Range> open;
    qsizetype next = 0;
    for (qsizetype at = 0; at <= text.size(); ++at) {
        while (!open.isEmpty() && open.constLast().to == at) {
            html += u"</"_s + tagOf(open.takeLast()) + u'>';
        }
        while (next < ranges.size() && ranges.at(next).from == at) {
            html += opening(ranges.at(next), tagOf(ranges.at(next)));
            open.append(ranges.at(next++));
        }
        if (at < text.size()) {
            const QChar letter = text.at(at);
            html += letter == u'\n' ? u"<br>"_s : QString(letter).toHtmlEscaped();
        }
    }
    return html;
}

} // namespace aside::telegram
