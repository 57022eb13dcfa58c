// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/channels/email/imap/bodyparts.h"

#include <utility>

namespace aside::imap {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostParts = 10'000;

/// Where the items of a part stand (RFC 3501, 7.4.2).
enum Place : qsizetype { Type = 0, Subtype = 1, Parameters = 2, ContentId = 3, Encoding = 5, Size = 6 };

/// The value of a name in ("charset" "utf-8" …).
QByteArray parameter(const Value &list, QByteArrayView name)
{
    for (qsizetype i = 0; i + 1 < list.items.size(); i += 2) {
        if (isWord(list.items.at(i).bytes, name)) {
            return list.items.at(i + 1).bytes;
        }
    }
    return {};
}

/// The extensions begin behind what only some kinds of parts have.
qsizetype dispositionPlace(QByteArrayView type)
{
    if (type.startsWith("text/")) {
        return 9;
    }
    return type == "message/rfc822" ? 11 : 8;
}

BodyPart leaf(const Value &part, QByteArray section)
{
    const auto item = [&](qsizetype place) {
        return part.items.value(place);
    };
    BodyPart found{.section = std::move(section)};
    found.type = item(Type).bytes.toLower() + '/' + item(Subtype).bytes.toLower();
    found.charset = parameter(item(Parameters), "charset");
    found.contentId = item(ContentId).bytes;
    found.encoding = item(Encoding).bytes.toLower();
    found.size = item(Size).bytes.toULongLong();
    const Value disposition = item(dispositionPlace(found.type));
    found.disposition = disposition.items.value(0).bytes.toLower();
    found.fileName = parameter(disposition.items.value(1), "filename");
    if (found.fileName.isEmpty()) {
        found.fileName = parameter(item(Parameters), "name");
    }
    return found;
}

/// The depth is that of the response, which the scanner has limited.
Result<void> collect(const Value &part, const QByteArray &section, QList<BodyPart> &found)
{
    if (!part.isList() || part.items.isEmpty()) {
        return fail(Errc::BadAnswer, u"not a part"_s);
    }
    if (found.size() >= mostParts) {
        return fail(Errc::TooLarge, u"too many parts"_s);
    }
    if (!part.items.constFirst().isList()) {
        found.append(leaf(part, section.isEmpty() ? "1"_ba : section));
        return {};
    }
    for (qsizetype i = 0; i < part.items.size() && part.items.at(i).isList(); ++i) {
        const QByteArray inner
            = (section.isEmpty() ? QByteArray() : section + '.') + QByteArray::number(i + 1);
        if (Result<void> read = collect(part.items.at(i), inner, found); !read) {
            return read;
        }
    }
    return {};
}

} // namespace

Result<QList<BodyPart>> bodyParts(const Value &structure)
{
    QList<BodyPart> found;
    return collect(structure, {}, found).transform([&] { return std::move(found); });
}

} // namespace aside::imap
