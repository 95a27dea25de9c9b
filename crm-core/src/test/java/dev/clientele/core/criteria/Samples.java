package dev.clientele.core.criteria;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Builders;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** Random values from small pools, so that records and constants often meet, with the awkward ones of each type. */
final class Samples {

    /** In the night in which Berlin's clocks go forward, with nanoseconds that storage doesn't keep. */
    static final Instant NOW = Instant.parse("2026-03-29T00:30:00.123456789Z");

    private static final Instant NOW_KEPT = Instant.parse("2026-03-29T00:30:00.123456Z");

    private Samples() {}

    /**
     * Text of one to three of: cases, accents composed and not, letters that fold to two, what SQL's LIKE and GLOB take for
     * wildcards, characters at both ends of the surrogates, and emoji of one and of several code points.
     */
    static Arbitrary<String> text() {
        return Arbitraries.of(
                        "a",
                        "A",
                        "b",
                        "0",
                        "é",
                        "e\u0301",
                        "\u0301",
                        "ß",
                        "SS",
                        "İ",
                        "ı",
                        "%",
                        "_",
                        "*",
                        "?",
                        "[",
                        "\\",
                        "'",
                        "\"",
                        "\uD7FF",
                        "\uE000",
                        "\uFFFD",
                        "\uFFFF",
                        "\uD83D\uDE00",
                        "\uD800\uDC00",
                        "\uDBFF\uDFFF",
                        "\uD83D\uDC69\u200D\uD83D\uDE80",
                        "a b")
                .list()
                .ofMinSize(1)
                .ofMaxSize(3)
                .map(parts -> String.join("", parts));
    }

    static Arbitrary<Set<String>> tags() {
        return text().set().ofMaxSize(3);
    }

    static Arbitrary<Long> pieces() {
        return Arbitraries.of(
                Long.MIN_VALUE, -1L, 0L, 1L, 2L, (1L << 53) - 1, 1L << 53, (1L << 53) + 1, Long.MAX_VALUE);
    }

    static Arbitrary<BigDecimal> weight() {
        return Arbitraries.of(
                        "-9999999999999999.99", "-1.50", "0", "0.00", "0.01", "1.1", "1.10", "2", "9999999999999999.99")
                .map(BigDecimal::new);
    }

    static Arbitrary<Double> score() {
        return Arbitraries.of(-1.5, -0.0, 0.0, 0.1, 0.2, 0.30000000000000004, 0.3, 1e300, -1e300, Double.MIN_VALUE);
    }

    static Arbitrary<Instant> instant() {
        return Arbitraries.of(
                Instant.parse("0001-01-01T00:00:00Z"),
                Instant.EPOCH.minusNanos(1000),
                Instant.EPOCH,
                NOW_KEPT.minusNanos(1000),
                NOW_KEPT,
                NOW_KEPT.plusNanos(1000),
                NOW_KEPT.minusSeconds(86_400),
                NOW_KEPT.minusSeconds(3_600),
                Instant.parse("9999-12-31T23:59:59.999999Z"));
    }

    static Arbitrary<LocalDate> date() {
        return Arbitraries.of(
                        "0001-01-01",
                        "1969-12-31",
                        "2024-02-29",
                        "2026-03-28",
                        "2026-03-29",
                        "2026-03-30",
                        "9999-12-31")
                .map(LocalDate::parse);
    }

    static Arbitrary<Money> price() {
        return Arbitraries.of(
                        "EUR 0.00", "EUR 0.01", "EUR -5.00", "USD 0.01", "JPY 5", "BHD 0.001", "EUR 99999999999999.99")
                .map(Money::parse);
    }

    static Arbitrary<String> currency() {
        return Arbitraries.of("EUR", "USD", "JPY", "BHD")
                .map(code -> CurrencyUnit.of(code).getCode());
    }

    /** Ids in both halves of the range, which a signed comparison would order wrongly. */
    private static Arbitrary<UUID> id() {
        return Arbitraries.longs().tuple2().map(bits -> new UUID(bits.get1(), bits.get2()));
    }

    static Arbitrary<Sample> sample() {
        return Builders.withBuilder(Values::new)
                .use(id())
                .in((v, x) -> v.with(0, x))
                .use(text().injectNull(0.3))
                .in((v, x) -> v.with(1, x))
                .use(text().injectNull(0.3))
                .in((v, x) -> v.with(2, x))
                .use(tags().injectNull(0.3))
                .in((v, x) -> v.with(3, x))
                .use(pieces().injectNull(0.3))
                .in((v, x) -> v.with(4, x))
                .use(weight().injectNull(0.3))
                .in((v, x) -> v.with(5, x))
                .use(Arbitraries.of(true, false).injectNull(0.3))
                .in((v, x) -> v.with(6, x))
                .use(score().injectNull(0.3))
                .in((v, x) -> v.with(7, x))
                .use(instant().injectNull(0.3))
                .in((v, x) -> v.with(8, x))
                .use(date().injectNull(0.3))
                .in((v, x) -> v.with(9, x))
                .use(Arbitraries.of(Kinds.Grade.class).injectNull(0.3))
                .in((v, x) -> v.with(10, x))
                .use(price().injectNull(0.3))
                .in((v, x) -> v.with(11, x))
                .build(Values::sample);
    }

    static Arbitrary<List<Sample>> samples() {
        return sample().list().ofMaxSize(9).uniqueElements(Sample::id);
    }

    private static final class Values {
        private final Object[] values = new Object[12];

        Values with(int index, Object value) {
            values[index] = value;
            return this;
        }

        @SuppressWarnings("unchecked") // put in above
        Sample sample() {
            return new Sample(
                    (UUID) values[0],
                    (String) values[1],
                    (String) values[2],
                    (Set<String>) values[3],
                    (Long) values[4],
                    (BigDecimal) values[5],
                    (Boolean) values[6],
                    (Double) values[7],
                    (Instant) values[8],
                    (LocalDate) values[9],
                    (Kinds.Grade) values[10],
                    (Money) values[11]);
        }
    }
}
