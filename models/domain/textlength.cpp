// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/core/emoji.h"
#include "models/domain/channelcapabilities.h"
#include "models/domain/contentwarning.h"

#include <QRegularExpression>
#include <QString>
#include <QTextBoundaryFinder>

#include <algorithm>

namespace aside {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype linkLength = 23; ///< on Mastodon and X

qsizetype codePoints(QStringView text)
{
    return std::ranges::count_if(text, [](QChar c) { return !c.isLowSurrogate(); });
}

template <typename Weigh>
qsizetype overGraphemes(QStringView text, Weigh weigh)
{
    QTextBoundaryFinder finder(QTextBoundaryFinder::Grapheme, text);
    qsizetype sum = 0;
    qsizetype start = 0;
    for (auto end = finder.toNextBoundary(); end > 0; end = finder.toNextBoundary()) {
        sum += weigh(text.sliced(start, end - start));
        start = end;
    }
    return sum;
}

qsizetype graphemes(QStringView text)
{
    return overGraphemes(text, [](QStringView) { return qsizetype{1}; });
}

qsizetype bytes(QStringView text)
{
    return text.toUtf8().size();
}

qsizetype onMastodon(QStringView text)
{
    static const QRegularExpression link(u"\\bhttps?://[^\\s<>\"]*[^\\s<>\".,:;!?)\\]»'’]"_s,
                                         QRegularExpression::UseUnicodePropertiesOption);
    static const QRegularExpression mention(u"(?<![\\w/=])@([\\w]+(?:[\\w.-]+\\w)?)@\\w[\\w.-]*\\w"_s);
    const WarnedText warned = readWarning(text.toString()); // what it is written in counts nothing
    auto counted = warned.text;
    counted.replace(link, QString(linkLength, u'x'));
    counted.replace(mention, u"@\\1"_s);
    return graphemes(warned.warning) + graphemes(counted);
}

/// twitter-text, configuration v3: these code points weigh one, all others two.
bool isLight(char32_t c)
{
    return c <= 4351 || (c >= 8192 && c <= 8205) || (c >= 8208 && c <= 8223) || (c >= 8242 && c <= 8247);
}

qsizetype weightOnX(QStringView grapheme)
{
    if (isEmoji(grapheme)) {
        return 2;
    }
    qsizetype weight = 0;
    for (const auto c : grapheme.toUcs4()) {
        weight += isLight(c) ? 1 : 2;
    }
    return weight;
}

qsizetype onX(QStringView text)
{
    // A host without a scheme counts as a link where its last part is a real one; these are most of them.
    static const QRegularExpression link(
        u"\\bhttps?://[^\\s<>\"]*[^\\s<>\".,:;!?)\\]»'’]"
        "|(?<![@\\w./"
        "-])(?:[a-z0-9-]+\\.)+(?:com|net|org|info|biz|io|me|app|dev|ai|co|tv|gg|ru|рф|su|uk|eu|de|"
        "fr|es|it|nl|pl|ua|by|kz|us|ca|au|in|jp|cn|br)\\b(?:/[^\\s<>\"]*[^\\s<>\".,:;!?)\\]»'’])?"_s,
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);
    static const QRegularExpression repliedTo(u"^(?:@\\w{1,15}\\s+)+"_s);
    auto counted = text.toString().normalized(QString::NormalizationForm_C);
    counted.remove(repliedTo);
    counted.replace(link, QString(linkLength, u'x'));
    return overGraphemes(counted, weightOnX);
}

} // namespace

qsizetype lengthIn(LengthUnit unit, QStringView text)
{
    switch (unit) {
    case LengthUnit::Utf16:
        return text.size();
    case LengthUnit::CodePoints:
        return codePoints(text);
    case LengthUnit::Graphemes:
        return graphemes(text);
    case LengthUnit::Mastodon:
        return onMastodon(text);
    case LengthUnit::X:
        return onX(text);
    case LengthUnit::Utf8:
        return bytes(text);
    }
    return text.size();
}

} // namespace aside
