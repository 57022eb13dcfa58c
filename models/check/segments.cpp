// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/check/segments.h"

#include "models/check/checkedtext.h"
#include "models/text/letterlines.h"

#include <algorithm>
#include <vector>

namespace aside {

using namespace Qt::StringLiterals;

namespace {

constexpr auto greetings = "segments.greetings"_L1;
constexpr auto closings = "segments.closings"_L1;
constexpr auto disclaimers = "clutter.disclaimers"_L1;

/// A signature is no longer than this, and stands within so many lines of the end.
constexpr qsizetype longestSignatureLine = 90;
constexpr qsizetype mostSignatureLines = 8;

/// Paints the kinds over a text and reads off the segments in the end: what is painted later wins.
class Painter
{
public:
    explicit Painter(const CheckedText &text)
        : m_text(text)
        , m_kinds(static_cast<std::size_t>(text.text().size()), SegmentKind::Body)
    {
        for (qsizetype start = 0; start < text.text().size();) {
            const auto line = text.lineAt(start);
            m_lines.append(line);
            start = line.end() + 1;
        }
    }

    QList<Segment> segments()
    {
        paintLinks();
        paintDisclaimers();
        paintContacts();
        paintSignature();
        paintGreeting();
        paintQuotes();
        return joined();
    }

private:
    void paint(TextRange range, SegmentKind kind)
    {
        const auto first = m_kinds.begin() + range.start;
        std::fill(first, first + range.length, kind);
    }

    [[nodiscard]] bool isEmpty(TextRange line) const { return trimmed(m_text.text(), line).length == 0; }

    void paintLinks()
    {
        for (const auto &link : m_text.links()) {
            if (link.kind == LinkKind::Web) {
                paint(link.range, SegmentKind::Link);
            }
        }
    }

    void paintDisclaimers()
    {
        for (const auto &match : m_text.phrases(disclaimers)) {
            paint(m_text.sentenceAt(match.range.start), SegmentKind::Disclaimer);
        }
    }

    /// How a sentence helps to reach somebody.
    enum class Contact : quint8 { No, Weak, Strong };

    /// What is neither a number nor an address nor the word before it.
    [[nodiscard]] qsizetype otherWords(TextRange range, const QList<TextRange> &known) const
    {
        const auto words = m_text.words(range);
        return std::ranges::count_if(words, [&known](const TextWord &word) {
            return std::ranges::none_of(known, [&word](TextRange one) { return one.contains(word.range); });
        });
    }

    /// "Тел.: +7 …", "почта a@b.example": a phone or a mail address and little more. Opening hours, a street
    /// or a site are contacts only beside one of these.
    [[nodiscard]] Contact contactIn(TextRange range) const
    {
        constexpr qsizetype longest = 400;
        if (range.length > longest) {
            return Contact::No;
        }
        QList<TextRange> known;
        bool isStrong = m_text.has("clutter.contact-cues"_L1, range);
        const bool hasCue = isStrong;
        for (const auto &datum : m_text.data()) {
            const bool isPhone = datum.kind == DatumKind::Phone || datum.kind == DatumKind::Mail;
            if (range.contains(datum.range) && (isPhone || datum.kind == DatumKind::StreetAddress)) {
                known.append(datum.range);
                isStrong |= isPhone;
            }
        }
        for (const auto &link : m_text.links()) {
            if (range.contains(link.range) && link.kind == LinkKind::Web && link.url.path().size() <= 1) {
                known.append(link.range);
            }
        }
        const auto perItem = hasCue ? 5 : 2;
        const auto ofHours = hasHours(range) ? 10 : 0;
        const auto words = otherWords(range, known);
        if (!known.isEmpty() && words <= known.size() * perItem + ofHours) {
            return isStrong ? Contact::Strong : Contact::Weak;
        }
        constexpr qsizetype fewWords = 14;
        const bool isHours = ofHours > 0 && words <= fewWords;
        return !isHours ? Contact::No : hasCue ? Contact::Strong : Contact::Weak;
    }

