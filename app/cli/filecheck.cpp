// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/filecheck.h"

#include "app/cli/words.h"
#include "models/templates/templatefile.h"
#include "widgets/common/errortext.h"
#include "widgets/common/templatefaulttext.h"

#include <QFileInfo>
#include <QMimeDatabase>
#include <QStringDecoder>

#include <algorithm>
#include <utility>

namespace aside::cli {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestExcerpt = 100;

/// Finds lines and columns in a text whose first line is `firstLine` of its file.
class Lines
{
public:
    Lines(const QString &text, int firstLine)
        : m_firstLine(firstLine)
        , m_size(text.size())
    {
        for (auto at = text.indexOf(u'\n'); at >= 0; at = text.indexOf(u'\n', at + 1)) {
            m_starts.append(at + 1);
        }
    }

    [[nodiscard]] FilePlace at(qsizetype offset) const
    {
        const auto bounded = std::clamp<qsizetype>(offset, 0, m_size);
        const auto next = std::ranges::upper_bound(m_starts, bounded);
        const auto line = std::distance(m_starts.cbegin(), next) - 1;
        return {.line = m_firstLine + static_cast<int>(line),
                .column = static_cast<int>(bounded - m_starts.at(line)) + 1};
    }

private:
    QList<qsizetype> m_starts{0};
    int m_firstLine = 1;
    qsizetype m_size = 0;
};

QString excerptOf(const QString &text, TextRange range)
{
    const auto piece = text.mid(range.start, range.length).simplified();
    return piece.size() <= longestExcerpt ? piece : piece.first(longestExcerpt).trimmed() + u'…';
}

/// The same question about the same words, found in two places of use, is told once, as the sterner one.
void merge(CheckReport &all, const CheckReport &other)
{
    for (const auto &finding : other.findings) {
        const auto same = std::ranges::find_if(all.findings, [&](const Finding &known) {
            return known.rule == finding.rule && known.range == finding.range
                && known.variant == finding.variant && known.file == finding.file;
        });
        if (same == all.findings.end()) {
            all.findings.append(finding);
        } else {
            same->severity = std::max(same->severity, finding.severity);
        }
    }
    all.substance = std::min(all.substance, other.substance);
    all.isPartial = all.isPartial || other.isPartial;
}

QList<DraftAttachment> attachmentsOf(const Template &from)
{
    QList<DraftAttachment> files;
    for (const auto &file : from.files) {
        const auto name = QFileInfo(file.path).fileName();
        const auto type = QMimeDatabase().mimeTypeForFile(name, QMimeDatabase::MatchExtension);
        files.append(
            {.id = {}, .name = name, .mimeType = type.name(), .sha256 = {}, .size = 0, .alt = file.alt});
    }
    return files;
}

CheckedFile failed(const QString &name, CheckFailure failure)
{
    return {.name = name, .failure = std::move(failure)};
}

} // namespace

CheckedFile checkedFile(const QString &name, const CheckReport &report, const QString &text, int firstLine)
{
    const Lines lines(text, firstLine);
    CheckedFile file{.name = name, .isChecked = true, .substance = report.substance};
    for (const auto &finding : report.findings) {
        PlacedFinding placed{.finding = finding,
                             .begin = lines.at(finding.range.start),
                             .end = lines.at(finding.range.end()),
                             .excerpt = excerptOf(text, finding.range)};
        for (const auto &fix : finding.fixes) {
            QList<PlacedEdit> edits;
            for (const auto &edit : fix.edits) {
                edits.append(
                    {.begin = lines.at(edit.range.start), .length = edit.range.length, .text = edit.text});
            }
            placed.edits.append(edits);
        }
        file.findings.append(placed);
    }
    if (report.isPartial) {
        file.failure = CheckFailure{
            .code = Errc::TooLarge,
            .words
            = Words::tr("The text is too long: only the first %1 characters were checked.").arg(mostChecked)};
    }
    return file;
}

