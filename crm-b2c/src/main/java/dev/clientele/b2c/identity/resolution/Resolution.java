package dev.clientele.b2c.identity.resolution;

import dev.clientele.b2c.identity.record.LinkReason;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Records divided into persons.
 *
 * @param persons the ids of the records of each person, in the order of their refs
 * @param reasons by record, why it belongs with others
 * @param contested identifiers that link nobody, since their holders can't all be one person
 * @param questions pairs for somebody to decide
 * @param changedKeys keys that turn generic with these records, or cease to be
 */
public record Resolution(
        List<List<UUID>> persons,
        Map<UUID, List<LinkReason>> reasons,
        List<ContestedValue> contested,
        Collection<ReviewPair> questions,
        List<GenericKey> changedKeys) {

    /**
     * Divides some records, and all that have to do with them, into persons. The result depends on the records, the policy and the
     * decisions, not on the order in which they came.
     *
     * @param seeds records to begin with; the region that they belong to is read from the graph
     */
    public static Resolution of(RecordGraph graph, MatchPolicy policy, Collection<LinkableRecord> seeds) {
        return new RegionResolver(new RegionReader(graph, policy).read(seeds), policy).resolve();
    }
}
