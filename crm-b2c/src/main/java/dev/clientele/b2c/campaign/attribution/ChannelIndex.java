package dev.clientele.b2c.campaign.attribution;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Numbers of channels, from 1 in the order of their arrival. */
final class ChannelIndex {

    /** The largest number of channels: those that fit into {@link TransitionCounts#BITS} beside both ends. */
    static final int MAX_CHANNELS = TransitionCounts.NULL - 1;

    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<String> names = new ArrayList<>();

    int numberOf(String channel) {
        Integer known = numbers.get(channel);
        if (known != null) {
            return known;
        }
        if (names.size() == MAX_CHANNELS) {
            throw new AttributionLimitException("channels", MAX_CHANNELS);
        }
        names.add(channel);
        numbers.put(channel, names.size());
        return names.size();
    }

    int[] numbersOf(List<String> channels) {
        int[] result = new int[channels.size()];
        for (int i = 0; i < result.length; i++) {
            result[i] = numberOf(channels.get(i));
        }
        return result;
    }

    String nameOf(int number) {
        return names.get(number - 1);
    }

    int size() {
        return names.size();
    }

    /** Returns for each number of another index the number here; that of 0 is 0. */
    int[] numbersOf(ChannelIndex other) {
        int[] result = new int[other.size() + 1];
        for (int i = 1; i < result.length; i++) {
            result[i] = numberOf(other.nameOf(i));
        }
        return result;
    }

    /** Returns an index of the same channels in the order of their names. */
    ChannelIndex sorted() {
        ChannelIndex result = new ChannelIndex();
        names.stream().sorted().forEach(result::numberOf);
        return result;
    }
}
