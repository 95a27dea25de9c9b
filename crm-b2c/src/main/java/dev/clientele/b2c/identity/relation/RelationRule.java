package dev.clientele.b2c.identity.relation;

import dev.clientele.b2c.identity.comparison.Fingerprint;
import dev.clientele.b2c.person.Person;
import dev.clientele.core.customer.PostalAddress;
import dev.clientele.core.text.TextRule;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * A rule by which persons are related: they agree in all of its parts. Immutable and thread-safe.
 *
 * @param name such as {@code household}; lower-case letters, digits and single hyphens, at most 40
 * @param parts what they agree in; parts of an address are of one address
 * @param maxMembers the most members that a group may have and still relates them, 2 or more: more share a student hall, a post-office
 *     box or a portal's domain
 * @param excludedDomains domains of e-mail addresses that relate nobody, beside those of providers of mailboxes for everybody
 */
public record RelationRule(String name, List<RelationPart> parts, int maxMembers, List<String> excludedDomains) {

    /** The name of the usual rule of households. */
    public static final String HOUSEHOLD = "household";
    /** The name of the usual rule of employers. */
    public static final String EMPLOYER = "employer";

    private static final TextRule NAME = TextRule.slug(40);
    private static final int USUAL_HOUSEHOLD = 12;
    private static final int USUAL_EMPLOYER = 10_000;

    /** Checks the parts and copies the lists. */
    public RelationRule {
        name = NAME.check("name", name);
        parts = List.copyOf(new LinkedHashSet<>(parts));
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("parts must be one or more, got none");
        }
        if (maxMembers < 2) {
            throw new IllegalArgumentException("maxMembers must be 2 or more, got " + maxMembers);
        }
        excludedDomains = excludedDomains.stream().map(EmailDomains::normalized).toList();
    }

    /** Returns the rule of an own name; no limit but 10,000 members. */
    public static RelationRule of(String name, RelationPart... parts) {
        return new RelationRule(name, List.of(parts), USUAL_EMPLOYER, List.of());
    }

    /** Returns the rule that persons of one street, house and postal code are a household, of at most 12. */
    public static RelationRule household() {
        return of(HOUSEHOLD, RelationPart.STREET, RelationPart.POSTAL_CODE).withMaxMembers(USUAL_HOUSEHOLD);
    }

    /** Returns the rule that persons whose e-mail addresses have one domain work for one employer, of at most 10,000. */
    public static RelationRule employer() {
        return of(EMPLOYER, RelationPart.EMAIL_DOMAIN);
    }

    /** Returns this rule with one more value to agree in, such as the family name. */
    public RelationRule with(RelationPart part) {
        List<RelationPart> more = new ArrayList<>(parts);
        more.add(part);
        return new RelationRule(name, more, maxMembers, excludedDomains);
    }

    /** Returns this rule with another limit of members; 2 or more. */
    public RelationRule withMaxMembers(int members) {
        return new RelationRule(name, parts, members, excludedDomains);
    }

    /** Returns this rule with domains that relate nobody, beside those it has. */
    public RelationRule withoutDomains(String... domains) {
        List<String> more = new ArrayList<>(excludedDomains);
        more.addAll(List.of(domains));
        return new RelationRule(name, parts, maxMembers, more);
    }

    /** Returns the keys of a person by this rule: digests of the values, which persons of one group share. */
    Set<String> keysOf(Person person) {
        Set<String> texts = new TreeSet<>();
        if (parts.stream().anyMatch(RelationPart::isOfAddress)) {
            for (PostalAddress address : person.addresses()) {
                List<String> values = parts.stream()
                        .filter(RelationPart::isOfAddress)
                        .map(part -> part.in(address))
                        .toList();
                if (!values.contains("")) {
                    texts.add(String.join("|", values));
                }
            }
        } else {
            texts.add("");
        }
        for (RelationPart part : parts) {
            if (!part.isOfAddress()) {
                texts = product(texts, usable(part, part.of(person)));
            }
        }
        Set<String> keys = new TreeSet<>();
        texts.forEach(text -> keys.add(prefix() + Long.toUnsignedString(Fingerprint.of(text), 36)));
        return keys;
    }

    /** Returns what all keys of this rule begin with. */
    String prefix() {
        return name + ":";
    }

    private Set<String> usable(RelationPart part, Set<String> values) {
        if (part == RelationPart.EMAIL_DOMAIN) {
            values.removeIf(domain -> EmailDomains.isFreemail(domain) || excludedDomains.contains(domain));
        }
        return values;
    }

    private static Set<String> product(Set<String> texts, Set<String> values) {
        Set<String> all = new TreeSet<>();
        texts.forEach(text -> values.forEach(value -> all.add(text + "|" + value)));
        return all;
    }
}
