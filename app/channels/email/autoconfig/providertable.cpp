// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/channels/email/autoconfig/providertable.h"

#include <QFile>

#include <toml++/toml.h>

#include <algorithm>
#include <string_view>

namespace aside::mail {

namespace {

using namespace Qt::StringLiterals;

QString words(const toml::node_view<const toml::node> &node)
{
    const auto view = node.value_or(std::string_view());
    return QString::fromUtf8(view.data(), static_cast<qsizetype>(view.size()));
}

QStringList list(const toml::node_view<const toml::node> &node)
{
    QStringList all;
    if (const auto *array = node.as_array()) {
        for (const auto &item : *array) {
            all.append(words(toml::node_view<const toml::node>(item)));
        }
    }
    return all;
}

std::optional<MailServer> server(const toml::node_view<const toml::node> &node)
{
    const QString security = words(node["security"]);
    const auto port = node["port"].value_or(0);
    MailServer server{.host = hostName(words(node["host"])), .port = static_cast<quint16>(port)};
    server.security = security == "starttls"_L1 ? MailSecurity::StartTls : MailSecurity::Tls;
    const bool isEncrypted = security == "tls"_L1 || security == "starttls"_L1;
    return isEncrypted && port > 0 && port <= 65'535 && !server.host.isEmpty() ? std::optional(server)
                                                                               : std::nullopt;
}

std::optional<MailSignIn> signIn(const QString &name)
{
    if (name == "password"_L1) {
        return MailSignIn::Password;
    }
    if (name == "app-password"_L1) {
        return MailSignIn::AppPassword;
    }
    return name == "oauth"_L1 ? std::optional(MailSignIn::OAuth) : std::nullopt;
}

QMap<QString, QString> hints(const toml::node_view<const toml::node> &node)
{
    QMap<QString, QString> all;
    if (const auto *table = node.as_table()) {
        for (const auto &[language, text] : *table) {
            all.insert(QString::fromUtf8(language.data(), static_cast<qsizetype>(language.length())),
                       words(toml::node_view<const toml::node>(text)));
        }
    }
    return all;
}

std::optional<ProviderTable::Provider> provider(const toml::table &entry)
{
    const auto imap = server(entry["imap"]);
    const auto smtp = server(entry["smtp"]);
    if (!imap || !smtp || words(entry["name"]).isEmpty()) {
        return std::nullopt;
    }
    ProviderTable::Provider all{.id = words(entry["id"]),
                                .domains = list(entry["domains"]),
                                .exchangers = list(entry["mx"]),
                                .setup = {.imap = *imap, .smtp = *smtp, .user = {}}};
    all.setup.origin = SetupOrigin::Table;
    all.setup.provider = words(entry["name"]);
    all.setup.oauth = words(entry["oauth"]);
    all.setup.hints = hints(entry["hint"]);
    all.setup.help = words(entry["help"]);
    all.setup.signIns.clear();
    for (const QString &name : list(entry["sign-in"])) {
        const auto way = signIn(name);
        if (!way) {
            return std::nullopt;
        }
        all.setup.signIns.append(*way);
    }
    return all.setup.signIns.isEmpty() ? std::nullopt : std::optional(all);
}

/// How much of the name the end covers; 0: it is not its end.
qsizetype covered(const QString &name, const QString &end)
{
    return name == end || name.endsWith(u'.' + end) ? end.size() : 0;
}

} // namespace

Result<ProviderTable> ProviderTable::parse(const QByteArray &toml)
{
    try {
        const toml::table file
            = toml::parse(std::string_view(toml.constData(), static_cast<std::size_t>(toml.size())));
        ProviderTable table;
        if (const auto *entries = file["provider"].as_array()) {
            for (const auto &entry : *entries) {
                const auto *fields = entry.as_table();
                const auto known = fields != nullptr ? provider(*fields) : std::nullopt;
                if (!known) {
                    return fail(Errc::BrokenItem, fields != nullptr ? words((*fields)["id"]) : QString());
                }
                table.m_providers.append(*known);
            }
        }
        return table;
    } catch (const toml::parse_error &) {
        return fail(Errc::BrokenItem, u"not TOML"_s);
    }
}

const ProviderTable &ProviderTable::delivered()
{
    static const ProviderTable table = [] {
        QFile file(u":/aside/mail/providers.toml"_s);
        const bool isThere = file.open(QFile::ReadOnly);
        const Result<ProviderTable> read = parse(isThere ? file.readAll() : QByteArray());
        Q_ASSERT_X(isThere && read, "ProviderTable", "our own resource");
        return read.value_or(ProviderTable());
    }();
    return table;
}

std::optional<MailSetup> ProviderTable::ofAddress(const QString &address) const
{
    const QString domain = mailDomain(address);
    const auto found = std::ranges::find_if(
        m_providers, [&](const Provider &provider) { return provider.domains.contains(domain); });
    if (domain.isEmpty() || found == m_providers.cend()) {
        return std::nullopt;
    }
    MailSetup setup = found->setup;
    setup.user = address;
    return setup;
}

std::optional<MailSetup> ProviderTable::ofExchangers(const QStringList &exchangers,
                                                     const QString &address) const
{
    const Provider *best = nullptr;
    qsizetype most = 0;
    for (const QString &exchanger : exchangers) {
        for (const Provider &provider : m_providers) {
            for (const QString &end : provider.exchangers) {
                if (const qsizetype length = covered(exchanger.toLower(), end); length > most) {
                    most = length;
                    best = &provider;
                }
            }
        }
    }
    if (best == nullptr) {
        return std::nullopt;
    }
    MailSetup setup = best->setup;
    setup.origin = SetupOrigin::Exchanger;
    setup.user = address;
    return setup;
}

} // namespace aside::mail
