// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/spelling/teamdictionary.h"

#include <QDir>
#include <QFile>
#include <QStringDecoder>

#include <algorithm>

namespace aside {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 largestFile = 4'000'000;
constexpr qsizetype longestWord = 60;

bool isWord(const QString &word)
{
    return !word.isEmpty() && word.size() <= longestWord
        && std::ranges::any_of(word, [](QChar c) { return c.isLetter(); })
        && std::ranges::all_of(
            word, [](QChar c) { return c.isLetterOrNumber() || c.isMark() || u"'’-"_s.contains(c); });
}

QStringList wordsIn(const QByteArray &bytes)
{
    QStringDecoder decoder(QStringDecoder::Utf8);
    const QString text = decoder(bytes);
    QStringList words;
    if (decoder.hasError()) {
        return words;
    }
    for (const auto &line : text.split(u'\n')) {
        const auto word = line.section(u'#', 0, 0).trimmed();
        if (isWord(word)) {
            words.append(word);
        }
    }
    return words;
}

} // namespace

QStringList teamWords(const QString &folder)
{
    QStringList words;
    const QDir dictionary(folder);
    for (const auto &name : dictionary.entryList({u"*.txt"_s}, QDir::Files | QDir::Readable, QDir::Name)) {
        QFile file(dictionary.filePath(name));
        if (file.size() <= largestFile && file.open(QIODevice::ReadOnly)) {
            words += wordsIn(file.readAll());
        }
    }
    words.removeDuplicates();
    return words;
}

Result<void> addTeamWord(const QString &folder, const QString &word)
{
    const auto plain = word.trimmed();
    if (!isWord(plain)) {
        return fail(Errc::InvalidInput, u"no word"_s);
    }
    if (teamWords(folder).contains(plain)) {
        return {};
    }
    if (!QDir().mkpath(folder)) {
        return fail(Errc::ReadOnly, folder);
    }
    QFile file(QDir(folder).filePath(u"own.txt"_s));
    if (!file.open(QIODevice::Append)) {
        return fail(Errc::ReadOnly, file.errorString());
    }
    const auto line = plain.toUtf8() + '\n';
    if (file.write(line) != line.size() || !file.flush()) {
        return fail(Errc::Io, file.errorString());
    }
    return {};
}

} // namespace aside
