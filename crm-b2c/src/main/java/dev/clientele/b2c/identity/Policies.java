package dev.clientele.b2c.identity;

import com.google.common.collect.ImmutableList;
import dev.clientele.b2c.identity.linkage.LinkageModel;
import dev.clientele.b2c.identity.record.SourceRecord;
import dev.clientele.b2c.identity.resolution.LinkableRecord;
import dev.clientele.b2c.identity.resolution.MatchPolicy;
import dev.clientele.b2c.identity.resolution.StatementValues;
import dev.clientele.b2c.identity.survivorship.SurvivorshipRules;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The policies of all purposes, and the rules by which persons follow from their records. */
record Policies(
        long version, List<MatchPolicy> stored, @Nullable LinkageModel model, SurvivorshipRules survivorship) {

    private static final UUID NOBODY = new UUID(0, 0);

    /** Returns these of another version of the settings. */
    Policies at(long settings) {
        return new Policies(settings, stored, model, survivorship);
    }

    /** Returns policies with that of identity among them. */
    static List<MatchPolicy> withIdentity(List<MatchPolicy> policies, @Nullable LinkageModel model) {
        boolean has = policies.stream().anyMatch(policy -> policy.purpose().equals(MatchPolicy.IDENTITY));
        return has
                ? List.copyOf(policies)
                : ImmutableList.<MatchPolicy>builder()
                        .addAll(policies)
                        .add(MatchPolicy.standard().withModel(model))
                        .build();
    }

    /** The policy for which the persons that are stored stand. */
    MatchPolicy identity() {
        return of(MatchPolicy.IDENTITY);
    }

    MatchPolicy of(String purpose) {
        return stored.stream()
                .filter(policy -> policy.purpose().equals(purpose))
                .findFirst()
                .orElseGet(() -> identity().forPurpose(purpose));
    }

    /** Digests of what a record may be linked by for any of the purposes. */
    Set<String> keysOf(SourceRecord record) {
        Set<Long> keys =
                new TreeSet<>(LinkableRecord.of(NOBODY, record, identity()).keys());
        for (MatchPolicy policy : stored) {
            if (!policy.purpose().equals(MatchPolicy.IDENTITY)) {
                keys.addAll(LinkableRecord.of(NOBODY, record, policy).keys());
            }
        }
        return LinkKeyText.of(keys);
    }

    /** The texts that the model compares, as one; null without a model, or if they are too long to be kept so. */
    @Nullable
    String comparedOf(SourceRecord record) {
        if (model == null) {
            return null;
        }
        return StatementValues.pack(
                        StatementValues.of(record, model.attributes(), MatchPolicy.IDENTITY)
                                .values(),
                        SourceRecord.MAX_COMPARED)
                .filter(text -> !text.isBlank())
                .orElse(null);
    }
}
