// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/check/textreader.h"

#include "models/text/language.h"
#include "models/text/sentences.h"

#include <algorithm>
#include <utility>

namespace aside {

namespace {

/// Longer paragraphs are read in pieces, so that nothing grows with the square of a text without line breaks.
constexpr qsizetype longestParagraph = 4'000;

/// Where the paragraph that begins at `start` ends, with its line break. A line that goes on in lower case
/// belongs to the one before.
qsizetype paragraphEnd(const QString &text, qsizetype start)
{
    auto end = start;
    for (;;) {
        const auto lineBreak = text.indexOf(u'\n', end);
        end = lineBreak < 0 ? text.size() : lineBreak + 1;
        const bool goesOn = end < text.size() && text[end].isLower();
        if (!goesOn || end - start > longestParagraph) {
            break;
        }
    }
    if (end - start <= longestParagraph) {
        return end;
    }
    // At a space where there is one, and never inside a character.
    end = start + longestParagraph;
    const auto space = text.lastIndexOf(u' ', end - 1);
    if (space > start + longestParagraph / 2) {
        return space + 1;
    }
    return text[end].isLowSurrogate() ? end + 1 : end;
}

/// The tags of a template, none of them longer than 1,000 characters.
QList<TextRange> tagsOf(const QString &text)
{
    constexpr qsizetype longestTag = 1'000;
    QList<TextRange> tags;
    for (qsizetype at = text.indexOf(u'{'); at >= 0 && at + 1 < text.size(); at = text.indexOf(u'{', at)) {
        const QChar kind = text[at + 1];
        const QChar closing = kind == u'{' ? u'}' : kind;
        if (kind != u'{' && kind != u'%' && kind != u'#') {
            ++at;
            continue;
        }
        const auto end = QStringView(text)
                             .sliced(at)
                             .first(std::min(longestTag, text.size() - at))
                             .indexOf(QString(closing) + u'}', 2);
        if (end < 0) {
            at += 2;
            continue;
        }
        tags.append({.start = at, .length = end + 2});
        at += end + 2;
    }
    return tags;
}

QString withoutTags(QString text, const QList<TextRange> &tags)
{
    for (const auto tag : tags) {
        std::fill_n(text.begin() + tag.start, tag.length, QChar(QChar::ObjectReplacementCharacter));
    }
    return text;
}

/// The words of an address are no words of a sentence: "support.example/contact-us" asks nobody to do so.
std::vector<TextWord> outsideLinks(std::vector<TextWord> words, const QList<LinkInText> &links)
{
    if (!links.isEmpty()) {
        std::erase_if(words, [&links](const TextWord &word) {
            const auto link = std::ranges::upper_bound(links, word.range.start, {},
                                                       [](const LinkInText &one) { return one.range.end(); });
            return link != links.end() && link->label.isEmpty() && link->range.contains(word.range);
        });
    }
    return words;
}

template <typename Ranged>
void appendMoved(QList<Ranged> &to, const QList<Ranged> &from, qsizetype by)
{
    for (auto one : from) {
        one.range.start += by;
        to.append(std::move(one));
    }
}

} // namespace

TextReader::TextReader(std::shared_ptr<const PhraseBook> book)
    : m_book(std::move(book))
{
}

TextReader::Paragraph TextReader::readParagraph(const QString &text) const
{
    Paragraph paragraph{.words = wordsOf(text, m_stemmer),
                        .sentences = sentencesOf(text),
                        .links = linksOf(text),
                        .data = {},
                        .phrases = {}};
    paragraph.data = dataOf(text, paragraph.links, m_region);
    paragraph.phrases = m_book->find(outsideLinks(paragraph.words, paragraph.links), paragraph.sentences);
    return paragraph;
}

CheckedText TextReader::read(const QString &text, const QString &language, const QString &region,
                             TextKind kind)
{
    if (region != m_region) {
        m_memory.clear();
        m_region = region;
    }
    TextParts parts;
    parts.text = text;
    parts.language = language;
    parts.book = m_book;
    parts.placeholders = kind == TextKind::Template ? tagsOf(text) : QList<TextRange>();
    const auto plain = withoutTags(text, parts.placeholders);
    if (language.isEmpty()) {
        parts.language = languageOf(plain);
    }
    Memory memory;
    for (qsizetype start = 0; start < plain.size();) {
        const auto end = paragraphEnd(plain, start);
        const auto written = plain.sliced(start, end - start);
        auto paragraph = m_memory.value(written);
        if (!paragraph) {
            paragraph = std::make_shared<const Paragraph>(readParagraph(written));
        }
        memory.insert(written, paragraph);
        for (auto word : paragraph->words) {
            word.range.start += start;
            parts.words.push_back(std::move(word));
        }
        for (const auto sentence : paragraph->sentences) {
            parts.sentences.append(sentence.moved(start));
        }
        appendMoved(parts.links, paragraph->links, start);
        appendMoved(parts.data, paragraph->data, start);
        for (auto phrase : paragraph->phrases) {
            phrase.match.range.start += start;
            parts.phrases.push_back(std::move(phrase));
        }
        start = end;
    }
    m_memory = std::move(memory);
    return CheckedText(std::move(parts));
}

} // namespace aside
