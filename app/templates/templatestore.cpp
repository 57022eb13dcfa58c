// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/templates/templatestore.h"

#include "app/templates/proposalfiles.h"
#include "app/templates/templatefiles.h"
#include "models/templates/templatefile.h"

#include <QFile>
#include <QFileInfo>
#include <QStringDecoder>

#include <utility>

namespace aside {

using namespace Qt::StringLiterals;

TemplateStore::TemplateStore(TemplatePlaces places)
    : m_places(std::move(places))
{
}

QString TemplateStore::proposalFolder() const
{
    return m_places.team.isEmpty() ? QString() : m_places.team + u"/proposals"_s;
}

Result<QString> TemplateStore::folder(TemplateScope scope) const
{
    const auto folder = templateFolder(m_places, scope);
    // A team's folder that is gone may be a disk that is not there: nothing is made in its place.
    if (folder.isEmpty() || (scope == TemplateScope::Team && !QFileInfo(m_places.team).isDir())) {
        return fail(Errc::NotADirectory, u"there is no folder for these templates"_s);
    }
    return folder;
}

Result<QString> TemplateStore::existing(TemplateScope scope, const QString &id) const
{
    return folder(scope)
        .and_then([&](const QString &folder) { return templateFilePath(folder, id); })
        .and_then([](const QString &path) -> Result<QString> {
            if (!QFileInfo(path).isFile()) {
                return fail(Errc::NotFound, u"there is no such template"_s);
            }
            return path;
        });
}

Result<QString> TemplateStore::source(TemplateScope scope, const QString &id) const
{
    return existing(scope, id).and_then([](const QString &path) -> Result<QString> {
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly)) {
            return fail(Errc::NoPermission, file.errorString());
        }
        const auto bytes = file.read(largestTemplate + 1);
        if (bytes.size() > largestTemplate) {
            return fail(Errc::TooLarge, u"the template is too large"_s);
        }
        QStringDecoder decode(QStringDecoder::Utf8);
        QString text = decode(bytes);
        if (decode.hasError()) {
            return fail(Errc::UnknownFormat, u"the template is no UTF-8"_s);
        }
        return text;
    });
}

Result<void> TemplateStore::save(TemplateScope scope, const QString &id, const QString &text) const
{
    const auto bytes = text.toUtf8();
    if (bytes.size() > largestTemplate) {
        return fail(Errc::TooLarge, u"the template is too large"_s);
    }
    return folder(scope)
        .and_then([&](const QString &folder) { return templateFilePath(folder, id); })
        .and_then([&](const QString &path) { return writeWhole(path, bytes); });
}

Result<void> TemplateStore::remove(TemplateScope scope, const QString &id) const
{
    return existing(scope, id).and_then([](const QString &path) -> Result<void> {
        QFile file(path);
        if (!file.remove()) {
            return fail(Errc::NoPermission, file.errorString());
        }
        return {};
    });
}

Result<QString> TemplateStore::attachment(TemplateScope scope, const QString &id, const QString &path) const
{
    return folder(scope).and_then([&](const QString &folder) { return attachmentPath(folder, id, path); });
}

Result<TemplateProposal> TemplateStore::propose(TemplateProposal proposal, Instant now) const
{
    if (!isTemplateId(proposal.templateId)) {
        return fail(Errc::InvalidInput, u"this is no id of a template"_s);
    }
    if (proposal.text.toUtf8().size() > largestTemplate) {
        return fail(Errc::TooLarge, u"the template is too large"_s);
    }
    proposal.id = newProposalId(now);
    proposal.at = now;
    proposal.state = ProposalState::Open;
    proposal.answer.clear();
    return folder(TemplateScope::Team)
        .and_then([&](const QString & /*folder*/) { return writeProposal(proposalFolder(), proposal); })
        .transform([&] { return proposal; });
}

Result<TemplateProposal> TemplateStore::open(const QString &proposalId) const
{
    return folder(TemplateScope::Team)
        .and_then([&](const QString & /*folder*/) { return readProposal(proposalFolder(), proposalId); })
        .and_then([](TemplateProposal proposal) -> Result<TemplateProposal> {
            if (proposal.state != ProposalState::Open) {
                return fail(Errc::Conflict, u"the proposal was answered already"_s);
            }
            return proposal;
        });
}

Result<void> TemplateStore::accept(const QString &proposalId) const
{
    return open(proposalId).and_then([this](TemplateProposal proposal) {
        // The template first: a proposal that is still open after a power cut is accepted once more.
        return save(TemplateScope::Team, proposal.templateId, proposal.text).and_then([&] {
            proposal.state = ProposalState::Accepted;
            return writeProposal(proposalFolder(), proposal);
        });
    });
}

Result<void> TemplateStore::giveBack(const QString &proposalId, const QString &words) const
{
    return open(proposalId).and_then([&](TemplateProposal proposal) {
        proposal.state = ProposalState::Returned;
        proposal.answer = words;
        return writeProposal(proposalFolder(), proposal);
    });
}

} // namespace aside
