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
 * The next turn of a rule that doesn't simply choose the first candidate. It is saved with every assignment, so that of
 * two sessions that assign at the same time the second begins anew, with the next turn. Immutable and thread-safe.
 */
public final class AssignmentTurn extends Entity<AssignmentTurn> {

    private static final EntityTypeBuilder<AssignmentTurn> DECLARE =
            EntityType.define("assignment_turn", AssignmentTurn::new);

    /** The rule. */
    public static final ReferenceField<AssignmentTurn, AssignmentRule> RULE =
            DECLARE.reference("rule", "assignment_rule", Trait.REQUIRED, Trait.UNIQUE);
    /** The next turn: an index among the candidates, from 0; beyond the last it is the first's. */
    public static final OrderedField<AssignmentTurn, Long> NEXT = DECLARE.integer("next", Trait.REQUIRED);
    /** The number of records assigned by the rule. */
    public static final OrderedField<AssignmentTurn, Long> ASSIGNED = DECLARE.integer("assigned", Trait.REQUIRED);

    /** The entity type: its fields, indexes and rules. */
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

    /** Returns the next turn. */
    public long next() {
        return require(NEXT);
    }

    /** Returns the number of records assigned by the rule. */
    public long assigned() {
        return require(ASSIGNED);
    }
}
