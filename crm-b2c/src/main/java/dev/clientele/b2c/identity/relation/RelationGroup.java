package dev.clientele.b2c.identity.relation;

import java.util.Objects;

/**
 * Persons who agree by a rule, such as a household.
 *
 * @param rule the name of the rule
 * @param key what its members share, a digest: an element of {@link dev.clientele.b2c.person.Person#RELATION_KEYS}
 * @param members the number of its members, 1 or more
 * @param generic whether it has so many that it relates nobody
 */
public record RelationGroup(String rule, String key, long members, boolean generic) {

    /** Checks that all is there. */
    public RelationGroup {
        Objects.requireNonNull(rule, "rule");
        Objects.requireNonNull(key, "key");
    }
}
