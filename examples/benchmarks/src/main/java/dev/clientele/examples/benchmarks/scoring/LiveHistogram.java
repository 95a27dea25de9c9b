package dev.clientele.examples.benchmarks.scoring;

import dev.clientele.b2c.purchase.PurchaseSummary;
import dev.clientele.b2c.scoring.data.CustomerBase;
import dev.clientele.b2c.scoring.data.CustomerHistogram;
import dev.clientele.b2c.scoring.data.TimeStep;
import java.time.LocalDate;
import java.util.Arrays;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** A live histogram of customers of whom one in a hundred is replaced by a new one from the same population. */
final class LiveHistogram {
    private static final LocalDate END = LocalDate.of(2026, 6, 30);

    private final CustomerHistogram cells = new CustomerHistogram();
    private final PurchaseSummary[] one;
    private final PurchaseSummary[] other;
    private PurchaseSummary[] present;

    LiveHistogram(SimulatedCustomers customers) {
        int size = customers.age.length;
        present = summaries(customers, size / 100);
        one = summaries(new SimulatedCustomers(size / 100, true, 21), size / 100);
        other = summaries(new SimulatedCustomers(size / 100, true, 22), size / 100);
        for (int i = 0; i < size; i++) {
            cells.add(summary(customers, i));
        }
    }

    private static PurchaseSummary[] summaries(SimulatedCustomers of, int size) {
        PurchaseSummary[] summaries = new PurchaseSummary[size];
        Arrays.setAll(summaries, i -> summary(of, i));
        return summaries;
    }

    private static PurchaseSummary summary(SimulatedCustomers of, int i) {
        LocalDate first = END.minusDays(Math.round(of.age[i] * 7));
        LocalDate last = first.plusDays(Math.round(of.recency[i] * 7));
        Money nothing = Money.zero(CurrencyUnit.EUR);
        return new PurchaseSummary(first, last, END, 1 + of.repeats[i], nothing, nothing);
    }

    CustomerBase base() {
        return cells.asOf(END, TimeStep.WEEK);
    }

    /** The customers after one in a hundred has changed. */
    CustomerBase changed() {
        PurchaseSummary[] next = present == one ? other : one;
        for (int i = 0; i < next.length; i++) {
            cells.replace(present[i], next[i]);
        }
        present = next;
        return base();
    }
}
