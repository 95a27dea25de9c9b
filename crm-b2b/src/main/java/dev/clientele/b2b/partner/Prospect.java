package dev.clientele.b2b.partner;

import com.google.common.collect.ImmutableSet;
import dev.clientele.b2b.account.Account;
import dev.clientele.b2b.account.CompanyName;
import dev.clientele.b2b.lead.Lead;
import dev.clientele.b2b.lead.Leads;
import dev.clientele.core.CrmSession;
import dev.clientele.core.entity.Id;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * The company that a registration is about, recognised as leads are: by domain name, by name without spelling and legal
 * form, and by the accounts that these lead to.
 *
 * @param accounts the accounts that it is or may be
 * @param keys its prospect keys
 */
record Prospect(Set<Id<Account>> accounts, Set<String> keys) {

    private static final int MAX_NAME_LENGTH = 400;

    Prospect {
        accounts = ImmutableSet.copyOf(accounts);
        keys = ImmutableSet.copyOf(keys);
    }

    static Prospect of(CrmSession session, DealRegistration registration) {
        Set<Id<Account>> accounts = new LinkedHashSet<>();
        Set<String> keys = new TreeSet<>();
        Lead like = Lead.ofCompany(registration.company());
        String domain = registration.get(DealRegistration.DOMAIN);
        if (domain != null) {
            String lower = domain.toLowerCase(Locale.ROOT);
            like = like.with(Lead.DOMAIN, lower);
            keys.add("domain:" + lower);
        }
        String name = CompanyName.matchKey(registration.company());
        if (!name.isEmpty()) {
            keys.add("name:" + start(name));
        }
        registration.find(DealRegistration.ACCOUNT).ifPresent(accounts::add);
        new Leads(session).findMatches(like).accounts().forEach(account -> accounts.add(account.id()));
        accounts.forEach(account -> keys.add("account:" + account));
        return new Prospect(accounts, keys);
    }

    private static String start(String name) {
        int length = Math.min(MAX_NAME_LENGTH, name.codePointCount(0, name.length()));
        return name.substring(0, name.offsetByCodePoints(0, length)).strip();
    }
}
