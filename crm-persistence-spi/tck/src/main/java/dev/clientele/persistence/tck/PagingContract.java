package dev.clientele.persistence.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.clientele.persistence.Document;
import dev.clientele.persistence.DocumentType;
import dev.clientele.persistence.ResultPage;
import dev.clientele.persistence.Write;
import dev.clientele.persistence.criteria.Criteria;
import dev.clientele.persistence.criteria.Cursor;
import dev.clientele.persistence.criteria.PageRequest;
import dev.clientele.persistence.criteria.Query;
import dev.clientele.persistence.criteria.Sort;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The suite of rules D6, D7 and C7: order and pages. */
public abstract class PagingContract extends StorageContract {

    private TenantStorage books;

    /** Creates the suite; for subclasses. */
    @SuppressWarnings("NullAway.Init") // set before each test
    protected PagingContract() {}

    @BeforeEach
    void createTenant() {
        books = newTenantStorage();
    }

    @Test
    void D6_pages_visit_every_row_once_over_ties_and_missing_values() {
        List<Document> deals = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            Map<String, Object> fields = new HashMap<>();
            if (i % 4 != 0) {
                fields.put("quantity", (long) (i % 3));
            }
            if (i % 5 != 0) {
                fields.put("title", "t" + i % 2);
            }
            deals.add(SampleRecords.deal(i, fields));
        }
        books.insert(deals);
        for (Query query : List.of(
                ordered(Sort.ascending("quantity"), Sort.descending("title")),
                ordered(Sort.descending("quantity"), Sort.ascending("title")),
                ordered(Sort.descending("title")),
                ordered())) {
            List<UUID> expected = deals.stream()
                    .sorted(Sort.comparator(query.order())
                            .thenComparing(row -> (String) Objects.requireNonNull(row.read(DocumentType.ID))))
                    .map(Document::id)
                    .toList();
            for (int limit : new int[] {1, 7, 20, 60, 61}) {
                assertThat(TenantStorage.items(books.pages(query, limit)))
                        .extracting(Document::id)
                        .as("%s by %s", query.order(), limit)
                        .containsExactlyElementsOf(expected);
            }
        }
    }

    @Test
    void D6_next_is_null_exactly_if_no_row_follows() {
        books.insert(SampleRecords.note(1), SampleRecords.note(2), SampleRecords.note(3));

        assertThat(books.pages(Query.all(SampleSchema.NOTE), 3)).hasSize(1);
        assertThat(books.pages(Query.all(SampleSchema.NOTE), 2)).hasSize(2);
        assertThat(books.pages(Query.where(SampleSchema.NOTE, Criteria.never()), 2))
                .containsExactly(new ResultPage<>(List.of(), null));
    }

    @Test
    void D6_a_page_starts_strictly_after_a_row_that_was_removed_meanwhile() {
        books.insert(LongStream.range(0, 10)
                .mapToObj(number -> SampleRecords.titled(number, "same"))
                .toList());
        Query query = ordered(Sort.ascending("title"));
        ResultPage<Document> first = books.read(session -> session.page(query, PageRequest.first(4)));
        Document last = first.items().get(3);
        books.write(new Write.Delete(SampleSchema.DEAL, last.id(), 1));

        Cursor next = Objects.requireNonNull(first.next());
        ResultPage<Document> second = books.read(session -> session.page(query, PageRequest.after(next, 10)));

        assertThat(second.items()).hasSize(6).doesNotContainAnyElementsOf(first.items());
    }

    @Test
    void D6_a_cursor_that_does_not_fit_the_query_is_a_wrong_argument() {
        books.insert(SampleRecords.titled(1, "a"));
        Query query = ordered(Sort.ascending("title"));
        for (Cursor wrong :
                List.of(new Cursor(List.of(), "x"), new Cursor(List.of("a", "b"), "x"), new Cursor(List.of(1L), "x"))) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> books.read(session -> session.page(query, PageRequest.after(wrong, 1))));
        }
    }

    @Test
    void D6_a_cursor_that_no_row_had_still_says_where_to_go_on() {
        books.insert(SampleRecords.titled(1, "a"), SampleRecords.titled(2, "c"), SampleRecords.deal(3, Map.of()));
        Query query = ordered(Sort.ascending("title"));

        assertThat(after(query, new Cursor(List.of("b"), "no uuid' --")))
                .containsExactly(SampleRecords.id(2), SampleRecords.id(3));
        assertThat(after(query, new Cursor(List.of("zzz".repeat(100)), ""))).containsExactly(SampleRecords.id(3));
        assertThat(after(query, new Cursor(Collections.singletonList(null), "")))
                .containsExactly(SampleRecords.id(3));
        assertThat(after(query, new Cursor(Collections.singletonList(null), "~")))
                .isEmpty();
    }

    @Test
    void C7_missing_values_come_last_in_both_directions() {
        books.insert(
                SampleRecords.deal(1, Map.of()),
                SampleRecords.deal(2, Map.of("amount", new BigDecimal("-1.00"))),
                SampleRecords.deal(3, Map.of("amount", new BigDecimal("1.00"))));

        assertThat(ids(Sort.ascending("amount")))
                .containsExactly(SampleRecords.id(2), SampleRecords.id(3), SampleRecords.id(1));
        assertThat(ids(Sort.descending("amount")))
                .containsExactly(SampleRecords.id(3), SampleRecords.id(2), SampleRecords.id(1));
    }

    @Test
    void C7_ties_are_settled_by_id_ascending_as_text() {
        List<UUID> ascending =
                List.of(new UUID(0, 1), new UUID(0, -1), new UUID(1, 0), new UUID(Long.MAX_VALUE, 0), new UUID(-1, 0));
        for (UUID id : ascending) {
            books.insert(new Document(SampleSchema.DEAL, id, 0, Map.of("title", "same"), ""));
        }
        assertThat(ids(Sort.ascending("title"))).isEqualTo(ascending);
        assertThat(ids(Sort.descending("title"))).isEqualTo(ascending);
        assertThat(ids()).isEqualTo(ascending);
    }

    @Test
    void C7_the_id_can_be_sorted_by_and_compared() {
        books.insert(SampleRecords.note(1), SampleRecords.note(2), SampleRecords.note(3));
        List<String> texts = LongStream.rangeClosed(1, 3)
                .mapToObj(number -> SampleRecords.id(number).toString())
                .sorted(Comparator.reverseOrder())
                .toList();
        Query descending = Query.all(SampleSchema.NOTE).sortedBy(Sort.descending(DocumentType.ID));

        assertThat(books.scan(descending))
                .extracting(document -> document.id().toString())
                .containsExactlyElementsOf(texts);
        assertThat(TenantStorage.items(books.pages(descending, 1)))
                .extracting(document -> document.id().toString())
                .containsExactlyElementsOf(texts);
        assertThat(books.where(SampleSchema.NOTE, Criteria.equal(DocumentType.ID, texts.get(1))))
                .hasSize(1);
        assertThat(books.where(
                        SampleSchema.NOTE,
                        Criteria.prefix(DocumentType.ID, texts.get(1).substring(0, 9))))
                .hasSize(1);
        assertThat(books.where(SampleSchema.NOTE, Criteria.equal(DocumentType.ID, "no id")))
                .isEmpty();
    }

    @Test
    void C3_text_sorts_by_code_point() {
        List<String> shuffled = new ArrayList<>(SampleTexts.ASCENDING);
        Collections.shuffle(shuffled, new Random(1));
        for (int i = 0; i < shuffled.size(); i++) {
            books.insert(SampleRecords.titled(i, shuffled.get(i)));
        }
        List<String> descending = new ArrayList<>(SampleTexts.ASCENDING);
        Collections.reverse(descending);

        assertThat(titles(Sort.ascending("title"))).isEqualTo(SampleTexts.ASCENDING);
        assertThat(titles(Sort.descending("title"))).isEqualTo(descending);
        assertThat(TenantStorage.items(books.pages(ordered(Sort.ascending("title")), 3)))
                .extracting(row -> row.fields().get("title"))
                .isEqualTo(SampleTexts.ASCENDING);
    }

    @Test
    void D7_a_scan_gives_the_rows_of_the_pages_in_their_order() {
        books.insert(LongStream.range(0, 500)
                .mapToObj(number -> SampleRecords.deal(number, Map.of("quantity", number % 7, "open", number % 2 == 0)))
                .toList());
        Query query = new Query(
                SampleSchema.DEAL,
                Criteria.not(Criteria.equal("quantity", 3L)),
                List.of(Sort.descending("open"), Sort.ascending("quantity")));

        assertThat(books.scan(query)).isEqualTo(TenantStorage.items(books.pages(query, 9)));
    }

    private static Query ordered(Sort... keys) {
        return new Query(SampleSchema.DEAL, Criteria.always(), Arrays.asList(keys));
    }

    private List<UUID> ids(Sort... keys) {
        return books.scan(ordered(keys)).stream().map(Document::id).toList();
    }

    private List<String> titles(Sort key) {
        return books.scan(ordered(key)).stream()
                .map(row -> (String) Objects.requireNonNull(row.read("title")))
                .toList();
    }

    private List<UUID> after(Query query, Cursor cursor) {
        return books.read(session -> session.page(query, PageRequest.after(cursor, 10))).items().stream()
                .map(Document::id)
                .toList();
    }
}
