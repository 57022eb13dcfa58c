// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/import/social/rowreader.h"
#include "app/import/social/tablecharset.h"

#include <algorithm>
#include <array>

namespace aside {

namespace {

/// RFC 4180, with any of three separators; quotes inside a bare field are taken as they are.
class CsvReader final : public RowReader
{
public:
    CsvReader(std::unique_ptr<ByteReader> in, char separator, TableCharset charset)
        : RowReader(std::move(in))
        , m_separator(separator)
        , m_charset(charset)
    {
    }

    bool readHeader();
    std::optional<TableRow> next() override;

private:
    enum class After : quint8 { Field, Record, End, Broken, TooLarge };

    [[nodiscard]] Result<QStringList> readRecord();
    [[nodiscard]] After readField(QByteArray &field);
    [[nodiscard]] bool readQuoted(QByteArray &field);
    [[nodiscard]] After readBare(QByteArray &field);
    [[nodiscard]] bool isLineEnd(int byte) const { return byte == '\n' || byte == '\r'; }

    char m_separator;
    TableCharset m_charset;
    qsizetype m_size = 0;
};

bool CsvReader::readHeader()
{
    skipByteOrderMark();
    const auto record = readRecord();
    if (!record || record->size() < 2) {
        return false;
    }
    for (const QString &name : *record) {
        m_header.append(name.trimmed());
    }
    return true;
}

std::optional<TableRow> CsvReader::next()
{
    while (isLineEnd(m_in->peek())) {
        m_line += m_in->get() == '\n' ? 1 : 0;
    }
    if (m_in->peek() == ByteReader::end) {
        return std::nullopt;
    }
    const Position start = position();
    auto record = readRecord();
    if (!record) {
        // A quote that never closes swallows what follows: go on with the next line instead.
        seek(start);
        skipLine();
    } else if (record->size() != m_header.size()) {
        record = fail(Errc::BrokenItem,
                      QStringLiteral("%1 fields instead of %2").arg(record->size()).arg(m_header.size()));
    }
    return TableRow{.line = start.line, .values = std::move(record)};
}

Result<QStringList> CsvReader::readRecord()
{
    QStringList fields;
    m_size = 0;
    while (true) {
        QByteArray field;
        const After after = readField(field);
        fields.append(decodeTableText(field, m_charset));
        switch (after) {
        case After::Field:
            continue;
        case After::Record:
        case After::End:
            return fields;
        case After::TooLarge:
            return fail(Errc::TooLarge, QStringLiteral("a record over 16 MB"));
        case After::Broken:
            return m_in->peek() == ByteReader::end
                ? fail(Errc::Truncated, QStringLiteral("a quote is never closed"))
                : fail(Errc::BrokenItem, QStringLiteral("something follows a closing quote"));
        }
    }
}

CsvReader::After CsvReader::readField(QByteArray &field)
{
    if (m_in->peek() != '"') {
        return readBare(field);
    }
    m_in->get();
    if (!readQuoted(field)) {
        return m_size >= maxRecord ? After::TooLarge : After::Broken;
    }
    const int byte = m_in->peek();
    return byte == m_separator || byte == ByteReader::end || isLineEnd(byte) ? readBare(field)
                                                                             : After::Broken;
}

bool CsvReader::readQuoted(QByteArray &field)
{
    for (int byte = m_in->get(); byte != ByteReader::end && m_size < maxRecord; byte = m_in->get()) {
        if (byte == '"') {
            if (m_in->peek() != '"') {
                return true;
            }
            m_in->get();
        }
        m_line += byte == '\n' ? 1 : 0;
        field.append(static_cast<char>(byte));
        ++m_size;
    }
    return false;
}

CsvReader::After CsvReader::readBare(QByteArray &field)
{
    for (int byte = m_in->get(); m_size < maxRecord; byte = m_in->get()) {
        if (byte == ByteReader::end) {
            return After::End;
        }
        if (byte == m_separator) {
            return After::Field;
        }
        if (isLineEnd(byte)) {
            if (byte == '\r' && m_in->peek() == '\n') {
                m_in->get();
            }
            ++m_line;
            return After::Record;
        }
        field.append(static_cast<char>(byte));
        ++m_size;
    }
    return After::TooLarge;
}

/// People's texts do hold a stray control character; a picture or a program holds many, and zeros.
bool isText(QByteArrayView head)
{
    const auto controls = std::ranges::count_if(head, [](char byte) {
        return static_cast<unsigned char>(byte) < 0x20 && byte != '\n' && byte != '\r' && byte != '\t';
    });
    return !head.contains('\0') && controls <= head.size() / 20;
}

/// Prose has commas too, but its lines do not have equally many.
bool isRegular(RowReader &rows)
{
    constexpr int tries = 10;
    const auto begin = rows.position();
    bool hasRows = false;
    bool hasGood = false;
    for (int i = 0; i < tries && !hasGood; ++i) {
        const auto row = rows.next();
        if (!row) {
            break;
        }
        hasRows = true;
        hasGood = row->values.has_value();
    }
    rows.seek(begin);
    return hasGood || !hasRows;
}

} // namespace

std::unique_ptr<RowReader> openCsv(std::unique_ptr<ByteReader> in, const QByteArray &head)
{
    if (!isText(head)) {
        return nullptr;
    }
    char best = 0;
    qsizetype columns = 0;
    for (const char separator : std::array{',', ';', '\t'}) {
        CsvReader probe(ByteReader::over(head), separator, TableCharset::Undecided);
        if (probe.readHeader() && probe.header().size() > columns) {
            best = separator;
            columns = probe.header().size();
        }
    }
    if (columns == 0) {
        return nullptr;
    }
    auto reader = std::make_unique<CsvReader>(std::move(in), best, detectTableCharset(head));
    if (!reader->readHeader() || !isRegular(*reader)) {
        return nullptr;
    }
    return reader;
}

} // namespace aside
