package dev.clientele.persistence.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.clientele.persistence.ConflictException;
import dev.clientele.persistence.Document;
import dev.clientele.persistence.InvalidRecordException;
import dev.clientele.persistence.Write;
import dev.clientele.persistence.criteria.Query;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The suite of rules D2, D3 and D9: batches, versions and values that don't fit. */
public abstract class DocumentContract extends StorageContract {

    private TenantStorage books;

    /** Creates the suite; for subclasses. */
    @SuppressWarnings("NullAway.Init") // set before each test
    protected DocumentContract() {}

    @BeforeEach
    void createTenant() {
        books = newTenantStorage();
    }

    @Test
    void D1_an_inserted_document_is_at_version_1_and_each_replacement_one_further() {
        books.insert(SampleRecords.note(1));
        assertThat(books.find(SampleRecords.note(1))).map(Document::version).contains(1L);

        books.write(new Write.Replace(SampleRecords.note(1).atVersion(1)));
        books.write(new Write.Replace(SampleRecords.note(1).atVersion(2)));

        assertThat(books.find(SampleRecords.note(1))).map(Document::version).contains(3L);
    }

    @Test
    void D1_a_replacement_replaces_every_field() {
        books.insert(SampleRecords.deal(1, Map.of("title", "a", "quantity", 7L)));

        books.write(
                new Write.Replace(SampleRecords.deal(1, Map.of("quantity", 8L)).atVersion(1)));

        assertThat(books.find(SampleRecords.deal(1, Map.of())))
                .map(Document::fields)
                .contains(Map.of("quantity", 8L));
    }

    @Test
    void D1_a_deleted_document_is_gone_and_its_id_is_free() {
        books.insert(SampleRecords.note(1));
        books.write(new Write.Delete(SampleSchema.NOTE, SampleRecords.id(1), 1));
        assertThat(books.find(SampleRecords.note(1))).isEmpty();

        books.insert(SampleRecords.note(1));

        assertThat(books.find(SampleRecords.note(1)))
                .contains(SampleRecords.note(1).atVersion(1));
    }

    @Test
    void D1_one_id_is_a_document_of_its_own_in_each_type() {
        books.insert(SampleRecords.note(1), SampleRecords.titled(1, "a"));

        assertThat(books.find(SampleSchema.NOTE, SampleRecords.id(1)))
                .contains(SampleRecords.note(1).atVersion(1));
        assertThat(books.find(SampleSchema.MEMBER, SampleRecords.id(1))).isEmpty();
    }

    @Test
    void D1_findAll_leaves_out_unknown_ids_and_counts_repeated_ones_once() {
        books.insert(SampleRecords.note(1), SampleRecords.note(2));
        List<UUID> ids = List.of(SampleRecords.id(2), SampleRecords.id(3), SampleRecords.id(1), SampleRecords.id(2));

        assertThat(books.findAll(SampleSchema.NOTE, ids))
                .containsExactlyInAnyOrder(
                        SampleRecords.note(1).atVersion(1),
                        SampleRecords.note(2).atVersion(1));
        assertThat(books.findAll(SampleSchema.NOTE, List.of())).isEmpty();
    }

    @Test
    void D1_findAll_takes_a_hundred_thousand_ids() {
        books.insert(SampleRecords.note(1), SampleRecords.note(99_999));
        List<UUID> ids =
                LongStream.range(0, 100_000).mapToObj(SampleRecords::id).toList();

        assertThat(books.findAll(SampleSchema.NOTE, ids)).hasSize(2);
    }

    @Test
    void D2_a_batch_holds_as_a_whole() {
        books.insert(SampleRecords.note(1), SampleRecords.note(2), SampleRecords.note(3));
        books.write(new Write.Replace(SampleRecords.note(3).atVersion(1)));

        assertThatThrownBy(() -> books.write(
                        new Write.Insert(SampleRecords.note(4)),
                        new Write.Replace(SampleRecords.withBody(SampleRecords.note(1), "new")
                                .atVersion(1)),
                        new Write.Delete(SampleSchema.NOTE, SampleRecords.id(2), 1),
                        new Write.Check(SampleSchema.NOTE, SampleRecords.id(3), 1)))
                .isInstanceOf(ConflictException.class);

        assertThat(books.scan(Query.all(SampleSchema.NOTE)))
                .containsExactlyInAnyOrder(
                        SampleRecords.note(1).atVersion(1),
                        SampleRecords.note(2).atVersion(1),
                        SampleRecords.note(3).atVersion(2));
    }

