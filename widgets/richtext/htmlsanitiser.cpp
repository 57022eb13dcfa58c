// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/richtext/htmlsanitiser.h"

#include "widgets/richtext/htmlrules.h"
#include "widgets/richtext/htmlwriter.h"
#include "widgets/richtext/safelink.h"

#include <QSet>

#include <libxml/HTMLparser.h>

#include <algorithm>
#include <memory>
#include <vector>

namespace aside {

namespace {

using namespace Qt::StringLiterals;

constexpr qsizetype longestDescription = 200;

/// Characters that a parser in C would stumble over.
QByteArray source(const QString &html)
{
    QString clean = html;
    clean.removeIf([](QChar c) { return c.unicode() < 0x20 && c != u'\n' && c != u'\t' && c != u'\r'; });
    // One element around all: libxml2 stops reading where its first one ends.
    return "<aside-letter>" + clean.toUtf8();
}

QString fromXml(const xmlChar *text)
{
    // The type of libxml2 for UTF-8.
    return text == nullptr ? QString() : QString::fromUtf8(reinterpret_cast<const char *>(text));
}

SafeHtml failed(PlainReason reason)
{
    SafeHtml nothing;
    nothing.reason = reason;
    return nothing;
}

/// An open element of the source.
struct Frame {
    ElementRole role = ElementRole::Unknown;
    RunStyle outer; ///< as it was before
    ParagraphKind kind = ParagraphKind::Line; ///< of text right in it
    bool isHistory = false;
    bool isOpened = false; ///< a container was written for it
};

/// Hears what libxml2 reads and writes what is allowed of it.
class Sanitiser
{
public:
    explicit Sanitiser(RemotePlaces places)
        : m_places(places)
    {
    }

    void start(const QString &name, const Attributes &attributes);
    void end();
    void characters(QStringView text);
    [[nodiscard]] bool isOver() const { return m_reason != PlainReason::None; }
    [[nodiscard]] SafeHtml take();

private:
    void openBlock(Frame &frame);
    [[nodiscard]] bool mayOpen(Container container) const;
    [[nodiscard]] bool isInside(bool (*isWanted)(Container)) const;
    [[nodiscard]] int &depthOf(Container container);
    void applyStyle(ElementRole role, const Attributes &attributes);
    void picture(const Attributes &attributes);
    void remotePicture(const QString &address, const Attributes &attributes, const QString &description);
    void closeContainer(const Frame &frame);
    void checkLimits();

