package dev.clientele.b2c.campaign.attribution;

import java.util.Arrays;

/** The transitions of all paths, of the highest order; those of lower orders are sums of them. */
final class PathTransitions {
    private final int order;
    private final int max;
    private final TransitionCounts counts = new TransitionCounts();

    PathTransitions(int order, int max) {
        this.order = order;
        this.max = max;
    }

    /** Adds a path; a channel that repeats in a row counts once. Nothing is added if there would be too many transitions. */
    void add(int[] channels, long conversions, long nonConversions) {
        if (order == 0 || conversions + nonConversions == 0) {
            return;
        }
        long[] keys = new long[channels.length + 2];
        int n = 0;
        long state = 0;
        for (int i = 0; i < channels.length; i++) {
            if (i == 0 || channels[i] != channels[i - 1]) {
                keys[n++] = TransitionCounts.key(state, channels[i]);
                state = TransitionCounts.next(state, channels[i], order);
            }
        }
        keys[n] = TransitionCounts.key(state, TransitionCounts.CONVERSION);
        keys[n + 1] = TransitionCounts.key(state, TransitionCounts.NULL);
        if (max - counts.size() < keys.length) {
            requireRoom(Arrays.copyOf(keys, n + 2));
        }
        for (int i = 0; i < n; i++) {
            counts.add(keys[i], conversions + nonConversions);
        }
        if (conversions > 0) {
            counts.add(keys[n], conversions);
        }
        if (nonConversions > 0) {
            counts.add(keys[n + 1], nonConversions);
        }
    }

    /** Adds the transitions of others with their channels numbered anew. */
    void merge(PathTransitions other, int[] numbers) {
        int[] fresh = {0};
        other.counts.forEach((state, to, count) -> {
            if (!counts.has(TransitionCounts.key(renumber(state, numbers), end(to, numbers)))) {
                fresh[0]++;
            }
        });
        if (counts.size() + fresh[0] > max) {
            throw new AttributionLimitException("transitions", max);
        }
        other.counts.forEach((state, to, count) ->
                counts.add(TransitionCounts.key(renumber(state, numbers), end(to, numbers)), count));
    }

    /** Returns the chain of an order up to the highest. */
    ChannelChain chain(int ofOrder) {
        return new ChannelChain(counts, ofOrder, max);
    }

    private void requireRoom(long[] keys) {
        long fresh =
                Arrays.stream(keys).distinct().filter(key -> !counts.has(key)).count();
        if (counts.size() + fresh > max) {
            throw new AttributionLimitException("transitions", max);
        }
    }

    private static int end(int to, int[] numbers) {
        return to == TransitionCounts.NULL ? to : numbers[to];
    }

    private static long renumber(long state, int[] numbers) {
        long result = 0;
        for (int shift = 0; state >>> shift != 0; shift += TransitionCounts.BITS) {
            result |= (long) numbers[(int) (state >>> shift & TransitionCounts.mask(1))] << shift;
        }
        return result;
    }
}
