package dev.clientele.b2c.analytics.rfm;

import dev.clientele.b2c.analytics.PurchaseBook;
import dev.clientele.b2c.purchase.MinorUnits;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * Everybody's recency, frequency and monetary scores as of a day. Immutable and thread-safe.
 *
 * @param asOf the last day that counts
 * @param currency of every amount
 * @param settings how it was scored
 * @param customers those who had bought by then, by customer
 * @param <C> how customers are named
 */
public record RfmTable<C>(LocalDate asOf, CurrencyUnit currency, RfmSettings settings, List<RfmCustomer<C>> customers) {

    /** Copies the customers. */
    public RfmTable {
        customers = List.copyOf(customers);
    }

    /**
     * Scores the customers of a book.
     *
     * @param asOf later purchases, and customers who only came later, are left out
     */
    public static <C extends Comparable<? super C>> RfmTable<C> of(
            PurchaseBook<C> book, LocalDate asOf, RfmSettings settings) {
        return new RfmTable<>(asOf, book.currency(), settings, RfmScoring.of(book, asOf, settings));
    }

    /** Returns a segment's customers, by customer. */
    public List<RfmCustomer<C>> inSegment(String segment) {
        return customers.stream()
                .filter(customer -> customer.segment().equals(segment))
                .toList();
    }

    /**
     * Returns the size of each segment, in the order of the settings, empty ones included; the rest last, if anybody is
     * in it.
     */
    public List<RfmSegmentSize> segments() {
        List<String> names = new ArrayList<>(
                settings.segments().stream().map(RfmSegment::name).toList());
        Optional<RfmCustomer<C>> rest = customers.stream()
                .filter(customer -> customer.segment().equals(settings.defaultSegment()))
                .findFirst();
        if (rest.isPresent() && !names.contains(settings.defaultSegment())) {
            names.add(settings.defaultSegment());
        }
        long total = minor(customers.stream());
        return names.stream().map(name -> size(name, inSegment(name), total)).toList();
    }

    private RfmSegmentSize size(String name, List<RfmCustomer<C>> some, long total) {
        long minor = minor(some.stream());
        return new RfmSegmentSize(
                name,
                some.size(),
                customers.isEmpty() ? 0 : (double) some.size() / customers.size(),
                Money.ofMinor(currency, minor),
                total == 0 ? 0 : (double) minor / total,
                some.stream().mapToInt(RfmCustomer::daysSinceLast).average().orElse(0),
                some.stream().mapToInt(RfmCustomer::purchases).average().orElse(0));
    }

    private static <C> long minor(Stream<RfmCustomer<C>> some) {
        return some.mapToLong(customer -> MinorUnits.of(customer.spend())).reduce(0, MinorUnits::add);
    }
}
