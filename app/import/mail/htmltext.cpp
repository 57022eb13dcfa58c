// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/import/mail/htmltext.h"

#include <KCharsets>

#include <QStringList>

#include <algorithm>
#include <array>

namespace aside {
namespace {

using namespace Qt::StringLiterals;

constexpr std::array rawTags{"script"_L1, "style"_L1,  "title"_L1,    "template"_L1, "noframes"_L1,
                             "iframe"_L1, "object"_L1, "textarea"_L1, "select"_L1,   "svg"_L1};
constexpr std::array paragraphTags{"p"_L1,   "h1"_L1,         "h2"_L1, "h3"_L1, "h4"_L1, "h5"_L1,   "h6"_L1,
                                   "pre"_L1, "blockquote"_L1, "ul"_L1, "ol"_L1, "dl"_L1, "table"_L1};
constexpr std::array lineTags{"div"_L1,      "tr"_L1,      "li"_L1,     "hr"_L1,   "section"_L1, "header"_L1,
                              "footer"_L1,   "article"_L1, "center"_L1, "dt"_L1,   "dd"_L1,      "form"_L1,
                              "fieldset"_L1, "address"_L1, "body"_L1,   "main"_L1, "tbody"_L1,   "thead"_L1,
                              "caption"_L1,  "figure"_L1,  "nav"_L1,    "aside"_L1};
constexpr std::array voidTags{"br"_L1,   "img"_L1, "hr"_L1,   "input"_L1, "meta"_L1,
                              "link"_L1, "col"_L1, "area"_L1, "wbr"_L1};

bool isOneOf(const auto &tags, QStringView name)
{
    return std::ranges::any_of(tags, [name](QLatin1StringView tag) { return tag == name; });
}

/// The text as it grows: collapses white space, breaks lines, quotes.
class TextWriter
{
public:
    void write(QChar c)
    {
        if (m_preformatted == 0 && (c.isSpace() && c != QChar::Nbsp)) {
            m_space = true;
        } else if (c == u'\n') {
            breakLine(m_breaks + 1);
        } else if (!isInvisible(c)) {
            startText();
            m_text += c == QChar::Nbsp ? u' ' : c;
        }
    }

    /// At least that many line ends before the next word.
    void breakLine(int atLeast)
    {
        m_breaks = std::max(m_breaks, atLeast);
        m_space = false;
    }

    void lineBreak() { breakLine(std::min(m_breaks + 1, 3)); }
    void cell() { m_space = true; }
    void bullet()
    {
        breakLine(1);
        startText();
        m_text += u"- ";
    }
    void preformat(int change) { m_preformatted = std::max(0, m_preformatted + change); }
    void quote(int change) { m_quotes = std::max(0, m_quotes + change); }

    QString take() { return std::move(m_text); }

private:
    static bool isInvisible(QChar c)
    {
        const char16_t u = c.unicode();
        return u == 0 || u == 0x200B || u == 0xFEFF || u == 0x00AD || u == 0x034F || (u < 0x20 && u != u'\t');
    }

    void startText()
    {
        constexpr int mostQuotes = 5;
        if (m_text.isEmpty() || m_breaks > 0) {
            if (!m_text.isEmpty()) {
                m_text += QString(std::min(m_breaks, 3), u'\n');
            }
            for (int depth = 0; depth < std::min(m_quotes, mostQuotes); ++depth) {
                m_text += u"> ";
            }
        } else if (m_space && !m_text.endsWith(u' ')) {
            m_text += u' ';
        }
        m_breaks = 0;
        m_space = false;
    }

    QString m_text;
    int m_breaks = 0;
    int m_quotes = 0;
    int m_preformatted = 0;
    bool m_space = false;
};

enum class Hidden { Drop, Keep };

/// Goes over the tags from left to right.
class HtmlReader
{
public:
    HtmlReader(QStringView html, Hidden hidden)
        : m_html(html)
        , m_hidden(hidden)
    {
    }

    void read()
    {
        while (m_at < m_html.size()) {
            const QChar c = m_html[m_at];
            if (c == u'<' && isMarkup()) {
                readMarkup();
            } else if (c == u'&') {
                readEntity();
            } else {
                write(c);
                ++m_at;
            }
        }
    }

    [[nodiscard]] bool isStillHidden() const { return m_hiddenDepth > 0; }
    QString take() { return m_out.take(); }

private:
    void write(QChar c)
    {
        if (m_hiddenDepth == 0) {
            m_out.write(c);
        }
    }

    [[nodiscard]] bool isMarkup() const
    {
        if (m_at + 1 >= m_html.size()) {
            return false;
        }
        const QChar next = m_html[m_at + 1];
        return next.isLetter() || next == u'/' || next == u'!' || next == u'?';
    }

    void readMarkup()
    {
        if (m_html.sliced(m_at).startsWith(u"<!--")) {
            skipComment();
            return;
        }
        const bool closing = m_html[m_at + 1] == u'/';
        qsizetype at = m_at + (closing ? 2 : 1);
        const qsizetype nameFrom = at;
        while (at < m_html.size() && (m_html[at].isLetterOrNumber() || m_html[at] == u':')) {
            ++at;
        }
        const qsizetype nameLength = std::min<qsizetype>(at - nameFrom, 32);
        const QString name = m_html.sliced(nameFrom, nameLength).toString().toLower();
        const qsizetype end = tagEnd(at);
        const QStringView attributes = m_html.sliced(at, std::max<qsizetype>(0, end - at));
        m_at = std::min(m_html.size(), end + 1);
        if (closing) {
            close(name);
        } else {
            open(name, attributes);
        }
    }