    RemotePlaces m_places;
    HtmlWriter m_writer;
    std::vector<Frame> m_frames;
    RunStyle m_style;
    int m_hiddenDepth = 0;
    int m_tables = 0;
    int m_lists = 0;
    int m_quotes = 0;
    PlainReason m_reason = PlainReason::None;
    RemoteCollector m_remote;
    QStringList m_pictures;
};

void Sanitiser::start(const QString &name, const Attributes &attributes)
{
    Frame frame{.role = elementRole(name), .outer = m_style};
    frame.kind = m_frames.empty() ? ParagraphKind::Line : m_frames.back().kind;
    if (m_frames.size() >= HtmlLimits::depth) {
        m_reason = PlainReason::TooDeep;
        return;
    }
    if (m_hiddenDepth > 0 || frame.role == ElementRole::Dropped || isHidden(attributes)) {
        ++m_hiddenDepth;
        m_frames.push_back(frame);
        return;
    }
    frame.isHistory = isHistory(attributes) || (frame.role == ElementRole::Quote && m_quotes == 0);
    if (frame.isHistory) {
        m_writer.beginHistory();
    }
    openBlock(frame);
    applyStyle(frame.role, attributes);
    m_frames.push_back(frame);
    if (frame.role == ElementRole::Picture) {
        picture(attributes);
    } else if (frame.role == ElementRole::Break) {
        m_writer.lineBreak();
    } else if (frame.role == ElementRole::Rule) {
        m_writer.rule();
    }
    checkLimits();
}

bool Sanitiser::mayOpen(Container container) const
{
    switch (container) {
    case Container::Quote:
        return m_quotes < HtmlLimits::nestedQuotes;
    case Container::BulletList:
    case Container::NumberList:
        return m_lists < HtmlLimits::nestedLists;
    case Container::Table:
        return m_tables < HtmlLimits::nestedTables;
    case Container::Item:
        return isInside(&isList);
    case Container::Row:
    case Container::Cell:
    case Container::HeadCell:
        return isInside([](Container one) { return one == Container::Table; });
    }
    Q_UNREACHABLE_RETURN(false);
}

/// The nearest list or table around was written, and nothing lies between that a part of it would cut.
bool Sanitiser::isInside(bool (*isWanted)(Container)) const
{
    for (auto frame = m_frames.rbegin(); frame != m_frames.rend(); ++frame) {
        const std::optional<Container> container = containerOf(frame->role);
        if (container && isWhole(*container)) {
            return isWanted(*container) && frame->isOpened;
        }
    }
    return false;
}

int &Sanitiser::depthOf(Container container)
{
    if (container == Container::Quote) {
        return m_quotes;
    }
    return isList(container) ? m_lists : m_tables;
}

void Sanitiser::openBlock(Frame &frame)
{
    if (const std::optional<Container> container = containerOf(frame.role)) {
        frame.kind = ParagraphKind::Line;
        frame.isOpened = mayOpen(*container);
        if (!frame.isOpened) {
            return m_writer.endParagraph();
        }
        depthOf(*container) += isWhole(*container) ? 1 : 0;
        return m_writer.open(*container);
    }
    const bool keepsShape = frame.role == ElementRole::Line && frame.kind == ParagraphKind::Preformatted;
    if (const std::optional<ParagraphKind> kind = paragraphOf(frame.role)) {
        frame.kind = keepsShape ? frame.kind : *kind;
        m_writer.endParagraph(frame.kind);
    }
}

void Sanitiser::applyStyle(ElementRole role, const Attributes &attributes)
{
    m_style.isBold = m_style.isBold || role == ElementRole::Bold;
    m_style.isItalic = m_style.isItalic || role == ElementRole::Italic;
    m_style.isUnderlined = m_style.isUnderlined || role == ElementRole::Underlined;
    m_style.isStruck = m_style.isStruck || role == ElementRole::Struck;
    m_style.isMono = m_style.isMono || role == ElementRole::Mono;
    if (role == ElementRole::Raised || role == ElementRole::Lowered) {
        m_style.script = role == ElementRole::Raised ? 1 : -1;
    }
    if (role == ElementRole::Link) {
        const std::optional<SafeLink> link = safeLink(attributes.value(u"href"_s));
        m_style.link = link ? link->address : QString();
    }
    if (const QString css = attributes.value(u"style"_s); !css.isEmpty()) {
        m_style = styled(m_style, css);
    }
}

void Sanitiser::picture(const Attributes &attributes)
{
    const QString address = attributes.value(u"src"_s).trimmed();
    const QString alt = attributes.value(u"alt"_s).simplified().first(
        std::min(attributes.value(u"alt"_s).simplified().size(), longestDescription));
    if (address.startsWith("cid:"_L1, Qt::CaseInsensitive)) {
        const QString id = address.sliced(4);
        const bool isName = !id.isEmpty() && id.size() < 200
            && std::ranges::all_of(
                id,
                [](QChar c) {
                    return c.unicode() > 0x20 && c.unicode() < 0x7f && !"\"<>&\\"_L1.contains(c);
                });
        if (isName) {
            const int width = attributes.value(u"width"_s).toInt();
            m_writer.picture("cid:"_L1 + id, alt, std::clamp(width, 0, HtmlLimits::pictureWidth));
            m_pictures.append(id);
            return;
        }
    }
    remotePicture(address, attributes, alt);
}

void Sanitiser::remotePicture(const QString &address, const Attributes &attributes,
                              const QString &description)
{
    const std::optional<RemotePicture> remote = m_remote.add(address, attributes, description);
    if (remote && m_places == RemotePlaces::Kept && m_writer.pictures() < HtmlLimits::pictures) {
        m_writer.picture(remote->reference, description,
                         std::min(remote->size.width(), HtmlLimits::pictureWidth));
    } else {
        m_writer.text(description, m_style); // what its author says is to be seen
    }
}

void Sanitiser::end()
{
    if (m_frames.empty()) {
        return;
    }
    const Frame frame = m_frames.back();
    m_frames.pop_back();
    if (m_hiddenDepth > 0) {
        --m_hiddenDepth;
        return;
    }
    closeContainer(frame);
    const ParagraphKind outer = m_frames.empty() ? ParagraphKind::Line : m_frames.back().kind;
    const bool isBlock = frame.role >= ElementRole::Line && frame.role <= ElementRole::HeadCell;
    if (frame.isHistory) {
        m_writer.endHistory();
    }
    if (isBlock || frame.isHistory || frame.role == ElementRole::Rule) {
        m_writer.endParagraph(outer);
    }
    m_style = frame.outer;
}

void Sanitiser::closeContainer(const Frame &frame)
{
    const std::optional<Container> container = containerOf(frame.role);
    if (container && frame.isOpened) {
        depthOf(*container) -= isWhole(*container) ? 1 : 0;
        m_writer.close(*container);
    }
}

void Sanitiser::characters(QStringView text)
{
    if (m_hiddenDepth == 0 && !isOver()) {
        m_writer.text(text, m_style);
        checkLimits();
    }
}

void Sanitiser::checkLimits()
{
    if (m_writer.characters() > HtmlLimits::characters) {
        m_reason = PlainReason::TooLong;
    } else if (m_writer.blocks() > HtmlLimits::blocks || m_writer.cells() > HtmlLimits::cells
               || m_writer.runs() > HtmlLimits::runs || m_writer.pictures() > HtmlLimits::pictures) {
        m_reason = PlainReason::TooManyParts;
    }
}

SafeHtml Sanitiser::take()
{
    if (isOver()) {
        return failed(m_reason);
    }
    SafeHtml result;
    result.html = m_writer.take();
    checkLimits(); // closing writes the last paragraph
    if (isOver() || m_writer.isEmpty()) {
        result = failed(isOver() ? m_reason : PlainReason::Empty);
        result.remote = isOver() ? RemoteContent() : m_remote.content();
        return result;
    }
    if (m_writer.hasHistory()) {
        result.historyFrom = m_writer.historyFrom();
        result.historyTo = m_writer.historyTo();
    }
    result.remote = m_remote.content();
    m_pictures.removeDuplicates();
    result.pictures = m_pictures;
    return result;
}

void startElement(void *user, const xmlChar *name, const xmlChar **pairs)
{
    auto *sanitiser = static_cast<Sanitiser *>(user);
    if (sanitiser->isOver()) {
        return;
    }
    Attributes attributes;
    for (const xmlChar **pair = pairs; pair != nullptr && *pair != nullptr; pair += 2) {
        attributes.insert(fromXml(pair[0]).toLower(), fromXml(pair[1]));
    }
    sanitiser->start(fromXml(name).toLower(), attributes);
}

void endElement(void *user, const xmlChar *)
{
    auto *sanitiser = static_cast<Sanitiser *>(user);
    if (!sanitiser->isOver()) {
        sanitiser->end();
    }
}

void characterData(void *user, const xmlChar *text, int length)
{
    static_cast<Sanitiser *>(user)->characters(
        QString::fromUtf8(reinterpret_cast<const char *>(text), length));
}

} // namespace

QString SafeHtml::withoutHistory() const
{
    return historyFrom < 0 ? html : html.first(historyFrom) + html.sliced(historyTo);
}

SafeHtml sanitise(const QString &html, RemotePlaces places)
{
    if (html.size() > HtmlLimits::source) {
        return failed(PlainReason::TooLong);
    }
    if (isExcessive(html)) {
        return failed(PlainReason::TooManyParts);
    }
    const QByteArray bytes = source(html);
    const std::unique_ptr<htmlParserCtxt, decltype(&htmlFreeParserCtxt)> parser(
        htmlCreatePushParserCtxt(nullptr, nullptr, nullptr, 0, nullptr, XML_CHAR_ENCODING_UTF8),
        &htmlFreeParserCtxt);
    if (!parser) {
        return failed(PlainReason::Empty);
    }
    Sanitiser sanitiser(places);
    *parser->sax = {};
    parser->sax->startElement = &startElement;
    parser->sax->endElement = &endElement;
    parser->sax->characters = &characterData;
    parser->sax->ignorableWhitespace = &characterData;
    parser->userData = &sanitiser;
    htmlCtxtUseOptions(parser.get(),
                       HTML_PARSE_NONET | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_IGNORE_ENC
                           | HTML_PARSE_NOIMPLIED);
    // In pieces, so that a text which is given up is not read to its end.
    constexpr qsizetype piece = 32 * 1'024;
    for (qsizetype at = 0; at < bytes.size() && !sanitiser.isOver(); at += piece) {
        const QByteArrayView part
            = QByteArrayView(bytes).sliced(at).first(std::min(piece, bytes.size() - at));
        htmlParseChunk(parser.get(), part.data(), static_cast<int>(part.size()), 0);
    }
    htmlParseChunk(parser.get(), nullptr, 0, 1);
    return sanitiser.take();
}

} // namespace aside
