// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/templates/templatehead.h"

#include <QDir>

#include <algorithm>
#include <array>
#include <functional>
#include <string>
#include <string_view>
#include <toml++/toml.hpp>
#include <utility>

namespace aside {

namespace {

using namespace std::string_view_literals;

QString words(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size())).trimmed();
}

/// A folder's file, or a way out of it.
bool staysInside(const QString &path)
{
    const auto clean = QDir::cleanPath(path);
    return !path.isEmpty() && !QDir::isAbsolutePath(path) && clean != u".." && !clean.startsWith(u"../")
        && !clean.contains(u'\\') && !clean.contains(u':');
}

/// Reads the keys one after another and keeps the first fault; what follows it is not read.
class HeadReader
{
public:
    HeadReader(const QString &id, int firstLine)
        : m_file(templatePath(id))
        , m_firstLine(firstLine)
    {
        m_read.id = id;
    }

    std::expected<Template, TemplateProblem> read(const toml::table &head)
    {
        for (const auto &[key, node] : head) {
            if (!readKey(key.str(), node)) {
                break;
            }
        }
        if (!m_fault && m_read.title.isEmpty()) {
            m_fault
                = TemplateProblem{.file = m_file, .line = 1, .column = 1, .fault = TemplateFault::NoTitle};
        }
        if (m_fault) {
            return std::unexpected(*m_fault);
        }
        return m_read;
    }

    [[nodiscard]] TemplateProblem at(const toml::source_region &place, TemplateFault fault,
                                     QString detail) const
    {
        return {.file = m_file,
                .line = static_cast<int>(place.begin.line) + m_firstLine - 1,
                .column = static_cast<int>(place.begin.column),
                .fault = fault,
                .detail = std::move(detail)};
    }

private:
    using Key = std::pair<std::string_view, bool (HeadReader::*)(const toml::node &)>;

    bool readKey(std::string_view key, const toml::node &node)
    {
        static constexpr std::array keys{
            Key{"audience"sv, &HeadReader::readAudience}, Key{"channels"sv, &HeadReader::readChannels},
            Key{"feeling"sv, &HeadReader::readFeeling},   Key{"fields"sv, &HeadReader::readFields},
            Key{"files"sv, &HeadReader::readFiles},       Key{"how"sv, &HeadReader::readHow},
            Key{"keys"sv, &HeadReader::readKeys},         Key{"language"sv, &HeadReader::readLanguage},
            Key{"reasons"sv, &HeadReader::readReasons},   Key{"title"sv, &HeadReader::readTitle},
            Key{"why"sv, &HeadReader::readWhy},
        };
        m_key = words(key);
        const auto *known = std::ranges::find(keys, key, &Key::first);
        if (known == keys.end()) {
            m_read.warnings.append(at(node.source(), TemplateFault::UnknownKey, m_key));
            return true;
        }
        return std::invoke(known->second, this, node);
    }

    bool readTitle(const toml::node &node) { return text(node, m_read.title); }
    bool readLanguage(const toml::node &node) { return text(node, m_read.language); }
    bool readWhy(const toml::node &node) { return text(node, m_read.why); }
    bool readFeeling(const toml::node &node) { return text(node, m_read.feeling); }
    bool readHow(const toml::node &node) { return text(node, m_read.how); }
    bool readKeys(const toml::node &node) { return texts(node, m_read.keys); }

    bool readAudience(const toml::node &node)
    {
        QString name;
        if (!text(node, name)) {
            return false;
        }
        if (name == audienceName(Audience::Public)) {
            m_read.audience = Audience::Public;
        } else if (name == audienceName(Audience::Private)) {
            m_read.audience = Audience::Private;
        } else if (name != u"any") {
            return refuse(node, TemplateFault::UnknownAudience, name);
        }
        return true;
    }

    bool readChannels(const toml::node &node)
    {
        QStringList names;
        if (!texts(node, names)) {
            return false;
        }
        for (const auto &name : std::as_const(names)) {
            const auto channel = channelFromName(name);
            if (!channel) {
                return refuse(node, TemplateFault::UnknownChannel, name);
            }
            m_read.channels.append(*channel);
        }
        return true;
    }

    bool readReasons(const toml::node &node)
    {
        const auto *table = node.as_table();
        if (!table) {
            return refuse(node, TemplateFault::WrongType, m_key);
        }
        return std::ranges::all_of(*table, [this](const auto &entry) {
            QString reason;
            const bool isText = text(entry.second, reason);
            m_read.reasons.insert(words(entry.first.str()), reason);
            return isText;
        });
    }

