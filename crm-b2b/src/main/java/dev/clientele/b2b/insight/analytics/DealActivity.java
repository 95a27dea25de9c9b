package dev.clientele.b2b.insight.analytics;

import dev.clientele.b2b.deal.pipeline.Opportunity;
import dev.clientele.core.entity.Id;
import dev.clientele.core.interaction.Channel;
import dev.clientele.core.interaction.Direction;
import dev.clientele.core.interaction.Interaction;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * The interactions of a deal until now, counted by channel and direction, with the time of the last. Immutable and
 * thread-safe.
 *
 * @param deal the deal
 * @param now the time until which interactions count
 * @param counts sorted by channel and direction; empty if nothing has happened
 */
public record DealActivity(Id<Opportunity> deal, Instant now, List<ActivityCount> counts) {

    /**
     * The count of interactions of one kind.
     *
     * @param channel the channel
     * @param direction the direction
     * @param interactions the number of interactions, at least one
     * @param last the time of the last of them
     */
    public record ActivityCount(Channel channel, Direction direction, long interactions, Instant last) {

        /** Refuses nulls and a count of zero. */
        public ActivityCount {
            Objects.requireNonNull(channel, "channel");
            Objects.requireNonNull(direction, "direction");
            Objects.requireNonNull(last, "last");
            if (interactions < 1) {
                throw new IllegalArgumentException("interactions must be at least 1, got " + interactions);
            }
        }

        private ActivityCount plus(ActivityCount other) {
            return new ActivityCount(
                    channel,
                    direction,
                    interactions + other.interactions,
                    last.isAfter(other.last) ? last : other.last);
        }
    }

    /** Copies and sorts the list. */
    public DealActivity {
        Objects.requireNonNull(deal, "deal");
        Objects.requireNonNull(now, "now");
        counts = counts.stream()
                .sorted(Comparator.comparing(
                                (ActivityCount count) -> count.channel().code())
                        .thenComparing(ActivityCount::direction))
                .toList();
    }

    /** Counts these interactions, which the caller knows to be about the deal; those after {@code now} are left out. */
    public static DealActivity of(Id<Opportunity> deal, Collection<Interaction> interactions, Instant now) {
        Map<List<Object>, ActivityCount> counts = new LinkedHashMap<>();
        interactions.stream()
                .filter(each -> !each.occurredAt().isAfter(now))
                .map(each -> new ActivityCount(each.channel(), each.direction(), 1, each.occurredAt()))
                .forEach(each -> counts.merge(List.of(each.channel(), each.direction()), each, ActivityCount::plus));
        return new DealActivity(deal, now, List.copyOf(counts.values()));
    }

    /** Returns the number of all interactions, notes and other internal ones included. */
    public long total() {
        return counts.stream().mapToLong(ActivityCount::interactions).sum();
    }

    /** Counts the interactions on a channel. */
    public long countByChannel(Channel channel) {
        return sum(counts.stream().filter(count -> count.channel().equals(channel)));
    }

    /** Counts the outbound, inbound or internal interactions. */
    public long countByDirection(Direction direction) {
        return sum(counts.stream().filter(count -> count.direction() == direction));
    }

    /**
     * Returns the time of the last interaction with the customer; internal ones don't count. Empty if there was none.
     */
    public Optional<Instant> lastContact() {
        return counts.stream()
                .filter(count -> count.direction() != Direction.INTERNAL)
                .map(ActivityCount::last)
                .max(Comparator.naturalOrder());
    }

    /** Returns the whole days of 24 hours since the last interaction with the customer; empty if there was none. */
    public OptionalLong daysSinceContact() {
        return lastContact()
                .map(last -> OptionalLong.of(Duration.between(last, now).toDays()))
                .orElseGet(OptionalLong::empty);
    }

    private static long sum(Stream<ActivityCount> counts) {
        return counts.mapToLong(ActivityCount::interactions).sum();
    }
}