    /// "Мы работаем ежедневно с 9 до 21"
    [[nodiscard]] bool hasHours(TextRange range) const
    {
        constexpr std::size_t mostWords = 24;
        const auto words = m_text.at(range);
        return m_text.has("clutter.hours-cues"_L1, range) && m_text.words(range).size() <= mostWords
            && std::ranges::any_of(words, [](QChar c) { return c.isDigit(); });
    }

    void paintContacts()
    {
        const auto &sentences = m_text.sentences();
        std::vector<Contact> contacts;
        contacts.reserve(static_cast<std::size_t>(sentences.size()));
        for (const auto sentence : sentences) {
            contacts.push_back(contactIn(sentence));
        }
        for (std::size_t i = 0; i < contacts.size();) {
            auto end = i;
            bool isStrong = false;
            for (; end < contacts.size() && contacts[end] != Contact::No; ++end) {
                isStrong |= contacts[end] == Contact::Strong;
            }
            if (isStrong) {
                paint(between(sentences[static_cast<qsizetype>(i)].start,
                              sentences[static_cast<qsizetype>(end) - 1].end()),
                      SegmentKind::ContactBlock);
            }
            i = std::max(end, i + 1);
        }
    }

    /// The closing words that begin one of the last lines, and what stands under them.
    void paintSignature()
    {
        const auto closing = closingPlace();
        if (closing.length == 0) {
            paintBareSignature();
            return;
        }
        const auto line = m_text.lineAt(closing.start);
        auto end = closing.end();
        while (end < line.end() && !m_text.text()[end].isLetterOrNumber()) {
            ++end;
        }
        paint(between(closing.start, end), SegmentKind::Closing);
        paint(between(end, line.end()), SegmentKind::Signature);
        for (const auto below : std::as_const(m_lines)) {
            if (below.start <= line.start || isEmpty(below)) {
                continue;
            }
            const bool isContact = kindAt(below.start) == SegmentKind::ContactBlock;
            if (!isContact && !looksSigned(below)) {
                return;
            }
            if (kindAt(below.start) == SegmentKind::Body || kindAt(below.start) == SegmentKind::Link) {
                paint(below, SegmentKind::Signature);
            }
        }
    }

    /// A name, a position or a team, and no sentence.
    [[nodiscard]] bool looksSigned(TextRange range) const
    {
        constexpr std::size_t mostWords = 9;
        const auto words = m_text.at(range);
        return range.length <= longestSignatureLine && m_text.words(range).size() <= mostWords
            && std::ranges::none_of(words, [](QChar c) { return QStringView(u"!?%").contains(c); })
            && !m_text.has("clutter.promo"_L1, range) && !m_text.has("clutter.subscribe"_L1, range);
    }

    /// "Команда «Лавки Север»" as the last words, without any closing.
    void paintBareSignature()
    {
        constexpr std::size_t fewestWords = 2;
        const auto &sentences = m_text.sentences();
        for (auto last = sentences.crbegin(); last != sentences.crend(); ++last) {
            if (kindAt(last->start) == SegmentKind::ContactBlock
                || kindAt(last->start) == SegmentKind::Disclaimer) {
                continue;
            }
            const bool isSigned = m_text.words(*last).size() >= fewestWords && looksSigned(*last)
                && !m_text.at(*last).endsWith(u'.') && m_text.at(*last).front().isUpper()
                && m_text.has("segments.signature-words"_L1, *last);
            if (isSigned && last != sentences.crend() - 1) {
                paint(*last, SegmentKind::Signature);
            }
            return;
        }
    }

    [[nodiscard]] SegmentKind kindAt(qsizetype place) const
    {
        return m_kinds[static_cast<std::size_t>(place)];
    }

