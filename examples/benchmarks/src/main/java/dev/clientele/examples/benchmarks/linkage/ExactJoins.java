package dev.clientele.examples.benchmarks.linkage;

import dev.clientele.b2c.identity.comparison.AttributeKind;
import dev.clientele.b2c.identity.linkage.LinkageRecord;
import dev.clientele.b2c.identity.linkage.LinkageSource;
import dev.clientele.b2c.identity.linkage.RecordRef;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The rival: what is often written by hand in the place of a linkage. Two records match if they have any two of names,
 * birthdate, telephone, e-mail and number in common, to the letter but for capitals; one hash join for each two. It has no scores, no slips, no
 * training and nothing to explain.
 */
final class ExactJoins {

    private ExactJoins() {}

    /** The pairs that match, of records of the same source only if there is but one. */
    static Set<List<RecordRef>> matches(LinkedPeople people) {
        boolean within = people.sources().size() == 1;
        int columns = people.attributes().size();
        Set<List<RecordRef>> matches = new HashSet<>();
        for (int one = 0; one < columns; one++) {
            for (int other = one + 1; other < columns; other++) {
                if (isOwn(people.attributes().get(one).kind())
                        && isOwn(people.attributes().get(other).kind())) {
                    join(people.sources(), one, other, within, matches);
                }
            }
        }
        return matches;
    }

    private static boolean isOwn(AttributeKind kind) {
        return kind.identifies() || kind == AttributeKind.BIRTHDATE;
    }

    private static void join(
            List<LinkageSource> sources, int one, int other, boolean within, Set<List<RecordRef>> matches) {
        Map<String, List<RecordRef>> blocks = new HashMap<>();
        for (LinkageSource source : sources) {
            for (LinkageRecord record : source.records()) {
                @Nullable String first = record.values().get(one);
                @Nullable String second = record.values().get(other);
                if (first != null && second != null && !first.isEmpty() && !second.isEmpty()) {
                    RecordRef ref = new RecordRef(source.name(), record.id());
                    List<RecordRef> block = blocks.computeIfAbsent(
                            (first + '\n' + second).toLowerCase(Locale.ROOT), key -> new ArrayList<>(1));
                    for (RecordRef earlier : block.subList(0, Math.min(10, block.size()))) {
                        if (within || !Objects.equals(earlier.source(), ref.source())) {
                            matches.add(List.of(earlier, ref));
                        }
                    }
                    block.add(ref);
                }
            }
        }
    }
}
