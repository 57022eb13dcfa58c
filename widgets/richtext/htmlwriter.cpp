// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/richtext/htmlwriter.h"

#include "widgets/richtext/htmlrules.h"
#include "widgets/richtext/quotes.h"

#include <algorithm>

namespace aside {

namespace {

using namespace Qt::StringLiterals;

constexpr int longestWord = 1'000;
constexpr int mostMarks = 8;
constexpr int mostBreaks = 2;
constexpr QChar softBreak(0x200b);

QLatin1StringView nameOf(Container container)
{
    switch (container) {
    case Container::Quote:
        return "blockquote"_L1;
    case Container::BulletList:
        return "ul"_L1;
    case Container::NumberList:
        return "ol"_L1;
    case Container::Item:
        return "li"_L1;
    case Container::Table:
        return "table"_L1;
    case Container::Row:
        return "tr"_L1;
    case Container::Cell:
        return "td"_L1;
    case Container::HeadCell:
        return "th"_L1;
    }
    Q_UNREACHABLE_RETURN(QLatin1StringView());
}

/// What Qt has to be told so that quotes do not take half of a bubble.
QLatin1StringView attributesOf(Container container)
{
    if (container == Container::Quote) {
        return " style=\"margin-left:12px; margin-right:0px; margin-top:4px; margin-bottom:4px;\""_L1;
    }
    return container == Container::Table ? " cellspacing=\"0\" cellpadding=\"3\""_L1 : QLatin1StringView();
}

QLatin1StringView nameOf(ParagraphKind kind)
{
    switch (kind) {
    case ParagraphKind::Line:
        return "div"_L1;
    case ParagraphKind::Spaced:
        return "p"_L1;
    case ParagraphKind::Heading:
        return "h4"_L1;
    case ParagraphKind::Preformatted:
        return "pre"_L1;
    }
    Q_UNREACHABLE_RETURN(QLatin1StringView());
}

/// Not to be seen, or turning the words around it.
bool isDropped(char16_t c)
{
    return (c < 0x20 && c != u'\n' && c != u'\t') || (c >= 0x7f && c <= 0x9f) || (c >= 0x202a && c <= 0x202e)
        || (c >= 0x2060 && c <= 0x206f) || c == 0xfeff || c == 0x00ad || c == 0xfffc || c == 0x034f
        || (c >= 0xfdd0 && c <= 0xfdef) || c >= 0xfffe;
}

void escape(QString &out, QChar c)
{
    switch (c.unicode()) {
    case u'<':
        out += "&lt;"_L1;
        break;
    case u'>':
        out += "&gt;"_L1;
        break;
    case u'&':
        out += "&amp;"_L1;
        break;
    case u'"':
        out += "&quot;"_L1;
        break;
    default:
        out += c;
    }
}

} // namespace

void HtmlWriter::text(QStringView characters, const RunStyle &style)
{
    for (const QChar c : characters) {
        const char16_t u = c.unicode();
        if (isDropped(u)) {
            continue;
        }
        const bool keepsLines = m_kind == ParagraphKind::Preformatted;
        const bool isSpace = c.isSpace() && c != QChar::Nbsp;
        if (keepsLines && u == u'\n') {
            lineBreak();
        } else if (isSpace && !keepsLines) {
            m_space = m_breaks == 0 && (!m_words.isEmpty() || m_hasPicture);
        } else {
            add(isSpace ? u' ' : c, style);
        }
    }
}

void HtmlWriter::add(QChar c, const RunStyle &style)
{
    m_marks = c.isMark() ? m_marks + 1 : 0;
    if (m_marks > mostMarks) {
        return;
    }
    if (m_breaks > 0) {
        switchTo({});
        for (int i = 0; i < std::min(m_breaks, mostBreaks); ++i) {
            m_inner += "<br />"_L1;
        }
        m_breaks = 0;
        m_wordLength = 0;
    }
    if (m_space) {
        if (style != m_style) {
            switchTo({}); // no line under a blank beside a link
        }
        addSpace();
    }
    switchTo(style);
    m_wordLength = c.isSpace() || c == softBreak ? 0 : m_wordLength + 1;
    if (m_wordLength > longestWord && !c.isLowSurrogate()) {
        m_inner += softBreak;
        m_wordLength = 1;
    }
    escape(m_inner, c);
    m_words += c;
    ++m_characters;
}

void HtmlWriter::addSpace()
{
    m_space = false;
    m_wordLength = 0;
    m_inner += u' ';
    m_words += u' ';
}

void HtmlWriter::switchTo(const RunStyle &style)
{
    if (style == m_style) {
        return;
    }
    m_inner += m_closing;
    m_closing.clear();
    m_style = style;
    ++m_runs;
    const auto tag = [this](bool isWanted, QLatin1StringView name, const QString &attributes = {}) {
        if (isWanted) {
            m_inner += u'<' + name + attributes + u'>';
            m_closing.prepend("</"_L1 + name + u'>');
        }
    };
    tag(!style.link.isEmpty(), "a"_L1, " href=\""_L1 + style.link.toHtmlEscaped() + u'"');
    tag(style.isBold, "b"_L1);
    tag(style.isItalic, "i"_L1);
    tag(style.isUnderlined, "u"_L1);
    tag(style.isStruck, "s"_L1);
    tag(style.isMono, "tt"_L1);
    tag(style.script != 0, style.script > 0 ? "sup"_L1 : "sub"_L1);
}

void HtmlWriter::lineBreak()
{
    m_space = false;
    m_wordLength = 0;
    ++m_breaks;
}

void HtmlWriter::picture(const QString &source, const QString &description, int width)
{
    switchTo({});
    if (m_breaks > 0) {
        m_inner += "<br />"_L1;
        m_breaks = 0;
    }
    if (m_space) {
        addSpace();
    }
    m_inner
        += "<img src=\""_L1 + source.toHtmlEscaped() + "\" alt=\""_L1 + description.toHtmlEscaped() + u'"';
    if (width > 0) {
        m_inner += " width=\""_L1 + QString::number(width) + u'"';
    }
    m_inner += " style=\"max-width:100%\" />"_L1; // else a narrow bubble cuts it, and the lines around it
    m_hasPicture = true;
    ++m_pictures;
}

void HtmlWriter::rule()
{
    endParagraph();
    putBlock();
    m_out += "<hr />"_L1;
}

void HtmlWriter::endParagraph(ParagraphKind next)
{
    flushParagraph();
    m_kind = next;
}

void HtmlWriter::flushParagraph()
{
    switchTo({});
    const bool isBlank = !m_hasPicture && QStringView(m_words).trimmed().isEmpty();
    const bool hasLine = m_breaks > 0 || !m_words.isEmpty();
    if (!isBlank) {
        m_blanks = 0;
        putBlock();
        const qsizetype from = m_out.size();
        const QLatin1StringView name = nameOf(m_kind);
        m_out += u'<' + name + u'>' + m_inner + "</"_L1 + name + u'>';
        if (m_historyDepth == 0) {
            m_historyFrom = m_historyTo = -1;
        }
        m_last = {.from = from, .to = m_out.size(), .words = m_words};
        m_firstAt = m_firstAt < 0 ? from : m_firstAt;
    } else if (hasLine && m_blanks == 0 && m_last.to >= 0 && holdsText()) {
        ++m_blanks;
        ++m_blocks;
        m_out += u"<div>\u00a0</div>";
    }
    m_inner.clear();
    m_words.clear();
    m_space = m_hasPicture = false;
    m_breaks = m_wordLength = m_marks = 0;
}

void HtmlWriter::putBlock()
{
    makeRoom();
    ++m_blocks;
}

bool HtmlWriter::holdsText() const
{
    return m_open.empty()
        || (!isList(m_open.back()) && m_open.back() != Container::Table && m_open.back() != Container::Row);
}

/// A table and a list hold text only through what they consist of.
void HtmlWriter::makeRoom()
{
    if (m_open.empty()) {
        return;
    }
    if (isList(m_open.back())) {
        openNow(Container::Item);
    } else if (m_open.back() == Container::Table) {
        openNow(Container::Row);
        openNow(Container::Cell);
    } else if (m_open.back() == Container::Row) {
        openNow(Container::Cell);
    }
}

void HtmlWriter::openNow(Container container)
{
    m_open.push_back(container);
    m_out += u'<' + nameOf(container) + attributesOf(container) + u'>';
    m_blanks = 1; // none at the beginning
    const bool isCell = container == Container::Cell || container == Container::HeadCell;
    m_cells += isCell ? 1 : 0;
}

void HtmlWriter::open(Container container)
{
    endParagraph();
    const auto closeUntil = [this](auto isHome) {
        while (!m_open.empty() && !isHome(m_open.back())) {
            closeTop();
        }
    };
    if (container == Container::Item) {
        closeUntil(isList);
    } else if (container == Container::Row) {
        closeUntil([](Container one) { return one == Container::Table; });
    } else if (container == Container::Cell || container == Container::HeadCell) {
        closeUntil([](Container one) { return one == Container::Row || one == Container::Table; });
        if (!m_open.empty() && m_open.back() == Container::Table) {
            openNow(Container::Row);
        }
    } else {
        makeRoom();
    }
    openNow(container);
}

bool HtmlWriter::isIn(Container container) const
{
    return std::ranges::find(m_open, container) != m_open.end();
}

void HtmlWriter::close(Container container)
{
    endParagraph();
    if (!isIn(container)) {
        return;
    }
    while (m_open.back() != container) {
        closeTop();
    }
    closeTop();
}

void HtmlWriter::closeTop()
{
    const Container top = m_open.back();
    m_out += "</"_L1 + nameOf(top) + u'>';
    m_open.pop_back();
    m_blanks = top == Container::Row ? 1 : 0;
}

void HtmlWriter::beginHistory()
{
    endParagraph();
    if (m_historyDepth++ > 0 || m_historyFrom >= 0) {
        return;
    }
    m_historyFrom = m_out.size();
    m_historyLevel = m_open.size();
    if (m_last.to == m_historyFrom && isAttribution(m_last.words)) {
        m_historyFrom = m_last.from;
    }
}

void HtmlWriter::endHistory()
{
    endParagraph();
    m_historyDepth = std::max(0, m_historyDepth - 1);
    if (m_historyDepth > 0) {
        return;
    }
    const bool isBalanced = m_open.size() == m_historyLevel;
    m_historyFrom = isBalanced ? m_historyFrom : -1;
    m_historyTo = isBalanced ? m_out.size() : -1;
}

bool HtmlWriter::hasHistory() const
{
    return m_historyFrom > m_firstAt && m_firstAt >= 0 && m_historyTo > m_historyFrom;
}

QString HtmlWriter::take()
{
    endParagraph();
    while (!m_open.empty()) {
        closeTop();
    }
    return m_out;
}

} // namespace aside
