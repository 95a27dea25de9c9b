package dev.clientele.b2b.deal.stakeholder;

import com.google.common.collect.ImmutableSet;
import dev.clientele.b2b.deal.pipeline.BuyingRole;
import dev.clientele.b2b.deal.pipeline.Pipeline;
import dev.clientele.b2b.deal.pipeline.Stage;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The progress of a deal by its engaged roles, whatever its stage says. Pure.
 *
 * @param stage the last open stage to which the engaged roles alone would let it pass, having met the gates of every stage
 *     before; the first stage at least
 * @param missingRoles the roles that the way to the next open stage asks for and that are missing; empty at the last stage
 * @param share of all the roles that the open stages and the won stage ask for, how many are engaged: 0 to 1, 1 if none is
 *     asked for
 */
public record BuyingGroupProgress(Stage stage, Set<BuyingRole> missingRoles, double share) {

    /** Copies the collections. */
    public BuyingGroupProgress {
        missingRoles = ImmutableSet.copyOf(missingRoles);
    }

    /** Computes how far the engaged roles alone would let a deal come in a pipeline. */
    public static BuyingGroupProgress of(Pipeline pipeline, Set<BuyingRole> engaged) {
        List<Stage> open = pipeline.openStages();
        int reached = 0;
        Set<BuyingRole> missing = missing(pipeline, open, 0, engaged);
        while (missing.isEmpty() && reached + 1 < open.size()) {
            reached++;
            missing = missing(pipeline, open, reached, engaged);
        }
        Set<BuyingRole> asked = asked(pipeline, open);
        long met = asked.stream().filter(engaged::contains).count();
        return new BuyingGroupProgress(
                open.get(reached),
                reached + 1 < open.size() ? missing : Set.of(),
                asked.isEmpty() ? 1 : (double) met / asked.size());
    }

    /** Returns whether the engaged roles are behind the deal's stage. */
    public boolean isBehindStage(Pipeline pipeline, Stage deal) {
        return pipeline.position(stage) < pipeline.position(deal);
    }

    /** Returns the roles that the way from one open stage to the next requires and that aren't engaged. */
    private static Set<BuyingRole> missing(Pipeline pipeline, List<Stage> open, int from, Set<BuyingRole> engaged) {
        Set<BuyingRole> asked = new LinkedHashSet<>(open.get(from).exit().roles());
        Optional<Stage> next = from + 1 < open.size() ? Optional.of(open.get(from + 1)) : Optional.empty();
        asked.addAll(next.orElse(pipeline.wonStage()).entry().roles());
        asked.removeAll(engaged);
        return asked;
    }

    private static Set<BuyingRole> asked(Pipeline pipeline, List<Stage> open) {
        Set<BuyingRole> asked = new LinkedHashSet<>();
        open.forEach(stage -> {
            asked.addAll(stage.entry().roles());
            asked.addAll(stage.exit().roles());
        });
        asked.addAll(pipeline.wonStage().entry().roles());
        return asked;
    }
}
