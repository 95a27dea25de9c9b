package dev.clientele.b2b.deal.approval;

import com.google.common.collect.ImmutableSet;
import dev.clientele.b2b.deal.pipeline.ApprovalRule;
import dev.clientele.b2b.deal.pipeline.ApprovalStatus;
import dev.clientele.b2b.deal.pipeline.ApprovalTerms;
import dev.clientele.b2b.deal.pipeline.Opportunity;
import dev.clientele.core.access.Actor;
import dev.clientele.core.change.Change;
import dev.clientele.core.entity.BodyField;
import dev.clientele.core.entity.CodedField;
import dev.clientele.core.entity.Entity;
import dev.clientele.core.entity.EntityState;
import dev.clientele.core.entity.EntityType;
import dev.clientele.core.entity.EntityTypeBuilder;
import dev.clientele.core.entity.Field;
import dev.clientele.core.entity.Id;
import dev.clientele.core.entity.OrderedField;
import dev.clientele.core.entity.ReferenceField;
import dev.clientele.core.entity.TextField;
import dev.clientele.core.entity.TextSetField;
import dev.clientele.core.entity.Trait;
import dev.clientele.core.error.Violation;
import dev.clientele.core.error.ViolationCode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** A request for approval of a deal as it was then, with its decision. Immutable and thread-safe. */
public final class Approval extends Entity<Approval> {

    private static final EntityTypeBuilder<Approval> DECLARE = EntityType.define("approval", Approval::new);

    /** The deal. */
    public static final ReferenceField<Approval, Opportunity> OPPORTUNITY =
            DECLARE.reference("opportunity", "opportunity", Trait.REQUIRED, Trait.INDEXED);
    /** The code of the approval rule. */
    public static final TextField<Approval> RULE = DECLARE.key("rule", 40, Trait.REQUIRED);
    /** The number of this request among those of the deal by the rule, from 1. */
    public static final OrderedField<Approval, Long> ROUND = DECLARE.integer("round", Trait.REQUIRED);
    /** The deal's version at the time of the request. */
    public static final OrderedField<Approval, Long> DEAL_VERSION = DECLARE.integer("deal_version", Trait.REQUIRED);
    /** The names of the deal's fields that it covers. */
    public static final TextSetField<Approval> COVERED_FIELDS = DECLARE.textSet("covers", 48);
    /** The digest of the covered fields' values at the time of the request: 64 hexadecimal digits. Kept by the library. */
    public static final TextField<Approval> COVERED_STATE = DECLARE.key("covered_state", 64);
    /** The role that an actor needs to decide; missing if anybody else may. */
    public static final TextField<Approval> ROLE = DECLARE.key("role", 120);
    /** The time of the request. */
    public static final OrderedField<Approval, Instant> REQUESTED_AT = DECLARE.instant("requested_at", Trait.REQUIRED);
    /** The text form of the actor who asked. */
    public static final TextField<Approval> REQUESTED_BY = DECLARE.key("requested_by", 200, Trait.REQUIRED);
    /** The decision. */
    public static final CodedField<Approval, ApprovalDecision> DECISION =
            DECLARE.choice("decision", ApprovalDecision.class, Trait.REQUIRED, Trait.INDEXED);
    /** The time of the decision. */
    public static final OrderedField<Approval, Instant> DECIDED_AT = DECLARE.instant("decided_at");
    /** The text form of the actor who decided. */
    public static final TextField<Approval> DECIDED_BY = DECLARE.key("decided_by", 200);
    /** The note on the request. */
    public static final BodyField<Approval, String> REQUEST_NOTE = DECLARE.longText("request_note", 4000);
    /** The note on the decision. */
    public static final BodyField<Approval, String> DECISION_NOTE = DECLARE.longText("decision_note", 4000);

    private static final List<Field<Approval, ?>> REQUEST = List.of(
            OPPORTUNITY,
            RULE,
            ROUND,
            DEAL_VERSION,
            COVERED_FIELDS,
            COVERED_STATE,
            ROLE,
            REQUESTED_AT,
            REQUESTED_BY,
            REQUEST_NOTE);

    /** The entity type: its fields, indexes and rules. */
    public static final EntityType<Approval> TYPE = DECLARE.uniqueKey("one_of_each_round", OPPORTUNITY, RULE, ROUND)
            .rule(Approval::consistent)
            .changeRule(Approval::changeViolations)
            .build();

