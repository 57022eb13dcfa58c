// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "widgets/richtext/htmlwriter.h"

#include <QHash>
#include <QString>
#include <QtTypes>

#include <optional>

namespace aside {

/// What an element means to us. All that is not named here is passed through for its text.
enum class ElementRole : quint8 {
    Unknown,
    Dropped, ///< with everything in it
    Line, ///< begins and ends a line
    Spaced,
    Heading,
    Preformatted,
    Quote,
    BulletList,
    NumberList,
    Item,
    Table,
    Row,
    Cell,
    HeadCell,
    Bold,
    Italic,
    Underlined,
    Struck,
    Mono,
    Raised,
    Lowered,
    Link,
    Picture,
    Break,
    Rule,
};

[[nodiscard]] ElementRole elementRole(const QString &name);

using Attributes = QHash<QString, QString>;

/// The styles that are taken from a style attribute: weight, slant, lines through and under. Nothing else.
[[nodiscard]] RunStyle styled(RunStyle style, const QString &css);

/// Meant not to be seen: preheaders, tracking, traps for filters.
[[nodiscard]] bool isHidden(const Attributes &attributes);

/// What mail programs put around the quoted history and the signature.
[[nodiscard]] bool isHistory(const Attributes &attributes);

[[nodiscard]] std::optional<Container> containerOf(ElementRole role);
[[nodiscard]] std::optional<ParagraphKind> paragraphOf(ElementRole role);
[[nodiscard]] bool isList(Container container);
/// Not a part of a list or a table.
[[nodiscard]] bool isWhole(Container container);

/// What libxml2 would need long for: it compares each attribute of a tag with all before it, and each closing
/// tag with all that are open.
[[nodiscard]] bool isExcessive(QStringView html);

} // namespace aside
