package dev.clientele.b2c.identity.relation;

import java.util.Locale;
import java.util.Set;

/** Domains of e-mail addresses that say nothing about whom somebody works for. */
final class EmailDomains {

    /** Providers of mailboxes for everybody. */
    private static final Set<String> FREEMAIL = Set.of(
            "126.com",
            "163.com",
            "aol.com",
            "bluewin.ch",
            "bol.com.br",
            "btinternet.com",
            "comcast.net",
            "fastmail.com",
            "free.fr",
            "freenet.de",
            "gmail.com",
            "gmx.at",
            "gmx.ch",
            "gmx.com",
            "gmx.de",
            "gmx.net",
            "googlemail.com",
            "hotmail.co.uk",
            "hotmail.com",
            "hotmail.fr",
            "icloud.com",
            "laposte.net",
            "libero.it",
            "live.com",
            "mac.com",
            "mail.com",
            "mail.ru",
            "me.com",
            "msn.com",
            "naver.com",
            "orange.fr",
            "outlook.com",
            "posteo.de",
            "proton.me",
            "protonmail.com",
            "qq.com",
            "rediffmail.com",
            "seznam.cz",
            "sky.com",
            "t-online.de",
            "uol.com.br",
            "verizon.net",
            "virgilio.it",
            "wanadoo.fr",
            "web.de",
            "wp.pl",
            "yahoo.co.jp",
            "yahoo.co.uk",
            "yahoo.com",
            "yahoo.de",
            "yahoo.fr",
            "yandex.ru",
            "ymail.com",
            "zoho.com");

    private EmailDomains() {}

    static String normalized(String domain) {
        return domain.strip().toLowerCase(Locale.ROOT);
    }

    static boolean isFreemail(String domain) {
        return FREEMAIL.contains(domain);
    }
}
