// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/inbox/avatar.h"

#include "widgets/common/foreigntext.h"

#include <QPainter>

#include <array>

namespace aside {

namespace {

/// The first letter or digit of a word, with both halves of a pair.
QString firstLetter(QStringView word)
{
    for (qsizetype i = 0; i < word.size(); ++i) {
        const bool isPair = word.at(i).isHighSurrogate() && i + 1 < word.size();
        const char32_t letter
            = isPair ? QChar::surrogateToUcs4(word.at(i), word.at(i + 1)) : word.at(i).unicode();
        if (QChar::isLetterOrNumber(letter)) {
            return word.sliced(i, isPair ? 2 : 1).toString();
        }
        i += isPair ? 1 : 0;
    }
    return {};
}

} // namespace

QString initials(const QString &person)
{
    const QString name = oneLine(person);
    QStringList letters;
    for (const QStringView word : QStringView(name).split(u' ')) {
        const QString letter = firstLetter(word);
        if (!letter.isEmpty()) {
            letters << letter;
        }
    }
    if (letters.isEmpty()) {
        return QStringLiteral("?");
    }
    return (letters.size() > 1 ? letters.constFirst() + letters.at(1) : letters.constFirst()).toUpper();
}

quint32 nameHash(const QString &name)
{
    quint32 hash = 2166136261U; // FNV-1a
    for (const QChar c : name) {
        hash = (hash ^ c.unicode()) * 16777619U;
    }
    return hash >> 8U;
}

QColor avatarColor(const QString &person)
{
    constexpr std::array<QRgb, 10> colors{0xff0f766e, 0xffbe185d, 0xff6d28d9, 0xff1d4ed8, 0xff0e7490,
                                          0xffc2410c, 0xff854d0e, 0xff15803d, 0xffb91c1c, 0xff4338ca};
    return colors.at(nameHash(person) % colors.size());
}

QFont smaller(QFont font)
{
    if (font.pointSizeF() > 0) {
        font.setPointSizeF(font.pointSizeF() * 0.88);
    } else {
        font.setPixelSize(qMax(1, font.pixelSize() * 88 / 100));
    }
    return font;
}

void drawAvatar(QPainter *painter, const QRect &rect, const QString &person)
{
    QFont font = painter->font();
    font.setPixelSize(rect.height() * 36 / 100);
    font.setWeight(QFont::DemiBold);
    painter->setPen(Qt::NoPen);
    painter->setBrush(avatarColor(person));
    painter->drawEllipse(rect);
    painter->setFont(font);
    painter->setPen(Qt::white);
    painter->drawText(rect, Qt::AlignCenter, initials(person));
}

} // namespace aside
