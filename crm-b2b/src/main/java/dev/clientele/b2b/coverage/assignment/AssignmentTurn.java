package dev.clientele.b2b.coverage.assignment;

import dev.clientele.core.entity.Entity;
import dev.clientele.core.entity.EntityState;
import dev.clientele.core.entity.EntityType;
import dev.clientele.core.entity.EntityTypeBuilder;
import dev.clientele.core.entity.Id;
import dev.clientele.core.entity.OrderedField;
import dev.clientele.core.entity.ReferenceField;
import dev.clientele.core.entity.Trait;

/**
 * Whose turn it is by a rule that doesn't simply take the first. It is saved with every assignment, so that of two sessions that assign at the same time the one
 * that comes second begins anew, with the next turn. Immutable and thread-safe.
 */
public final class AssignmentTurn extends Entity<AssignmentTurn> {

    private static final EntityTypeBuilder<AssignmentTurn> DECLARE =
            EntityType.define("assignment_turn", AssignmentTurn::new);

    /** By which rule. */
    public static final ReferenceField<AssignmentTurn, AssignmentRule> RULE =
            DECLARE.reference("rule", "assignment_rule", Trait.REQUIRED, Trait.UNIQUE);
    /** Whose turn it is next: a place among the candidates, from 0; beyond the last it is the first's. */
    public static final OrderedField<AssignmentTurn, Long> NEXT = DECLARE.integer("next", Trait.REQUIRED);
    /** How many have been assigned by the rule. */
    public static final OrderedField<AssignmentTurn, Long> ASSIGNED = DECLARE.integer("assigned", Trait.REQUIRED);

    /** The declaration. */
    public static final EntityType<AssignmentTurn> TYPE = DECLARE.build();

    private AssignmentTurn(EntityState<AssignmentTurn> state) {
        super(state);
    }

    static AssignmentTurn first(Id<AssignmentRule> rule) {
        return TYPE.newEntity()
                .withId(Id.of(rule.value()))
                .with(RULE, rule)
                .with(NEXT, 0L)
                .with(ASSIGNED, 0L);
    }

    /** Whose turn it is next. */
    public long next() {
        return require(NEXT);
    }

    /** How many have been assigned by the rule. */
    public long assigned() {
        return require(ASSIGNED);
    }
}
