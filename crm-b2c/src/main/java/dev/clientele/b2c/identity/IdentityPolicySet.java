package dev.clientele.b2c.identity;

import dev.clientele.b2c.identity.survivorship.SurvivorshipRules;
import dev.clientele.core.entity.BodyField;
import dev.clientele.core.entity.Entity;
import dev.clientele.core.entity.EntityState;
import dev.clientele.core.entity.EntityType;
import dev.clientele.core.entity.EntityTypeBuilder;
import java.util.List;

/** The policies of all purposes, with the rules of survivorship; never changed once stored. Immutable and thread-safe. */
public final class IdentityPolicySet extends Entity<IdentityPolicySet> {

    private static final int MAX_PURPOSES = 50;

    private static final EntityTypeBuilder<IdentityPolicySet> DECLARE =
            EntityType.define("identity_policy_set", IdentityPolicySet::new);

    /** The policy of each purpose that has one of its own. */
    public static final BodyField<IdentityPolicySet, List<PolicyData>> POLICIES =
            DECLARE.list("policies", PolicyData.class, MAX_PURPOSES);
    /** The rules by which a person's fields follow from its records; the standard ones if missing. */
    public static final BodyField<IdentityPolicySet, SurvivorshipRules> SURVIVORSHIP =
            DECLARE.structured("survivorship", SurvivorshipRules.class);

    /** The declaration. */
    public static final EntityType<IdentityPolicySet> TYPE = DECLARE.build();

    private IdentityPolicySet(EntityState<IdentityPolicySet> state) {
        super(state);
    }

    List<PolicyData> policies() {
        return getOrDefault(POLICIES, List.of());
    }

    SurvivorshipRules survivorship() {
        return find(SURVIVORSHIP).orElseGet(SurvivorshipRules::standard);
    }
}
