// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/templates/templatescan.h"

#include <algorithm>
#include <array>
#include <utility>

namespace aside {

using namespace Qt::StringLiterals;

namespace {

struct Braces {
    QStringView open;
    QStringView close;
    TemplateTokenKind kind;
};

constexpr std::array braces{
    Braces{.open = u"{{", .close = u"}}", .kind = TemplateTokenKind::Variable},
    Braces{.open = u"{%", .close = u"%}", .kind = TemplateTokenKind::Tag},
    Braces{.open = u"{#", .close = u"#}", .kind = TemplateTokenKind::Comment},
};

const Braces *bracesAt(QStringView body, qsizetype at)
{
    const auto *found = std::ranges::find_if(
        braces, [rest = body.sliced(at)](const Braces &pair) { return rest.startsWith(pair.open); });
    return found != braces.end() ? found : nullptr;
}

TemplateToken tokenAt(QStringView body, qsizetype at, const Braces &pair)
{
    const auto lineEnd = body.indexOf(u'\n', at);
    const auto line = lineEnd < 0 ? body : body.first(lineEnd);
    const auto close = line.indexOf(pair.close, at + pair.open.size());
    if (close < 0) {
        auto next = at + pair.open.size();
        while (next < line.size() && (line[next] != u'{' || !bracesAt(body, next))) {
            ++next;
        }
        return {.kind = TemplateTokenKind::Open,
                .range = {.start = at, .length = next - at},
                .content = pair.open.toString()};
    }
    return {.kind = pair.kind,
            .range = {.start = at, .length = close + pair.close.size() - at},
            .content
            = body.sliced(at + pair.open.size(), close - at - pair.open.size()).trimmed().toString()};
}

bool isNameLetter(QChar letter)
{
    return letter.isLetterOrNumber() || letter == u'_' || letter == u'.';
}

/// Where the piece that begins at `at` ends: behind the second quote, or before `stop` and space.
qsizetype pieceEnd(QStringView text, qsizetype at, QStringView stop)
{
    while (at < text.size() && !stop.contains(text[at])) {
        if (text[at] == u'"' || text[at] == u'\'') {
            const auto close = text.indexOf(text[at], at + 1);
            at = close < 0 ? text.size() : close + 1;
        } else {
            ++at;
        }
    }
    return at;
}

} // namespace

QList<TemplateToken> scanTemplate(QStringView body)
{
    QList<TemplateToken> tokens;
    const auto addText = [&](qsizetype from, qsizetype to) {
        if (to > from) {
            tokens.append({.kind = TemplateTokenKind::Text, .range = {.start = from, .length = to - from}});
        }
    };
    qsizetype textFrom = 0;
    for (auto at = body.indexOf(u'{'); at >= 0; at = body.indexOf(u'{', at)) {
        const auto *pair = bracesAt(body, at);
        if (!pair) {
            ++at;
            continue;
        }
        addText(textFrom, at);
        tokens.append(tokenAt(body, at, *pair));
        at = tokens.constLast().range.end();
        textFrom = at;
    }
    addText(textFrom, body.size());
    return tokens;
}

bool TemplateExpression::hasFilter(QStringView filter) const
{
    return std::ranges::any_of(filters, [filter](const Filter &used) { return used.name == filter; });
}

TemplateExpression templateExpression(QStringView content)
{
    TemplateExpression read;
    auto end = pieceEnd(content, 0, u"|");
    const auto name = content.first(end).trimmed();
    if (!name.isEmpty() && (name[0].isLetter() || name[0] == u'_')
        && std::ranges::all_of(name, isNameLetter)) {
        read.name = name.toString();
        read.range = {.start = content.indexOf(name), .length = name.size()};
    }
    while (end < content.size()) {
        const auto from = end + 1;
        end = pieceEnd(content, from, u"|");
        const auto piece = content.sliced(from, end - from);
        const auto filter = piece.first(pieceEnd(piece, 0, u":")).trimmed();
        const auto start = from + std::max<qsizetype>(piece.indexOf(filter), 0);
        read.filters.append({.name = filter.toString(), .range = {.start = start, .length = filter.size()}});
    }
    return read;
}

QStringList tagWords(QStringView content)
{
    QStringList words;
    for (qsizetype at = 0; at < content.size();) {
        if (content[at].isSpace()) {
            ++at;
            continue;
        }
        const auto end = pieceEnd(content, at, u" \t");
        words.append(content.sliced(at, end - at).toString());
        at = end;
    }
    return words;
}

QString includedName(QStringView content)
{
    const auto words = tagWords(content);
    if (words.size() != 2 || words[1].size() < 3 || words[1].front() != words[1].back()
        || (words[1].front() != u'"' && words[1].front() != u'\'')) {
        return {};
    }
    auto name = words[1].sliced(1, words[1].size() - 2);
    if (name.endsWith(".md"_L1)) {
        name.chop(3);
    }
    return name;
}

const QStringList &templateFilters()
{
    static const QStringList names{u"capfirst"_s, u"default"_s,       u"first"_s,  u"floatformat"_s,
                                   u"join"_s,     u"last"_s,          u"length"_s, u"lower"_s,
                                   u"title"_s,    u"truncatewords"_s, u"upper"_s,  u"wordcount"_s};
    return names;
}

const QStringList &templateTags()
{
    static const QStringList names{u"comment"_s, u"elif"_s,    u"else"_s,    u"empty"_s,   u"endcomment"_s,
                                   u"endfor"_s,  u"endif"_s,   u"endwith"_s, u"firstof"_s, u"for"_s,
                                   u"if"_s,      u"include"_s, u"with"_s};
    return names;
}

} // namespace aside
