// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/import/mail/encodedwords.h"

#include "app/import/mail/mailcharset.h"

#include <QByteArray>

#include <optional>

namespace aside {
namespace {

struct Word {
    QByteArrayView charset;
    QByteArray bytes;
    qsizetype end = 0;
};

bool isCharsetCharacter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_'
        || c == '.' || c == ':' || c == '+' || c == '*' || c == '(' || c == ')';
}

int hexDigit(char c)
{
    if (c >= '0' && c <= '9') {
        return c - '0';
    }
    const auto lower = static_cast<char>(c | 0x20);
    return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

QByteArray decodeQ(QByteArrayView text)
{
    QByteArray bytes;
    bytes.reserve(text.size());
    for (qsizetype at = 0; at < text.size(); ++at) {
        const char c = text[at];
        if (c == '=' && at + 2 < text.size() && hexDigit(text[at + 1]) >= 0 && hexDigit(text[at + 2]) >= 0) {
            bytes.append(static_cast<char>((hexDigit(text[at + 1]) * 16) + hexDigit(text[at + 2])));
            at += 2;
        } else if (c != '\r' && c != '\n') {
            bytes.append(c == '_' ? ' ' : c);
        }
    }
    return bytes;
}

/// Walks over a header and hands out what lies between the words, and the words.
class WordReader
{
public:
    explicit WordReader(QByteArrayView raw)
        : m_raw(raw)
    {
    }

    /// The next word at or after the place reached; what comes before it is before().
    std::optional<Word> next()
    {
        const qsizetype from = m_at;
        while (true) {
            const qsizetype start = m_endless ? -1 : m_raw.indexOf("=?", m_at);
            if (start < 0) {
                m_before = m_raw.sliced(from);
                m_at = m_raw.size();
                return std::nullopt;
            }
            if (auto word = wordAt(start)) {
                m_before = m_raw.sliced(from, start - from);
                m_at = word->end;
                return word;
            }
            m_at = start + 2;
        }
    }

    [[nodiscard]] QByteArrayView before() const { return m_before; }

private:
    std::optional<Word> wordAt(qsizetype start)
    {
        constexpr qsizetype longestCharset = 60;
        qsizetype at = start + 2;
        while (at < m_raw.size() && at - start < longestCharset && isCharsetCharacter(m_raw[at])) {
            ++at;
        }
        if (at + 2 >= m_raw.size() || m_raw[at] != '?' || m_raw[at + 2] != '?') {
            return std::nullopt;
        }
        const auto encoding = static_cast<char>(m_raw[at + 1] | 0x20);
        if (encoding != 'b' && encoding != 'q') {
            return std::nullopt;
        }
        const qsizetype text = at + 3;
        const qsizetype end = m_raw.indexOf("?=", text);
        if (end < 0) {
            m_endless = true; // no later word can end either: a search for each would be quadratic
            return std::nullopt;
        }
        QByteArrayView charset = m_raw.sliced(start + 2, at - start - 2);
        if (const qsizetype language = charset.indexOf('*'); language >= 0) {
            charset = charset.first(language);
        }
        const QByteArrayView coded = m_raw.sliced(text, end - text);
        QByteArray bytes = encoding == 'q'
            ? decodeQ(coded)
            : QByteArray::fromBase64(QByteArray::fromRawData(coded.data(), coded.size()));
        return Word{.charset = charset, .bytes = std::move(bytes), .end = end + 2};
    }

    QByteArrayView m_raw;
    QByteArrayView m_before;
    qsizetype m_at = 0;
    bool m_endless = false;
};

/// Calls literal(bytes) and words(text) in turn.
template <typename Literal, typename Words>
void splitWords(QByteArrayView raw, Literal literal, Words words)
{
    WordReader reader(raw);
    QByteArray charset;
    QByteArray bytes;
    bool pending = false;
    const auto flush = [&] {
        if (pending) {
            words(decodeCharset(bytes, charset));
            bytes.clear();
            pending = false;
        }
    };
    while (auto word = reader.next()) {
        const bool neighbour = pending && reader.before().trimmed().isEmpty();
        if (!neighbour) {
            flush();
            literal(reader.before());
        } else if (word->charset.compare(charset, Qt::CaseInsensitive) != 0) {
            flush();
        }
        charset = word->charset.toByteArray();
        bytes.append(word->bytes);
        pending = true;
    }
    flush();
    literal(reader.before());
}

} // namespace

QString decodeWords(QByteArrayView raw, QByteArrayView charset)
{
    if (raw.indexOf("=?") < 0) {
        return raw.isValidUtf8() ? QString::fromUtf8(raw) : decodeCharset(raw, charset);
    }
    QString text;
    splitWords(
        raw,
        [&](QByteArrayView bytes) {
            text += bytes.isValidUtf8() ? QString::fromUtf8(bytes) : decodeCharset(bytes, charset);
        },
        [&](const QString &words) { text += words; });
    return text;
}

QByteArray quoteWords(QByteArrayView raw, QByteArrayView charset)
{
    QByteArray quoted;
    bool insideQuotes = false;
    splitWords(
        raw,
        [&](QByteArrayView bytes) {
            quoted += bytes.isValidUtf8() ? bytes.toByteArray() : decodeCharset(bytes, charset).toUtf8();
            insideQuotes = insideQuotes != (bytes.count('"') % 2 == 1);
        },
        [&](const QString &words) {
            QByteArray name = cleanLine(words).toUtf8();
            name.replace('\\', "\\\\").replace('"', "\\\"");
            quoted += insideQuotes ? name : '"' + name + '"';
        });
    return quoted;
}

} // namespace aside
