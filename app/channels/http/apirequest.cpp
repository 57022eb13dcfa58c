// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/channels/http/apirequest.h"

#include <QUuid>

#include <algorithm>

namespace aside {

namespace {

using namespace Qt::StringLiterals;

QByteArray escaped(const QString &text)
{
    return QUrl::toPercentEncoding(text);
}

QByteArray joined(const QList<NamedValue> &fields)
{
    QByteArrayList pairs;
    for (const auto &[name, value] : fields) {
        pairs.append(escaped(name) + '=' + escaped(value));
    }
    return pairs.join('&');
}

/// As the HTML standard has it for a name in a form: nothing of it can end the line or the quotes.
QByteArray quoted(const QString &name)
{
    QByteArray bytes = name.toUtf8();
    bytes.replace('\r', "%0D").replace('\n', "%0A").replace('"', "%22");
    return '"' + bytes + '"';
}

} // namespace

QByteArray methodName(HttpMethod method)
{
    switch (method) {
    case HttpMethod::Get:
        return "GET"_ba;
    case HttpMethod::Post:
        return "POST"_ba;
    case HttpMethod::Put:
        return "PUT"_ba;
    case HttpMethod::Delete:
        return "DELETE"_ba;
    }
    Q_UNREACHABLE_RETURN({});
}

ApiBody formBody(const QList<NamedValue> &fields)
{
    return {.contentType = "application/x-www-form-urlencoded"_ba, .bytes = joined(fields)};
}

ApiBody jsonBody(const QByteArray &json)
{
    return {.contentType = "application/json"_ba, .bytes = json};
}

ApiBody multipartBody(const QList<FormPart> &parts)
{
    const QByteArray boundary = "aside-" + QUuid::createUuid().toByteArray(QUuid::Id128);
    QByteArray bytes;
    for (const FormPart &part : parts) {
        bytes += "--" + boundary + "\r\nContent-Disposition: form-data; name=" + quoted(part.name);
        if (!part.fileName.isEmpty()) {
            bytes += "; filename=" + quoted(part.fileName);
        }
        if (!part.contentType.isEmpty()) {
            bytes += "\r\nContent-Type: " + part.contentType.simplified();
        }
        bytes += "\r\n\r\n" + part.data + "\r\n";
    }
    bytes += "--" + boundary + "--\r\n";
    return {.contentType = "multipart/form-data; boundary=" + boundary, .bytes = bytes};
}

QUrl withQuery(QUrl url, const QList<NamedValue> &items)
{
    const QByteArray before = url.query(QUrl::FullyEncoded).toLatin1();
    const QByteArray more = joined(items);
    const QByteArray all = before.isEmpty() || more.isEmpty() ? before + more : before + '&' + more;
    url.setQuery(all.isEmpty() ? QString() : QString::fromLatin1(all), QUrl::StrictMode);
    return url;
}

QByteArray ApiResponse::header(QByteArrayView name) const
{
    const auto found = std::ranges::find_if(
        headers, [name](const auto &header) { return header.first.compare(name, Qt::CaseInsensitive) == 0; });
    return found == headers.cend() ? QByteArray() : found->second;
}

} // namespace aside
