package dev.clientele.b2c.identity.resolution;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * Records that may have to do with each other, with everything that decides about them: whoever resolves them needs no others.
 *
 * @param records in the order of their refs
 * @param links pairs that are a match by themselves, the surest first
 * @param reviews pairs of which one record at least is of the region, and that somebody should see
 * @param identifiers by key, the records of the region that have an identifier which links
 * @param decisions what people have decided about records of the region
 * @param changed keys that turn generic, or cease to be, with these records
 */
record Region(
        List<LinkableRecord> records,
        List<ScoredLink> links,
        List<ScoredLink> reviews,
        Map<Long, List<LinkableRecord>> identifiers,
        Collection<HandDecision> decisions,
        Collection<GenericKey> changed) {}
