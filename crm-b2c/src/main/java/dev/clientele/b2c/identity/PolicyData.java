package dev.clientele.b2c.identity;

import dev.clientele.b2c.identity.linkage.LinkageModel;
import dev.clientele.b2c.identity.linkage.Thresholds;
import dev.clientele.b2c.identity.record.IdentifierRule;
import dev.clientele.b2c.identity.record.IdentifierRules;
import dev.clientele.b2c.identity.resolution.MatchPolicy;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A match policy as it is stored, without its model.
 *
 * @param purpose the purpose that it is for
 * @param identifiers the rules of identifier types
 * @param match the least probability of a match
 * @param review the least probability of a pair for somebody to decide
 * @param distinctSources sources that have one record of each person
 * @param maxBlock the most records that may share a blocking key and are still compared
 */
public record PolicyData(
        String purpose,
        List<IdentifierRule> identifiers,
        double match,
        double review,
        List<String> distinctSources,
        int maxBlock) {

    /** Copies the lists. */
    public PolicyData {
        identifiers = List.copyOf(identifiers);
        distinctSources = List.copyOf(distinctSources);
    }

    static PolicyData of(MatchPolicy policy) {
        return new PolicyData(
                policy.purpose(),
                policy.identifiers().rules(),
                policy.thresholds().match(),
                policy.thresholds().review(),
                policy.distinctSources().stream().sorted().toList(),
                policy.maxBlock());
    }

    MatchPolicy with(@Nullable LinkageModel model) {
        MatchPolicy policy = MatchPolicy.of(new IdentifierRules(identifiers))
                .forPurpose(purpose)
                .withThresholds(new Thresholds(match, review))
                .withMaxBlock(maxBlock)
                .withModel(model);
        for (String source : distinctSources) {
            policy = policy.withDistinctSource(source);
        }
        return policy;
    }
}
