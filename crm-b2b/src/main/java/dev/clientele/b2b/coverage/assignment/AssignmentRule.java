package dev.clientele.b2b.coverage.assignment;

import dev.clientele.b2b.team.SalesRep;
import dev.clientele.core.criteria.StoredCriteria;
import dev.clientele.core.entity.BodyField;
import dev.clientele.core.entity.CodedField;
import dev.clientele.core.entity.Entity;
import dev.clientele.core.entity.EntityState;
import dev.clientele.core.entity.EntityType;
import dev.clientele.core.entity.EntityTypeBuilder;
import dev.clientele.core.entity.FlagField;
import dev.clientele.core.entity.Id;
import dev.clientele.core.entity.OrderedField;
import dev.clientele.core.entity.TextField;
import dev.clientele.core.entity.Trait;
import dev.clientele.core.error.Violation;
import dev.clientele.core.error.ViolationCode;
import dev.clientele.persistence.criteria.Criteria;
import java.util.List;
import java.util.stream.Stream;

/**
 * A rule that assigns the leads, accounts or deals that meet a criteria, unless a rule of lower rank has them.
 * Immutable and thread-safe.
 */
public final class AssignmentRule extends Entity<AssignmentRule> {

    private static final int MAX_CANDIDATES = 1000;

    private static final EntityTypeBuilder<AssignmentRule> DECLARE =
            EntityType.define("assignment_rule", AssignmentRule::new);

    /** The unique code, which explanations name. */
    public static final TextField<AssignmentRule> CODE = DECLARE.key("code", 64, Trait.REQUIRED, Trait.UNIQUE);
    /** The kind of record that it assigns. */
    public static final CodedField<AssignmentRule, AssignmentTarget> TARGET =
            DECLARE.choice("target", AssignmentTarget.class, Trait.REQUIRED, Trait.INDEXED);
    /** The rank among the rules for the same kind of record, the lowest first; rules of one rank by code. */
    public static final OrderedField<AssignmentRule, Long> RANK = DECLARE.integer("place", Trait.REQUIRED);
    /** The criteria of the records. */
    public static final BodyField<AssignmentRule, StoredCriteria> CRITERIA =
            DECLARE.structured("criteria", StoredCriteria.class, Trait.REQUIRED);
    /** The method of choosing among the candidates. */
    public static final CodedField<AssignmentRule, AssignmentMethod> METHOD =
            DECLARE.choice("method", AssignmentMethod.class, Trait.REQUIRED);
    /** The candidates, in order. */
    public static final BodyField<AssignmentRule, List<AssignmentCandidate>> CANDIDATES =
            DECLARE.list("candidates", AssignmentCandidate.class, MAX_CANDIDATES, Trait.REQUIRED);
    /** True of a rule that is suspended; missing or false of all others. */
    public static final FlagField<AssignmentRule> SUSPENDED = DECLARE.flag("suspended");

    /** The entity type: its fields, indexes and rules. */
    public static final EntityType<AssignmentRule> TYPE =
            DECLARE.rule(AssignmentRule::consistent).build();

    private AssignmentRule(EntityState<AssignmentRule> state) {
        super(state);
    }

    /**
     * Returns a rule that assigns what meets a criteria to the first of these candidates; see {@link #withMethod} for
     * other ways.
     */
    public static AssignmentRule of(
            String code, AssignmentTarget target, long place, Criteria criteria, SalesRep... candidates) {
        return TYPE.newEntity()
                .with(CODE, code)
                .with(TARGET, target)
                .with(RANK, place)
                .with(METHOD, AssignmentMethod.FIRST)
                .withCriteria(criteria)
                .with(
                        CANDIDATES,
                        Stream.of(candidates)
                                .map(rep -> new AssignmentCandidate(rep.id()))
                                .toList());
    }

    /** Returns a copy with another method. */
    public AssignmentRule withMethod(AssignmentMethod method) {
        return with(METHOD, method);
    }

    /** Returns a copy with another criteria. */
    public AssignmentRule withCriteria(Criteria criteria) {
        return with(CRITERIA, StoredCriteria.of(criteria));
    }

    /** Returns the unique code. */
    public String code() {
        return require(CODE);
    }

    /** Returns the kind of record that it assigns. */
    public AssignmentTarget target() {
        return require(TARGET);
    }

    /** Returns the rank among the rules for the same kind of record. */
    public long rank() {
        return require(RANK);
    }

    /** Returns the method of choosing among the candidates. */
    public AssignmentMethod method() {
        return require(METHOD);
    }

    /** Returns the criteria of the records. */
    public Criteria criteria() {
        return require(CRITERIA).toCriteria();
    }

    /** Returns the candidates, in order. */
    public List<Id<SalesRep>> candidates() {
        return getOrDefault(CANDIDATES, List.of()).stream()
                .map(AssignmentCandidate::rep)
                .toList();
    }

    private static List<Violation> consistent(AssignmentRule rule) {
        List<Id<SalesRep>> candidates = rule.candidates();
        return !candidates.isEmpty() && candidates.stream().distinct().count() == candidates.size()
                ? List.of()
                : List.of(new Violation(
                        CANDIDATES.name(), ViolationCode.REPEATED, "must name one at least, and everybody once"));
    }
}
