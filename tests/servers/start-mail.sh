#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Aside authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# start-mail.sh DIR CERTIFICATE IMAP IMAPS LMTP SMTP OAUTH
# Dovecot 2.4 and Exim on these ports of this machine, as nobody where root starts them. The certificate is a
# path without its ending. The users op1, op2 and customer have the passwords secret1, secret2 and secret3; full
# has secret4 and a mailbox of 4 kB.
# stop-mail.sh DIR ends them.
set -euo pipefail
dir=$(realpath -m "$1") certificate=$2 imap=$3 imaps=$4 lmtp=$5 smtp=$6 oauth=$7

if [[ $(id -u) == 0 ]]; then
    user=nobody group=nogroup
    as=(setpriv --reuid=nobody --regid=nogroup --clear-groups --inh-caps=-all)
else
    user=$(id -un) group=$(id -gn)
    as=(env)
fi
mkdir -p "$dir"/{run,state,mail,log,spool}
cp "$certificate.pem" "$dir/cert.pem"
cp "$certificate.key" "$dir/key.pem"
printf '%s\n' 'op1:{PLAIN}secret1::::::' 'op2:{PLAIN}secret2::::::' 'customer:{PLAIN}secret3::::::' \
    'full:{PLAIN}secret4::::::room=4k' >"$dir/passwd"
sed 's/^\([^:]*\):{PLAIN}\([^:]*\).*/\1: \2/' "$dir/passwd" >"$dir/passwd.exim"

cat >"$dir/dovecot.conf" <<CONF
dovecot_config_version = 2.4.0
dovecot_storage_version = 2.4.0
base_dir = $dir/run
state_dir = $dir/state
log_path = $dir/log/dovecot.log
default_internal_user = $user
default_internal_group = $group
default_login_user = $user
mail_uid = $user
mail_gid = $group
first_valid_uid = 1
first_valid_gid = 0
protocols = imap lmtp
listen = 127.0.0.1
hostname = localhost
ssl = yes
ssl_server_cert_file = $dir/cert.pem
ssl_server_key_file = $dir/key.pem
auth_allow_cleartext = yes
auth_username_format = %{user | username | lower}
auth_mechanisms = plain login scram-sha-256 xoauth2 oauthbearer
mail_driver = maildir
mail_home = $dir/mail/%{user | username}
mail_path = ~/Maildir
mailbox_list_layout = fs
imap_hibernate_timeout = 0
oauth2 {
  introspection_mode = get
  introspection_url = http://127.0.0.1:$oauth/tokeninfo?access_token=
  username_attribute = email
}
passdb passwd-file {
  passwd_file_path = $dir/passwd
}
userdb static {
  fields {
    uid = $user
    gid = $group
    home = $dir/mail/%{user | username}
    quota_storage_size = %{passdb:room | default('0')}
  }
}
mail_plugins {
  quota = yes
}
quota user {
  quota_storage_grace = 0
}
namespace inbox {
  inbox = yes
  separator = /
  mailbox Drafts {
    auto = subscribe
    special_use = "\\\\Drafts"
  }
  mailbox Sent {
    auto = subscribe
    special_use = "\\\\Sent"
  }
  mailbox Junk {
    auto = subscribe
    special_use = "\\\\Junk"
  }
}
service anvil {
  chroot =
}
service imap-login {
  chroot =
  inet_listener imap {
    port = $imap
  }
  inet_listener imaps {
    port = $imaps
    ssl = yes
  }
}
service imap {
  process_limit = 50
}
service lmtp {
  inet_listener lmtp {
    port = $lmtp
  }
}
service stats {
  chroot =
}
CONF

cat >"$dir/exim.conf" <<CONF
spool_directory = $dir/spool
log_file_path = $dir/log/exim-%slog
pid_file_path = $dir/exim.pid
exim_user = $user
exim_group = $group
never_users =
trusted_users = $user
deliver_drop_privilege = true
queue_only = false
local_interfaces = 127.0.0.1
daemon_smtp_ports = $smtp
primary_hostname = localhost
domainlist local_domains = localhost : example.test
acl_smtp_rcpt = acl_rcpt
acl_smtp_data = accept
tls_advertise_hosts = *
tls_certificate = $dir/cert.pem
tls_privatekey = $dir/key.pem
auth_advertise_hosts = *
message_size_limit = 50M
smtputf8_advertise_hosts = *
keep_environment =
begin acl
acl_rcpt:
  accept authenticated = *
  accept domains = +local_domains
         hosts = 127.0.0.1
  deny message = relay denied
begin routers
to_dovecot:
  driver = accept
  domains = +local_domains
  transport = lmtp
begin transports
lmtp:
  driver = smtp
  protocol = lmtp
  hosts = 127.0.0.1
  hosts_override
  allow_localhost
  port = $lmtp
begin retry
* * F,1h,1m
begin authenticators
plain:
  driver = plaintext
  public_name = PLAIN
  server_prompts = :
  server_condition = \${if eq{\${lookup{\$auth2}lsearch{$dir/passwd.exim}{\$value}{}}}{\$auth3}}
  server_set_id = \$auth2
login:
  driver = plaintext
  public_name = LOGIN
  server_prompts = <| Username: | Password:
  server_condition = \${if eq{\${lookup{\$auth1}lsearch{$dir/passwd.exim}{\$value}{}}}{\$auth2}}
  server_set_id = \$auth1
CONF

if [[ $user == nobody ]]; then chown -R "$user:$group" "$dir"; fi
chmod 700 "$dir"
chmod 600 "$dir/key.pem"
"${as[@]}" /usr/sbin/dovecot -c "$dir/dovecot.conf"
"${as[@]}" /usr/sbin/exim4 -C "$dir/exim.conf" -bd

answers() { (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; }
for _ in $(seq 100); do
    if answers "$imap" && answers "$smtp"; then exit 0; fi
    sleep .05
done
exit 1
