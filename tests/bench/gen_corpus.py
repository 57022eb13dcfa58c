#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Aside authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Deterministic generator of a customer-service mail corpus (RFC 5322, Russian + English).

  gen_corpus.py --messages 100000 --out DIR [--seed 1] [--format maildir|mbox|both] [--en WORDS] [--ru WORDS]

Writes DIR/Maildir/{cur,new,tmp} and/or DIR/corpus.mbox, plus DIR/manifest.json (counts, sizes, search terms with the
number of messages whose own text holds each). Same arguments and word lists give the same bytes. Only the Python
standard library is used.

Shape: conversations of 1-30 messages (mean about 5) threaded through Message-ID/In-Reply-To/References; 48 % Russian,
42 % English, 10 % mixed; customers drawn by a Zipf law over a pool of messages/12 people; words drawn by a Zipf law
(rank 1 to ~120 are real function words, then a seeded shuffle of the dictionary), quoted replies, top-posting,
signatures, multipart/alternative HTML, 7bit/8bit/quoted-printable/base64 in us-ascii, utf-8, koi8-r, windows-1251,
iso-8859-1; RFC 2047 headers and RFC 2231 file names; 5 % of messages carry an attachment (log-normal size, median
40 KiB, at most 2 MiB).
"""
import argparse, base64, bisect, email.utils, hashlib, html, itertools, json, math, os, quopri, random, re, sys, time

EN_TOP = ("the to and a of i in is you that it for on my have with was not be this are your but at as we can please "
  "if me so order from will do they would has get just or there an when what all been by out up about no am our had "
  "which now any how could still did one like been time more thank thanks after account help email also see need "
  "them than some their sent because only received were into back new delivery day here number should two over "
  "first then well want other make way problem address payment refund may days support know send work card those "
  "again before even same since where item phone made use try check").split()
RU_TOP = ("и в не на я что с по как а это для но мне у к из вы так за все было от бы же мы уже до есть ещё или если "
  "его он заказ вас можно при нет только мой была они когда ли быть вам нас меня чтобы во этот тоже после очень "
  "сейчас где нужно почему спасибо деньги здравствуйте день товар прошу могу пока будет без себя который раз "
  "сегодня потом там она вот даже их ни через заказа доставка оплата номер возврат просто теперь лет потому хочу "
  "адрес письмо карты под время какой ответ проверить пожалуйста помогите срок дней магазин посылка счёт чек "
  "почта ваш сайт звонил оператор жду").split()
FIRST_EN = "James Mary John Linda Robert Susan Michael Karen William Nancy David Lisa Richard Betty Joseph Sandra Thomas Ashley Daniel Kim Paul Emily Mark Donna George Carol Steven Ruth Brian Sharon Edward Laura".split()
LAST_EN = "Smith Johnson Brown Garcia Miller Davis Wilson Moore Taylor Anderson White Harris Martin Thompson Clark Lewis Walker Hall Young King Wright Hill Green Adams Baker Nelson Carter Mitchell Roberts Turner Müller O'Brien".split()
FIRST_RU = "Александр Мария Дмитрий Анна Сергей Елена Андрей Ольга Алексей Наталья Иван Екатерина Михаил Татьяна Никита Ирина Павел Светлана Артём Юлия Владимир Дарья Константин Полина Егор Ксения Фёдор Алина Юрий Вера Щербина Жанна".split()
LAST_RU = "Иванов Смирнов Кузнецов Попов Васильев Петров Соколов Михайлов Новиков Фёдоров Морозов Волков Алексеев Лебедев Семёнов Егоров Павлов Козлов Степанов Николаев Орлов Андреев Макаров Никитин Захаров Зайцев Соловьёв Борисов Яковлев Григорьев Романов Щукин".split()
AGENTS = [("Anna Petrova", "anna"), ("Игорь Лавров", "igor"), ("Olga Kim", "olga"), ("Павел Жуков", "pavel"),
  ("Sam Reed", "sam"), ("Дарья Белова", "darya"), ("Leo Novak", "leo"), ("Марина Юдина", "marina"), ("Tim Ross", "tim"),
  ("Вера Цой", "vera"), ("Nina Frost", "nina"), ("Олег Щукин", "oleg")]
DOMS = "gmail.test mail.test yandex.test outlook.test bk.test inbox.test icloud.test proton.test corp-one.test shop24.test rambler.test list.test".split()
SUBJ_EN = ["Order {o} has not arrived", "Refund for order {o}", "Cannot log in to my account", "Wrong item in parcel {o}", "Question about payment", "Invoice {o}: VAT number", "Change delivery address", "Discount code does not work", "Cancel subscription", "Broken {w} in order {o}", "{w} {w} {w}", "Complaint: {w} {w}", "Where is my {w}?"]
SUBJ_RU = ["Заказ {o} не пришёл", "Возврат денег за заказ {o}", "Не могу войти в личный кабинет", "Не тот товар в посылке {o}", "Вопрос по оплате", "Счёт {o}: нужен акт", "Изменить адрес доставки", "Не работает промокод", "Отменить подписку", "Брак: {w}, заказ {o}", "{w} {w} {w}", "Жалоба: {w} {w}", "Где мой {w}?"]
MAILERS = ["Apple Mail (2.3774.600.62)", "Mozilla Thunderbird 128.3.0", "Microsoft Outlook 16.0", "Yandex.Mail 5.0", "Roundcube Webmail/1.6.7", None, None, None]

TRANS = dict(zip("абвгдеёжзийклмнопрстуфхцчшщъыьэюя", "a b v g d e e zh z i y k l m n o p r s t u f h ts ch sh sch _ y _ e yu ya".split()))
def translit(s): return "".join(TRANS.get(c, c) for c in s.lower()).replace("_", "").replace("'", "").replace("ü", "u")

def load_words(path, cyr):
    pat = re.compile(r"^[а-яё]{3,18}$" if cyr else r"^[a-z]{3,16}$")
    out = set()
    with open(path, encoding="utf-8", errors="replace") as f:
        for line in f:
            w = line.strip().split("/")[0].split("\t")[0]
            if pat.match(w): out.add(w)
    return sorted(out)

class Zipf:
    def __init__(self, top, words, rng, s=1.02, q=2.7, limit=250000):
        words = [w for w in words if w not in set(top)]
        rng.shuffle(words)
        self.words = list(top) + words[:limit]
        self.cum = list(itertools.accumulate(1.0 / (r + q) ** s for r in range(1, len(self.words) + 1)))
    def draw(self, rng, k): return rng.choices(self.words, cum_weights=self.cum, k=k)

def enc_word(s, charset):
    """RFC 2047, split so that no encoded word is longer than 75 characters."""
    if all(32 <= ord(c) < 127 for c in s): return s
    try: s.encode(charset)
    except UnicodeEncodeError: charset = "utf-8"
    out, cur = [], ""
    for ch in s:
        if len(base64.b64encode((cur + ch).encode(charset))) > 75 - len(charset) - 7:
            out.append(cur); cur = ch
        else: cur += ch
    if cur: out.append(cur)
    return "\r\n ".join("=?%s?B?%s?=" % (charset, base64.b64encode(c.encode(charset)).decode()) for c in out)

def addr(name, mail, charset):
    n = enc_word(name, charset)
    if n == name and re.search(r"[^A-Za-z0-9 .]", name): n = '"%s"' % name
    return "%s <%s>" % (n, mail)

def b64lines(b):
    s = base64.b64encode(b).decode()
    return "\r\n".join(s[i:i + 76] for i in range(0, len(s), 76)) + "\r\n"

class Gen:
    def __init__(self, a):
        self.rng = random.Random(a.seed)
        self.n = a.messages
        self.zen = Zipf(EN_TOP, load_words(a.en, False), self.rng, s=1.12, limit=60000)
        self.zru = Zipf(RU_TOP, load_words(a.ru, True), self.rng, s=1.08, limit=250000)
        self.people = []
        npeople = max(50, a.messages // 12)
        for i in range(npeople):
            ru = self.rng.random() < 0.55
            f = self.rng.choice(FIRST_RU if ru else FIRST_EN); l = self.rng.choice(LAST_RU if ru else LAST_EN)
            tail = "" if self.rng.random() < 0.3 else str(self.rng.randrange(1, 9999))
            self.people.append(("%s %s" % (f, l), "%s.%s%s@%s" % (translit(f), translit(l), tail, self.rng.choice(DOMS))))
        self.pcum = list(itertools.accumulate(1.0 / (r + 20) ** 0.8 for r in range(npeople)))
        self.blob = random.Random(a.seed + 7).randbytes(4 << 20)
        self.df = {}
        self.stats = dict(messages=0, conversations=0, attachments=0, html=0, bytes=0, text_chars=0, text_utf8_bytes=0, html_utf8_bytes=0, tokens=0, charsets={}, cte={}, thread_len={})

    def sentence(self, z, k=None):
        r = self.rng
        k = k or min(32, max(3, int(r.gauss(11, 5))))
        w = z.draw(r, k)
        if k > 8 and r.random() < 0.5: w[r.randrange(2, k - 2)] += ","
        if r.random() < 0.06: w.insert(r.randrange(k), "ORD-%07d" % r.randrange(10 ** 7))
        elif r.random() < 0.03: w.insert(r.randrange(k), "%d.%02d" % (r.randrange(5, 90000), r.randrange(100)))
        elif r.random() < 0.015: w.append("https://shop.test/%s/%d?ref=%s" % (translit(w[0]), r.randrange(10 ** 6), translit(w[-1])))
        s = " ".join(w)
        return s[0].upper() + s[1:] + r.choice([".", ".", ".", ".", "?", "!"])

    def body(self, lang, agent, first, me, other):
        r = self.rng
        npar = min(7, 1 + int(r.expovariate(0.9)))
        pars = []
        for _ in range(npar):
            z = self.zru if (lang == "ru" or (lang == "mix" and r.random() < 0.5)) else self.zen
            pars.append(" ".join(self.sentence(z) for _ in range(min(9, 1 + int(r.expovariate(0.5))))))
        ru = lang != "en"
        if first or agent or r.random() < 0.3:
            pars.insert(0, ("Здравствуйте, %s!" if ru else "Hello %s,") % other.split()[0])
        if agent:
            pars.append(("С уважением,\n%s\nСлужба поддержки\n+7 495 000-00-00" if ru else "Kind regards,\n%s\nCustomer Support Team\n+44 20 7946 0000") % me)
        elif r.random() < 0.4: pars.append(me)
        return "\n\n".join(pars)

    @staticmethod
    def wrap(text, width=76):
        out = []
        for line in text.split("\n"):
            while len(line) > width:
                i = line.rfind(" ", 0, width)
                if i <= 0: break
                out.append(line[:i]); line = line[i + 1:]
            out.append(line)
        return out

    def part(self, sub, text, lang):
        """A text part: header lines and encoded body."""
        r = self.rng
        if all(ord(c) < 128 for c in text):
            cs, cte = r.choices([("us-ascii", "7bit"), ("utf-8", "quoted-printable"), ("iso-8859-1", "quoted-printable"), ("utf-8", "base64")], [5, 3, 1, 1])[0]
        else:
            cs, cte = r.choices([("utf-8", "base64"), ("utf-8", "quoted-printable"), ("utf-8", "8bit"), ("windows-1251", "base64"),
              ("windows-1251", "8bit"), ("windows-1251", "quoted-printable"), ("koi8-r", "8bit"), ("koi8-r", "base64")], [42, 18, 15, 6, 5, 4, 6, 4])[0]
            try: text.encode(cs)
            except UnicodeEncodeError: cs = "utf-8"
        raw = text.replace("\n", "\r\n").encode(cs)
        self.stats["html_utf8_bytes" if sub == "html" else "text_utf8_bytes"] += len(text.encode())
        if cte == "base64": b = b64lines(raw).encode()
        elif cte == "quoted-printable": b = quopri.encodestring(raw.replace(b"\r\n", b"\n")).replace(b"\n", b"\r\n")
        else: b = raw
        if not b.endswith(b"\r\n"): b += b"\r\n"
        st = self.stats
        st["charsets"][cs] = st["charsets"].get(cs, 0) + 1; st["cte"][cte] = st["cte"].get(cte, 0) + 1
        h = "Content-Type: text/%s; charset=%s\r\nContent-Transfer-Encoding: %s\r\n\r\n" % (sub, cs, cte)
        return h.encode() + b, cs

    def html(self, text, quoted, qhead):
        e = html.escape
        ps = "".join("<p style=\"margin:0 0 12px 0;font-family:Arial,Helvetica,sans-serif;font-size:14px;line-height:20px\">%s</p>\n" % e(p).replace("\n", "<br>\n") for p in text.split("\n\n"))
        s = "<!DOCTYPE html><html><head><meta http-equiv=\"Content-Type\" content=\"text/html; charset=utf-8\"><style>body{margin:0}.sig{color:#888}a{color:#1155cc}</style></head><body><div dir=\"ltr\">\n" + ps
        if self.rng.random() < 0.12:
            s += "<table border=\"0\" cellpadding=\"4\" width=\"600\">" + "".join("<tr><td>%d</td><td>%s</td><td align=\"right\">%d.00</td></tr>\n" % (i, e(self.zen.draw(self.rng, 1)[0]), self.rng.randrange(10, 9999)) for i in range(self.rng.randrange(2, 9))) + "</table>\n"
        if quoted:
            s += "<div class=\"gmail_quote\"><div>%s</div><blockquote style=\"margin:0 0 0 .8ex;border-left:1px solid #ccc;padding-left:1ex\">%s</blockquote></div>\n" % (e(qhead), "<br>\n".join(e(q) for q in quoted))
        return s + "</div></body></html>\n"

    def attachment(self, bd):
        r = self.rng
        kind, ext = r.choice([("application/pdf", "pdf"), ("image/png", "png"), ("image/jpeg", "jpg"), ("image/jpeg", "jpg"), ("text/csv", "csv"), ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx")])
        size = int(min(2 << 20, max(800, math.exp(r.gauss(math.log(40 * 1024), 1.1)))))
        off = r.randrange(len(self.blob) - size)
        magic = {"pdf": b"%PDF-1.5\n", "png": b"\x89PNG\r\n\x1a\n", "jpg": b"\xff\xd8\xff\xe0", "xlsx": b"PK\x03\x04"}.get(ext, b"")
        data = magic + self.blob[off:off + size]
        if ext == "csv": data = "\r\n".join(",".join(self.zen.draw(r, 4)) for _ in range(min(size, 60000) // 30)).encode()
        if r.random() < 0.5:
            fn = "filename=\"%s-%d.%s\"" % (r.choice(["scan", "receipt", "photo", "invoice", "IMG_"]), r.randrange(10000), ext)
        else:
            from urllib.parse import quote
            fn = "filename*=UTF-8''%s" % quote("%s %d.%s" % (r.choice(["чек", "счёт", "фото товара", "акт", "скан паспорта"]), r.randrange(10000), ext))
        self.stats["attachments"] += 1
        return ("Content-Type: %s\r\nContent-Transfer-Encoding: base64\r\nContent-Disposition: attachment; %s\r\n\r\n" % (kind, fn)).encode() + b64lines(data).encode()

    def count(self, text):
        ws = set(re.findall(r"\w+", text.lower()))
        for w in ws: self.df[w] = self.df.get(w, 0) + 1

    def conversations(self):
        r, made = self.rng, 0
        ts = 1672531200.0
        step = 3 * 365 * 86400.0 / (self.n / 5.0)
        while made < self.n:
            n = min(30, 1 + int(r.lognormvariate(1.05, 0.95)), self.n - made)
            n = max(1, n)
            ts += r.expovariate(1.0) * step
            yield n, ts
            made += n

    def thread(self, n, ts):
        r = self.rng
        lang = r.choices(["ru", "en", "mix"], [48, 42, 10])[0]
        cname, cmail = self.people[bisect.bisect_left(self.pcum, r.random() * self.pcum[-1])]
        z = self.zen if lang == "en" else self.zru
        subj = re.sub(r"\{w\}", lambda m: z.draw(r, 1)[0], r.choice(SUBJ_EN if lang == "en" else SUBJ_RU)).replace("{o}", "ORD-%07d" % r.randrange(10 ** 7))
        subj = subj[0].upper() + subj[1:]
        refs, prev, prevwho, prevdate = [], [], "", 0
        aname, anick = r.choice(AGENTS)
        t = ts
        hc = r.choices(["utf-8", "windows-1251", "koi8-r"], [80, 13, 7])[0]
        agent = False
        self.stats["conversations"] += 1
        self.stats["thread_len"][n] = self.stats["thread_len"].get(n, 0) + 1
        for i in range(n):
            if i: agent = (not agent) if r.random() < 0.85 else agent
            if i and r.random() < 0.05: aname, anick = r.choice(AGENTS)
            me, mail = (aname, "%s@support.test" % anick) if agent else (cname, cmail)
            t += r.expovariate(1 / (3600.0 * 7)) + 40 if i else 0
            mid = "<%s@%s>" % (hashlib.sha1(b"%d" % r.getrandbits(64)).hexdigest()[:28], mail.split("@")[1])
            text = self.body(lang, agent, i == 0, me, cname if agent else aname)
            quoted, qhead = [], ""
            if i and r.random() < 0.75:
                qhead = ("%s пользователь %s написал:" if lang != "en" else "On %s, %s wrote:") % (time.strftime("%d.%m.%Y %H:%M", time.gmtime(prevdate)), prevwho)
                quoted = ["> " + l if not l.startswith(">") else ">" + l for l in prev][:90]
            plain_lines = self.wrap(text)
            full = "\n".join(plain_lines + (["", qhead] + quoted if quoted else [])) + "\n"
            self.stats["text_chars"] += len(full)
            self.count(subj + " " + text)
            k = r.random()
            body_parts = []
            if k < 0.32: mode = "text"
            elif k < 0.92: mode = "alt"
            else: mode = "html"
            if mode != "html":
                p, cs = self.part("plain", full, lang); body_parts.append(p)
            if mode != "text":
                self.stats["html"] += 1
                p, cs = self.part("html", self.html(text, [q.lstrip("> ") for q in quoted], qhead), lang); body_parts.append(p)
            bd = "=_%s" % hashlib.md5(mid.encode()).hexdigest()
            if len(body_parts) == 1: ent = body_parts[0]
            else:
                ent = ("Content-Type: multipart/alternative; boundary=\"%s\"\r\n\r\n" % bd).encode() + b"".join(b"--" + bd.encode() + b"\r\n" + p + b"\r\n" for p in body_parts) + b"--" + bd.encode() + b"--\r\n"
            if r.random() < 0.05:
                b2 = "mx" + bd
                atts = [self.attachment(b2) for _ in range(1 if r.random() < 0.8 else r.randrange(2, 5))]
                self.stats["attachments"] -= len(atts) - 1
                ent = ("Content-Type: multipart/mixed; boundary=\"%s\"\r\n\r\n" % b2).encode() + b"".join(b"--" + b2.encode() + b"\r\n" + p + b"\r\n" for p in [ent] + atts) + b"--" + b2.encode() + b"--\r\n"
            date = email.utils.formatdate(t)
            to = addr(cname, cmail, hc) if agent else r.choice(["support@support.test", "Support <support@support.test>", addr("Служба поддержки", "help@support.test", hc)])
            H = ["Return-Path: <%s>" % mail]
            for hop in range(r.randrange(2, 5)):
                H.append("Received: from mx%d.%s (mx%d.%s [10.%d.%d.%d])\r\n\tby in%d.support.test (Postfix) with ESMTPS id %010X\r\n\tfor <support@support.test>; %s" % (hop, mail.split("@")[1], hop, mail.split("@")[1], r.randrange(256), r.randrange(256), r.randrange(256), r.randrange(9), r.getrandbits(40), date))
            if r.random() < 0.8:
                H.append("DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/relaxed; d=%s; s=s%d;\r\n\tt=%d; h=from:to:subject:date:message-id:in-reply-to:references;\r\n\tbh=%s;\r\n\tb=%s" % (mail.split("@")[1], r.randrange(9), t, base64.b64encode(r.randbytes(32)).decode(), "\r\n\t ".join(textchunks(base64.b64encode(r.randbytes(256)).decode(), 70))))
            m = MAILERS[hash_(cmail) % len(MAILERS)] if not agent else None
            if m: H.append("X-Mailer: " + m)
            H.append("Message-ID: " + mid)
            if refs:
                H.append("In-Reply-To: " + refs[-1]); H.append("References: " + "\r\n\t".join(refs[-20:]))
            H += ["Date: " + date, "From: " + addr(me, mail, hc), "To: " + to,
                  "Subject: " + enc_word(("Re: " if i else "") + subj, hc), "MIME-Version: 1.0"]
            msg = "\r\n".join(H).encode() + b"\r\n" + ent
            refs.append(mid); prev = plain_lines + ([qhead] + quoted if quoted else []); prevwho, prevdate = me, t
            self.stats["messages"] += 1; self.stats["bytes"] += len(msg)
            yield int(t), agent, msg

def textchunks(s, n): return [s[i:i + n] for i in range(0, len(s), n)]
def hash_(s): return int(hashlib.md5(s.encode()).hexdigest()[:8], 16)

def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--messages", type=int, required=True); ap.add_argument("--out", required=True)
    ap.add_argument("--seed", type=int, default=1); ap.add_argument("--format", default="maildir", choices=["maildir", "mbox", "both"])
    ap.add_argument("--en", default="/usr/share/dict/american-english"); ap.add_argument("--ru", default="/usr/share/hunspell/ru_RU.dic", help="one word a line (hunspell unmunch output or a .dic file)")
    a = ap.parse_args()
    t0 = time.time()
    g = Gen(a)
    os.makedirs(a.out, exist_ok=True)
    md = os.path.join(a.out, "Maildir")
    if a.format != "mbox":
        for d in ("cur", "new", "tmp"): os.makedirs(os.path.join(md, d), exist_ok=True)
    mb = open(os.path.join(a.out, "corpus.mbox"), "wb") if a.format != "maildir" else None
    i = 0
    for n, ts in g.conversations():
        last_unread = g.rng.random() < 0.2
        for j, (t, agent, msg) in enumerate(g.thread(n, ts)):
            if md and a.format != "mbox":
                seen = not (last_unread and j >= n - 2 and not agent)
                name = "%d.M%06dP1.host" % (t, i)
                p = os.path.join(md, "cur" if seen else "new", name + (":2,S" if seen else ""))
                with open(p, "wb") as f: f.write(msg.replace(b"\r\n", b"\n"))
            if mb:
                mb.write(b"From MAILER-DAEMON " + time.asctime(time.gmtime(t)).encode() + b"\n" + re.sub(rb"(?m)^(>*From )", rb">\1", msg.replace(b"\r\n", b"\n")) + b"\n")
            i += 1
    if mb: mb.close()
    n = g.stats["messages"]
    # search terms by document frequency (own text and subject, not quotes)
    def pick(lo, hi, cyr, k=5):
        pat = re.compile(r"^[а-яё]{5,12}$" if cyr else r"^[a-z]{5,12}$")
        c = sorted((w for w, d in g.df.items() if lo <= d <= hi and pat.match(w)), key=lambda w: (hash_(w)))
        return {w: g.df[w] for w in c[:k]}
    terms = {}
    for lang, cyr in (("en", False), ("ru", True)):
        terms[lang] = dict(common=pick(n * .05, n * .6, cyr), medium=pick(max(3, n * .002), max(8, n * .006), cyr), rare=pick(2, 4, cyr))
    terms["en_phrase"] = ["customer support team", "please check", "not arrived"]; terms["ru_phrase"] = ["служба поддержки", "не могу войти", "с уважением"]
    terms["en_prefix"] = ["refu", "trans", "acc"]; terms["ru_prefix"] = ["достав", "возвр", "про"]
    g.stats.update(vocabulary=len(g.df), seconds=round(time.time() - t0, 1), seed=a.seed, mean_bytes=round(g.stats["bytes"] / n), terms=terms)
    with open(os.path.join(a.out, "manifest.json"), "w") as f: json.dump(g.stats, f, ensure_ascii=False, indent=1)
    print(json.dumps({k: v for k, v in g.stats.items() if k != "thread_len"}, ensure_ascii=False))
main()
