package dev.clientele.b2c.identity.resolution;

import dev.clientele.b2c.identity.linkage.RecordRef;
import dev.clientele.b2c.identity.record.Identifier;
import dev.clientele.b2c.identity.record.SourceRecord;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The part of what a record says that counts for linking it, not yet made ready for comparison.
 *
 * @param ref its source and its id there
 * @param saidAt the instant of its latest statement
 * @param identifiers those that may link it
 * @param values one for each attribute of the policy's model; none without a model
 * @param nameWitness the name as far as two writings of it agree, or null if there is none
 * @param byHand whether it is what people entered
 */
record LinkageFacts(
        RecordRef ref,
        Instant saidAt,
        List<Identifier> identifiers,
        List<@Nullable String> values,
        @Nullable String nameWitness,
        boolean byHand) {

    static LinkageFacts of(SourceRecord record, MatchPolicy policy) {
        return new LinkageFacts(
                new RecordRef(record.source(), record.externalId()),
                record.statement().saidAt(),
                record.identifiers().stream()
                        .filter(policy.identifiers()::isLinking)
                        .filter(each -> !record.isWithdrawn(each.type(), policy.purpose()))
                        .toList(),
                policy.model()
                        .map(model -> StatementValues.of(record, model.attributes(), policy.purpose())
                                .values())
                        .orElse(List.of()),
                NameWitness.of(record.said()),
                record.isByHand());
    }

    LinkableRecord toRecord(UUID id, MatchPolicy policy) {
        return LinkableRecord.of(id, this, policy);
    }
}
