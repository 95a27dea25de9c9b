package dev.clientele.b2c.identity.resolution;

import dev.clientele.b2c.identity.linkage.LinkageModel;
import dev.clientele.b2c.identity.linkage.PairScorer;
import dev.clientele.b2c.identity.linkage.Thresholds;
import dev.clientele.b2c.identity.record.IdentifierRules;
import dev.clientele.b2c.identity.record.LinkReason;
import dev.clientele.core.error.InvalidValueException;
import dev.clientele.core.text.TextRule;
import java.util.HashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The policy by which records are found to be about one person: by identifiers, and if there is a model by comparing all that they say. Immutable
 * and thread-safe.
 */
public final class MatchPolicy {

    /** The most records that may share a blocking key and are still compared, unless said otherwise. */
    public static final int USUAL_BLOCK = 100;

    /** The purpose of knowing who somebody is, for which the persons that are stored stand. */
    public static final String IDENTITY = "identity";

    private static final TextRule PURPOSE = TextRule.slug(40);

    private final String purpose;
    private final IdentifierRules identifiers;
    private final @Nullable LinkageModel model;
    private final @Nullable PairScorer scorer;
    private final Thresholds thresholds;
    private final Set<String> distinctSources;
    private final int maxBlock;

    private MatchPolicy(
            String purpose,
            IdentifierRules identifiers,
            @Nullable LinkageModel model,
            Thresholds thresholds,
            Set<String> distinctSources,
            int maxBlock) {
        this.purpose = PURPOSE.check("purpose", purpose);
        this.identifiers = Objects.requireNonNull(identifiers, "identifiers");
        this.model = model;
        this.scorer = model == null ? null : model.scorer();
        this.thresholds = Objects.requireNonNull(thresholds, "thresholds");
        this.distinctSources = Set.copyOf(distinctSources);
        this.maxBlock = maxBlock;
    }

    /** Returns the policy of the standard identifier rules, without a model. */
    public static MatchPolicy standard() {
        return of(IdentifierRules.standard());
    }

    /** Returns a policy of identifier rules, without a model. */
    public static MatchPolicy of(IdentifierRules identifiers) {
        return new MatchPolicy(IDENTITY, identifiers, null, Thresholds.standard(), Set.of(), USUAL_BLOCK);
    }

    /**
     * Returns this policy for another purpose: it uses what wasn't withdrawn for that one.
     *
     * @param name such as {@code marketing}; lower-case letters, digits and single hyphens, at most 40
     */
    public MatchPolicy forPurpose(String name) {
        return new MatchPolicy(name, identifiers, model, thresholds, distinctSources, maxBlock);
    }

    /** Returns this policy with a model, by which records are compared too; null for none. */
    public MatchPolicy withModel(@Nullable LinkageModel fitted) {
        return new MatchPolicy(purpose, identifiers, fitted, thresholds, distinctSources, maxBlock);
    }

    /** Returns this policy with other identifier rules. */
    public MatchPolicy withIdentifiers(IdentifierRules rules) {
        return new MatchPolicy(purpose, rules, model, thresholds, distinctSources, maxBlock);
    }

    /** Returns this policy with other probabilities of match and review. */
    public MatchPolicy withThresholds(Thresholds probabilities) {
        return new MatchPolicy(purpose, identifiers, model, probabilities, distinctSources, maxBlock);
    }

    /** Returns this policy with a source that has one record of each person: two of its records never become one by machine. */
    public MatchPolicy withDistinctSource(String source) {
        Set<String> more = new HashSet<>(distinctSources);
        more.add(source);
        return new MatchPolicy(purpose, identifiers, model, thresholds, more, maxBlock);
    }

    /** Returns this policy with another limit of records that may share a blocking key and are still compared; 2 or more. */
    public MatchPolicy withMaxBlock(int records) {
        if (records < 2) {
            throw InvalidValueException.outOfRange("records", 2, Integer.MAX_VALUE, records);
        }
        return new MatchPolicy(purpose, identifiers, model, thresholds, distinctSources, records);
    }

    /** Returns the purpose for which records are linked. */
    public String purpose() {
        return purpose;
    }

    /** Returns the rules of identifiers. */
    public IdentifierRules identifiers() {
        return identifiers;
    }

    /** Returns the model by which records are compared; empty if only identifiers count. */
    public Optional<LinkageModel> model() {
        return Optional.ofNullable(model);
    }

    /** Returns the probabilities of match and review. */
    public Thresholds thresholds() {
        return thresholds;
    }

    /** Returns the sources that have one record of each person. */
    public Set<String> distinctSources() {
        return distinctSources;
    }

    /** Returns the most records that may share a blocking key and are still compared. */
    public int maxBlock() {
        return maxBlock;
    }

    /**
     * Returns the comparison of two records by the model, with its reasons.
     *
     * @throws IllegalStateException if there is no model
     */
    public LinkReason explain(LinkableRecord record, LinkableRecord other) {
        PairScorer known =
                scorer().orElseThrow(() -> new IllegalStateException("records are compared where there is a model"));
        return MatchReasons.reason(known.explain(record.prepared(), other.prepared()), other.id());
    }

    Optional<PairScorer> scorer() {
        return Optional.ofNullable(scorer);
    }
}
