package dev.clientele.b2b.coverage.handover;

import dev.clientele.b2b.deal.pipeline.CreditRule;
import dev.clientele.b2b.team.SalesRep;
import dev.clientele.core.entity.BodyField;
import dev.clientele.core.entity.CodedField;
import dev.clientele.core.entity.Entity;
import dev.clientele.core.entity.EntityState;
import dev.clientele.core.entity.EntityType;
import dev.clientele.core.entity.EntityTypeBuilder;
import dev.clientele.core.entity.Id;
import dev.clientele.core.entity.OrderedField;
import dev.clientele.core.entity.ReferenceField;
import dev.clientele.core.entity.Trait;
import dev.clientele.core.error.Violation;
import dev.clientele.core.error.ViolationCode;
import dev.clientele.persistence.criteria.Criteria;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A handover of one sales representative's records to another: its scopes, its rule for credit, and its progress.
 * Immutable and thread-safe.
 */
public final class Handover extends Entity<Handover> {

    private static final int MAX_SCOPES = 100;

    private static final EntityTypeBuilder<Handover> DECLARE = EntityType.define("handover", Handover::new);

    /** The sales representative who hands over. */
    public static final ReferenceField<Handover, SalesRep> FROM =
            DECLARE.reference("from_rep", "sales_rep", Trait.REQUIRED, Trait.INDEXED);
    /** The sales representative who takes over. */
    public static final ReferenceField<Handover, SalesRep> TO =
            DECLARE.reference("to_rep", "sales_rep", Trait.REQUIRED, Trait.INDEXED);
    /** The rule for credit of open deals. */
    public static final CodedField<Handover, CreditRule> CREDIT_RULE =
            DECLARE.choice("credit", CreditRule.class, Trait.REQUIRED);
    /** The scopes: the kinds of record that are transferred, in this order. */
    public static final BodyField<Handover, List<HandoverScope>> SCOPES =
            DECLARE.list("scopes", HandoverScope.class, MAX_SCOPES, Trait.REQUIRED);
    /** The counts of records transferred so far. */
    public static final BodyField<Handover, HandoverCounts> TRANSFERRED =
            DECLARE.structured("passed", HandoverCounts.class);
    /** The time at which nothing was left to transfer; missing while the handover goes on. */
    public static final OrderedField<Handover, Instant> FINISHED_AT = DECLARE.instant("finished_at");
    /**
     * The number of records skipped, since the actor may see but not change them; missing while the handover goes on.
     */
    public static final OrderedField<Handover, Long> SKIPPED = DECLARE.integer("left_behind");

    /** The entity type: its fields, indexes and rules. */
    public static final EntityType<Handover> TYPE = DECLARE.rule(Handover::consistent)
            .changeRule((before, after) -> before.from().equals(after.from())
                            && before.to().equals(after.to())
                            && before.scopes().equals(after.scopes())
                            && before.creditRule() == after.creditRule()
                    ? List.of()
                    : List.of(new Violation("", ViolationCode.FIXED, "what a handover is about stays: begin another")))
            .build();

    private Handover(EntityState<Handover> state) {
        super(state);
    }

    /**
     * Returns a handover from one to the other: without scopes yet, and with credit that {@linkplain
     * CreditRule#PASSES_ON passes on}.
     */
    public static Handover between(SalesRep from, SalesRep to) {
        return TYPE.newEntity().with(FROM, from.id()).with(TO, to.id()).with(CREDIT_RULE, CreditRule.PASSES_ON);
    }

    /** Returns a copy with this rule for credit of open deals. */
    public Handover withCreditRule(CreditRule rule) {
        return with(CREDIT_RULE, rule);
    }

    /** Returns a copy that also covers records of a kind: those that meet a criteria when their turn comes. */
    public Handover withScope(HandoverKind kind, Criteria criteria) {
        List<HandoverScope> scopes = new ArrayList<>(scopes());
        scopes.add(HandoverScope.of(kind, criteria));
        return with(SCOPES, scopes);
    }

    /** Returns a copy that covers records of every kind, as when somebody leaves. */
    public Handover withAllScopes() {
        return withScope(HandoverKind.DEALS, Criteria.always())
                .withScope(HandoverKind.ACCOUNTS, Criteria.always())
                .withScope(HandoverKind.CONTACTS, Criteria.always())
                .withScope(HandoverKind.PARTNERS, Criteria.always())
                .withScope(HandoverKind.LEADS, Criteria.always())
                .withScope(HandoverKind.TASKS, Criteria.always())
                .withScope(HandoverKind.MEMBERSHIPS, Criteria.always());
    }

    /** Returns the sales representative who hands over. */
    public Id<SalesRep> from() {
        return require(FROM);
    }

    /** Returns the sales representative who takes over. */
    public Id<SalesRep> to() {
        return require(TO);
    }

    /** Returns the rule for credit of open deals. */
    public CreditRule creditRule() {
        return require(CREDIT_RULE);
    }

    /** Returns the scopes. */
    public List<HandoverScope> scopes() {
        return getOrDefault(SCOPES, List.of());
    }

    /** Returns the counts of records transferred so far. */
    public HandoverCounts transferred() {
        return getOrDefault(TRANSFERRED, HandoverCounts.NONE);
    }

    /** Returns whether nothing was left to transfer. */
    public boolean isFinished() {
        return get(FINISHED_AT) != null;
    }

    Handover plus(HandoverCounts more) {
        return with(TRANSFERRED, transferred().plus(more));
    }

    Handover finished(Instant at, long leftBehind) {
        return with(FINISHED_AT, at).with(SKIPPED, leftBehind);
    }

    private static List<Violation> consistent(Handover handover) {
        List<Violation> violations = new ArrayList<>();
        if (handover.from().equals(handover.to())) {
            violations.add(new Violation(TO.name(), "must be another than from_rep"));
        }
        if (handover.scopes().isEmpty()) {
            violations.add(new Violation(SCOPES.name(), ViolationCode.REQUIRED, "must have one at least"));
        }
        return violations;
    }
}
