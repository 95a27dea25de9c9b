package dev.clientele.persistence.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.clientele.persistence.ComputedValues;
import dev.clientele.persistence.ConflictException;
import dev.clientele.persistence.Document;
import dev.clientele.persistence.InvalidRecordException;
import dev.clientele.persistence.StorageException;
import dev.clientele.persistence.StorageSession;
import dev.clientele.persistence.Write;
import dev.clientele.persistence.criteria.Aggregation;
import dev.clientele.persistence.criteria.Criteria;
import dev.clientele.persistence.criteria.Measure;
import dev.clientele.persistence.criteria.Operator;
import dev.clientele.persistence.criteria.Query;
import dev.clientele.persistence.criteria.Sort;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** The suite of rule D11: fields that a machine keeps. */
public abstract class ComputedContract extends TenantSuite {

    private static final Set<String> HEAT = Set.of("heat");
    private static final Set<String> SEGMENT = Set.of("segment");
    private static final BigDecimal TEN = new BigDecimal("10.00");
    private static final Map<String, Object> EVERYTHING = Map.of(
            "heat",
            new BigDecimal("1.50"),
            "segment",
            "hot",
            "signals",
            Set.of("s", "t"),
            "rank",
            7L,
            "scored_at",
            SampleRecords.NOON);

    /** Creates the suite; for subclasses. */
    protected ComputedContract() {}

    @Test
    void D11_computed_values_are_stored_beside_the_content_and_move_no_version() {
        Document deal = SampleRecords.deal(1, Map.of("title", "a"));
        books.insert(deal);

        assertThat(books.compute(EVERYTHING.keySet(), SampleRecords.computed(1, EVERYTHING)))
                .isEmpty();

        Map<String, Object> all = new HashMap<>(EVERYTHING);
        all.put("title", "a");
        assertThat(books.find(deal)).contains(SampleRecords.deal(1, all).atVersion(1));
        books.write(new Write.Check(deal.type(), SampleRecords.id(1), 1));
        books.write(new Write.Replace(deal.atVersion(1)));
    }

    @Test
    void D11_values_come_in_canonical_form() {
        books.insert(SampleRecords.deal(1, Map.of()));
        Instant time = SampleRecords.NOON.plusNanos(1_999);
        books.compute(
                EVERYTHING.keySet(),
                SampleRecords.computed(1, Map.of("heat", BigDecimal.ONE, "signals", Set.of(), "scored_at", time)));

        assertThat(fields(1)).isEqualTo(Map.of("heat", new BigDecimal("1.00"), "scored_at", time.minusNanos(999)));
    }

    @Test
    void D11_a_field_without_a_value_becomes_missing_and_one_that_is_not_named_stays() {
        books.insert(SampleRecords.deal(1, Map.of()), SampleRecords.deal(2, Map.of()));
        books.compute(
                EVERYTHING.keySet(), SampleRecords.computed(1, EVERYTHING), SampleRecords.computed(2, EVERYTHING));

        books.compute(Set.of("heat", "segment"), SampleRecords.computed(1, Map.of("segment", "cold")));

        assertThat(fields(1))
                .isEqualTo(Map.of(
                        "segment", "cold", "signals", Set.of("s", "t"), "rank", 7L, "scored_at", SampleRecords.NOON));
        assertThat(fields(2)).isEqualTo(EVERYTHING);
        books.compute(Set.of(), SampleRecords.computed(2, Map.of()));
        assertThat(fields(2)).isEqualTo(EVERYTHING);
    }

    @Test
    void D11_rows_of_documents_that_are_not_there_are_left_out_and_reported() {
        TenantStorage other = newTenantStorage();
        other.insert(SampleRecords.deal(3, Map.of()));
        books.insert(SampleRecords.deal(1, Map.of()), SampleRecords.note(2));

        assertThat(books.compute(HEAT, heat(3, TEN), heat(1, TEN), heat(2, TEN)))
                .containsExactlyInAnyOrder(SampleRecords.id(2), SampleRecords.id(3));
        assertThat(fields(1)).isEqualTo(Map.of("heat", TEN));
        assertThat(other.find(SampleRecords.deal(3, Map.of())))
                .map(Document::fields)
                .contains(Map.of());
        assertThat(books.find(SampleSchema.DEAL, SampleRecords.id(2))).isEmpty();
        assertThat(books.compute(HEAT)).isEmpty();
    }

