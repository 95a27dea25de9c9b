package dev.clientele.examples.cli.tables;

import dev.clientele.b2c.analytics.basket.Basket;
import dev.clientele.b2c.analytics.basket.BasketBuilder;
import dev.clientele.examples.cli.purchases.RejectionLog;
import dev.clientele.examples.cli.transactions.Rejection;
import dev.clientele.examples.cli.transactions.TransactionRecord;
import dev.clientele.examples.cli.transactions.TransactionSink;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Collects the rows of a file by basket. Not thread-safe. */
final class BasketCollector implements TransactionSink {

    private final boolean aboveZeroOnly;
    private final LocalDate end;
    private final RejectionLog complaints;
    private final BasketBuilder<String, String, String> lines = new BasketBuilder<>();
    private final Map<String, Set<String>> items = new HashMap<>();
    private long returned;
    private long notAboveZero;
    private long later;

    BasketCollector(boolean aboveZeroOnly, LocalDate end, RejectionLog complaints) {
        this.aboveZeroOnly = aboveZeroOnly;
        this.end = end;
        this.complaints = complaints;
    }

    @Override
    public void accept(TransactionRecord row) {
        complaints.accepted();
        if (row.amount().signum() < 0) {
            returned++;
        } else if (aboveZeroOnly && row.amount().signum() == 0) {
            notAboveZero++;
        } else if (row.day().isAfter(end)) {
            later++;
        } else {
            String basket = row.basket().isEmpty() ? row.day().toString() : row.basket();
            lines.add(row.customer(), basket, row.item());
            items.computeIfAbsent(row.customer(), customer -> new TreeSet<>()).add(row.item());
        }
    }

    @Override
    public void reject(Rejection rejection) {
        complaints.report(rejection);
    }

    Stream<Basket<String, String>> baskets() {
        return lines.baskets();
    }

    boolean isEmpty() {
        return items.isEmpty();
    }

    /** All that a customer took; empty if there is no such customer. */
    Set<String> items(String customer) {
        return items.getOrDefault(customer, Set.of());
    }

    RejectionLog complaints() {
        return complaints;
    }

    long returned() {
        return returned;
    }

    long notAboveZero() {
        return notAboveZero;
    }

    long later() {
        return later;
    }
}
