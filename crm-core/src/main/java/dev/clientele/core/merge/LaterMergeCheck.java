package dev.clientele.core.merge;

import static com.google.common.collect.ImmutableSet.toImmutableSet;

import dev.clientele.core.CrmSession;
import dev.clientele.core.entity.Id;
import dev.clientele.core.entity.Repository;
import dev.clientele.core.error.InvalidException;
import dev.clientele.persistence.criteria.Criteria;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The merges that came after one and build on what it did. Not thread-safe. */
final class LaterMergeCheck {

    private final Repository<Merge> merges;
    private final Repository<MergeStep> steps;
    private final Merge merge;
    private final Set<Id<Merge>> known = new HashSet<>();
    private @Nullable UUID asked;

    LaterMergeCheck(CrmSession tx, Merge merge) {
        this.merges = tx.repository(Merge.TYPE);
        this.steps = tx.repository(MergeStep.TYPE);
        this.merge = merge;
    }

    /**
     * Makes sure that no record which the step touched has been put into another since, or has had another put into it.
     *
     * @throws InvalidException naming the merge that did, if it isn't undone
     */
    void requireNone(MergeStep step) {
        List<String> touched = new ArrayList<>();
        step.moved().forEach(record -> touched.add(record.toString()));
        UUID stays = step.kind() == MergeStep.MergeStepKind.CHANGED ? step.record() : step.replacement();
        if (!stays.equals(asked)) { // most steps have to do with the survivor
            touched.add(stays.toString());
            asked = stays;
        }
        if (!touched.isEmpty()) {
            requireNone(MergeStep.RECORD.in(touched));
            requireNone(MergeStep.REPLACEMENT.in(touched));
        }
    }

    private void requireNone(Criteria touching) {
        Criteria others = touching.and(MergeStep.IN_FORCE.isTrue()).and(MergeStep.MERGE.isNot(merge.id()));
        Set<Id<Merge>> found;
        try (Stream<MergeStep> touched = steps.query(others).stream()) {
            found = touched.map(step -> step.require(MergeStep.MERGE))
                    .filter(id -> !known.contains(id))
                    .collect(toImmutableSet());
        }
        for (Merge other : merges.findAll(found)) {
            if (other.sequence() > merge.sequence()) {
                throw InvalidException.of(
                        Merge.TYPE.name(),
                        Merge.UNDONE_AT.name(),
                        "must not be set yet: the merge " + other.id()
                                + " came later and builds on it, so undo that first");
            }
        }
        known.addAll(found);
    }
}
