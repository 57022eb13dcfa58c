// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/person/mergewords.h"

#include "widgets/common/foreigntext.h"

#include <QCoreApplication>

namespace aside {

namespace {

constexpr qsizetype longest = 80;

struct MergeWords {
    Q_DECLARE_TR_FUNCTIONS(aside::MergeWords)
};

} // namespace

QString mergeSignLabel(const MergeEvidence &evidence)
{
    const auto value = isolated(oneLine(evidence.value, longest));
    switch (evidence.sign) {
    case MergeSign::CameByOurLink:
        return MergeWords::tr("They came to the private talk by the link that was sent to the other.");
    case MergeSign::SameAddress:
        return MergeWords::tr("Both have the address %1.").arg(value);
    case MergeSign::SameNumber:
        return MergeWords::tr("Both have the number %1.").arg(value);
    case MergeSign::WroteAddress:
        return MergeWords::tr("One wrote %1, the address of the other.").arg(value);
    case MergeSign::WroteNumber:
        return MergeWords::tr("One wrote %1, the number of the other.").arg(value);
    case MergeSign::SameNameAndNick:
        return MergeWords::tr("Both have the same full name, and %1 as their nickname.").arg(value);
    }
    Q_UNREACHABLE_RETURN(QString());
}

QString personLabel(const PersonName &person)
{
    const auto name = person.name.trimmed().isEmpty() ? person.handle : person.name;
    return name.trimmed().isEmpty() ? MergeWords::tr("Unknown person") : isolated(oneLine(name, longest));
}

QString mergedLabel(const MergedPerson &merged)
{
    return merged.name.trimmed().isEmpty() ? MergeWords::tr("Unknown person")
                                           : isolated(oneLine(merged.name, longest));
}

QString answerLengthLabel(AnswerLength length)
{
    switch (length) {
    case AnswerLength::Any:
        return MergeWords::tr("Any length");
    case AnswerLength::Short:
        return MergeWords::tr("Short answers");
    case AnswerLength::Detailed:
        return MergeWords::tr("Detailed answers");
    }
    Q_UNREACHABLE_RETURN(QString());
}

QString addressFormLabel(AddressForm form)
{
    switch (form) {
    case AddressForm::Any:
        //: How formally a person likes to be spoken to
        return MergeWords::tr("Any tone");
    case AddressForm::Formal:
        //: How formally a person likes to be spoken to: "вы" in Russian
        return MergeWords::tr("Formal");
    case AddressForm::Familiar:
        //: How formally a person likes to be spoken to: "ты" in Russian
        return MergeWords::tr("Familiar");
    }
    Q_UNREACHABLE_RETURN(QString());
}

} // namespace aside