FileCheck::FileCheck(CheckProfile profile, CheckAssumptions assumptions,
                     std::shared_ptr<const PhraseBook> phrases, const SpellChecker *spelling)
    : m_profile(std::move(profile))
    , m_settings(std::make_shared<const CheckSettings>(m_profile.settings))
    , m_assumptions(std::move(assumptions))
    , m_check(std::move(phrases))
    , m_spelling(spelling)
{
}

CheckedFile FileCheck::check(const QString &name, const QByteArray &bytes)
{
    if (name.endsWith(".md"_L1) && (bytes.startsWith("+++") || bytes.startsWith("\xEF\xBB\xBF+++"))) {
        return checkTemplate(name, bytes);
    }
    QStringDecoder decode(QStringDecoder::Utf8);
    QString text = decode(bytes);
    if (decode.hasError()) {
        return failed(name, {.code = Errc::UnknownFormat, .words = Words::tr("The text is not in UTF-8.")});
    }
    return checkText(name, text.replace("\r\n"_L1, "\n"_L1));
}

CheckedFile FileCheck::checkText(const QString &name, const QString &text)
{
    CheckContext context;
    context.text = text;
    context.language = m_assumptions.language;
    return checkedFile(name, reportOf(std::move(context), placesOf({}, Audience::Private)), text);
}

CheckedFile FileCheck::checkTemplate(const QString &name, const QByteArray &bytes)
{
    const auto read = readTemplate(QFileInfo(name).completeBaseName(), bytes);
    if (!read) {
        const auto &problem = read.error();
        return failed(name,
                      {.code = Errc::BrokenItem,
                       .words = templateFaultText(problem),
                       .at = FilePlace{.line = problem.line, .column = problem.column}});
    }
    CheckContext context;
    context.text = QString(read->body).replace("\r\n"_L1, "\n"_L1);
    context.language = m_assumptions.language.isEmpty() ? read->language : m_assumptions.language;
    context.files = attachmentsOf(*read);
    context.isTemplate = true;
    context.usedTemplate = TemplateUse{.id = read->id, .rendered = {}, .reasons = read->reasons};
    const auto text = context.text;
    return checkedFile(name, reportOf(std::move(context), placesOf(read->channels, read->audience)), text,
                       read->bodyLine);
}

std::vector<FileCheck::Place> FileCheck::placesOf(const QList<Channel> &channels,
                                                  std::optional<Audience> audience) const
{
    const auto asked = m_assumptions.audience ? m_assumptions.audience : audience;
    auto on = m_assumptions.channel ? QList{*m_assumptions.channel} : channels;
    if (on.isEmpty()) {
        on = {Channel::Email};
    }
    std::vector<Place> places;
    for (const auto channel : std::as_const(on)) {
        const auto &can = capabilitiesOf(channel);
        for (const auto reader : {Audience::Private, Audience::Public}) {
            const bool hasSide = reader == Audience::Public ? can.hasPublicSide : can.hasPrivateSide;
            if (asked ? *asked == reader : hasSide) {
                places.push_back({.channel = channel, .audience = reader});
            }
        }
    }
    return places;
}

CheckReport FileCheck::reportOf(CheckContext context, const std::vector<Place> &places)
{
    context.person.isKnown = false;
    context.settings = m_settings;
    context.spelling = m_spelling;
    std::optional<CheckReport> all;
    for (const auto &place : places) {
        context.channel = place.channel;
        context.audience = place.audience;
        context.capabilities = capabilitiesOf(place.channel);
        context.account = m_profile.accountOn(place.channel);
        auto report = m_check.check(context);
        all ? merge(*all, report) : void(all = std::move(report));
    }
    auto report = all.value_or(CheckReport{});
    std::ranges::stable_sort(report.findings, {}, [](const Finding &finding) { return finding.range.start; });
    return report;
}

} // namespace aside::cli
