// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/mailservices.h"

#include "app/channels/http/httpclient.h"
#include "app/profile.h"

#include <QCoreApplication>
#include <QDesktopServices>
#include <QNetworkAccessManager>

namespace aside {

namespace {

/// What the browser shows when a service has sent the person back.
QByteArray pageAfterConsent()
{
    return QStringLiteral(
               "<!DOCTYPE html><html><head><meta charset=\"utf-8\"><title>Aside</title></head><body>"
               "<p>%1</p></body></html>")
        .arg(QCoreApplication::translate("MailServices", "You can close this page and go back to Aside.")
                 .toHtmlEscaped())
        .toUtf8();
}

} // namespace

MailServices::MailServices(Profile &profile, HttpClient &http)
    : m_profile(profile)
    , m_environment(&m_person)
    , m_secrets(profile.directory(), m_environment)
    , m_finder(
          {.http = http, .edge = mail::systemAutoconfigEdge(), .table = mail::ProviderTable::delivered()})
    , m_probe(mail::systemMailEdge())
    , m_signIns(m_secrets,
                {.mail = mail::systemMailEdge(), .network = &http.network(), .page = pageAfterConsent()},
                profile.clock())
    , m_setups(makeSetups(systemEdge(), profile.clock(), pageAfterConsent()))
{
    QObject::connect(&m_signIns, &MailSignIns::pageReady, &m_signIns,
                     [](const QUrl &page) { QDesktopServices::openUrl(page); });
    QObject::connect(m_setups.get(), &AccountSetups::pageReady, m_setups.get(),
                     [](const QUrl &page) { QDesktopServices::openUrl(page); });
}

AccountEdges MailServices::edges()
{
    return {.finder = m_finder, .probe = m_probe, .signIns = m_signIns, .setups = *m_setups};
}

ChannelEdges MailServices::channelEdges()
{
    return {.signIns = m_signIns, .clock = m_profile.clock(), .ownAddresses = m_profile.ownAddresses()};
}

} // namespace aside
