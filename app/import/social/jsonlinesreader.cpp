// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/import/social/rowreader.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <limits>

namespace aside {

namespace {

QString cellText(const QJsonValue &value)
{
    switch (value.type()) {
    case QJsonValue::Bool:
        return value.toBool() ? QStringLiteral("true") : QStringLiteral("false");
    case QJsonValue::Double: {
        // Ids are longer than a double is exact.
        const qint64 whole = value.toInteger(std::numeric_limits<qint64>::min());
        return whole == std::numeric_limits<qint64>::min() ? QString::number(value.toDouble(), 'g', 17)
                                                           : QString::number(whole);
    }
    case QJsonValue::Array: {
        QStringList items;
        const auto array = value.toArray();
        for (const auto &item : array) {
            items.append(item.isArray() ? QString() : cellText(item));
        }
        return items.join(u',');
    }
    case QJsonValue::Object:
        return QString::fromUtf8(QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact));
    case QJsonValue::String:
        return value.toString();
    case QJsonValue::Null:
    case QJsonValue::Undefined:
        break;
    }
    return {};
}

Result<QJsonObject> parseLine(const QByteArray &line)
{
    QJsonParseError error;
    const auto document = QJsonDocument::fromJson(line, &error);
    if (!document.isObject()) {
        return fail(Errc::BrokenItem,
                    error.error == QJsonParseError::NoError ? QStringLiteral("the line is no object")
                                                            : error.errorString());
    }
    return document.object();
}

class JsonLinesReader final : public RowReader
{
public:
    explicit JsonLinesReader(std::unique_ptr<ByteReader> in)
        : RowReader(std::move(in))
    {
        skipByteOrderMark();
    }

    bool readHeader(const QByteArray &head);
    std::optional<TableRow> next() override;

private:
    [[nodiscard]] Result<QByteArray> readLine();
};

bool JsonLinesReader::readHeader(const QByteArray &head)
{
    const bool isWhole = head.size() >= m_in->size();
    QByteArrayView rest = head;
    rest = rest.startsWith("\xEF\xBB\xBF") ? rest.sliced(3) : rest;
    bool isFirst = true;
    while (!rest.isEmpty()) {
        const qsizetype lineEnd = rest.indexOf('\n');
        if (lineEnd < 0 && !isWhole) {
            break;
        }
        const QByteArray line = (lineEnd < 0 ? rest : rest.first(lineEnd)).trimmed().toByteArray();
        rest = lineEnd < 0 ? QByteArrayView() : rest.sliced(lineEnd + 1);
        if (line.isEmpty()) {
            continue;
        }
        const auto object = parseLine(line);
        if (!object && isFirst) {
            return false;
        }
        isFirst = false;
        const auto keys = object ? object->keys() : QStringList();
        for (const QString &key : keys) {
            if (!m_header.contains(key)) {
                m_header.append(key);
            }
        }
    }
    return !m_header.isEmpty();
}

std::optional<TableRow> JsonLinesReader::next()
{
    while (m_in->peek() != ByteReader::end) {
        const qint64 line = m_line;
        const auto bytes = readLine();
        if (bytes && bytes->trimmed().isEmpty()) {
            continue;
        }
        auto values = bytes.and_then(parseLine).transform([this](const QJsonObject &object) {
            QStringList cells;
            for (const QString &name : m_header) {
                cells.append(cellText(object.value(name)));
            }
            return cells;
        });
        return TableRow{.line = line, .values = std::move(values)};
    }
    return std::nullopt;
}

Result<QByteArray> JsonLinesReader::readLine()
{
    QByteArray line;
    while (true) {
        const QByteArrayView chunk = m_in->chunk();
        if (chunk.isEmpty()) {
            return line;
        }
        const qsizetype lineEnd = chunk.indexOf('\n');
        const qsizetype count = lineEnd < 0 ? chunk.size() : lineEnd;
        if (line.size() + count > maxRecord) {
            skipLine();
            return fail(Errc::TooLarge, QStringLiteral("a line over 16 MB"));
        }
        line.append(chunk.first(count));
        m_in->advance(count);
        if (lineEnd >= 0) {
            m_in->advance(1);
            ++m_line;
            return line;
        }
    }
}

} // namespace

std::unique_ptr<RowReader> openJsonLines(std::unique_ptr<ByteReader> in, const QByteArray &head)
{
    auto reader = std::make_unique<JsonLinesReader>(std::move(in));
    if (!reader->readHeader(head)) {
        return nullptr;
    }
    return reader;
}

} // namespace aside
