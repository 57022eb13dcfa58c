// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/persons/personnames.h"

namespace aside {

using namespace Qt::StringLiterals;

QLatin1StringView personDecisionName(PersonDecision decision)
{
    switch (decision) {
    case PersonDecision::Merged:
        return "merged"_L1;
    case PersonDecision::Separated:
        return "separated"_L1;
    case PersonDecision::Different:
        return "different"_L1;
    case PersonDecision::Reconsidered:
        return "reconsidered"_L1;
    }
    Q_UNREACHABLE_RETURN({});
}

QLatin1StringView mergeSignName(MergeSign sign)
{
    switch (sign) {
    case MergeSign::CameByOurLink:
        return "came-by-our-link"_L1;
    case MergeSign::SameAddress:
        return "same-address"_L1;
    case MergeSign::SameNumber:
        return "same-number"_L1;
    case MergeSign::WroteAddress:
        return "wrote-address"_L1;
    case MergeSign::WroteNumber:
        return "wrote-number"_L1;
    case MergeSign::SameNameAndNick:
        return "same-name-and-nick"_L1;
    }
    Q_UNREACHABLE_RETURN({});
}

QLatin1StringView answerLengthName(AnswerLength length)
{
    switch (length) {
    case AnswerLength::Any:
        return "any"_L1;
    case AnswerLength::Short:
        return "short"_L1;
    case AnswerLength::Detailed:
        return "detailed"_L1;
    }
    Q_UNREACHABLE_RETURN({});
}

QLatin1StringView addressFormName(AddressForm form)
{
    switch (form) {
    case AddressForm::Any:
        return "any"_L1;
    case AddressForm::Formal:
        return "formal"_L1;
    case AddressForm::Familiar:
        return "familiar"_L1;
    }
    Q_UNREACHABLE_RETURN({});
}

} // namespace aside