    @Test
    void D2_a_batch_of_thousands_holds() {
        List<Document> many =
                LongStream.range(0, 5000).mapToObj(SampleRecords::note).toList();
        books.insert(many);
        List<Write> batch = new ArrayList<>();
        for (Document note : many) {
            batch.add(new Write.Replace(note.atVersion(1)));
        }
        books.write(batch.toArray(Write[]::new));

        assertThat(books.count(SampleSchema.NOTE)).isEqualTo(5000);
        assertThat(books.find(SampleRecords.note(4999))).map(Document::version).contains(2L);
    }

    @Test
    void D2_an_empty_batch_does_nothing() {
        books.write();

        assertThat(books.count(SampleSchema.NOTE)).isZero();
    }

    @Test
    void D2_a_batch_mixes_types() {
        books.write(
                new Write.Insert(SampleRecords.note(1)),
                new Write.Insert(SampleRecords.member(1, "ana@example.org")),
                new Write.Insert(SampleRecords.titled(1, "a")));

        assertThat(books.find(SampleRecords.member(1, ""))).isPresent();
        assertThat(books.find(SampleRecords.titled(1, ""))).isPresent();
    }

    @Test
    void D3_inserting_an_id_in_use_is_a_conflict_that_names_it() {
        books.insert(SampleRecords.note(1));

        assertConflict(
                List.of(SampleRecords.id(1)),
                new Write.Insert(SampleRecords.note(1)),
                new Write.Insert(SampleRecords.note(2)));
    }

    @Test
    void D3_replacing_a_stale_version_is_a_conflict_that_names_it() {
        books.insert(SampleRecords.note(1));
        books.write(new Write.Replace(SampleRecords.note(1).atVersion(1)));

        assertConflict(
                List.of(SampleRecords.id(1)),
                new Write.Replace(SampleRecords.note(1).atVersion(1)));
        assertConflict(
                List.of(SampleRecords.id(1)),
                new Write.Replace(SampleRecords.note(1).atVersion(3)));
    }

    @Test
    void D3_deleting_a_stale_version_is_a_conflict_that_names_it() {
        books.insert(SampleRecords.note(1));
        books.write(new Write.Replace(SampleRecords.note(1).atVersion(1)));

        assertConflict(List.of(SampleRecords.id(1)), new Write.Delete(SampleSchema.NOTE, SampleRecords.id(1), 1));
        assertConflict(List.of(SampleRecords.id(1)), new Write.Delete(SampleSchema.NOTE, SampleRecords.id(1), 0));
    }

    @Test
    void D3_checking_a_stale_version_is_a_conflict_that_names_it() {
        books.insert(SampleRecords.note(1), SampleRecords.note(2));
        books.write(new Write.Replace(SampleRecords.note(1).atVersion(1)));

        assertConflict(
                List.of(SampleRecords.id(1)),
                new Write.Check(SampleSchema.NOTE, SampleRecords.id(1), 1),
                new Write.Check(SampleSchema.NOTE, SampleRecords.id(2), 1));
    }

    @Test
    void D3_a_document_that_is_gone_is_a_conflict_that_names_it() {
        assertConflict(
                List.of(SampleRecords.id(1)),
                new Write.Replace(SampleRecords.note(1).atVersion(1)));
        assertConflict(List.of(SampleRecords.id(1)), new Write.Delete(SampleSchema.NOTE, SampleRecords.id(1), 1));
        assertConflict(List.of(SampleRecords.id(1)), new Write.Check(SampleSchema.NOTE, SampleRecords.id(1), 1));
    }

    @Test
    void D3_a_conflict_names_every_such_document_of_the_batch() {
        books.insert(SampleRecords.note(1), SampleRecords.note(2), SampleRecords.note(3));
        books.write(
                new Write.Replace(SampleRecords.note(2).atVersion(1)),
                new Write.Replace(SampleRecords.note(3).atVersion(1)));

        assertConflict(
                List.of(
                        SampleRecords.id(1),
                        SampleRecords.id(2),
                        SampleRecords.id(3),
                        SampleRecords.id(4),
                        SampleRecords.id(5)),
                new Write.Insert(SampleRecords.note(1)),
                new Write.Replace(SampleRecords.note(2).atVersion(1)),
                new Write.Delete(SampleSchema.NOTE, SampleRecords.id(3), 1),
                new Write.Check(SampleSchema.NOTE, SampleRecords.id(4), 1),
                new Write.Replace(SampleRecords.note(5).atVersion(2)),
                new Write.Insert(SampleRecords.note(6)));
    }

