// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What stands in place of a person's keyboard, and what they send with it.

#include "tests/servers/telegramserver.h"

namespace aside::test {

using namespace Qt::StringLiterals;

std::optional<TelegramServer::Scripted> TelegramServer::takeMarkup(qint64 chat, const QJsonObject &parameters)
{
    const QJsonObject markup = parameters.value("reply_markup"_L1).toObject();
    const bool isBusiness = parameters.contains("business_connection_id"_L1);
    if (!markup.isEmpty() && isBusiness) {
        return Scripted{.code = 400, .words = u"Bad Request: BUTTON_TYPE_INVALID"_s};
    }
    if (markup.value("remove_keyboard"_L1).toBool()) {
        m_buttons.remove(chat);
    }
    for (const QJsonValue &row : markup.value("keyboard"_L1).toArray()) {
        for (const QJsonValue &button : row.toArray()) {
            if (!button.toObject().value("request_contact"_L1).toBool()) {
                continue;
            }
            if (chat < 0) {
                return Scripted{.code = 400,
                                .words
                                = u"Bad Request: phone number can be requested in private chats only"_s};
            }
            m_buttons.insert(chat, button.toObject().value("text"_L1).toString());
        }
    }
    return std::nullopt;
}

bool TelegramServer::pressShareNumber(qint64 person, const QString &number)
{
    if (!m_buttons.contains(person)) {
        return false;
    }
    sendContact(person, person, number);
    return true;
}

void TelegramServer::sendContact(qint64 person, qint64 owner, const QString &number, qint64 chat)
{
    QJsonObject contact{{u"phone_number"_s, number}, {u"first_name"_s, u"Person %1"_s.arg(owner)}};
    if (owner > 0) {
        contact.insert(u"user_id"_s, owner);
    }
    post(person, chat == 0 ? person : chat, {}, {{u"contact"_s, contact}});
}

} // namespace aside::test