    /// The closing words at the beginning of a line or a sentence near the end; nothing where there are none.
    [[nodiscard]] TextRange closingPlace() const
    {
        const auto matches = m_text.phrases(closings);
        const auto isNearEnd = [this](TextRange range) {
            const auto after = std::ranges::count_if(
                m_lines, [&](TextRange line) { return line.start > range.start && !isEmpty(line); });
            const auto sentence = m_text.sentenceAt(range.start);
            const bool begins
                = sentence.start == range.start || m_text.lineAt(range.start).start == range.start;
            const auto rest = m_text.words(between(range.end(), m_text.lineAt(range.start).end())).size();
            return begins && after <= mostSignatureLines && rest <= 14;
        };
        const auto found
            = std::ranges::find_if(matches, [&](const PhraseMatch &match) { return isNearEnd(match.range); });
        return found != matches.end() ? found->range : TextRange{};
    }

    /// "Здравствуйте, Анна!", and no more of a sentence that goes on.
    void paintGreeting()
    {
        const auto matches = m_text.phrases(greetings);
        const auto first = trimmed(m_text.text(), m_text.all()).start;
        for (const auto &match : matches) {
            const auto sentence = m_text.sentenceAt(match.range.start);
            const bool begins = match.range.start - sentence.start <= 1 || match.range.start == first;
            if (begins && match.range.start - first <= 40) {
                paint(between(match.range.start, greetingEnd(match.range, sentence)), SegmentKind::Greeting);
                return;
            }
        }
    }

    /// A greeting takes in up to three names: words with a capital, behind it or behind its comma.
    [[nodiscard]] qsizetype greetingEnd(TextRange greeting, TextRange sentence) const
    {
        const auto end = std::max(greeting.end(), sentence.end());
        const auto words = m_text.words(between(greeting.end(), end));
        auto last = greeting.end();
        for (const auto &word : words.first(std::min<std::size_t>(words.size(), 3))) {
            const auto gap = m_text.at(between(last, word.range.start));
            const bool isName = m_text.at(word.range).front().isUpper();
            if (!isName || gap.contains(u'\n') || gap.contains(u'!') || gap.contains(u'.')
                || (last > greeting.end() && gap.contains(u','))) {
                break;
            }
            last = word.range.end();
        }
        while (last < m_text.text().size() && QStringView(u" ,.!)😊🙂:").contains(m_text.text()[last])) {
            ++last;
        }
        return last;
    }

    void paintQuotes()
    {
        for (const auto line : std::as_const(m_lines)) {
            if (m_text.at(line).trimmed().startsWith(u'>')) {
                paint(line, SegmentKind::Quote);
            }
        }
        paintForwarded();
    }

    /// What is passed on was written by others.
    void paintForwarded()
    {
        if (!m_text.text().contains(u"--")) {
            return;
        }
        const auto lines = linesOfLetter(m_text.text());
        const auto divider = std::ranges::find(lines, LetterLine::Kind::Divider, &LetterLine::kind);
        if (divider != lines.cend()) {
            paint({.start = divider->from, .length = m_text.text().size() - divider->from},
                  SegmentKind::Quote);
        }
    }

    /// White space belongs to what stands before it.
    [[nodiscard]] QList<Segment> joined() const
    {
        QList<Segment> segments;
        for (qsizetype at = 0; at < m_text.text().size(); ++at) {
            const auto kind = kindAt(at);
            const bool goesOn
                = !segments.isEmpty() && (segments.constLast().kind == kind || m_text.text()[at].isSpace());
            if (goesOn) {
                ++segments.last().range.length;
            } else {
                segments.append({.kind = kind, .range = {.start = at, .length = 1}});
            }
        }
        return segments;
    }

    const CheckedText &m_text;
    std::vector<SegmentKind> m_kinds;
    QList<TextRange> m_lines;
};

} // namespace

QList<Segment> segmentsOf(const CheckedText &text)
{
    return Painter(text).segments();
}

} // namespace aside
