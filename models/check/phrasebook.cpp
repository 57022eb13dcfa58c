// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/check/phrasebook.h"

#include "models/text/stemmer.h"

#include <QDirIterator>
#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <string_view>
#include <toml++/toml.hpp>

namespace aside {

namespace {

constexpr qint64 largestFile = 1'000'000;
constexpr std::size_t mostPhrases = 50'000;
constexpr qsizetype mostFiles = 1'000;

int lineOf(const toml::node &node)
{
    return static_cast<int>(node.source().begin.line);
}

QString fromView(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

/// The files below a folder, in the order of their names.
void readFolder(const QString &folder, QList<PhraseFile> &files)
{
    QStringList paths;
    QDirIterator found(folder, {QStringLiteral("*.toml")}, QDir::Files, QDirIterator::Subdirectories);
    while (found.hasNext() && paths.size() < mostFiles) {
        paths.append(found.next());
    }
    paths.sort();
    for (const auto &path : std::as_const(paths)) {
        QFile file(path);
        if (QFileInfo(path).fileName() == u"rules.toml") {
            continue;
        }
        const bool isRead = file.open(QFile::ReadOnly) && file.size() <= largestFile;
        files.append({.path = path, .text = isRead ? file.readAll() : QByteArray()});
    }
}

} // namespace

/// Fills a book from files; what is broken becomes a problem.
class PhraseBook::Loader
{
public:
    explicit Loader(PhraseBook &book)
        : m_book(book)
    {
    }

    void load(const PhraseFile &file)
    {
        m_file = file.path;
        m_family = QFileInfo(file.path).baseName();
        if (file.text.isNull() || file.text.size() > largestFile) {
            report(0, PhraseFault::Unreadable);
            return;
        }
        try {
            const auto table = toml::parse(
                std::string_view(file.text.constData(), static_cast<std::size_t>(file.text.size())));
            for (const auto &[key, node] : table) {
                loadList(fromView(key.str()), node);
            }
        } catch (const toml::parse_error &error) {
            report(static_cast<int>(error.source().begin.line), PhraseFault::Syntax,
                   fromView(error.description()));
        }
    }

private:
    void report(int line, PhraseFault fault, const QString &excerpt = {})
    {
        m_book.m_problems.append({.file = m_file, .line = line, .fault = fault, .excerpt = excerpt});
    }

    int listNamed(const QString &name)
    {
        const auto full = m_family + u'.' + name;
        if (!m_book.m_names.contains(full)) {
            m_book.m_names.insert(full, static_cast<int>(m_book.m_values.size()));
            m_book.m_values.emplace_back();
        }
        return m_book.m_names.value(full);
    }

    void loadList(const QString &name, const toml::node &node)
    {
        const auto *table = node.as_table();
        if (!table) {
            report(lineOf(node), PhraseFault::WrongType, name);
            return;
        }
        const int list = listNamed(name);
        for (const auto &[key, value] : *table) {
            if (key == "phrases" || key == "except") {
                loadPhrases(list, key == "except", value);
            } else {
                loadValue(list, fromView(key.str()), value);
            }
        }
    }

    void loadPhrases(int list, bool isException, const toml::node &node)
    {
        const auto *array = node.as_array();
        if (!array) {
            report(lineOf(node), PhraseFault::WrongType);
            return;
        }
        for (const auto &item : *array) {
            const auto *text = item.as_string();
            if (!text) {
                report(lineOf(item), PhraseFault::WrongType);
                continue;
            }
            addPhrase({.list = list, .isException = isException, .text = fromView(text->get())},
                      lineOf(item));
        }
    }

    void addPhrase(const Phrase &phrase, int line)
    {
        const auto pattern = patternOf(phrase.text, m_stemmer);
        if (!pattern || m_book.m_phrases.size() >= mostPhrases) {
            report(line, pattern ? PhraseFault::TooMany : pattern.error(), phrase.text);
            return;
        }
        if (!m_book.m_graph.add(*pattern, static_cast<int>(m_book.m_phrases.size()))) {
            report(line, PhraseFault::Nothing, phrase.text);
            return;
        }
        m_book.m_phrases.push_back(phrase);
    }

