package dev.clientele.b2c.analytics.rfm;

import dev.clientele.b2c.analytics.Buyer;
import dev.clientele.b2c.analytics.PurchaseBook;
import dev.clientele.b2c.purchase.PurchaseDays;
import dev.clientele.persistence.criteria.FieldReader;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import org.joda.money.Money;

/** Scores the customers of a book. */
final class RfmScoring {

    private static final int LOWEST = 1;

    private RfmScoring() {}

    /** A customer while it is scored. */
    private static final class CustomerFigures<C> {
        private final C customer;
        private final int sinceLast;
        private final int sinceFirst;
        private final int purchases;
        private final long spend;
        private int recency;
        private int frequency;
        private int monetary;

        CustomerFigures(C customer, PurchaseDays days, LocalDate asOf) {
            this.customer = customer;
            this.sinceFirst = (int) ChronoUnit.DAYS.between(days.purchaseDay(1), asOf);
            this.sinceLast = (int) ChronoUnit.DAYS.between(days.purchaseDay(days.purchases()), asOf);
            this.purchases = days.purchases();
            this.spend = days.spendMinor();
        }

        FieldReader fields() {
            return field -> {
                for (RfmMeasure measure : RfmMeasure.values()) {
                    if (measure.field().equals(field)) {
                        return value(measure);
                    }
                }
                return null;
            };
        }

        private Long value(RfmMeasure measure) {
            return switch (measure) {
                case RECENCY -> (long) recency;
                case FREQUENCY -> (long) frequency;
                case MONETARY -> (long) monetary;
                case DAYS_SINCE_LAST -> (long) sinceLast;
                case DAYS_SINCE_FIRST -> (long) sinceFirst;
                case PURCHASES -> (long) purchases;
                case SPEND_MINOR -> spend;
            };
        }
    }

    static <C extends Comparable<? super C>> List<RfmCustomer<C>> of(
            PurchaseBook<C> book, LocalDate asOf, RfmSettings settings) {
        List<CustomerFigures<C>> rows = new ArrayList<>();
        for (Buyer<C> buyer : book.buyers()) {
            PurchaseDays days = buyer.days().between(LocalDate.MIN, asOf);
            if (days.purchases() > 0) {
                rows.add(new CustomerFigures<>(buyer.customer(), days, asOf));
            }
        }
        ToLongFunction<CustomerFigures<C>> lately = row -> -row.sinceLast;
        ToLongFunction<CustomerFigures<C>> often = row -> row.purchases;
        ToLongFunction<CustomerFigures<C>> much = row -> row.spend;
        Predicate<CustomerFigures<C>> boughtOnce =
                row -> settings.ties() == RfmTieHandling.TOGETHER && row.purchases == 1;
        score(rows, settings, List.of(lately, often, much), (row, score) -> row.recency = score);
        score(
                rows,
                settings,
                List.of(often, lately, much),
                (row, score) -> row.frequency = boughtOnce.test(row) ? LOWEST : score);
        score(rows, settings, List.of(much, lately, often), (row, score) -> row.monetary = score);
        return rows.stream().map(row -> customer(row, book, settings)).toList();
    }

    private interface ScoreSetter<C> {
        void set(CustomerFigures<C> row, int score);
    }

    /**
     * Scores the first figure; the others settle ties, as does the order of the rows, which is that of the customers.
     */
    private static <C> void score(
            List<CustomerFigures<C>> rows,
            RfmSettings settings,
            List<ToLongFunction<CustomerFigures<C>>> figures,
            ScoreSetter<C> entry) {
        Comparator<CustomerFigures<C>> order = figures.stream()
                .map(Comparator::<CustomerFigures<C>>comparingLong)
                .reduce(Comparator::thenComparing)
                .orElseThrow();
        List<CustomerFigures<C>> sorted = new ArrayList<>(rows);
        sorted.sort(order); // stable
        int size = sorted.size();
        int from = 0;
        while (from < size) {
            int to = from + 1;
            if (settings.ties() == RfmTieHandling.TOGETHER) {
                long figure = figures.get(0).applyAsLong(sorted.get(from));
                while (to < size && figures.get(0).applyAsLong(sorted.get(to)) == figure) {
                    to++;
                }
            }
            // twice the middle of the ranks from..to-1, so that halves stay whole
            long middle = (long) from + to - 1;
            int score = (int) ((middle + 1) * settings.groups() / (2L * size)) + 1;
            for (CustomerFigures<C> row : sorted.subList(from, to)) {
                entry.set(row, score);
            }
            from = to;
        }
    }

    private static <C extends Comparable<? super C>> RfmCustomer<C> customer(
            CustomerFigures<C> row, PurchaseBook<C> book, RfmSettings settings) {
        FieldReader fields = row.fields();
        String segment = settings.segments().stream()
                .filter(some -> some.rule().test(fields))
                .findFirst()
                .map(RfmSegment::name)
                .orElse(settings.defaultSegment());
        return new RfmCustomer<>(
                row.customer,
                row.sinceLast,
                row.sinceFirst,
                row.purchases,
                Money.ofMinor(book.currency(), row.spend),
                row.recency,
                row.frequency,
                row.monetary,
                segment);
    }
}
