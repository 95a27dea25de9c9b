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
 * How the day on which a deal was expected to close has moved. Immutable and thread-safe.
 *
 * @param deal which
 * @param first the day that was expected first
 * @param latest the day that was expected last, while the deal was open; {@code first} moved by {@code days()}
 * @param pushes how often it was put off to a later day
 * @param pushedDays by how many days altogether, zero or more
 * @param pulls how often it was brought forward to an earlier day
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

    /** A deal whose day has never moved. */
    static CloseDateSlip unchanged(Id<Opportunity> deal, LocalDate day) {
        return new CloseDateSlip(deal, day, day, 0, 0, 0, 0);
    }

    /** By how many days the latest expectation lies after the first; below zero if before. */
    public long days() {
        return pushedDays - pulledDays;
    }

    /** Whether it was ever put off. */
    public boolean isPushed() {
        return pushes > 0;
    }

    /**
     * Of a deal with this history. The day that a deal is given when it is won or lost is no expectation; one that is set after
     * it is opened again is compared with the last expectation before.
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
