// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/templates/proposalfiles.h"

#include "app/templates/templatepaths.h"
#include "models/templates/templatefile.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QRandomGenerator>

#include <algorithm>
#include <array>
#include <functional>
#include <optional>
#include <sstream>
#include <string>
#include <string_view>
#include <toml++/toml.hpp>
#include <utility>

namespace aside {

using namespace Qt::StringLiterals;
using namespace std::string_view_literals;

namespace {

constexpr auto suffix = ".toml"_L1;
constexpr qint64 largestHead = 64 * 1024;

constexpr std::array stateNames{
    std::pair{ProposalState::Open, "open"sv},
    std::pair{ProposalState::Accepted, "accepted"sv},
    std::pair{ProposalState::Returned, "returned"sv},
};

QString words(const toml::table &head, std::string_view key)
{
    const auto text = head[key].value_or(""sv);
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

Result<QByteArray> bytesOf(const QString &path, qint64 most)
{
    QFile file(path);
    if (!file.exists()) {
        return fail(Errc::NotFound, u"the proposal is gone"_s);
    }
    if (!file.open(QIODevice::ReadOnly)) {
        return fail(Errc::NoPermission, file.errorString());
    }
    if (file.size() > most) {
        return fail(Errc::TooLarge, u"the proposal is too large"_s);
    }
    return file.readAll();
}

std::optional<TemplateProposal> proposalFrom(const QByteArray &text)
{
    try {
        const auto head
            = toml::parse(std::string_view(text.constData(), static_cast<std::size_t>(text.size())));
        const auto at = QDateTime::fromString(words(head, "at"sv), Qt::ISODateWithMs);
        const auto state = head["state"].value_or(""sv);
        const auto *known = std::ranges::find(stateNames, state, &decltype(stateNames)::value_type::second);
        if (!at.isValid() || known == stateNames.end() || !isTemplateId(words(head, "template"sv))) {
            return std::nullopt;
        }
        return TemplateProposal{.templateId = words(head, "template"sv),
                                .text = {},
                                .by = words(head, "by"sv),
                                .words = words(head, "words"sv),
                                .at = fromMillis(at.toMSecsSinceEpoch()),
                                .state = known->first,
                                .answer = words(head, "answer"sv)};
    } catch (const toml::parse_error &) {
        return std::nullopt;
    }
}

QByteArray headOf(const TemplateProposal &proposal)
{
    const auto *state
        = std::ranges::find(stateNames, proposal.state, &decltype(stateNames)::value_type::first);
    const auto at = QDateTime::fromMSecsSinceEpoch(toMillis(proposal.at), QTimeZone::UTC);
    const toml::table head{
        {"template", proposal.templateId.toStdString()}, {"by", proposal.by.toStdString()},
        {"words", proposal.words.toStdString()},         {"at", at.toString(Qt::ISODateWithMs).toStdString()},
        {"state", std::string(state->second)},           {"answer", proposal.answer.toStdString()},
    };
    std::ostringstream out;
    out << head << '\n';
    return QByteArray::fromStdString(out.str());
}

Result<QString> fileOf(const QString &folder, const QString &id, const QString &end)
{
    if (!isTemplateId(id) || id.contains(u'/')) {
        return fail(Errc::InvalidInput, u"this is no id of a proposal"_s);
    }
    return pathInside(folder, id + end);
}

} // namespace

QList<TemplateProposal> readProposals(const QString &folder)
{
    QList<TemplateProposal> all;
    for (const auto &name : QDir(folder).entryList({u"*.toml"_s}, QDir::Files)) {
        if (auto read = readProposal(folder, name.chopped(suffix.size()))) {
            all.append(*std::move(read));
        }
    }
    std::ranges::sort(all, std::greater(),
                      [](const TemplateProposal &one) { return std::pair(one.at, one.id); });
    return all;
}

Result<TemplateProposal> readProposal(const QString &folder, const QString &id)
{
    const auto headFile = fileOf(folder, id, QString(suffix));
    const auto textFile = fileOf(folder, id, u".md"_s);
    if (!headFile || !textFile) {
        return std::unexpected((headFile ? textFile : headFile).error());
    }
    const auto head = bytesOf(*headFile, largestHead);
    const auto text = bytesOf(*textFile, largestTemplate);
    if (!head || !text) {
        return std::unexpected((head ? text : head).error());
    }
    auto proposal = proposalFrom(*head);
    if (!proposal) {
        return fail(Errc::BrokenItem, u"the proposal cannot be understood"_s);
    }
    proposal->id = id;
    proposal->text = QString::fromUtf8(*text);
    return *std::move(proposal);
}

Result<void> writeProposal(const QString &folder, const TemplateProposal &proposal)
{
    const auto headFile = fileOf(folder, proposal.id, QString(suffix));
    const auto textFile = fileOf(folder, proposal.id, u".md"_s);
    if (!headFile || !textFile) {
        return std::unexpected((headFile ? textFile : headFile).error());
    }
    return writeWhole(*textFile, proposal.text.toUtf8()).and_then([&] {
        return writeWhole(*headFile, headOf(proposal));
    });
}

QString newProposalId(Instant at)
{
    const auto time = QDateTime::fromMSecsSinceEpoch(toMillis(at), QTimeZone::UTC);
    return time.toString(u"yyyyMMdd-HHmmss"_s) + u'-'
        + QString::number(QRandomGenerator::system()->generate(), 16).rightJustified(8, u'0');
}

} // namespace aside
