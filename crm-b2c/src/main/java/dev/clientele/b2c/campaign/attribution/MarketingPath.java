package dev.clientele.b2c.campaign.attribution;

import java.time.Duration;
import java.util.List;

/**
 * The channels that touched a customer, in order, with how often the path was followed by a conversion and how often by none.
 *
 * <p>The value is a plain {@code double} of a single currency that the caller knows: it is divided by weights of a model and
 * is no amount of money to book. Paths of different currencies belong into different aggregations.
 *
 * @param channels the channels in the order of the touches, the oldest first; at most {@value #MAX_TOUCHES}
 * @param ages for each touch the time from it to the end of the path, never rising; empty where times are unknown
 * @param conversions the number of conversions after this path, 0 or more
 * @param value the total value of these conversions, finite
 * @param nonConversions the number of times that this path ended without a conversion, 0 or more
 */
public record MarketingPath(
        List<String> channels, List<Duration> ages, long conversions, double value, long nonConversions) {

    /** The largest number of touches of a path. */
    public static final int MAX_TOUCHES = 10_000;

    /** Copies the lists and checks that they go together. */
    public MarketingPath {
        channels = List.copyOf(channels);
        ages = List.copyOf(ages);
        if (channels.size() > MAX_TOUCHES) {
            throw new IllegalArgumentException(
                    "touches must be at most " + MAX_TOUCHES + " but were " + channels.size());
        }
        if (channels.stream().anyMatch(String::isBlank)) {
            throw new IllegalArgumentException("channels must not be blank");
        }
        if (!ages.isEmpty() && ages.size() != channels.size()) {
            throw new IllegalArgumentException(
                    "ages must be none or one for each of " + channels.size() + " touches but were " + ages.size());
        }
        for (int i = 0; i < ages.size(); i++) {
            if (ages.get(i).isNegative() || (i > 0 && ages.get(i).compareTo(ages.get(i - 1)) > 0)) {
                throw new IllegalArgumentException("ages must not be negative and must not rise");
            }
        }
        if (conversions < 0 || nonConversions < 0) {
            throw new IllegalArgumentException("conversions and nonConversions must not be negative but were "
                    + conversions + " and " + nonConversions);
        }
        if (!Double.isFinite(value) || (conversions == 0 && value != 0)) {
            throw new IllegalArgumentException("value must be finite, and 0 without a conversion");
        }
    }

    /** Returns a path without times. */
    public static MarketingPath of(List<String> channels, long conversions, double value, long nonConversions) {
        return new MarketingPath(channels, List.of(), conversions, value, nonConversions);
    }

    /** Returns this path without the touches before the last {@code touches}. */
    MarketingPath withLastTouches(int touches) {
        int from = Math.max(0, channels.size() - touches);
        return from == 0 ? this : since(from);
    }

    /** Returns this path without the touches that are older than {@code age}. */
    MarketingPath withMaxAge(Duration age) {
        requireAges();
        int from = 0;
        while (from < ages.size() && ages.get(from).compareTo(age) > 0) {
            from++;
        }
        return from == 0 ? this : since(from);
    }

    /** Returns this path with other counts, and the value in proportion to the conversions. */
    MarketingPath withCounts(long newConversions, long newNonConversions) {
        double newValue = conversions == 0 ? 0 : value * ((double) newConversions / conversions);
        return new MarketingPath(channels, ages, newConversions, newValue, newNonConversions);
    }

    void requireAges() {
        if (ages.size() != channels.size()) {
            throw new IllegalArgumentException("a path must have the ages of its touches where time counts");
        }
    }

    private MarketingPath since(int from) {
        return new MarketingPath(
                channels.subList(from, channels.size()),
                ages.isEmpty() ? ages : ages.subList(from, ages.size()),
                conversions,
                value,
                nonConversions);
    }
}
