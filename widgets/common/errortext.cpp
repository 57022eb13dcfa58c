// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/common/errortext.h"

#include <QCoreApplication>

namespace aside {

namespace {

struct ErrorText {
    Q_DECLARE_TR_FUNCTIONS(aside::ErrorText)
};

} // namespace

QString errorText(Errc code)
{
    switch (code) {
    case Errc::Internal:
        return ErrorText::tr("Something went wrong inside Aside. Nothing was lost; please report it.");
    case Errc::Cancelled:
        return ErrorText::tr("Stopped. What was done so far is kept.");
    case Errc::InvalidInput:
        return ErrorText::tr("This value cannot be used. Please check it.");
    case Errc::NotFound:
        return ErrorText::tr("It does not exist. Please check the name.");
    case Errc::NoPermission:
        return ErrorText::tr("You may not read or write it. Please check its permissions.");
    case Errc::NotAFile:
        return ErrorText::tr("It is not an ordinary file. Please choose a file.");
    case Errc::NotADirectory:
        return ErrorText::tr(
            "It is a file, but a folder is needed. Please move it away or choose another place.");
    case Errc::Empty:
        return ErrorText::tr("It is empty. There is nothing to do.");
    case Errc::UnknownFormat:
        return ErrorText::tr("Aside cannot read this kind of file. It reads mbox, Maildir, .eml, Telegram "
                             "exports, CSV and JSON Lines.");
    case Errc::BrokenItem:
        return ErrorText::tr("This item is broken and was left out.");
    case Errc::Truncated:
        return ErrorText::tr("It ends in the middle. What came before is kept; please get a complete copy.");
    case Errc::TooLarge:
        return ErrorText::tr("It is larger than Aside accepts and was left out.");
    case Errc::TooDeep:
        return ErrorText::tr("It is nested deeper than Aside accepts and was left out.");
    case Errc::DiskFull:
        return ErrorText::tr("The disk is full. Nothing was lost; make room and try again.");
    case Errc::ReadOnly:
        return ErrorText::tr(
            "This place cannot be written to. Choose another profile folder or change its permissions.");
    case Errc::Io:
        return ErrorText::tr("The disk reported an error. Nothing was lost; check the disk and try again.");
    case Errc::ProfileInUse:
        return ErrorText::tr("Another Aside has this profile open. Close it first, or use its window.");
    case Errc::DatabaseNewer:
        return ErrorText::tr(
            "A newer version of Aside wrote this profile. Please update Aside; nothing was changed.");
    case Errc::DatabaseCorrupt:
        return ErrorText::tr("The database is damaged. Run \"asidectl doctor --repair\", or restore a copy "
                             "from the folder \"backups\".");
    case Errc::NotADatabase:
        return ErrorText::tr("This is not Aside's database, or its key does not fit. Nothing was changed.");
    case Errc::KeyMissing:
        return ErrorText::tr("The key of this profile cannot be found. Unlock the keychain it was made with "
                             "and try again; nothing was changed.");
    case Errc::BadSettings:
        return ErrorText::tr(
            "The file settings.toml cannot be understood. Correct it or move it away; it was not changed.");
    case Errc::Conflict:
        return ErrorText::tr("It has changed in the meantime. Please look again.");
    case Errc::OtherConsumer:
        return ErrorText::tr(
            "Another program reads this account, and only one can. Stop the other program, or make a "
            "new access token and enter it here alone.");
    case Errc::Network:
        return ErrorText::tr("The server cannot be reached. Check the network and try again.");
    case Errc::Timeout:
        return ErrorText::tr("The server did not answer in time. Please try again later.");
    case Errc::Tls:
        return ErrorText::tr("The server cannot prove who it is, so nothing was exchanged with it.");
    case Errc::CertificateUntrusted:
        return ErrorText::tr("Nobody Aside trusts vouches for the server's certificate, so nothing was "
                             "exchanged with it. Ask whoever runs the server.");
    case Errc::CertificateWrongHost:
        return ErrorText::tr("The server's certificate belongs to another name, so nothing was exchanged "
                             "with it. Please check the name of the server.");
    case Errc::CertificateExpired:
        return ErrorText::tr("The server's certificate is not valid today, so nothing was exchanged with "
                             "it. Check the date of this computer, or ask whoever runs the server.");
    case Errc::Insecure:
        return ErrorText::tr("The connection would not be encrypted, so it was not made.");
    case Errc::PrivateAddress:
        return ErrorText::tr("The address leads into your own network, so it was not opened.");
    case Errc::ServerRefused:
        return ErrorText::tr("The server refused the request.");
    case Errc::SignInRefused:
        return ErrorText::tr("The server does not accept the name or the password. Please check both.");
    case Errc::SignInUnsupported:
        return ErrorText::tr("The server offers no way of signing in that Aside knows.");
    case Errc::BadAnswer:
        return ErrorText::tr("The server's answer cannot be understood. Nothing was lost; please try again "
                             "later.");
    case Errc::QuotaFull:
        return ErrorText::tr("There is no room left in the mailbox at the server. Make room there and try "
                             "again.");
    case Errc::AtServer:
        return ErrorText::tr("The file is still at its mail server. Open or save it in the conversation "
                             "first, then try again.");
    case Errc::SecretMissing:
        return ErrorText::tr("The password of this account is not kept on this computer. Please enter it "
                             "again.");
    case Errc::KeychainMissing:
        return ErrorText::tr("This system has no keychain that Aside can use.");
    case Errc::KeychainSilent:
        return ErrorText::tr("The keychain is locked or does not answer. Unlock it and try again; without "
                             "one, start Aside with ASIDE_KEYCHAIN=off.");
    case Errc::PassphraseMissing:
        return ErrorText::tr("The passwords of your accounts lie in an encrypted file, and nobody gave its "
                             "passphrase.");
    case Errc::PassphraseWrong:
        return ErrorText::tr("This passphrase does not open the file with the passwords of your accounts. "
                             "Nothing was changed.");
    case Errc::SecretsDamaged:
        return ErrorText::tr("The file \"secrets\" in the profile is damaged; it was not changed. Restore it "
                             "from a copy, or move it away and enter the passwords of your accounts again.");
    case Errc::ConsentMissing:
        return ErrorText::tr(
            "The customer does not allow it. Ask in the conversation first, and record the answer.");
    }
    Q_UNREACHABLE_RETURN(QString());
}

QString phraseFaultText(PhraseFault fault)
{
    switch (fault) {
    case PhraseFault::Unreadable:
        return ErrorText::tr("This list of phrases cannot be read, or is larger than 1 MB.");
    case PhraseFault::Syntax:
        return ErrorText::tr("This is not TOML, so the whole list is left out.");
    case PhraseFault::WrongType:
        return ErrorText::tr("Lists are tables, and phrases are texts in quotes.");
    case PhraseFault::TooLong:
        return ErrorText::tr("This phrase is longer than 4,000 characters and is left out.");
    case PhraseFault::Unbalanced:
        return ErrorText::tr("A bracket of this phrase has no other half, so it is left out.");
    case PhraseFault::TooMany:
        return ErrorText::tr("The brackets lie too deep, or there are too many phrases.");
    case PhraseFault::Nothing:
        return ErrorText::tr("This phrase has no word that must be there, or begins or ends with a gap.");
    }
    Q_UNREACHABLE_RETURN(QString());
}

} // namespace aside
