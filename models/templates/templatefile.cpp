// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/templates/templatefile.h"

#include "models/templates/templatehead.h"
#include "models/templates/templatescan.h"

#include <QStringDecoder>

namespace aside {

namespace {

constexpr QStringView fence = u"+++";

/// The line from `at` on, without its end, and where the next one begins.
struct Line {
    QStringView text;
    qsizetype next = 0;
};

Line lineAt(QStringView text, qsizetype at)
{
    auto end = text.indexOf(u'\n', at);
    const auto next = end < 0 ? text.size() : end + 1;
    if (end < 0) {
        end = text.size();
    }
    if (end > at && text[end - 1] == u'\r') {
        --end;
    }
    return {.text = text.sliced(at, end - at), .next = next};
}

struct Parts {
    QStringView head;
    int headLine = 2;
    qsizetype bodyStart = 0;
    int bodyLine = 1;
};

std::expected<Parts, TemplateFault> divided(QStringView text)
{
    auto line = lineAt(text, 0);
    if (line.text.trimmed() != fence) {
        return std::unexpected(TemplateFault::NoFrontMatter);
    }
    const auto headStart = line.next;
    for (int number = 2; line.next < text.size(); ++number) {
        const auto at = line.next;
        line = lineAt(text, at);
        if (line.text.trimmed() == fence) {
            return Parts{.head = text.sliced(headStart, at - headStart),
                         .bodyStart = line.next,
                         .bodyLine = number + 1};
        }
    }
    return std::unexpected(TemplateFault::OpenFrontMatter);
}

TemplateProblem whole(const QString &id, TemplateFault fault)
{
    return {.file = templatePath(id), .line = 1, .column = 1, .fault = fault};
}

/// Without a look at the body's tags.
std::expected<Template, TemplateProblem> readParts(const QString &id, const QByteArray &bytes)
{
    if (bytes.size() > largestTemplate) {
        return std::unexpected(whole(id, TemplateFault::TooLarge));
    }
    QStringDecoder decode(QStringDecoder::Utf8);
    const QString text = decode(bytes);
    if (decode.hasError() || text.contains(QChar::Null)) {
        return std::unexpected(whole(id, TemplateFault::NotUtf8));
    }
    const auto parts = divided(text);
    if (!parts) {
        return std::unexpected(whole(id, parts.error()));
    }
    auto read = readTemplateHead(id, parts->head, parts->headLine);
    if (read) {
        read->body = text.sliced(parts->bodyStart);
        read->bodyLine = parts->bodyLine;
        read->bodyStart = parts->bodyStart;
    }
    return read;
}

} // namespace

QString templatePath(const QString &id)
{
    return id + QStringLiteral(".md");
}

std::expected<Template, TemplateProblem> readTemplate(const QString &id, const QByteArray &bytes)
{
    auto read = readParts(id, bytes);
    if (!read) {
        return read;
    }
    for (auto &problem : problemsOf(*read)) {
        if (!problem.isWarning()) {
            return std::unexpected(problem);
        }
        read->warnings.append(std::move(problem));
    }
    return read;
}

QList<TemplateProblem> templateProblems(const QString &id, const QByteArray &bytes)
{
    const auto read = readParts(id, bytes);
    return read ? read->warnings + problemsOf(*read) : QList{read.error()};
}

} // namespace aside
