package dev.clientele.b2b.insight.analytics;

import dev.clientele.b2b.deal.pipeline.Opportunity;
import dev.clientele.b2b.deal.pipeline.StageKind;
import dev.clientele.core.change.Change;
import dev.clientele.core.change.FieldChange;
import dev.clientele.core.entity.Field;
import dev.clientele.core.entity.Id;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The slip of a deal's expected close date. Immutable and thread-safe.
 *
 * @param deal the deal
 * @param first the day that was expected first
 * @param latest the day that was expected last, while the deal was open; {@code first} moved by {@code days()}
 * @param pushes how often the date was pushed to a later day
 * @param pushedDays by how many days altogether, zero or more
 * @param pulls how often the date was pulled to an earlier day
 * @param pulledDays by how many days altogether, zero or more
 */
public record CloseDateSlip(
        Id<Opportunity> deal,
        LocalDate first,
        LocalDate latest,
        int pushes,
        long pushedDays,
        int pulls,
        long pulledDays) {

    /** Checks that the figures agree. */
    public CloseDateSlip {
        Objects.requireNonNull(deal, "deal");
        if (pushes < 0 || pulls < 0 || pushedDays < pushes || pulledDays < pulls) {
            throw new IllegalArgumentException("each push and pull must be of a day at least, got " + pushes + " of "
                    + pushedDays + " and " + pulls + " of " + pulledDays + " days");
        }
        if (!first.plusDays(pushedDays - pulledDays).equals(latest)) {
            throw new IllegalArgumentException(
                    "latest must lie " + (pushedDays - pulledDays) + " days after " + first + ", got " + latest);
        }
    }

    /** Returns the slip of a deal whose date has never moved. */
    static CloseDateSlip unchanged(Id<Opportunity> deal, LocalDate day) {
        return new CloseDateSlip(deal, day, day, 0, 0, 0, 0);
    }

    /** Returns the days from the first expectation to the latest; below zero if the latest is earlier. */
    public long days() {
        return pushedDays - pulledDays;
    }

    /** Returns whether the date was ever pushed to a later day. */
    public boolean isPushed() {
        return pushes > 0;
    }

    /**
     * Computes the slip of a deal from its history. The date that a deal is given when it is won or lost is no
     * expectation; one that is set after it is reopened is compared with the last expectation before.
     *
     * @param history all its changes, oldest first, as {@code Repository.history} gives them
     * @return empty if no day was ever expected while it was open
     */
    public static Optional<CloseDateSlip> of(Id<Opportunity> deal, Collection<Change> history) {
        LocalDate first = null;
        LocalDate expected = null;
        int pushes = 0;
        long pushedDays = 0;
        int pulls = 0;
        long pulledDays = 0;
        boolean open = true;
        for (Change change : history) {
            String kind = after(change, Opportunity.KIND);
            open = kind == null ? open : kind.equals(StageKind.OPEN.name());
            String day = after(change, Opportunity.CLOSE_DATE);
            if (open && day != null) {
                LocalDate next = LocalDate.parse(day);
                first = first == null ? next : first;
                long moved = expected == null ? 0 : ChronoUnit.DAYS.between(expected, next);
                expected = next;
                if (moved > 0) {
                    pushes++;
                    pushedDays += moved;
                } else if (moved < 0) {
                    pulls++;
                    pulledDays -= moved;
                }
            }
        }
        return first == null || expected == null
                ? Optional.empty()
                : Optional.of(new CloseDateSlip(deal, first, expected, pushes, pushedDays, pulls, pulledDays));
    }

    private static @Nullable String after(Change change, Field<Opportunity, ?> field) {
        return change.field(field.name())
                .map(FieldChange::after)
                .map(Object::toString)
                .orElse(null);
    }
}
