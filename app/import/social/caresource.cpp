// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/import/social/caresource.h"

#include "app/import/social/caredialogue.h"
#include "app/import/social/sourcefile.h"

#include <QJsonDocument>

namespace aside {

namespace {

constexpr qsizetype maxMessages = 500;
constexpr qint64 maxPayload = 4 * 1024 * 1024;

} // namespace

bool looksLikeCareDialogues(QByteArrayView head)
{
    const auto in = ByteReader::over(head.toByteArray());
    JsonStream json(*in);
    if (json.kind() != JsonStream::Kind::Array || !json.enter()) {
        return false;
    }
    const auto more = json.nextElement();
    if (!more || !*more || json.kind() != JsonStream::Kind::Object || !json.enter()) {
        return false;
    }
    for (auto key = json.nextKey(); key && *key; key = json.nextKey()) {
        if (**key == QLatin1StringView("dialogContent") || **key == QLatin1StringView("dialogHeader")) {
            return true;
        }
        if (!json.skip()) {
            break;
        }
    }
    return false;
}

Result<std::unique_ptr<ImportSource>> CareSource::open(const QString &path)
{
    return ByteReader::open(path).transform([&](std::unique_ptr<ByteReader> in) {
        return std::unique_ptr<ImportSource>(new CareSource(path, std::move(in)));
    });
}

CareSource::CareSource(QString path, std::unique_ptr<ByteReader> in)
    : m_path(std::move(path))
    , m_key(sourceKey(m_path))
    , m_in(std::move(in))
    , m_json(*m_in)
{
}

Result<void> CareSource::resume(const QByteArray &cursor)
{
    if (cursor.isEmpty()) {
        return {};
    }
    const QJsonObject json = QJsonDocument::fromJson(cursor).object();
    const auto position = JsonPosition::fromJson(json);
    if (!position || position->offset > m_in->size()) {
        return fail(Errc::InvalidInput, QStringLiteral("a cursor of another kind"));
    }
    m_json.restore(*position);
    m_atEnd = json.value(QLatin1StringView("end")).toBool();
    return {};
}

Result<ImportStep> CareSource::next()
{
    ImportStep step;
    const qint64 from = m_in->offset();
    while (!m_atEnd && step.messages.size() + step.problems.size() < maxMessages
           && m_in->offset() - from < maxPayload) {
        const auto read = advance(step);
        if (m_in->hasFailed()) {
            return fail(Errc::Io, QStringLiteral("cannot read on"));
        }
        if (!read) {
            step.problems.append(problem(read.error()));
            m_atEnd = m_atEnd || m_json.isLost();
        }
    }
    QJsonObject cursor = m_json.position().toJson();
    cursor.insert(QStringLiteral("end"), m_atEnd);
    step.cursor = QJsonDocument(cursor).toJson(QJsonDocument::Compact);
    step.bytesDone = m_atEnd ? m_in->size() : m_in->offset();
    step.bytesTotal = m_in->size();
    step.atEnd = m_atEnd;
    return step;
}

Result<void> CareSource::advance(ImportStep &step)
{
    if (m_json.position().open.isEmpty()) {
        return m_json.enter();
    }
    const auto more = m_json.nextElement();
    if (!more) {
        return std::unexpected(more.error());
    }
    if (!*more) {
        m_atEnd = true;
        return m_json.finish();
    }
    const auto value = m_json.value();
    if (!value) {
        return std::unexpected(value.error());
    }
    const CareDialogue dialogue = readCareDialogue(value->toObject());
    step.messages.append(dialogue.messages);
    for (const Error &error : dialogue.broken) {
        step.problems.append(problem(error));
    }
    return {};
}

ImportProblem CareSource::problem(Error error) const
{
    return {.source = QStringLiteral("%1:@%2").arg(m_path).arg(m_in->offset()), .error = std::move(error)};
}

} // namespace aside
