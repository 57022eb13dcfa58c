// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/check/halfwriter.h"

#include "models/check/draftcontext.h"
#include "models/templates/movetemplates.h"
#include "models/templates/templatecatalog.h"
#include "models/templates/templaterenderer.h"

#include <algorithm>
#include <utility>

namespace aside {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostSecrets = 20; // messages of one private talk
constexpr qsizetype shortestSecret = 40;

/// What the customer wrote has no place in a line that everybody reads: there may be a number in it.
TemplateValues withoutForeignWords(TemplateValues values)
{
    for (const auto &name : {u"message.text"_s, u"conversation.subject"_s, u"person.handle"_s}) {
        values.remove(name);
    }
    return values;
}

/// A talk that begins knows what the person said in public, and nothing that we said there.
QList<Message> saidByThem(const QList<Message> &messages)
{
    QList<Message> said;
    std::ranges::copy_if(messages, std::back_inserter(said),
                         [](const Message &message) { return message.direction == Direction::Incoming; });
    return said;
}

} // namespace

HalfWriter::HalfWriter(const MoveQuestion &question, const MoveTalk &talk, const ReadTalk &read)
    : m_question(question)
    , m_talk(talk)
    , m_read(read)
{
}

HalfWriter::Found HalfWriter::find(MoveText text, Channel channel, Audience audience) const
{
    for (const auto &catalog : m_question.catalogs) {
        const auto *one = moveTemplate(*catalog,
                                       {.text = text,
                                        .language = m_read.language,
                                        .channel = channel,
                                        .audience = audience,
                                        .turn = m_talk.thread.conversation.id.value,
                                        .length = m_read.facts.prefers.length});
        if (one) {
            return {.one = one, .catalog = catalog.get()};
        }
    }
    return {};
}

TemplateValues HalfWriter::valuesFor(const MoveHalf &half, const QString &language) const
{
    const auto &profile = m_question.profile;
    auto values = templateValues({.conversation = m_talk.thread.conversation,
                                  .lastIncoming = m_read.lastIncoming,
                                  .accountName = profile.accountOn(half.channel).name,
                                  .company = profile.account.companyNames.value(0),
                                  .operatorName = profile.operatorName,
                                  .operatorMark = profile.operatorMark,
                                  .now = m_read.facts.now,
                                  .zone = m_question.calendar.zone()},
                                 language);
    if (half.audience == Audience::Public) {
        values = withoutForeignWords(std::move(values));
    }
    values.insert(half.fields);
    return values;
}

WrittenHalf HalfWriter::write(const MoveHalf &half) const
{
    WrittenHalf written{.half = half, .templateId = {}, .text = {}};
    const auto found = find(half.text, half.channel, half.audience);
    if (found.one) {
        fillIn(written, found);
    }
    prepareCheck(written, found.catalog);
    return written;
}

void HalfWriter::fillIn(WrittenHalf &written, const Found &found) const
{
    written.templateId = found.one->id;
    TemplateRenderer renderer;
    const auto made
        = renderer.render(*found.one, *found.catalog, valuesFor(written.half, found.one->language));
    if (!made) {
        written.problem = made.error();
        return;
    }
    written.text = made->text;
    written.promises
        = findPromises(written.text, {.saidAt = m_read.facts.now, .calendar = m_question.calendar});
}

/// What was done in private is for the team: no half repeats it to everybody, and the check knows that it is
/// solved.
QList<Message> HalfWriter::withSecrets(Audience audience, QList<Message> messages) const
{
    const auto &resolution = m_talk.solved->resolution;
    Message note;
    note.direction = Direction::Note;
    note.text = resolution ? resolution->what : QString();
    note.sentAt = m_read.facts.now;
    if (audience == Audience::Public) {
        for (const auto &talk : m_talk.talks) {
            for (auto said : talk.messages.last(std::min(talk.messages.size(), mostSecrets))) {
                said.direction = Direction::Note;
                if (said.text.size() >= shortestSecret) { // "thank you" is no secret
                    messages.append(said);
                }
            }
        }
        messages.append(note);
    }
    Message event = note;
    event.direction = Direction::Event;
    event.text = m_read.language == u"ru"_s ? u"Вопрос решён."_s : u"It is solved."_s;
    messages.append(event);
    return messages;
}

void HalfWriter::prepareCheck(WrittenHalf &written, const TemplateCatalog *catalog) const
{
    const auto &half = written.half;
    auto row = m_talk.thread.conversation;
    auto messages = m_talk.thread.messages;
    if (half.audience == Audience::Private) {
        const auto talk = std::ranges::find_if(m_talk.talks, [&half](const Thread &one) {
            return half.conversation.isValid() && one.conversation.id == half.conversation;
        });
        messages = talk != m_talk.talks.cend() ? talk->messages : saidByThem(messages);
        row.audience = Audience::Private;
        row.channel = half.channel;
        row.handle = half.handle;
    }
    DraftFacts facts{.channel = half.channel,
                     .audience = half.audience,
                     .text = written.text,
                     .person = factsOf(m_talk.card)};
    if (!written.templateId.isEmpty()) {
        facts.checks.used = UsedTemplate{.id = written.templateId, .rendered = written.text};
    }
    if (m_talk.solved) {
        messages = withSecrets(half.audience, messages);
    }
    written.row = row;
    written.check.context = contextOf(facts, m_question.profile, catalog);
    written.check.context.settings = std::make_shared<const CheckSettings>(m_question.profile.settings);
    written.check.context.now = m_read.facts.now;
    written.check.messages = std::make_shared<const QList<Message>>( // as a job holds it
        messages.last(std::min(messages.size(), mostMessagesRead)));
}

QString HalfWriter::templateId(MoveText text) const
{
    const auto audience = text == MoveText::Closing ? Audience::Public : Audience::Private;
    const auto found = find(text, m_read.facts.channel, audience);
    return found.one ? found.one->id : QString();
}

} // namespace aside
