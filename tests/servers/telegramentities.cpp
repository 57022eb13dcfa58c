// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the description of the Bot API says of entities in words alone.

#include "tests/servers/telegramserver.h"

namespace aside::test {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostEntities = 100;

struct Piece {
    qint64 from = 0;
    qint64 to = 0;
};

/// Half of a pair of surrogates is no character.
bool splitsCharacter(const QString &text, qint64 at)
{
    return at > 0 && at < text.size() && text.at(at).isLowSurrogate() && text.at(at - 1).isHighSurrogate();
}

QString wrongIn(const QString &text, const QJsonArray &entities)
{
    QList<Piece> pieces;
    for (const QJsonValue &entity : entities) {
        const Piece piece{.from = entity["offset"_L1].toInteger(),
                          .to = entity["offset"_L1].toInteger() + entity["length"_L1].toInteger()};
        if (piece.from < 0 || piece.to <= piece.from || piece.to > text.size()
            || splitsCharacter(text, piece.from) || splitsCharacter(text, piece.to)) {
            return u"Bad Request: an entity that lies nowhere"_s;
        }
        const QString words = text.sliced(piece.from, piece.to - piece.from);
        if (words.front().isSpace() || words.back().isSpace()) {
            return u"Bad Request: an entity that begins or ends with a blank"_s;
        }
        for (const Piece &other : pieces) {
            const bool crosses = other.from < piece.to && piece.from < other.to
                && !(other.from <= piece.from && piece.to <= other.to);
            if (crosses) {
                return u"Bad Request: entities that cross, or the inner one first"_s;
            }
        }
        if (entity["type"_L1] == "text_link"_L1 && entity["url"_L1].toString().isEmpty()) {
            return u"Bad Request: a link to nowhere"_s;
        }
        pieces.append(piece);
    }
    return pieces.size() > mostEntities ? u"Bad Request: too many entities"_s : QString();
}

} // namespace

QString TelegramServer::wrongEntities(const QJsonObject &parameters)
{
    if (parameters.contains("parse_mode"_L1) && parameters.contains("entities"_L1)) {
        return u"Bad Request: entities and a mode of parsing"_s;
    }
    QString wrong = wrongIn(parameters["text"_L1].toString(), parameters["entities"_L1].toArray());
    if (wrong.isEmpty()) {
        wrong = wrongIn(parameters["caption"_L1].toString(), parameters["caption_entities"_L1].toArray());
    }
    for (const QJsonValue &item : parameters["media"_L1].toArray()) {
        if (wrong.isEmpty()) {
            wrong = wrongIn(item["caption"_L1].toString(), item["caption_entities"_L1].toArray());
        }
    }
    return wrong;
}

} // namespace aside::test