    @Test
    void D11_inserting_stores_nothing_in_computed_fields_whatever_it_carries() {
        books.insert(SampleRecords.deal(1, Map.of("title", "a", "heat", TEN, "signals", Set.of("s"))));

        assertThat(fields(1)).isEqualTo(Map.of("title", "a"));
        assertThat(matching(Criteria.missing("heat"))).hasSize(1);
        assertThat(matching(Criteria.has("signals", "s"))).isEmpty();
    }

    @Test
    void D11_a_replaced_document_keeps_its_computed_values_whatever_the_replacement_carries() {
        books.insert(SampleRecords.deal(1, Map.of("title", "a")));
        books.compute(EVERYTHING.keySet(), SampleRecords.computed(1, EVERYTHING));
        Document stored = books.find(SampleRecords.deal(1, Map.of())).orElseThrow();
        Document bare = SampleRecords.deal(1, Map.of("title", "b")).atVersion(1);
        Document full =
                SampleRecords.deal(1, Map.of("segment", "cold", "rank", 8L)).atVersion(2);

        books.write(new Write.Replace(bare, stored));
        assertThat(fields(1))
                .containsAllEntriesOf(EVERYTHING)
                .containsEntry("title", "b")
                .hasSize(6);
        books.write(new Write.Replace(full, full));
        assertThat(fields(1)).isEqualTo(EVERYTHING);
        assertThat(matching(Criteria.equal("segment", "hot"))).hasSize(1);
        assertThat(matching(Criteria.equal("segment", "cold"))).isEmpty();
    }

    @Test
    void D11_computed_values_go_with_the_document() {
        Document deal = SampleRecords.deal(1, Map.of("title", "a"));
        books.insert(deal);
        books.compute(EVERYTHING.keySet(), SampleRecords.computed(1, EVERYTHING));
        books.write(new Write.Delete(deal.type(), SampleRecords.id(1), 1));
        assertThat(matching(Criteria.equal("segment", "hot"))).isEmpty();
        assertThat(matching(Criteria.has("signals", "s"))).isEmpty();
        books.insert(deal);
        assertThat(fields(1)).isEqualTo(Map.of("title", "a"));

        books.compute(HEAT, heat(1, TEN));
        books.transact(session -> {
            session.write(List.of(new Write.Delete(deal.type(), SampleRecords.id(1), 1)));
            assertThat(session.compute(SampleSchema.DEAL, HEAT, List.of(heat(1, TEN))))
                    .hasSize(1);
            session.write(List.of(new Write.Insert(deal)));
        });
        assertThat(fields(1)).isEqualTo(Map.of("title", "a"));
    }

    @Test
    void D11_computing_again_takes_the_old_values_out_of_every_answer() {
        books.insert(SampleRecords.deal(1, Map.of("open", true)), SampleRecords.deal(2, Map.of("open", true)));
        books.compute(
                EVERYTHING.keySet(), SampleRecords.computed(1, EVERYTHING), SampleRecords.computed(2, EVERYTHING));
        for (int round = 0; round < 2; round++) {
            books.compute(
                    EVERYTHING.keySet(),
                    SampleRecords.computed(1, Map.of("heat", TEN, "segment", "cold", "signals", Set.of("t", "u"))));
            assertThat(matching(Criteria.equal("segment", "hot"))).containsExactly(SampleRecords.id(2));
            assertThat(matching(Criteria.equal("segment", "cold"))).containsExactly(SampleRecords.id(1));
            assertThat(matching(Criteria.has("signals", "s"))).containsExactly(SampleRecords.id(2));
            assertThat(matching(Criteria.has("signals", "u"))).containsExactly(SampleRecords.id(1));
            assertThat(matching(Criteria.hasAny("signals", List.of("s", "t", "u"))))
                    .hasSize(2);
            assertThat(matching(Criteria.equal("open", true).and(Criteria.equal("heat", TEN))))
                    .containsExactly(SampleRecords.id(1));
            assertThat(matching(Criteria.missing("rank"))).containsExactly(SampleRecords.id(1));
        }
    }

