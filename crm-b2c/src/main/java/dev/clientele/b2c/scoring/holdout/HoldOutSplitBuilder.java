package dev.clientele.b2c.scoring.holdout;

import dev.clientele.b2c.purchase.CountingRule;
import dev.clientele.b2c.purchase.PurchaseHistory;
import dev.clientele.b2c.scoring.data.CustomerBase;
import dev.clientele.b2c.scoring.data.CustomerBaseBuilder;
import dev.clientele.b2c.scoring.data.TimeStep;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Objects;

/** Collects histories for a {@link HoldOutSplit} in any order. Not thread-safe. */
public final class HoldOutSplitBuilder {
    private final LocalDate start;
    private final LocalDate end;
    private final CountingRule rule;
    private final CustomerBaseBuilder calibration = CustomerBase.builder(TimeStep.DAY);
    private final CustomerBaseBuilder later = CustomerBase.builder(TimeStep.DAY);
    private int[] repeats = new int[64];
    private int[] recency = new int[64];
    private int[] age = new int[64];
    private int[] actual = new int[64];
    private int size;

    HoldOutSplitBuilder(LocalDate startExclusive, LocalDate endInclusive, CountingRule rule) {
        if (!endInclusive.isAfter(startExclusive)) {
            throw new IllegalArgumentException(
                    "endInclusive must be after the calibration's end " + startExclusive + ", got " + endInclusive);
        }
        this.start = startExclusive;
        this.end = endInclusive;
        this.rule = Objects.requireNonNull(rule, "rule");
    }

    /** Adds a person; one who had bought nothing before the period is left out. */
    public HoldOutSplitBuilder add(PurchaseHistory history) {
        history.summary(start, rule).ifPresent(seen -> {
            calibration.add(history, start, rule);
            later.add(history, end, rule);
            add(seen.repeats(), seen.recencyDays(), seen.ageDays(), history.purchases(start, end, rule));
        });
        return this;
    }

    private void add(int x, int last, int until, int later) {
        if (size == repeats.length) {
            int capacity = Math.addExact(size, size);
            repeats = Arrays.copyOf(repeats, capacity);
            recency = Arrays.copyOf(recency, capacity);
            age = Arrays.copyOf(age, capacity);
            actual = Arrays.copyOf(actual, capacity);
        }
        repeats[size] = x;
        recency[size] = last;
        age[size] = until;
        actual[size++] = later;
    }

    /** Builds the split of everybody added so far. */
    public HoldOutSplit build() {
        return new HoldOutSplit(
                start,
                end,
                calibration.build(),
                later.build(),
                new HoldOutColumns(size, repeats, recency, age, actual));
    }
}
