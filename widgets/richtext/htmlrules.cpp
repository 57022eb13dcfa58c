// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/richtext/htmlrules.h"

#include "widgets/richtext/htmlsanitiser.h"

#include <QStringList>

#include <algorithm>
#include <array>

namespace aside {

namespace {

using namespace Qt::StringLiterals;

constexpr std::array historyClasses{"gmail_quote"_L1,  "gmail_quote_container"_L1, "gmail_signature"_L1,
                                    "gmail_extra"_L1,  "moz-signature"_L1,         "moz-cite-prefix"_L1,
                                    "yahoo_quoted"_L1, "protonmail_quote"_L1};
constexpr std::array historyIds{"divrplyfwdmsg"_L1, "signature"_L1, "appendonsend"_L1};

QHash<QString, ElementRole> makeRoles()
{
    QHash<QString, ElementRole> roles;
    const auto put = [&roles](ElementRole role, std::initializer_list<QLatin1StringView> names) {
        for (const QLatin1StringView name : names) {
            roles.insert(name, role);
        }
    };
    put(ElementRole::Dropped,
        {"script"_L1, "style"_L1,    "title"_L1,    "template"_L1, "iframe"_L1, "object"_L1, "embed"_L1,
         "applet"_L1, "select"_L1,   "textarea"_L1, "svg"_L1,      "math"_L1,   "video"_L1,  "audio"_L1,
         "canvas"_L1, "noframes"_L1, "frameset"_L1, "datalist"_L1, "xml"_L1,    "option"_L1, "button"_L1});
    put(ElementRole::Line,
        {"div"_L1,      "section"_L1, "article"_L1,    "header"_L1, "footer"_L1, "main"_L1,
         "center"_L1,   "address"_L1, "dl"_L1,         "dt"_L1,     "dd"_L1,     "form"_L1,
         "fieldset"_L1, "figure"_L1,  "figcaption"_L1, "nav"_L1,    "aside"_L1,  "caption"_L1,
         "details"_L1,  "summary"_L1, "legend"_L1,     "body"_L1});
    put(ElementRole::Spaced, {"p"_L1});
    put(ElementRole::Heading, {"h1"_L1, "h2"_L1, "h3"_L1, "h4"_L1, "h5"_L1, "h6"_L1});
    put(ElementRole::Preformatted, {"pre"_L1, "listing"_L1, "xmp"_L1, "plaintext"_L1});
    put(ElementRole::Quote, {"blockquote"_L1});
    put(ElementRole::BulletList, {"ul"_L1, "menu"_L1, "dir"_L1});
    put(ElementRole::NumberList, {"ol"_L1});
    put(ElementRole::Item, {"li"_L1});
    put(ElementRole::Table, {"table"_L1});
    put(ElementRole::Row, {"tr"_L1});
    put(ElementRole::Cell, {"td"_L1});
    put(ElementRole::HeadCell, {"th"_L1});
    put(ElementRole::Bold, {"b"_L1, "strong"_L1});
    put(ElementRole::Italic, {"i"_L1, "em"_L1, "cite"_L1, "dfn"_L1, "var"_L1});
    put(ElementRole::Underlined, {"u"_L1, "ins"_L1});
    put(ElementRole::Struck, {"s"_L1, "strike"_L1, "del"_L1});
    put(ElementRole::Mono, {"tt"_L1, "code"_L1, "kbd"_L1, "samp"_L1});
    put(ElementRole::Raised, {"sup"_L1});
    put(ElementRole::Lowered, {"sub"_L1});
    put(ElementRole::Link, {"a"_L1});
    put(ElementRole::Picture, {"img"_L1, "image"_L1});
    put(ElementRole::Break, {"br"_L1});
    put(ElementRole::Rule, {"hr"_L1});
    return roles;
}

/// Properties with their values, without comments and blanks. What is written with escapes is not read.
QList<std::pair<QString, QString>> declarations(const QString &css)
{
    QList<std::pair<QString, QString>> found;
    constexpr qsizetype longest = 4'000;
    QString plain = css.first(std::min(css.size(), longest)).toLower();
    plain.removeIf([](QChar c) { return c.isSpace(); });
    for (const QString &one : plain.split(u';', Qt::SkipEmptyParts)) {
        const qsizetype colon = one.indexOf(u':');
        if (colon > 0) {
            found.append({one.first(colon), one.sliced(colon + 1).remove("!important"_L1)});
        }
    }
    return found;
}

bool isNothing(const QString &value)
{
    const auto unit = std::ranges::find_if(value, [](QChar c) { return c.isLetter() || c == u'%'; });
    bool isNumber = false;
    const double number = QStringView(value).first(unit - value.begin()).toDouble(&isNumber);
    return isNumber && number < 0.05;
}

bool isBold(const QString &weight)
{
    bool isNumber = false;
    const int number = weight.toInt(&isNumber);
    return weight.startsWith("bold"_L1) || (isNumber && number >= 600);
}

} // namespace

ElementRole elementRole(const QString &name)
{
    static const QHash<QString, ElementRole> roles = makeRoles();
    return roles.value(name, ElementRole::Unknown);
}

RunStyle styled(RunStyle style, const QString &css)
{
    for (const auto &[name, value] : declarations(css)) {
        if (name == "font-weight"_L1) {
            style.isBold = isBold(value);
        } else if (name == "font-style"_L1) {
            style.isItalic = value == "italic"_L1 || value == "oblique"_L1;
        } else if (name == "text-decoration"_L1 || name == "text-decoration-line"_L1) {
            style.isUnderlined = style.isUnderlined || value.contains("underline"_L1);
            style.isStruck = style.isStruck || value.contains("line-through"_L1);
        }
    }
    return style;
}

bool isHidden(const Attributes &attributes)
{
    if (attributes.contains(u"hidden"_s)) {
        return true;
    }
    const QString css = attributes.value(u"style"_s);
    if (css.isEmpty()) {
        return false;
    }
    const auto all = declarations(css);
    return std::ranges::any_of(all, [](const auto &one) {
        const auto &[name, value] = one;
        return (name == "display"_L1 && value == "none"_L1)
            || (name == "visibility"_L1 && (value == "hidden"_L1 || value == "collapse"_L1))
            || (name == "mso-hide"_L1 && value == "all"_L1)
            || ((name == "font-size"_L1 || name == "opacity"_L1 || name == "max-height"_L1)
                && isNothing(value));
    });
}

bool isHistory(const Attributes &attributes)
{
    const QString classes = attributes.value(u"class"_s).toLower();
    const QString id = attributes.value(u"id"_s).toLower();
    const auto isNamed = [&classes](QLatin1StringView name) {
        return QStringView(classes).split(u' ').contains(name);
    };
    return (!classes.isEmpty() && std::ranges::any_of(historyClasses, isNamed))
        || std::ranges::any_of(historyIds, [&id](QLatin1StringView name) { return id == name; });
}

bool isList(Container container)
{
    return container == Container::BulletList || container == Container::NumberList;
}

bool isWhole(Container container)
{
    return container == Container::Quote || container == Container::Table || isList(container);
}

std::optional<Container> containerOf(ElementRole role)
{
    static const QHash<ElementRole, Container> containers{{ElementRole::Quote, Container::Quote},
                                                          {ElementRole::BulletList, Container::BulletList},
                                                          {ElementRole::NumberList, Container::NumberList},
                                                          {ElementRole::Item, Container::Item},
                                                          {ElementRole::Table, Container::Table},
                                                          {ElementRole::Row, Container::Row},
                                                          {ElementRole::Cell, Container::Cell},
                                                          {ElementRole::HeadCell, Container::HeadCell}};
    const auto found = containers.constFind(role);
    return found == containers.constEnd() ? std::nullopt : std::optional(*found);
}

std::optional<ParagraphKind> paragraphOf(ElementRole role)
{
    static const QHash<ElementRole, ParagraphKind> kinds{
        {ElementRole::Line, ParagraphKind::Line},
        {ElementRole::Spaced, ParagraphKind::Spaced},
        {ElementRole::Heading, ParagraphKind::Heading},
        {ElementRole::Preformatted, ParagraphKind::Preformatted}};
    const auto found = kinds.constFind(role);
    return found == kinds.constEnd() ? std::nullopt : std::optional(*found);
}

bool isExcessive(QStringView html)
{
    if (html.count(u'<') > HtmlLimits::marks || html.count(u'&') > HtmlLimits::marks) {
        return true;
    }
    bool isInTag = false;
    QChar quote;
    int words = 0;
    for (qsizetype i = 0; i < html.size(); ++i) {
        const QChar c = html.at(i);
        if (!isInTag) {
            isInTag = c == u'<';
            words = 0;
            quote = {};
        } else if (!quote.isNull()) {
            quote = c == quote ? QChar() : quote;
        } else if (c == u'>') {
            isInTag = false;
        } else if ((c == u'"' || c == u'\'') && html.at(i - 1) == u'=') {
            quote = c;
        }
        words += isInTag && (c.isSpace() || c == u'=' || c == u'/' || c == u'"' || c == u'\'') ? 1 : 0;
        if (words > HtmlLimits::words) {
            return true;
        }
    }
    return false;
}

} // namespace aside