    @Test
    void D11_criteria_sorts_pages_and_figures_see_computed_fields() {
        books.insert(LongStream.range(0, 20)
                .mapToObj(number -> SampleRecords.deal(number, Map.of("title", "t" + number % 2)))
                .toList());
        books.compute(
                Set.of("heat", "segment"),
                LongStream.range(0, 16)
                        .mapToObj(number -> SampleRecords.computed(
                                number, Map.of("heat", BigDecimal.valueOf(number % 4), "segment", "s" + number % 3)))
                        .toArray(ComputedValues[]::new));
        Query byHeat = Query.all(SampleSchema.DEAL).sortedBy(Sort.descending("heat"), Sort.ascending("title"));
        List<Document> whole = books.scan(byHeat);

        assertThat(whole).hasSize(20).isSortedAccordingTo(Sort.comparator(byHeat.order()));
        assertThat(TenantStorage.items(books.pages(byHeat, 3))).isEqualTo(whole);
        assertThat(matching(Criteria.compare("heat", Operator.AT_LEAST, BigDecimal.valueOf(3))))
                .hasSize(4);
        assertThat(books.aggregate(new Aggregation(
                        SampleSchema.DEAL, Criteria.always(), List.of("segment"), List.of(Measure.sum("heat")))))
                .extracting(group -> group.keys().get(0))
                .containsExactly("s0", "s1", "s2", null);
    }

    @Test
    void D11_computing_fails_no_replacement_and_no_check_whichever_commits_first() {
        if (!has(Capability.CONCURRENT_WRITERS)) {
            D11_a_replaced_document_keeps_its_computed_values_whatever_the_replacement_carries();
            return;
        }
        books.insert(SampleRecords.titled(1, "a"), SampleRecords.titled(2, "a"), SampleRecords.titled(3, "a"));
        if (writesOnSnapshots()) {
            assertComputingFailsAReplacementThatGoesWellAgain();
            return;
        }
        try (StorageSession writer = storage().write(books.tenant())) {
            assertThat(writer.findAll(SampleSchema.DEAL, ids(1, 2, 3))).hasSize(3);
            books.compute(HEAT, heat(1, TEN), heat(2, TEN), heat(3, TEN));
            writer.write(List.of(
                    new Write.Replace(SampleRecords.titled(1, "b").atVersion(1)),
                    new Write.Check(SampleSchema.DEAL, SampleRecords.id(2), 1),
                    new Write.Delete(SampleSchema.DEAL, SampleRecords.id(3), 1)));
            writer.commit();
        }
        assertThat(fields(1)).isEqualTo(Map.of("title", "b", "heat", TEN));
        assertThat(fields(2)).isEqualTo(Map.of("title", "a", "heat", TEN));
        try (StorageSession scoring = storage().write(books.tenant())) {
            assertThat(scoring.find(SampleSchema.DEAL, SampleRecords.id(1))).isPresent();
            books.write(new Write.Replace(SampleRecords.titled(1, "c").atVersion(2)));
            scoring.compute(SampleSchema.DEAL, SEGMENT, List.of(segment(1, "hot"), segment(2, "hot")));
            scoring.commit();
        }
        assertThat(fields(1)).isEqualTo(Map.of("title", "c", "heat", TEN, "segment", "hot"));
        assertThat(matching(Criteria.equal("title", "b"))).isEmpty();
        assertThat(matching(Criteria.equal("segment", "hot"))).hasSize(2);
    }

    private void assertComputingFailsAReplacementThatGoesWellAgain() {
        Write replace = new Write.Replace(SampleRecords.titled(1, "b").atVersion(1));
        try (StorageSession writer = storage().write(books.tenant())) {
            assertThat(writer.findAll(SampleSchema.DEAL, ids(1))).hasSize(1);
            books.compute(HEAT, heat(1, TEN));
            assertThatExceptionOfType(ConflictException.class)
                    .isThrownBy(() -> {
                        writer.write(List.of(replace));
                        writer.commit();
                    })
                    .matches(ConflictException::retryable);
        }
        books.write(replace);
        assertThat(fields(1)).isEqualTo(Map.of("title", "b", "heat", TEN));
    }