    @Test
    void D3_a_check_that_holds_changes_nothing() {
        books.insert(SampleRecords.note(1));

        books.write(new Write.Check(SampleSchema.NOTE, SampleRecords.id(1), 1));

        assertThat(books.find(SampleRecords.note(1)))
                .contains(SampleRecords.note(1).atVersion(1));
    }

    @Test
    void D9_a_value_that_does_not_fit_leaves_the_whole_batch_undone() {
        Document misfit = SampleRecords.titled(2, "x".repeat(SampleSchema.TITLE_LIMIT + 1));

        InvalidRecordException thrown = catchThrowableOfType(
                InvalidRecordException.class,
                () -> books.write(new Write.Insert(SampleRecords.note(1)), new Write.Insert(misfit)));

        assertThat(thrown.type()).isEqualTo(SampleSchema.DEAL);
        assertThat(thrown.field()).isEqualTo("title");
        assertThat(books.find(SampleRecords.note(1))).isEmpty();
    }

    @Test
    void D9_a_refusal_does_not_tell_the_value() {
        for (Map<String, Object> misfit : List.<Map<String, Object>>of(
                Map.of("title", "secret" + "x".repeat(SampleSchema.TITLE_LIMIT)),
                Map.of("quantity", "secret"),
                Map.of("tags", Set.of("secret" + "x".repeat(30))))) {
            assertThatExceptionOfType(InvalidRecordException.class)
                    .isThrownBy(() -> books.insert(SampleRecords.deal(1, misfit)))
                    .withMessageNotContaining("secret");
        }
    }

    @Test
    void D9_every_kind_of_misfit_is_refused() {
        List<Map<String, Object>> misfits = List.of(
                Map.of("title", "nul\0"),
                Map.of("title", "half\uD83D"),
                Map.of("quantity", "text"),
                Map.of("amount", new BigDecimal("0.001")),
                Map.of("amount", new BigDecimal("12345678901234567.00")),
                Map.of("amount", new BigDecimal("1E+999999999")),
                Map.of("amount", new BigDecimal("1E-999999999")),
                Map.of("title", "\uD83D\uDE00".repeat(SampleSchema.TITLE_LIMIT + 1)),
                Map.of("title", "\uDE00\uD83D"),
                Map.of("tags", Set.of("nul\0")),
                Map.of("tags", Set.of("half\uDE00")),
                Map.of("score", Double.POSITIVE_INFINITY),
                Map.of("seen_at", Instant.parse("0000-12-31T23:59:59.999999999Z")),
                Map.of("seen_at", Instant.parse("+10000-01-01T00:00:00Z")),
                Map.of("score", Double.NaN),
                Map.of("score", Double.NEGATIVE_INFINITY),
                Map.of("seen_at", Instant.MIN),
                Map.of("due", LocalDate.of(10000, 1, 1)),
                Map.of("unknown", 1L));
        for (Map<String, Object> misfit : misfits) {
            assertThatExceptionOfType(InvalidRecordException.class)
                    .isThrownBy(() -> books.insert(SampleRecords.deal(1, misfit)));
        }
        assertThatExceptionOfType(InvalidRecordException.class)
                .isThrownBy(() -> books.insert(SampleRecords.withBody(SampleRecords.note(1), "nul\0")));
        assertThat(books.count(SampleSchema.DEAL)).isZero();
    }

    @Test
    void D9_a_call_that_names_an_unknown_type_or_one_document_twice_is_a_wrong_argument() {
        Document stranger = new Document("stranger", SampleRecords.id(1), 0, Map.of(), "");

        assertThatIllegalArgumentException().isThrownBy(() -> books.insert(stranger));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> books.insert(SampleRecords.note(1), SampleRecords.note(1)));
        assertThatIllegalArgumentException().isThrownBy(() -> books.find(stranger));
        assertThatIllegalArgumentException().isThrownBy(() -> books.scan(Query.all("stranger")));
        assertThat(books.find(SampleRecords.note(1))).isEqualTo(Optional.empty());
    }

    private void assertConflict(List<UUID> ids, Write... batch) {
        List<Document> before = books.scan(Query.all(SampleSchema.NOTE));
        ConflictException thrown = catchThrowableOfType(ConflictException.class, () -> books.write(batch));

        assertThat(thrown).isNotNull();
        assertThat(thrown.ids()).containsExactlyInAnyOrderElementsOf(ids);
        assertThat(thrown.retryable()).isFalse();
        assertThat(books.scan(Query.all(SampleSchema.NOTE))).isEqualTo(before);
    }
}
