// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/check/mood.h"

#include "models/text/sentences.h"

#include <QDirIterator>
#include <QFile>

#include <algorithm>
#include <utility>

namespace aside {

namespace {

constexpr qsizetype mostWords = 3;
constexpr std::size_t shortMessage = 6; ///< words

} // namespace

MoodReader::MoodReader(std::shared_ptr<const PhraseBook> book)
    : m_book(std::move(book))
    , m_complaint(m_book->list(u"mood.complaint"))
    , m_praise(m_book->list(u"mood.praise"))
    , m_thanks(m_book->list(u"mood.thanks"))
{
}

std::shared_ptr<const PhraseBook> MoodReader::loadBook(const QStringList &folders)
{
    QList<PhraseFile> files;
    for (const QString &folder : QStringList{QStringLiteral(":/aside/check")} + folders) {
        QDirIterator found(folder, {QStringLiteral("mood.toml")}, QDir::Files, QDirIterator::Subdirectories);
        while (found.hasNext()) {
            QFile file(found.next());
            if (file.open(QFile::ReadOnly)) {
                files.append({.path = file.fileName(), .text = file.readAll()});
            }
        }
    }
    return std::make_shared<const PhraseBook>(files); // read on the pool's threads
}

void MoodReader::readText(const QString &text, Found &found)
{
    const std::vector<TextWord> words = wordsOf(text, m_stemmer);
    const QList<TextRange> sentences = sentencesOf(text);
    const bool isShort = words.size() <= shortMessage && !text.contains(u'?');
    for (const FoundPhrase &one : m_book->find(words, sentences)) {
        const QString said = text.sliced(one.match.range.start, one.match.range.length).simplified();
        if (one.list == m_complaint) {
            found.complaints.append(said);
        } else if (one.list == m_praise || (one.list == m_thanks && isShort)) {
            found.praise.append(said);
        }
    }
}

MoodReading MoodReader::read(const QStringList &texts)
{
    Found found;
    for (const QString &text : texts) {
        readText(text, found);
    }
    const bool isComplaint = !found.complaints.isEmpty();
    QStringList words = isComplaint ? found.complaints : found.praise;
    words.removeDuplicates();
    words.resize(std::min(words.size(), mostWords));
    const Mood mood = isComplaint ? Mood::Negative : words.isEmpty() ? Mood::Neutral : Mood::Positive;
    return {.mood = mood, .words = words};
}

} // namespace aside