    @Test
    void D11_replacements_and_computations_at_once_lose_nothing_of_each_other() {
        int rounds = 40;
        books.insert(SampleRecords.deal(1, Map.of("quantity", 0L)), SampleRecords.deal(2, Map.of()));
        try (TestThreads crew = new TestThreads()) {
            crew.start(() -> {
                for (long i = 1; i <= rounds; i++) {
                    long version = i;
                    // no conflict is allowed here: nobody else replaces the document
                    untilNotBusy(() -> books.write(new Write.Replace(
                            SampleRecords.deal(1, Map.of("quantity", version)).atVersion(version))));
                }
            });
            crew.start(() -> {
                for (long i = 1; i <= rounds; i++) {
                    BigDecimal value = BigDecimal.valueOf(i);
                    untilNotBusy(() -> books.compute(HEAT, heat(2, value), heat(1, value)));
                }
            });
            crew.join();
        }
        assertThat(books.find(SampleRecords.deal(1, Map.of())))
                .contains(SampleRecords.deal(
                                1,
                                Map.of(
                                        "quantity",
                                        (long) rounds,
                                        "heat",
                                        BigDecimal.valueOf(rounds).setScale(2)))
                        .atVersion(rounds + 1L));
    }

    @Test
    void D11_wrong_fields_and_rows_are_refused_and_nothing_is_stored() {
        books.insert(SampleRecords.deal(1, Map.of("title", "a")));
        ComputedValues none = SampleRecords.computed(1, Map.of());

        assertThatIllegalArgumentException().isThrownBy(() -> books.compute(Set.of("title"), none));
        assertThatIllegalArgumentException().isThrownBy(() -> books.compute(Set.of("heat", "unknown"), none));
        assertThatIllegalArgumentException().isThrownBy(() -> books.compute(Set.of("title")));
        assertThatIllegalArgumentException().isThrownBy(() -> books.compute(HEAT, heat(1, TEN), none));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> books.transact(session -> session.compute(SampleSchema.NOTE, HEAT, List.of(none))));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> books.transact(session -> session.compute("stranger", HEAT, List.of(none))));
        for (ComputedValues misfit : List.of(
                SampleRecords.computed(1, Map.of("segment", "hot")),
                SampleRecords.computed(1, Map.of("title", "b")),
                SampleRecords.computed(1, Map.of("heat", new BigDecimal("0.001"))),
                SampleRecords.computed(1, Map.of("heat", "secret")))) {
            assertThatExceptionOfType(InvalidRecordException.class)
                    .isThrownBy(() -> books.compute(HEAT, heat(2, TEN), misfit))
                    .withMessageNotContaining("secret");
        }
        assertThat(fields(1)).isEqualTo(Map.of("title", "a"));
    }

    @Test
    void D11_a_hundred_thousand_rows_are_no_failure() {
        books.insert(LongStream.range(0, 2_000)
                .mapToObj(number -> SampleRecords.deal(number, Map.of()))
                .toList());

        assertThat(books.compute(
                        Set.of("rank"),
                        LongStream.range(0, 100_000)
                                .mapToObj(number -> SampleRecords.computed(number, Map.of("rank", number)))
                                .toArray(ComputedValues[]::new)))
                .hasSize(98_000);
        List<Measure> figures = List.of(Measure.count(), Measure.min("rank"), Measure.max("rank"));
        assertThat(books.aggregate(new Aggregation(SampleSchema.DEAL, Criteria.always(), List.of(), figures))
                        .get(0)
                        .values())
                .containsExactly(2_000L, 0L, 1_999L);
    }

    private static void untilNotBusy(Runnable transaction) {
        while (true) {
            try {
                transaction.run();
                return;
            } catch (StorageException e) {
                if (!e.retryable()) {
                    throw e;
                }
            }
        }
    }

    private Map<String, Object> fields(long number) {
        return books.find(SampleSchema.DEAL, SampleRecords.id(number))
                .orElseThrow()
                .fields();
    }

    private List<UUID> matching(Criteria where) {
        return books.where(SampleSchema.DEAL, where).stream().map(Document::id).toList();
    }

    private static List<UUID> ids(long... numbers) {
        return LongStream.of(numbers).mapToObj(SampleRecords::id).toList();
    }

    private static ComputedValues heat(long number, BigDecimal value) {
        return SampleRecords.computed(number, Map.of("heat", value));
    }

    private static ComputedValues segment(long number, String value) {
        return SampleRecords.computed(number, Map.of("segment", value));
    }
}