    private Approval(EntityState<Approval> state) {
        super(state);
    }

    static Approval of(Opportunity deal, ApprovalRule rule, long round, Actor by, Instant at, String note) {
        return TYPE.newEntity()
                .with(OPPORTUNITY, deal.id())
                .with(RULE, rule.code())
                .with(ROLE, rule.role())
                .with(ROUND, round)
                .with(DEAL_VERSION, deal.version())
                .with(COVERED_FIELDS, ImmutableSet.copyOf(rule.covers()))
                .with(COVERED_STATE, CoveredFields.digest(deal, rule.covers()))
                .with(REQUESTED_AT, at)
                .with(REQUESTED_BY, by.toString())
                .with(DECISION, ApprovalDecision.PENDING)
                .with(REQUEST_NOTE, note);
    }

    Approval decided(ApprovalDecision decision, Actor by, Instant at, String note) {
        return with(DECISION, decision)
                .with(DECIDED_AT, at)
                .with(DECIDED_BY, by.toString())
                .with(DECISION_NOTE, note);
    }

    /** Returns the deal. */
    public Id<Opportunity> opportunity() {
        return require(OPPORTUNITY);
    }

    /** Returns the code of the approval rule. */
    public String rule() {
        return require(RULE);
    }

    /** Returns the number of this request among those of the deal by the rule, from 1. */
    public long round() {
        return require(ROUND);
    }

    /** Returns the decision. */
    public ApprovalDecision decision() {
        return require(DECISION);
    }

    /** Returns the deal's version at the time of the request. */
    public long dealVersion() {
        return require(DEAL_VERSION);
    }

    /** Returns the terms on which it was asked for. */
    public ApprovalTerms terms() {
        return new ApprovalTerms(get(ROLE), getOrDefault(COVERED_FIELDS, Set.of()));
    }

    /**
     * Computes the status, given the deal and its changes since. Pure.
     *
     * @param deal the deal
     * @param changes the deal's changes after {@link #dealVersion()} as far as the log has them, in any order; others don't
     *     matter
     */
    public ApprovalStatus status(Opportunity deal, Collection<Change> changes) {
        if (decision() == ApprovalDecision.REJECTED) {
            return ApprovalStatus.REJECTED;
        } else if (hasLapsed(deal, changes)) {
            return ApprovalStatus.LAPSED;
        }
        return decision() == ApprovalDecision.APPROVED ? ApprovalStatus.APPROVED : ApprovalStatus.REQUESTED;
    }

    /** Returns whether what it covers is other than at the time of the request, or has been in between. */
    boolean hasLapsed(Opportunity deal, Collection<Change> changes) {
        Set<String> covered = getOrDefault(COVERED_FIELDS, Set.of());
        return !covers(deal)
                || changes.stream()
                        .anyMatch(change -> change.version() > dealVersion()
                                && !Collections.disjoint(change.fields().keySet(), covered));
    }

    /** Returns whether the covered fields of a deal have the values that they had at the time of the request. */
    boolean covers(Opportunity deal) {
        String then = get(COVERED_STATE);
        Set<String> covered = getOrDefault(COVERED_FIELDS, Set.of());
        return then == null
                ? covered.isEmpty() || deal.version() == dealVersion() // stored before digests were kept
                : then.equals(CoveredFields.digest(deal, covered));
    }

    private static List<Violation> changeViolations(Approval before, Approval after) {
        List<Violation> violations = new ArrayList<>();
        if (before.decision() != ApprovalDecision.PENDING) {
            violations.add(new Violation(DECISION.name(), ViolationCode.FIXED, "is made already and stays"));
        }
        for (Field<Approval, ?> field : REQUEST) {
            if (!Objects.equals(before.get(field), after.get(field))) {
                violations.add(new Violation(field.name(), ViolationCode.FIXED, "stays as it was asked: ask again"));
            }
        }
        return violations;
    }

    private static List<Violation> consistent(Approval approval) {
        boolean decided = approval.decision() != ApprovalDecision.PENDING;
        return decided == (approval.get(DECIDED_BY) != null) && decided == (approval.get(DECIDED_AT) != null)
                ? List.of()
                : List.of(new Violation(DECISION.name(), "must be PENDING exactly while nobody has decided"));
    }
}