    void loadValue(int list, const QString &key, const toml::node &node)
    {
        auto &values = m_book.m_values[static_cast<std::size_t>(list)];
        if (const auto number = node.value<double>()) {
            values.numbers.insert(key, *number);
        } else if (const auto *array = node.as_array()) {
            for (const auto &item : *array) {
                if (const auto *text = item.as_string()) {
                    values.strings[key].append(fromView(text->get()));
                } else {
                    report(lineOf(item), PhraseFault::WrongType, key);
                }
            }
        } else if (!node.is_table()) { // a table is for the rule that knows it
            report(lineOf(node), PhraseFault::WrongType, key);
        }
    }

    PhraseBook &m_book;
    Stemmer m_stemmer;
    QString m_file;
    QString m_family;
};

PhraseBook::PhraseBook(const QList<PhraseFile> &files)
{
    Loader loader(*this);
    for (const auto &file : files) {
        loader.load(file);
    }
}

std::shared_ptr<const PhraseBook> PhraseBook::load(const QStringList &folders)
{
    QList<PhraseFile> files;
    readFolder(QStringLiteral(":/aside/check"), files);
    for (const auto &folder : folders) {
        readFolder(folder, files);
    }
    return std::make_shared<const PhraseBook>(files); // read by checks on several threads
}

int PhraseBook::list(QStringView name) const
{
    return m_names.value(name.toString(), -1);
}

QStringList PhraseBook::strings(QStringView list, QStringView key) const
{
    const int number = this->list(list);
    return number < 0 ? QStringList()
                      : m_values[static_cast<std::size_t>(number)].strings.value(key.toString());
}

std::optional<double> PhraseBook::number(QStringView list, QStringView key) const
{
    const int index = this->list(list);
    if (index < 0) {
        return {};
    }
    const auto &numbers = m_values[static_cast<std::size_t>(index)].numbers;
    const auto found = numbers.constFind(key.toString());
    return found != numbers.cend() ? std::optional(*found) : std::nullopt;
}

std::vector<FoundPhrase> PhraseBook::find(std::span<const TextWord> words,
                                          std::span<const TextRange> sentences) const
{
    std::vector<FoundPhrase> found;
    auto first = words.begin();
    for (const auto sentence : sentences) {
        const auto last = std::find_if(first, words.end(), [sentence](const TextWord &word) {
            return word.range.start >= sentence.end();
        });
        findIn({first, last}, found);
        first = last;
    }
    std::ranges::stable_sort(found, {}, [](const FoundPhrase &one) { return one.match.range.start; });
    return found;
}

/// Exceptions go first; of what overlaps within a list the longest stays.
void PhraseBook::findIn(std::span<const TextWord> sentence, std::vector<FoundPhrase> &found) const
{
    struct Candidate {
        const Phrase *phrase;
        TextRange range;
    };
    std::vector<Candidate> candidates;
    for (const auto &hit : m_graph.find(sentence)) {
        candidates.push_back(
            {.phrase = &m_phrases[static_cast<std::size_t>(hit.phrase)],
             .range = between(sentence[hit.first].range.start, sentence[hit.last].range.end())});
    }
    std::ranges::stable_sort(candidates, [](const Candidate &a, const Candidate &b) {
        return a.phrase->isException != b.phrase->isException ? a.phrase->isException
                                                              : a.range.length > b.range.length;
    });
    std::vector<Candidate> taken;
    for (const auto &candidate : candidates) {
        const bool isCovered = std::ranges::any_of(taken, [&](const Candidate &other) {
            return other.phrase->list == candidate.phrase->list && other.range.overlaps(candidate.range);
        });
        if (isCovered) {
            continue;
        }
        taken.push_back(candidate);
        if (!candidate.phrase->isException) {
            found.push_back({.list = candidate.phrase->list,
                             .match = {.range = candidate.range, .phrase = candidate.phrase->text}});
        }
    }
}

} // namespace aside
