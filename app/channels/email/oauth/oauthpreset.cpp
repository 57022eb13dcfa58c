// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/channels/email/oauth/oauthpreset.h"

namespace aside::mail {

using namespace Qt::StringLiterals;

std::optional<OAuthPreset> deliveredPreset(const QString &name)
{
    if (name == "google"_L1) {
        // https://developers.google.com/identity/protocols/oauth2/native-app
        return OAuthPreset{.authorizePage = QUrl(u"https://accounts.google.com/o/oauth2/v2/auth"_s),
                           .tokenPlace = QUrl(u"https://oauth2.googleapis.com/token"_s),
                           .scope = u"https://mail.google.com/"_s,
                           .issuer = u"https://accounts.google.com"_s,
                           .extras = {{u"access_type"_s, u"offline"_s}, {u"prompt"_s, u"consent"_s}}};
    }
    if (name == "microsoft"_L1) {
        // https://learn.microsoft.com/entra/identity-platform/reply-url#localhost-exceptions
        return OAuthPreset{
            .authorizePage = QUrl(u"https://login.microsoftonline.com/common/oauth2/v2.0/authorize"_s),
            .tokenPlace = QUrl(u"https://login.microsoftonline.com/common/oauth2/v2.0/token"_s),
            .scope = u"https://outlook.office.com/IMAP.AccessAsUser.All "
                     "https://outlook.office.com/SMTP.Send offline_access"_s,
            .extras = {{u"prompt"_s, u"select_account"_s}},
            .redirectHost = u"localhost"_s,
            .path = RedirectPath::Root};
    }
    return std::nullopt;
}

} // namespace aside::mail
