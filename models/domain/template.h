// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/channel.h"
#include "models/domain/finding.h"

#include <QHash>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace aside {

/// What encloses a place that is still to be filled in. No keyboard writes them by accident, and a text that
/// has one is not sent.
inline constexpr QChar gapOpen = u'\u27E8';
inline constexpr QChar gapClose = u'\u27E9';

/// Whose a template is. The folder decides.
enum class TemplateScope : quint8 { Mine, Team };

/// What is filled into a field.
enum class FieldType : quint8 { Text, Date, Choice, Number };

/// A place the operator fills in when he uses the template.
struct TemplateField {
    QString name; ///< as the body writes it, `{{ date }}`
    QString label;
    FieldType type = FieldType::Text;
    bool isRequired = false;
    QStringList choices{};
    QString value{}; ///< what stands there at first

    bool operator==(const TemplateField &) const = default;
};

/// A file that goes with the reply.
struct TemplateAttachment {
    QString path; ///< below the template's folder, never above it
    QString alt{}; ///< what a picture shows

    bool operator==(const TemplateAttachment &) const = default;
};

/// What is wrong with a template file.
enum class TemplateFault : quint8 {
    Unreadable,
    TooLarge,
    NotUtf8,
    NoFrontMatter, ///< it does not begin with +++
    OpenFrontMatter, ///< the second +++ is missing
    BadToml, ///< `detail`: what the parser says
    NoTitle,
    WrongType, ///< `detail`: the key
    UnknownKey,
    UnknownChannel,
    UnknownAudience,
    UnknownFieldType,
    NoChoices, ///< a choice with nothing to choose from
    OutsideFolder, ///< a file above the template's folder
    MissingFile,
    UnknownVariable,
    UnknownTag,
    UnknownFilter,
    OpenTag, ///< "{{" or "{%" without its end on the line
    OpenBlock, ///< {% if %} without {% endif %}
    StrayTag, ///< {% endif %} without {% if %}
    BadInclude, ///< not one quoted name
    MissingInclude,
    IncludeLoop,
    TooDeep,
    TooLong, ///< what it makes is over the limit
    Render, ///< `detail`: what the renderer says
};

/// One fault and where it stands.
struct TemplateProblem {
    QString file; ///< path below the folder of templates
    int line = 0; ///< from 1; 0: the file as a whole
    int column = 0; ///< from 1
    TemplateFault fault = TemplateFault::Unreadable;
    QString detail{}; ///< the name or the words it is about
    TextRange range{}; ///< in the text of the file
    TemplateScope scope = TemplateScope::Mine; ///< whose folder the file is in

    /// What only warns leaves the template usable.
    [[nodiscard]] bool isWarning() const
    {
        return fault == TemplateFault::UnknownKey || fault == TemplateFault::UnknownVariable
            || fault == TemplateFault::MissingFile;
    }
    bool operator==(const TemplateProblem &) const = default;
};

/// A reusable reply, kept as a plain file.
struct Template {
    QString id; ///< path below its folder, without ".md": "delivery/late"
    TemplateScope scope = TemplateScope::Mine;
    QString title{};
    QString language{}; ///< "ru", "en"; empty: any
    QStringList keys{};
    QList<Channel> channels{}; ///< none: any
    std::optional<Audience> audience{}; ///< none: any
    QString why{}; ///< why we do it
    QString feeling{}; ///< what the customer should feel
    QString how{}; ///< how it is done
    QHash<QString, QString> reasons{}; ///< rule → standing answer to "why am I adding this?"
    QList<TemplateField> fields{};
    QList<TemplateAttachment> files{};
    QString body{};
    int bodyLine = 1; ///< the line of the file that the body begins on
    qsizetype bodyStart = 0; ///< where the body begins in the text of the file
    QList<TemplateProblem> warnings{};

    [[nodiscard]] bool fits(Channel channel, Audience reader) const
    {
        return (channels.isEmpty() || channels.contains(channel)) && (!audience || *audience == reader);
    }
    bool operator==(const Template &) const = default;
};

} // namespace aside