    void skipComment()
    {
        const qsizetype end = m_commentsEnd ? m_html.indexOf(u"-->", m_at + 2) : -1;
        if (end >= 0) {
            m_at = end + 3;
            return;
        }
        m_commentsEnd = false; // no later one ends either: a search for each would be quadratic
        const qsizetype bracket = m_html.indexOf(u'>', m_at);
        m_at = bracket < 0 ? m_html.size() : bracket + 1;
    }

    /// The index of the ">" that ends this tag: not one inside a quoted value, unless the quote never ends.
    [[nodiscard]] qsizetype tagEnd(qsizetype from) const
    {
        constexpr qsizetype longest = 64 * 1024;
        const qsizetype limit = std::min(m_html.size(), from + longest);
        QChar quote;
        for (qsizetype at = from; at < limit; ++at) {
            const QChar c = m_html[at];
            if (!quote.isNull()) {
                quote = c == quote ? QChar() : quote;
            } else if ((c == u'"' || c == u'\'') && m_html[at - 1] == u'=') {
                quote = c;
            } else if (c == u'>') {
                return at;
            }
        }
        const qsizetype plain = m_html.indexOf(u'>', from);
        return plain < 0 ? m_html.size() : plain;
    }

    void open(const QString &name, QStringView attributes)
    {
        if (isOneOf(rawTags, name)) {
            if (!attributes.endsWith(u'/')) {
                skipRaw(name);
            }
            return;
        }
        if (m_hiddenDepth > 0) {
            m_hiddenDepth += name == m_hiddenName ? 1 : 0;
            return;
        }
        const bool isVoid = isOneOf(voidTags, name) || attributes.endsWith(u'/');
        if (m_hidden == Hidden::Drop && !isVoid && isHidden(attributes)) {
            m_hiddenName = name;
            m_hiddenDepth = 1;
            return;
        }
        shape(name, 1);
    }

    void close(const QString &name)
    {
        if (m_hiddenDepth > 0) {
            m_hiddenDepth -= name == m_hiddenName ? 1 : 0;
            return;
        }
        shape(name, -1);
    }

    /// What a tag does to the text; change is 1 where it opens and -1 where it closes.
    void shape(const QString &name, int change)
    {
        if (name == "br"_L1) {
            m_out.lineBreak();
        } else if (name == "li"_L1 && change > 0) {
            m_out.bullet();
        } else if (name == "td"_L1 || name == "th"_L1) {
            m_out.cell();
        } else if (isOneOf(paragraphTags, name)) {
            m_out.breakLine(name == "table"_L1 ? 1 : 2);
            m_out.preformat(name == "pre"_L1 ? change : 0);
            m_out.quote(name == "blockquote"_L1 ? change : 0);
        } else if (isOneOf(lineTags, name)) {
            m_out.breakLine(1);
        }
    }

    void skipRaw(const QString &name)
    {
        if (m_endless.contains(name)) {
            return;
        }
        const QString end = u"</"_s + name;
        const qsizetype found = m_html.indexOf(end, m_at, Qt::CaseInsensitive);
        if (found >= 0) {
            m_at = found;
        } else if (name == "script"_L1 || name == "style"_L1) {
            m_at = m_html.size();
        } else {
            m_endless.append(name);
        }
    }

    static bool isHidden(QStringView attributes)
    {
        if (attributes.size() < 6) {
            return false;
        }
        QString plain = attributes.toString().toLower();
        plain.removeIf([](QChar c) { return c.isSpace(); });
        return plain.contains("display:none"_L1) || plain.contains("visibility:hidden"_L1)
            || plain.contains("mso-hide:all"_L1) || plain.contains("font-size:0;"_L1)
            || plain.contains("font-size:0px"_L1)
            || attributes.trimmed().compare("hidden"_L1, Qt::CaseInsensitive) == 0;
    }

    void readEntity()
    {
        constexpr qsizetype longest = 12;
        qsizetype end = m_at + 1;
        while (end < m_html.size() && end - m_at < longest
               && (m_html[end].isLetterOrNumber() || m_html[end] == u'#')) {
            ++end;
        }
        const QStringView name = m_html.sliced(m_at + 1, end - m_at - 1);
        const char32_t code = name.startsWith(u'#') ? numeric(name.sliced(1)) : named(name);
        if (code == 0) {
            write(u'&');
            ++m_at;
            return;
        }
        for (const QChar c : QChar::fromUcs4(code)) {
            write(c);
        }
        m_at = end + (end < m_html.size() && m_html[end] == u';' ? 1 : 0);
    }

    static char32_t named(QStringView name)
    {
        return name.isEmpty() ? 0 : KCharsets::fromEntity(name).unicode();
    }

    static char32_t numeric(QStringView digits)
    {
        const bool isHex = digits.startsWith(u'x', Qt::CaseInsensitive);
        bool ok = false;
        const uint code = isHex ? digits.sliced(1).toUInt(&ok, 16) : digits.toUInt(&ok, 10);
        if (!ok || code > 0x10FFFF || (code >= 0xD800 && code < 0xE000)
            || (code < 0x20 && code != '\n' && code != '\t')) {
            return ok ? 0xFFFD : 0;
        }
        return code;
    }

    QStringView m_html;
    Hidden m_hidden;
    TextWriter m_out;
    qsizetype m_at = 0;
    QString m_hiddenName;
    int m_hiddenDepth = 0;
    QStringList m_endless; ///< raw elements that are never closed
    bool m_commentsEnd = true;
};

} // namespace

QString htmlToText(const QString &html)
{
    HtmlReader reader(html, Hidden::Drop);
    reader.read();
    if (!reader.isStillHidden()) {
        return reader.take();
    }
    // Something hidden was never closed: better to show a preheader too much than to lose the letter.
    HtmlReader lenient(html, Hidden::Keep);
    lenient.read();
    return lenient.take();
}

} // namespace aside
