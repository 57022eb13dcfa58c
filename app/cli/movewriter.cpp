// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/movewriter.h"

#include "app/templates/templatefiles.h"
#include "models/templates/movetemplates.h"
#include "models/templates/templatecatalog.h"
#include "models/templates/templaterenderer.h"
#include "widgets/common/templatefaulttext.h"

namespace aside::cli {

using namespace Qt::StringLiterals;

namespace {

/// What the customer wrote has no place in a line that everybody reads: there may be a number in it.
TemplateValues withoutForeignWords(TemplateValues values)
{
    for (const auto &name : {u"message.text"_s, u"conversation.subject"_s, u"person.handle"_s}) {
        values.remove(name);
    }
    return values;
}

TemplateValues valuesFor(const MoveDesk &desk, const MoveHalf &half, const QString &language)
{
    auto values = templateValues({.conversation = desk.thread.conversation,
                                  .lastIncoming = desk.lastIncoming,
                                  .accountName = desk.profile.accountOn(half.channel).name,
                                  .company = desk.profile.account.companyNames.value(0),
                                  .operatorName = desk.profile.operatorName,
                                  .operatorMark = desk.profile.operatorMark,
                                  .now = desk.facts.now,
                                  .zone = QTimeZone::systemTimeZone()},
                                 language);
    if (half.audience == Audience::Public) {
        values = withoutForeignWords(std::move(values));
    }
    values.insert(half.fields);
    return values;
}

} // namespace

MoveWriter::MoveWriter(CommandContext &context, const MoveDesk &desk)
    : m_context(context)
    , m_desk(desk)
    , m_catalogs{readTemplates(
                     {.mine = context.backend.profileDirectory(context.profile.directory) + u"/templates"_s,
                      .team = desk.profile.teamFolder}),
                 readTemplates({.mine = u":/aside/templates"_s, .team = {}})}
{
}

MoveWriter::Found MoveWriter::find(MoveText text, Channel channel, Audience audience) const
{
    for (const auto &catalog : m_catalogs) {
        const auto *one = moveTemplate(*catalog,
                                       {.text = text,
                                        .language = m_desk.language,
                                        .channel = channel,
                                        .audience = audience,
                                        .turn = m_desk.thread.conversation.id.value});
        if (one) {
            return {.one = one, .catalog = catalog.get()};
        }
    }
    return {};
}

Step<WrittenHalf> MoveWriter::write(const MoveHalf &half) const
{
    const auto found = find(half.text, half.channel, half.audience);
    if (!found.one) {
        return std::unexpected(m_context.output.failure(QString(moveTextName(half.text)), Errc::NotFound));
    }
    TemplateRenderer renderer;
    const auto made
        = renderer.render(*found.one, *found.catalog, valuesFor(m_desk, half, found.one->language));
    if (!made) {
        return std::unexpected(
            m_context.output.failure(found.one->id, Errc::BrokenItem, templateFaultText(made.error())));
    }
    return WrittenHalf{.templateId = found.one->id,
                       .text = made->text,
                       .promises = findPromises(
                           made->text, {.saidAt = m_desk.facts.now, .zone = QTimeZone::systemTimeZone()})};
}

QString MoveWriter::templateId(MoveText text) const
{
    const auto audience = text == MoveText::Closing ? Audience::Public : Audience::Private;
    const auto found = find(text, m_desk.facts.channel, audience);
    return found.one ? found.one->id : QString();
}

} // namespace aside::cli
