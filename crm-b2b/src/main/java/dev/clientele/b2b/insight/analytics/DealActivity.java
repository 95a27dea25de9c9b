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
 * What the timeline tells of a deal until now: how often something happened, by channel and direction, and when last. Immutable
 * and thread-safe.
 *
 * @param deal which
 * @param now until when; what is planned for later doesn't count
 * @param counts sorted by channel and direction; empty if nothing has happened
 */
public record DealActivity(Id<Opportunity> deal, Instant now, List<ActivityCount> counts) {

    /**
     * Interactions of one kind.
     *
     * @param channel how they took place
     * @param direction from whom they went out
     * @param interactions how many, at least one
     * @param last when the last of them was
     */
    public record ActivityCount(Channel channel, Direction direction, long interactions, Instant last) {

        /** Refuses nulls and nothing. */
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

    /** Of these interactions, which the caller knows to be about the deal; those after {@code now} are left out. */
    public static DealActivity of(Id<Opportunity> deal, Collection<Interaction> interactions, Instant now) {
        Map<List<Object>, ActivityCount> counts = new LinkedHashMap<>();
        interactions.stream()
                .filter(each -> !each.occurredAt().isAfter(now))
                .map(each -> new ActivityCount(each.channel(), each.direction(), 1, each.occurredAt()))
                .forEach(each -> counts.merge(List.of(each.channel(), each.direction()), each, ActivityCount::plus));
        return new DealActivity(deal, now, List.copyOf(counts.values()));
    }

    /** How often anything happened, notes and other internal things included. */
    public long total() {
        return counts.stream().mapToLong(ActivityCount::interactions).sum();
    }

    /** How often something happened on a channel. */
    public long countByChannel(Channel channel) {
        return sum(counts.stream().filter(count -> count.channel().equals(channel)));
    }

    /** How often something went out from us, or from them, or stayed between us. */
    public long countByDirection(Direction direction) {
        return sum(counts.stream().filter(count -> count.direction() == direction));
    }

    /** When we last had to do with the customer over it; internal things don't count. Empty if never. */
    public Optional<Instant> lastContact() {
        return counts.stream()
                .filter(count -> count.direction() != Direction.INTERNAL)
                .map(ActivityCount::last)
                .max(Comparator.naturalOrder());
    }

    /** How many whole days of 24 hours ago that was. */
    public OptionalLong daysSinceContact() {
        return lastContact()
                .map(last -> OptionalLong.of(Duration.between(last, now).toDays()))
                .orElseGet(OptionalLong::empty);
    }

    private static long sum(Stream<ActivityCount> counts) {
        return counts.mapToLong(ActivityCount::interactions).sum();
    }
}
