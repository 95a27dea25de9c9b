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

/** Rules by which leads are scored. Immutable and thread-safe. */
public final class ScoreCard extends Entity<ScoreCard> {

    private static final int MOST_RULES = 200;

    private static final EntityTypeBuilder<ScoreCard> DECLARE = EntityType.define("score_card", ScoreCard::new);

    /** By which it is known. */
    public static final TextField<ScoreCard> CODE = DECLARE.key("code", 64, Trait.REQUIRED, Trait.UNIQUE);
    /** The rules. */
    public static final BodyField<ScoreCard, List<ScoringRule>> RULES =
            DECLARE.list("rules", ScoringRule.class, MOST_RULES);

    /** The declaration. */
    public static final EntityType<ScoreCard> TYPE = DECLARE.build();

    private ScoreCard(EntityState<ScoreCard> state) {
        super(state);
    }

    /** A card with these rules. */
    public static ScoreCard of(String code, ScoringRule... rules) {
        return TYPE.blank().with(CODE, code).with(RULES, List.of(rules));
    }

    /** The rules. */
    public List<ScoringRule> rules() {
        return getOr(RULES, List.of());
    }

    /** How promising a lead is. Pure. */
    public LeadScore score(Lead lead, Instant now) {
        List<ScoringRule> met = new ArrayList<>();
        long total = 0;
        for (ScoringRule rule : rules()) {
            if (lead.meets(rule.parsed(), now)) {
                met.add(rule);
                total += rule.points();
            }
        }
        return new LeadScore(total, met);
    }
}
