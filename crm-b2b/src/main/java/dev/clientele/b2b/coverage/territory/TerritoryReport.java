package dev.clientele.b2b.coverage.territory;

import com.google.common.collect.ImmutableMap;
import dev.clientele.b2b.team.Territory;
import dev.clientele.core.entity.Id;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The totals of placing accounts by the rules: a dry run reports the same as the run after it.
 *
 * @param examined how many accounts were looked at
 * @param moved how many of them move
 * @param deals how many open deals move with them
 * @param counts how many move between each two territories
 * @param moves the first of them, at most {@link #MAX_MOVES}
 */
public record TerritoryReport(
        long examined, long moved, long deals, Map<TerritoryPair, Long> counts, List<TerritoryMove> moves) {

    /** The number of moves that are reported one by one. */
    public static final int MAX_MOVES = 1000;

    static final TerritoryReport EMPTY = new TerritoryReport(0, 0, 0, Map.of(), List.of());

    /**
     * A move's territories.
     *
     * @param from null for none
     * @param to null for none
     */
    public record TerritoryPair(
            @Nullable Id<Territory> from, @Nullable Id<Territory> to) {}

    /** Copies map and list. */
    public TerritoryReport {
        counts = ImmutableMap.copyOf(counts);
        moves = List.copyOf(moves);
    }

    TerritoryReport plus(long looked, List<TerritoryMove> more, long moreDeals) {
        Map<TerritoryPair, Long> sums = new LinkedHashMap<>(counts);
        more.forEach(move -> sums.merge(new TerritoryPair(move.from(), move.to()), 1L, Long::sum));
        List<TerritoryMove> told = new ArrayList<>(moves);
        told.addAll(more.subList(0, Math.min(more.size(), MAX_MOVES - told.size())));
        return new TerritoryReport(examined + looked, moved + more.size(), deals + moreDeals, sums, told);
    }
}
