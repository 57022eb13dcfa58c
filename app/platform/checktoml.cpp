// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/platform/checktoml.h"

#include "models/check/rulenames.h"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace aside {

using namespace Qt::StringLiterals;
using namespace std::string_view_literals;

namespace {

constexpr auto off = "off"_L1;
constexpr int64_t mostApproaches = 1000;

QString fromView(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

bool isRegion(const QString &name)
{
    return name.size() == 2
        && std::ranges::all_of(name, [](QChar letter) { return letter >= u'A' && letter <= u'Z'; });
}

/// "rule", "rule@vk", "rule@public" or "rule@vk/public".
bool isLevelKey(const QString &key)
{
    const auto isAudience = [](QStringView name) {
        return name == audienceName(Audience::Public) || name == audienceName(Audience::Private);
    };
    const auto at = key.indexOf(u'@');
    if (at < 0) {
        return !key.isEmpty();
    }
    const auto place = QStringView(key).sliced(at + 1);
    const auto slash = place.indexOf(u'/');
    return at > 0
        && (slash < 0 ? isAudience(place) || channelFromName(place)
                      : channelFromName(place.first(slash)) && isAudience(place.sliced(slash + 1)));
}

/// Reads values one after another and remembers the first that makes no sense.
class Reader
{
public:
    explicit Reader(const toml::table &file)
        : m_file(file)
    {
    }

    /// The table of this name; null where there is none.
    const toml::table *table(const toml::table &from, std::string_view name)
    {
        const auto *node = from.get(name);
        if (node && !node->is_table()) {
            refuse(*node, name);
        }
        return node ? node->as_table() : nullptr;
    }

    /// Leaves `value` alone where the table says nothing.
    template <typename Value>
    void read(const toml::table &from, std::string_view key, Value &value)
    {
        const auto *node = from.get(key);
        if (!node) {
            return;
        }
        if (const auto known = node->value_exact<Value>()) {
            value = *known;
        } else {
            refuse(*node, key);
        }
    }

    void read(const toml::table &from, std::string_view key, QString &value)
    {
        auto text = value.toStdString();
        read(from, key, text);
        value = QString::fromStdString(text).trimmed();
    }

    void read(const toml::table &from, std::string_view key, QStringList &values)
    {
        const auto *node = from.get(key);
        const auto *list = node ? node->as_array() : nullptr;
        if (!node) {
            return;
        }
        if (!list) {
            refuse(*node, key);
            return;
        }
        values.clear();
        for (const auto &entry : *list) {
            const auto text = entry.value_exact<std::string_view>();
            text ? values.append(fromView(*text).trimmed()) : refuse(entry, key);
        }
    }

    CheckProfile read()
    {
        CheckProfile profile;
        readCompany(profile.account);
        if (const auto *person = table(m_file, "operator"sv)) {
            read(*person, "name"sv, profile.operatorName);
            read(*person, "mark"sv, profile.operatorMark);
        }
        readAccounts(profile);
        if (const auto *team = table(m_file, "team"sv)) {
            read(*team, "folder"sv, profile.teamFolder);
        }
        readBounds(profile.settings);
        readLevels(profile);
        return profile;
    }

    [[nodiscard]] const std::optional<Error> &wrong() const { return m_wrong; }

private:
    void readCompany(AccountFacts &account)
    {
        const auto *company = table(m_file, "company"sv);
        if (!company) {
            return;
        }
        read(*company, "name"sv, account.name);
        read(*company, "names"sv, account.companyNames);
        read(*company, "hosts"sv, account.hosts);
        read(*company, "region"sv, account.region);
        if (!isRegion(account.region)) {
            refuse(*company->get("region"sv), "region"sv);
        }
    }

    void readAccounts(CheckProfile &profile)
    {
        const auto *accounts = table(m_file, "accounts"sv);
        if (!accounts) {
            return;
        }
        for (const auto &[key, node] : *accounts) {
            const auto channel = channelFromName(fromView(key.str()));
            const auto *account = node.as_table();
            if (!channel || !account) {
                refuse(node, key.str());
                continue;
            }
            readAccount(*account, *channel, profile);
        }
    }

    void readAccount(const toml::table &account, Channel channel, CheckProfile &profile)
    {
        QString name;
        QString writeTo;
        bool isOfficial = true;
        bool wantsMark = false;
        read(account, "name"sv, name);
        read(account, "write_to"sv, writeTo);
        read(account, "official"sv, isOfficial);
        read(account, "helper_mark"sv, wantsMark);
        if (!name.isEmpty()) {
            profile.names.insert(channel, name);
        }
        if (!writeTo.isEmpty()) {
            profile.writeTo.insert(channel, writeTo);
        }
        if (!isOfficial) {
            profile.unofficial.insert(channel);
        }
        if (wantsMark) {
            profile.marked.insert(channel);
        }
    }

    void readBounds(CheckSettings &settings)
    {
        const auto *check = table(m_file, "check"sv);
        if (!check) {
            return;
        }
        int64_t approaches = settings.mostApproaches;
        read(*check, "approaches"sv, approaches);
        if (const auto *node = check->get("substance"sv)) {
            const auto share = node->is_number() ? node->value<double>() : std::nullopt;
            settings.leastSubstance = share.value_or(-1);
            // Written so that "nan" is refused as well.
            if (!(settings.leastSubstance >= 0 && settings.leastSubstance <= 1)) {
                refuse(*node, "substance"sv);
            }
        }
        if (approaches < 0 || approaches > mostApproaches) {
            refuse(*check->get("approaches"sv), "approaches"sv);
        }
        settings.mostApproaches = static_cast<int>(approaches);
    }

    void readLevels(CheckProfile &profile)
    {
        const auto *levels = table(m_file, "levels"sv);
        if (!levels) {
            return;
        }
        for (const auto &[key, node] : *levels) {
            const auto name = fromView(key.str());
            const auto word = fromView(node.value_exact<std::string_view>().value_or(""sv));
            const auto severity = severityFromName(word);
            if (!isLevelKey(name) || (!severity && word != off)) {
                refuse(node, key.str());
            }
            profile.settings.levels.insert(name, severity);
            if (const auto id = name.section(u'@', 0, 0); !isRule(id)) {
                profile.unknownRules.append({.id = id,
                                             .line = static_cast<int>(key.source().begin.line),
                                             .nearest = nearestRule(id)});
            }
        }
    }

    void refuse(const toml::node &node, std::string_view key)
    {
        if (!m_wrong) {
            m_wrong = Error{
                .code = Errc::BadSettings,
                .detail = u"line %1: %2 makes no sense"_s.arg(node.source().begin.line).arg(fromView(key)),
                .retryAfter = {}};
        }
    }

    const toml::table &m_file;
    std::optional<Error> m_wrong;
};

toml::table &tableOf(toml::table &file, std::string_view name)
{
    if (!file[name].is_table()) {
        file.insert_or_assign(name, toml::table{});
    }
    return *file[name].as_table();
}

toml::array arrayOf(const QStringList &values)
{
    toml::array list;
    for (const auto &value : values) {
        list.push_back(value.toStdString());
    }
    return list;
}

void putAccounts(toml::table &accounts, const CheckProfile &profile)
{
    auto channels = profile.unofficial + profile.marked;
    for (const auto &named : {profile.names.keys(), profile.writeTo.keys()}) {
        channels.unite({named.cbegin(), named.cend()});
    }
    for (auto &[key, node] : accounts) { // what an account no longer says
        if (const auto channel = channelFromName(fromView(key.str()))) {
            channels.insert(*channel);
        }
    }
    for (const auto channel : std::as_const(channels)) {
        const QString name(channelName(channel));
        auto &account = tableOf(accounts, name.toStdString());
        account.insert_or_assign("name", profile.names.value(channel).toStdString());
        account.erase("write_to");
        if (const auto writeTo = profile.writeTo.value(channel); !writeTo.isEmpty()) {
            account.insert_or_assign("write_to", writeTo.toStdString());
        }
        account.insert_or_assign("official", !profile.unofficial.contains(channel));
        account.insert_or_assign("helper_mark", profile.marked.contains(channel));
    }
}

} // namespace

Result<CheckProfile> checkProfileFrom(const toml::table &file)
{
    Reader reader(file);
    auto profile = reader.read();
    if (reader.wrong()) {
        return std::unexpected(*reader.wrong());
    }
    return profile;
}

void putCheckProfile(toml::table &file, const CheckProfile &profile)
{
    auto &company = tableOf(file, "company");
    company.insert_or_assign("name", profile.account.name.toStdString());
    company.insert_or_assign("names", arrayOf(profile.account.companyNames));
    company.insert_or_assign("hosts", arrayOf(profile.account.hosts));
    company.insert_or_assign("region", profile.account.region.toStdString());
    auto &person = tableOf(file, "operator");
    person.insert_or_assign("name", profile.operatorName.toStdString());
    person.insert_or_assign("mark", profile.operatorMark.toStdString());
    putAccounts(tableOf(file, "accounts"), profile);
    tableOf(file, "team").insert_or_assign("folder", profile.teamFolder.toStdString());
    auto &check = tableOf(file, "check");
    check.insert_or_assign("substance", profile.settings.leastSubstance);
    check.insert_or_assign("approaches", int64_t{profile.settings.mostApproaches});
    toml::table levels;
    for (const auto &[key, severity] : profile.settings.levels.asKeyValueRange()) {
        const auto name = severity ? severityName(*severity) : off;
        levels.insert_or_assign(key.toStdString(), QString(name).toStdString());
    }
    file.insert_or_assign("levels", std::move(levels));
}

} // namespace aside
