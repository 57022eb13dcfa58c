// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/richtext/remotepicture.h"

#include "widgets/richtext/htmlsanitiser.h"
#include "widgets/richtext/safelink.h"

#include <QRegularExpression>

#include <algorithm>

namespace aside {

namespace {

using namespace Qt::StringLiterals;

constexpr qsizetype mostHosts = 20;
constexpr int largest = 10'000;

/// Points, from the attribute or the style; nothing where it is not said or is a share of something.
std::optional<int> extent(const QHash<QString, QString> &attributes, const QString &name)
{
    static const QRegularExpression number(u"^\\s*([0-9]{1,6})(?:\\.[0-9]+)?\\s*(?:px)?\\s*$"_s,
                                           QRegularExpression::CaseInsensitiveOption);
    QStringList written{attributes.value(name)};
    for (const QString &rule : attributes.value(u"style"_s).split(u';')) {
        if (rule.section(u':', 0, 0).trimmed().compare(name, Qt::CaseInsensitive) == 0) {
            written.append(rule.section(u':', 1).section(u'!', 0, 0));
        }
    }
    std::optional<int> least;
    for (const QString &each : std::as_const(written)) {
        if (const QRegularExpressionMatch match = number.match(each); match.hasMatch()) {
            const int value = std::min(match.captured(1).toInt(), largest);
            least = least ? std::min(*least, value) : value;
        }
    }
    return least;
}

void addHost(QStringList &hosts, const QString &host)
{
    if (!hosts.contains(host) && hosts.size() < mostHosts) {
        hosts.append(host);
    }
}

} // namespace

std::optional<RemotePicture> RemoteCollector::add(const QString &address,
                                                  const QHash<QString, QString> &attributes,
                                                  const QString &description)
{
    const std::optional<SafeLink> link
        = safeLink(address.startsWith("//"_L1) ? "https:"_L1 + address : address);
    if (!link || link->host.isEmpty()) {
        return std::nullopt;
    }
    const std::optional<int> width = extent(attributes, u"width"_s);
    const std::optional<int> height = extent(attributes, u"height"_s);
    if ((width && *width <= 1) || (height && *height <= 1)) {
        return std::nullopt; // nobody would see it: it is there to be asked for
    }
    if (!link->address.startsWith("https:"_L1)) {
        addHost(m_content.unencryptedHosts, link->host);
        return std::nullopt;
    }
    if (const auto known = m_known.constFind(link->address); known != m_known.cend()) {
        return m_content.pictures.at(*known);
    }
    const qsizetype number = m_content.pictures.size();
    if (number >= HtmlLimits::pictures) {
        return std::nullopt;
    }
    addHost(m_content.hosts, link->host);
    m_known.insert(link->address, number);
    m_content.pictures.append({.address = link->address,
                               .reference = u"remote:"_s + QString::number(number),
                               .description = description,
                               .size = QSize(width.value_or(0), height.value_or(0))});
    return m_content.pictures.constLast();
}

} // namespace aside
