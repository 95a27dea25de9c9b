package dev.clientele.b2c.identity.linkage;

import java.util.List;
import java.util.Objects;

/**
 * The outcome of a linkage.
 *
 * @param model the model it was made with
 * @param pairs matches and pairs for review, the highest score first
 * @param clusters the persons: every record is in one of them, alone if nothing matched it; in the order of their first record
 */
public record LinkageResult(LinkageModel model, List<ScoredPair> pairs, List<RecordCluster> clusters) {

    /** Copies the lists. */
    public LinkageResult {
        Objects.requireNonNull(model, "model");
        pairs = List.copyOf(pairs);
        clusters = List.copyOf(clusters);
    }

    /** Returns the pairs with this decision, the highest score first. */
    public List<ScoredPair> pairs(MatchDecision decision) {
        return pairs.stream().filter(pair -> pair.decision() == decision).toList();
    }
}
