// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/clock.h"
#include "models/domain/conversation.h"

#include <QHash>
#include <QLatin1StringView>
#include <QLocale>
#include <QString>
#include <QTimeZone>

#include <span>

namespace aside {

/// What a template can ask for without a field of its own. The words that explain it are made in widgets/.
enum class TemplateValue : quint8 {
    PersonName,
    PersonFirstName,
    PersonHandle,
    ConversationSubject,
    ConversationChannel,
    MessageText,
    MessageDate,
    AccountName,
    AccountCompany,
    OperatorName,
    OperatorMark,
    Today,
    Tomorrow,
};

struct TemplateVariable {
    QLatin1StringView name; ///< as a body writes it: "person.first_name"
    TemplateValue value;
};

[[nodiscard]] std::span<const TemplateVariable> templateVariables();

/// What the values are taken from.
struct TemplateSource {
    ConversationRow conversation;
    Message lastIncoming; ///< the customer's newest message; none: empty
    QString accountName;
    QString company;
    QString operatorName;
    QString operatorMark; ///< "^AB"
    Instant now{};
    QTimeZone zone = QTimeZone::utc();
};

/// Name of a variable → its value; what is not known is missing. Dates are written in `language` ("ru",
/// "en").
using TemplateValues = QHash<QString, QString>;
[[nodiscard]] TemplateValues templateValues(const TemplateSource &source, const QString &language);

/// The name to greet somebody by: "Анна" of "Анна Белова"; empty for a nickname, an address or a company.
[[nodiscard]] QString firstNameOf(const QString &name);

/// A date as one writes it in a letter: "21 ноября", "21 November"; with the year where it is another one.
[[nodiscard]] QString dateInWords(QDate date, QDate today, const QString &language);

} // namespace aside
