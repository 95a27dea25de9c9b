package dev.clientele.persistence.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import dev.clientele.persistence.Document;
import dev.clientele.persistence.LogEntry;
import dev.clientele.persistence.LogType;
import dev.clientele.persistence.criteria.Aggregation;
import dev.clientele.persistence.criteria.Criteria;
import dev.clientele.persistence.criteria.Group;
import dev.clientele.persistence.criteria.Measure;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The suite of rule C9 and of what {@link Aggregation} and {@link Measure} promise. */
public abstract class AggregationContract extends StorageContract {

    private static final List<Measure> ALL = List.of(
            Measure.count(),
            Measure.sum("quantity"),
            Measure.sum("amount"),
            Measure.sum("score"),
            Measure.min("title"),
            Measure.max("title"),
            Measure.min("seen_at"),
            Measure.max("due"));

    private TenantStorage books;

    /** Creates the suite; for subclasses. */
    @SuppressWarnings("NullAway.Init") // set before each test
    protected AggregationContract() {}

    @BeforeEach
    void createTenant() {
        books = newTenantStorage();
    }

    @Test
    void C9_figures_over_no_records_are_one_group_of_nothing() {
        List<Group> groups = figures(Criteria.always(), List.of(), ALL);

        assertThat(groups).hasSize(1);
        assertThat(groups.get(0).keys()).isEmpty();
        assertThat(groups.get(0).values())
                .isEqualTo(Arrays.<@Nullable Object>asList(0L, null, null, null, null, null, null, null));
        assertThat(figures(Criteria.always(), List.of("title"), ALL)).isEmpty();
    }

    @Test
    void C9_missing_values_count_for_no_measure_but_count() {
        books.insert(
                SampleRecords.deal(1, Map.of()),
                SampleRecords.deal(2, Map.of("quantity", 5L, "title", "t")),
                SampleRecords.deal(3, Map.of("quantity", -2L)));

        Group group = figures(Criteria.always(), List.of(), ALL).get(0);
        assertThat(group.count(0)).isEqualTo(3);
        assertThat((BigDecimal) group.values().get(1)).isEqualByComparingTo("3");
        assertThat(group.values().get(2)).isNull();
        assertThat(group.values().get(4)).isEqualTo("t");

        Group nothing = figures(Criteria.missing("quantity"), List.of(), ALL).get(0);
        assertThat(nothing.count(0)).isEqualTo(1);
        assertThat(nothing.values().get(1)).isNull();
    }

    @Test
    void C9_sums_of_integers_go_beyond_64_bits() {
        books.insert(
                SampleRecords.deal(1, Map.of("quantity", Long.MAX_VALUE)),
                SampleRecords.deal(2, Map.of("quantity", Long.MAX_VALUE)),
                SampleRecords.deal(3, Map.of("quantity", Long.MAX_VALUE)));

        assertThat((BigDecimal) sum("quantity"))
                .isEqualByComparingTo(BigDecimal.valueOf(Long.MAX_VALUE).multiply(BigDecimal.valueOf(3)));
    }

    @Test
    void C9_sums_of_decimals_are_exact() {
        List<Document> deals = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            deals.add(SampleRecords.deal(
                    i, Map.of("amount", new BigDecimal("9999999999999999.99"), "rate", new BigDecimal("0.1"))));
        }
        books.insert(deals);

