package dev.clientele.b2b.lead;

import dev.clientele.core.entity.BodyField;
import dev.clientele.core.entity.Entity;
import dev.clientele.core.entity.EntityState;
import dev.clientele.core.entity.EntityType;
import dev.clientele.core.entity.EntityTypeBuilder;
import dev.clientele.core.entity.TextField;
import dev.clientele.core.entity.Trait;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The rules by which leads are scored. Immutable and thread-safe. */
public final class LeadScoreCard extends Entity<LeadScoreCard> {

    private static final int MAX_RULES = 200;

    private static final EntityTypeBuilder<LeadScoreCard> DECLARE = EntityType.define("score_card", LeadScoreCard::new);

    /** The unique code. */
    public static final TextField<LeadScoreCard> CODE = DECLARE.key("code", 64, Trait.REQUIRED, Trait.UNIQUE);
    /** The rules. */
    public static final BodyField<LeadScoreCard, List<LeadScoringRule>> RULES =
            DECLARE.list("rules", LeadScoringRule.class, MAX_RULES);

    /** The entity type: its fields, indexes and rules. */
    public static final EntityType<LeadScoreCard> TYPE = DECLARE.build();

    private LeadScoreCard(EntityState<LeadScoreCard> state) {
        super(state);
    }

    /** Returns a score card with these rules. */
    public static LeadScoreCard of(String code, LeadScoringRule... rules) {
        return TYPE.newEntity().with(CODE, code).with(RULES, List.of(rules));
    }

    /** Returns the rules. */
    public List<LeadScoringRule> rules() {
        return getOrDefault(RULES, List.of());
    }

    /** Computes a lead's score. Pure. */
    public LeadScore score(Lead lead, Instant now) {
        List<LeadScoringRule> met = new ArrayList<>();
        long total = 0;
        for (LeadScoringRule rule : rules()) {
            if (lead.matches(rule.toCriteria(), now)) {
                met.add(rule);
                total += rule.points();
            }
        }
        return new LeadScore(total, met);
    }
}