    bool readFields(const toml::node &node)
    {
        const auto *table = node.as_table();
        if (!table) {
            return refuse(node, TemplateFault::WrongType, m_key);
        }
        for (const auto &[name, field] : *table) {
            if (!readField(words(name.str()), field)) {
                return false;
            }
        }
        std::ranges::sort(m_places);
        for (const auto &[line, index] : std::as_const(m_places)) {
            m_read.fields.append(m_fields.at(index));
        }
        return true;
    }

    bool readField(const QString &name, const toml::node &node)
    {
        const auto *table = node.as_table();
        if (!table) {
            return refuse(node, TemplateFault::WrongType, name);
        }
        TemplateField field{.name = name, .label = name};
        QString type = QStringLiteral("text");
        bool isRight = true;
        const auto take = [&](std::string_view key, auto &&read) {
            if (const auto *value = table->get(key); value && isRight) {
                m_key = name + u'.' + words(key);
                isRight = read(*value);
            }
        };
        take("label"sv, [&](const toml::node &value) { return text(value, field.label); });
        take("type"sv, [&](const toml::node &value) { return text(value, type); });
        take("value"sv, [&](const toml::node &value) { return text(value, field.value); });
        take("choices"sv, [&](const toml::node &value) { return texts(value, field.choices); });
        take("required"sv, [&](const toml::node &value) { return flag(value, field.isRequired); });
        if (!isRight || !setType(node, field, type)) {
            return false;
        }
        m_places.append({node.source().begin.line, m_fields.size()});
        m_fields.append(field);
        return true;
    }

    bool setType(const toml::node &node, TemplateField &field, const QString &type)
    {
        static constexpr std::array types{
            std::pair{u"text"sv, FieldType::Text}, std::pair{u"date"sv, FieldType::Date},
            std::pair{u"choice"sv, FieldType::Choice}, std::pair{u"number"sv, FieldType::Number}};
        const auto *found
            = std::ranges::find_if(types, [&](const auto &known) { return type == known.first; });
        if (found == types.end()) {
            return refuse(node, TemplateFault::UnknownFieldType, type);
        }
        field.type = found->second;
        return field.type != FieldType::Choice || !field.choices.isEmpty()
            || refuse(node, TemplateFault::NoChoices, field.name);
    }

    bool readFiles(const toml::node &node)
    {
        const auto *list = node.as_array();
        if (!list) {
            return refuse(node, TemplateFault::WrongType, m_key);
        }
        return std::ranges::all_of(*list, [this](const toml::node &entry) { return readFile(entry); });
    }

    bool readFile(const toml::node &node)
    {
        TemplateAttachment file;
        if (const auto *table = node.as_table()) {
            const auto *path = table->get("path"sv);
            const auto *alt = table->get("alt"sv);
            if (!path || !text(*path, file.path) || (alt && !text(*alt, file.alt))) {
                return refuse(node, TemplateFault::WrongType, m_key);
            }
        } else if (!text(node, file.path)) {
            return false;
        }
        if (!staysInside(file.path)) {
            return refuse(node, TemplateFault::OutsideFolder, file.path);
        }
        m_read.files.append(file);
        return true;
    }

    bool text(const toml::node &node, QString &value)
    {
        const auto read = node.value_exact<std::string_view>();
        if (read) {
            value = words(*read);
        }
        return read || refuse(node, TemplateFault::WrongType, m_key);
    }

    bool texts(const toml::node &node, QStringList &values)
    {
        const auto *list = node.as_array();
        if (!list) {
            return refuse(node, TemplateFault::WrongType, m_key);
        }
        return std::ranges::all_of(*list, [&](const toml::node &entry) {
            QString value;
            const bool isText = text(entry, value);
            values.append(value);
            return isText;
        });
    }

    bool flag(const toml::node &node, bool &value)
    {
        const auto read = node.value_exact<bool>();
        value = read.value_or(false);
        return read || refuse(node, TemplateFault::WrongType, m_key);
    }

    bool refuse(const toml::node &node, TemplateFault fault, const QString &detail)
    {
        if (!m_fault) {
            m_fault = at(node.source(), fault, detail);
        }
        return false;
    }

    QString m_file;
    int m_firstLine = 0;
    QString m_key;
    Template m_read;
    QList<TemplateField> m_fields;
    QList<std::pair<quint32, qsizetype>> m_places; ///< line and index: TOML tables come by name
    std::optional<TemplateProblem> m_fault;
};

} // namespace

std::expected<Template, TemplateProblem> readTemplateHead(const QString &id, QStringView head, int firstLine)
{
    HeadReader reader(id, firstLine);
    try {
        return reader.read(toml::parse(head.toUtf8().toStdString()));
    } catch (const toml::parse_error &error) {
        return std::unexpected(reader.at(error.source(), TemplateFault::BadToml, words(error.description())));
    }
}

} // namespace aside