        assertThat((BigDecimal) sum("amount")).isEqualByComparingTo("299999999999999999.70");
        assertThat((BigDecimal) sum("rate")).isEqualByComparingTo("3");
    }

    @Test
    void C9_sums_of_products_of_decimals_are_exact() {
        List<Document> deals = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            String sign = i % 3 == 0 ? "-" : "";
            deals.add(SampleRecords.deal(
                    i,
                    Map.of(
                            "amount",
                            new BigDecimal(sign + "9999999999999999.99"),
                            "rate",
                            new BigDecimal("999999999.999999999"))));
        }
        deals.add(SampleRecords.deal(30, Map.of("amount", new BigDecimal("5.00"))));
        books.insert(deals);
        List<Measure> products =
                List.of(Measure.sumOfProducts("amount", "rate"), Measure.sumOfProducts("rate", "rate"));

        List<@Nullable Object> sums =
                figures(Criteria.always(), List.of(), products).get(0).values();
        BigDecimal rate = new BigDecimal("999999999.999999999");
        assertThat((BigDecimal) sums.get(0))
                .isEqualByComparingTo(rate.multiply(new BigDecimal("99999999999999999.90")));
        assertThat((BigDecimal) sums.get(1))
                .isEqualByComparingTo(rate.multiply(rate).multiply(BigDecimal.valueOf(30)));
        assertThat(figures(Criteria.missing("rate"), List.of(), products).get(0).values())
                .containsOnlyNulls();
    }

    @Test
    void C9_opposite_integers_sum_to_zero() {
        books.insert(
                SampleRecords.deal(1, Map.of("quantity", Long.MAX_VALUE)),
                SampleRecords.deal(2, Map.of("quantity", 1L)),
                SampleRecords.deal(3, Map.of("quantity", Long.MIN_VALUE)));

        assertThat((BigDecimal) sum("quantity")).isEqualByComparingTo("0");
    }

    @Test
    void C9_least_and_greatest_follow_the_order_of_each_type() {
        List<String> texts = SampleTexts.ASCENDING;
        for (int i = 0; i < texts.size(); i++) {
            Map<String, Object> fields = new HashMap<>();
            fields.put("title", texts.get(i));
            fields.put("amount", new BigDecimal(i - 10).setScale(2));
            fields.put("score", i - 10.5);
            fields.put("seen_at", Instant.EPOCH.plusNanos((i - 10) * 1000L));
            fields.put("due", LocalDate.of(995 + i, 1, 1));
            books.insert(SampleRecords.deal(i, fields));
        }
        int last = texts.size() - 1;

        assertThat(extremes("title")).containsExactly("", texts.get(last));
        assertThat(extremes("amount")).containsExactly(new BigDecimal("-10.00"), new BigDecimal(last - 10).setScale(2));
        assertThat(extremes("score")).containsExactly(-10.5, last - 10.5);
        assertThat(extremes("seen_at"))
                .containsExactly(Instant.EPOCH.minusNanos(10_000), Instant.EPOCH.plusNanos((last - 10) * 1000L));
        assertThat(extremes("due")).containsExactly(LocalDate.of(995, 1, 1), LocalDate.of(995 + last, 1, 1));
    }

    @Test
    void C9_groups_come_sorted_by_key_with_missing_last() {
        books.insert(SampleRecords.deal(0, Map.of()), SampleRecords.deal(1, Map.of("open", true)));
        for (int i = 0; i < SampleTexts.ASCENDING.size(); i++) {
            books.insert(SampleRecords.titled(10 + i, SampleTexts.ASCENDING.get(SampleTexts.ASCENDING.size() - 1 - i)));
        }
        List<Group> groups = figures(Criteria.always(), List.of("title"), List.of(Measure.count()));

        List<@Nullable Object> expected = new ArrayList<>(SampleTexts.ASCENDING);
        expected.add(null);
        assertThat(groups).extracting(group -> group.keys().get(0)).isEqualTo(expected);
        assertThat(groups.get(groups.size() - 1).count(0)).isEqualTo(2);
    }

    @Test
    void C9_groups_are_apart_by_case_and_space() {
        books.insert(
                SampleRecords.titled(1, "a"),
                SampleRecords.titled(2, "A"),
                SampleRecords.titled(3, "a "),
                SampleRecords.titled(4, "a"));

        assertThat(figures(Criteria.always(), List.of("title"), List.of(Measure.count())))
                .extracting(group -> group.keys().get(0) + "=" + group.count(0))
                .containsExactly("A=1", "a=2", "a =1");
    }

    @Test
    void C9_groups_of_each_type_bring_their_keys_back() {
        Map<String, Object> fields = Map.of(
                "title",
                "t",
                "quantity",
                Long.MIN_VALUE,
                "amount",
                new BigDecimal("-0.10"),
                "open",
                true,
                "seen_at",
                Instant.parse("1969-12-31T23:59:59.999999Z"),
                "due",
                LocalDate.of(1582, 10, 10));
        books.insert(SampleRecords.deal(1, fields));
        List<String> names = List.copyOf(fields.keySet());

        List<Group> groups = figures(Criteria.always(), names, List.of(Measure.count()));
        assertThat(groups).hasSize(1);
        assertThat(groups.get(0).keys())
                .isEqualTo(names.stream().map(fields::get).toList());
    }

    @Test
    void C9_groups_by_two_fields_sort_by_the_first_then_the_second() {
        books.insert(
                SampleRecords.deal(1, Map.of("open", true, "quantity", 1L)),
                SampleRecords.deal(2, Map.of("open", false, "quantity", 2L)),
                SampleRecords.deal(3, Map.of("open", false, "quantity", 1L)),
                SampleRecords.deal(4, Map.of("open", false)),
                SampleRecords.deal(5, Map.of("quantity", 0L)),
                SampleRecords.deal(6, Map.of()));

        assertThat(figures(Criteria.always(), List.of("open", "quantity"), List.of(Measure.count())))
                .extracting(Group::keys)
                .containsExactly(
                        Arrays.asList(false, 1L),
                        Arrays.asList(false, 2L),
                        Arrays.asList(false, null),
                        Arrays.asList(true, 1L),
                        Arrays.asList(null, 0L),
                        Arrays.asList(null, null));
    }

    @Test
    void C9_dates_and_instants_are_grouped_by_the_ranges_that_they_fall_into() {
        LocalDate january = LocalDate.of(2027, 1, 1);
        LocalDate february = LocalDate.of(2027, 2, 1);
        LocalDate april = LocalDate.of(2027, 4, 1);
        books.insert(
                SampleRecords.deal(1, Map.of("due", january, "quantity", 1L, "open", true)),
                SampleRecords.deal(2, Map.of("due", february.minusDays(1), "quantity", 2L, "open", true)),
                SampleRecords.deal(3, Map.of("due", february, "quantity", 4L, "open", true)),
                SampleRecords.deal(4, Map.of("due", april.plusYears(9), "quantity", 8L, "open", false)),
                SampleRecords.deal(5, Map.of("due", january.minusDays(1), "quantity", 16L, "open", true)),
                SampleRecords.deal(6, Map.of("quantity", 32L, "open", true)));
        Aggregation byRange = new Aggregation(
                SampleSchema.DEAL,
                Criteria.always(),
                List.of("due", "open"),
                List.of(Measure.count(), Measure.sum("quantity"), Measure.max("due")));

        assertThat(books.aggregate(
                        byRange.withRanges(Map.of("due", List.of(january, february, LocalDate.of(2027, 3, 1), april)))))
                .extracting(Group::keys, group -> group.count(0), group -> ((BigDecimal) sum(group)).longValue())
                .containsExactly(
                        tuple(Arrays.asList(january, true), 2L, 3L),
                        tuple(Arrays.asList(february, true), 1L, 4L),
                        tuple(Arrays.asList(april, false), 1L, 8L),
                        tuple(Arrays.asList(null, true), 2L, 48L));
    }

    @Test
    void C9_entries_of_a_log_are_grouped_by_ranges_of_time() {
        books.append(
                SampleSchema.TOUCH,
                touch("a", "call", SampleRecords.NOON.minusNanos(1000), 1),
                touch("b", "call", SampleRecords.NOON, 2),
                touch("c", "mail", SampleRecords.NOON.plusSeconds(2), 1));
        Aggregation byTime = new Aggregation(
                        SampleSchema.TOUCH,
                        Criteria.always(),
                        List.of(LogType.OCCURRED_AT),
                        List.of(Measure.count(), Measure.max("kind")))
                .withRanges(
                        Map.of(LogType.OCCURRED_AT, List.of(SampleRecords.NOON.minusSeconds(9), SampleRecords.NOON)));

        assertThat(books.aggregate(byTime))
                .containsExactly(
                        new Group(List.of(SampleRecords.NOON.minusSeconds(9)), List.of(1L, "call")),
                        new Group(List.of(SampleRecords.NOON), List.of(2L, "mail")));
        assertThat(books.aggregate(byTime.withSubject(SampleRecords.id(1))))
                .extracting(group -> group.count(0))
                .containsExactly(1L, 1L);
    }

    private static Object sum(Group group) {
        return Objects.requireNonNull(group.values().get(1));
    }

    @Test
    void C9_a_log_is_counted_by_field_subject_and_time() {
        books.append(
                SampleSchema.TOUCH,
                touch("a", "call", SampleRecords.NOON, 1),
                touch("b", "call", SampleRecords.NOON.plusSeconds(1), 2),
                touch("c", "mail", SampleRecords.NOON.plusSeconds(2), 1));
        Aggregation byKind = new Aggregation(
                SampleSchema.TOUCH,
                Criteria.always(),
                List.of("kind"),
                List.of(Measure.count(), Measure.max(LogType.OCCURRED_AT)));

        assertThat(books.aggregate(byKind))
                .containsExactly(
                        new Group(List.of("call"), List.of(2L, SampleRecords.NOON.plusSeconds(1))),
                        new Group(List.of("mail"), List.of(1L, SampleRecords.NOON.plusSeconds(2))));
        assertThat(books.aggregate(byKind.withSubject(SampleRecords.id(1))))
                .extracting(group -> group.count(0))
                .containsExactly(1L, 1L);
        assertThat(books.aggregate(byKind.withSubject(SampleRecords.id(3)))).isEmpty();
    }

    @Test
    void C9_an_aggregation_that_does_not_fit_the_schema_is_a_wrong_argument() {
        List<Measure> count = List.of(Measure.count());
        Aggregation byDue = new Aggregation(SampleSchema.DEAL, Criteria.always(), List.of("due", "quantity"), count);
        for (Aggregation wrong : List.of(
                new Aggregation("stranger", Criteria.always(), List.of(), count),
                new Aggregation(SampleSchema.DEAL, Criteria.always(), List.of("tags"), count),
                new Aggregation(SampleSchema.DEAL, Criteria.always(), List.of("score"), count),
                new Aggregation(SampleSchema.DEAL, Criteria.always(), List.of("unknown"), count),
                new Aggregation(SampleSchema.DEAL, Criteria.always(), List.of(), List.of(Measure.sum("title"))),
                new Aggregation(SampleSchema.DEAL, Criteria.always(), List.of(), List.of(Measure.min("open"))),
                new Aggregation(
                        SampleSchema.DEAL,
                        Criteria.always(),
                        List.of(),
                        List.of(Measure.sumOfProducts("amount", "quantity"))),
                byDue.withRanges(Map.of("due", List.of())),
                byDue.withRanges(Map.of("due", List.of(LocalDate.EPOCH, LocalDate.EPOCH))),
                byDue.withRanges(Map.of("due", List.of(Instant.EPOCH))),
                byDue.withRanges(Map.of("seen_at", List.of(Instant.EPOCH))),
                byDue.withRanges(Map.of("quantity", List.of(1L))),
                Aggregation.count(SampleSchema.DEAL, Criteria.always()).withSubject(SampleRecords.id(1)))) {
            assertThatIllegalArgumentException().as("%s", wrong).isThrownBy(() -> books.aggregate(wrong));
        }
    }

    private List<Group> figures(Criteria where, List<String> groupBy, List<Measure> measures) {
        return books.aggregate(new Aggregation(SampleSchema.DEAL, where, groupBy, measures));
    }

    private @Nullable Object sum(String field) {
        return figures(Criteria.always(), List.of(), List.of(Measure.sum(field)))
                .get(0)
                .values()
                .get(0);
    }

    private List<@Nullable Object> extremes(String field) {
        return figures(Criteria.always(), List.of(), List.of(Measure.min(field), Measure.max(field)))
                .get(0)
                .values();
    }

    private static LogEntry touch(String key, String kind, Instant time, long subject) {
        return LogEntry.of(key, Set.of(SampleRecords.id(subject)), time, Map.of("kind", kind), "");
    }
}
