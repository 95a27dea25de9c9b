package dev.clientele.persistence.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.clientele.persistence.Document;
import dev.clientele.persistence.DuplicateKeyException;
import dev.clientele.persistence.LogEntry;
import dev.clientele.persistence.LogQuery;
import dev.clientele.persistence.StorageSession;
import dev.clientele.persistence.Write;
import dev.clientele.persistence.criteria.Aggregation;
import dev.clientele.persistence.criteria.Criteria;
import dev.clientele.persistence.criteria.SortDirection;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * The suite of rules D8, D5 and L3 after changes: what a replaced, deleted or rolled-back record no longer has finds it no more, and
 * what it still has or has now finds it once, whatever the write says the record was before.
 */
public abstract class IndexUpkeepContract extends TenantSuite {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);

    /** Creates the suite; for subclasses. */
    protected IndexUpkeepContract() {}

    @Test
    void D8_a_replacement_that_changes_one_element_of_several_is_found_by_what_it_has_now() {
        List<String> elements = List.of("a", "b", "c");
        for (String gone : elements) {
            List<String> kept =
                    elements.stream().filter(each -> !each.equals(gone)).toList();
            Document before = tagged(1, "a", "b", "c");
            for (Function<Document, Write> replacement : replacements(before)) {
                TenantStorage own = newTenantStorage();
                own.insert(before, tagged(2, gone, "d"));
                own.write(replacement.apply(
                        tagged(1, kept.get(0), kept.get(1), "d").atVersion(1)));

                assertThat(having(own, gone)).as("without %s", gone).containsExactly(id(2));
                for (String each : kept) {
                    assertThat(having(own, each)).as("without %s", gone).containsExactly(id(1));
                }
                assertThat(having(own, "d")).containsExactlyInAnyOrder(id(1), id(2));
                assertThat(havingAny(own, gone, kept.get(0))).containsExactlyInAnyOrder(id(1), id(2));
                assertThat(havingAny(own, kept.get(0), kept.get(1))).containsExactly(id(1));
                own.write(replacement.apply(tagged(1).atVersion(2)));
                assertThat(havingAny(own, "a", "b", "c", "d")).containsExactly(id(2));
                own.write(new Write.Delete(SampleSchema.DEAL, id(2), 1));
                assertThat(havingAny(own, "a", "b", "c", "d")).isEmpty();
            }
        }
    }

    @Test
    void D8_a_replacement_is_found_by_the_values_that_it_has_now() {
        Document before = SampleRecords.deal(1, Map.of("title", "a", "open", true, "due", DAY));
        for (Function<Document, Write> replacement : replacements(before)) {
            TenantStorage own = newTenantStorage();
            own.insert(before, SampleRecords.deal(2, Map.of("title", "a", "open", false, "due", DAY)));
            own.write(
                    replacement.apply(SampleRecords.deal(1, Map.of("title", "b", "open", true, "due", DAY.plusDays(1)))
                            .atVersion(1)));

            assertThat(matching(own, Criteria.equal("title", "a"))).containsExactly(id(2));
            assertThat(matching(own, Criteria.equal("title", "b"))).containsExactly(id(1));
            assertThat(matching(own, openAt(true, DAY))).isEmpty();
            assertThat(matching(own, openAt(true, DAY.plusDays(1)))).containsExactly(id(1));
            own.write(replacement.apply(
                    SampleRecords.deal(1, Map.of("open", false, "due", DAY)).atVersion(2)));
            assertThat(matching(own, Criteria.equal("title", "b"))).isEmpty();
            assertThat(matching(own, Criteria.missing("title"))).containsExactly(id(1));
            assertThat(matching(own, openAt(false, DAY))).containsExactlyInAnyOrder(id(1), id(2));
            own.write(replacement.apply(
                    SampleRecords.deal(1, Map.of("title", "a")).atVersion(3)));
            assertThat(matching(own, Criteria.equal("title", "a"))).containsExactlyInAnyOrder(id(1), id(2));
            assertThat(matching(own, Criteria.equal("open", false))).containsExactly(id(2));
        }
    }

    @Test
    void D8_a_deleted_document_is_found_by_nothing_and_one_inserted_anew_by_what_it_has() {
        Document old = SampleRecords.deal(
                1, Map.of("title", "a", "tags", Set.of("w", "x", "y", "zz"), "open", true, "due", DAY));
        Document anew = SampleRecords.deal(1, Map.of("title", "b", "tags", Set.of("y", "z")));
        books.insert(old);
        books.write(new Write.Delete(old.type(), id(1), 1));
        for (Criteria gone : List.of(
                Criteria.equal("title", "a"),
                Criteria.has("tags", "x"),
                Criteria.has("tags", "y"),
                openAt(true, DAY))) {
            assertThat(matching(books, gone)).as("%s", gone).isEmpty();
        }
        books.insert(anew);
        assertFoundAnew(books);
    }

    @Test
    void D8_a_document_deleted_and_inserted_anew_in_one_transaction_is_found_by_what_it_has() {
        Document old = SampleRecords.deal(
                1, Map.of("title", "a", "tags", Set.of("w", "x", "y", "zz"), "open", true, "due", DAY));
        Document anew = SampleRecords.deal(1, Map.of("title", "b", "tags", Set.of("y", "z")));
        for (boolean besideAnother : new boolean[] {false, true}) {
            TenantStorage own = newTenantStorage();
            own.insert(old);
            StorageSession writer = closeAfterTest(storage().write(own.tenant()));
            writer.write(List.of(new Write.Delete(old.type(), id(1), 1)));
            writer.write(List.of(new Write.Insert(anew)));
            if (besideAnother && has(Capability.CONCURRENT_WRITERS)) {
                own.insert(SampleRecords.note(9));
            }
            writer.commit();
            writer.close();

            assertFoundAnew(own);
        }
    }

    private void assertFoundAnew(TenantStorage own) {
        assertThat(own.find(SampleSchema.DEAL, id(1))).map(Document::version).contains(1L);
        for (Criteria gone : List.of(
                Criteria.equal("title", "a"),
                Criteria.has("tags", "w"),
                Criteria.has("tags", "x"),
                Criteria.has("tags", "zz"),
                openAt(true, DAY))) {
            assertThat(matching(own, gone)).as("%s", gone).isEmpty();
        }
        for (Criteria found : List.of(
                Criteria.equal("title", "b"),
                Criteria.has("tags", "z"),
                Criteria.hasAny("tags", List.of("x", "y", "z")),
                Criteria.missing("due"))) {
            assertThat(matching(own, found)).as("%s", found).containsExactly(id(1));
        }
    }

    @Test
    void D8_two_replacements_in_one_transaction_leave_what_the_last_one_has() {
        books.insert(tagged(1, "a", "b"));
        books.transact(session -> {
            session.write(List.of(new Write.Replace(
                    tagged(1, "b", "c").atVersion(1), tagged(1, "a", "b").atVersion(1))));
            session.write(List.of(new Write.Replace(
                    tagged(1, "c", "d").atVersion(2), tagged(1, "b", "c").atVersion(2))));
        });

        assertThat(havingAny(books, "a", "b")).isEmpty();
        assertThat(having(books, "c")).containsExactly(id(1));
        assertThat(having(books, "d")).containsExactly(id(1));
    }

    @Test
    void D5_a_replacement_takes_its_new_key_and_frees_its_old_one() {
        Document before = SampleRecords.member(1, "ana");
        for (Function<Document, Write> replacement : replacements(before)) {
            TenantStorage own = newTenantStorage();
            own.insert(before, SampleRecords.member(2, "bob"));
            own.write(replacement.apply(SampleRecords.member(1, "eve").atVersion(1)));

            assertDuplicate(() -> own.insert(SampleRecords.member(3, "eve")));
            own.insert(SampleRecords.member(3, "ana"));
            assertThat(members(own, "email", "ana")).containsExactly(id(3));
            assertThat(members(own, "email", "eve")).containsExactly(id(1));
            assertDuplicate(() ->
                    own.write(replacement.apply(SampleRecords.member(1, "bob").atVersion(2))));
            own.write(replacement.apply(new Document(SampleSchema.MEMBER, id(1), 2, Map.of(), "no key")));
            own.insert(SampleRecords.member(4, "eve"));
            assertThat(members(own, "email", "eve")).containsExactly(id(4));
        }
    }

    @Test
    void D5_a_replacement_that_changes_one_of_two_keys_keeps_the_other() {
        Document before = keyed(1, "ana", "DE", 1L);
        for (Function<Document, Write> replacement : replacements(before)) {
            TenantStorage own = newTenantStorage();
            own.insert(before);
            own.write(replacement.apply(keyed(1, "ana", "DE", 2L).atVersion(1)));

            assertDuplicate(() -> own.insert(keyed(2, "ana", "FR", 9L)));
            assertDuplicate(() -> own.insert(keyed(2, "bob", "DE", 2L)));
            own.insert(keyed(2, "bob", "DE", 1L));
            own.write(replacement.apply(keyed(1, "eve", "DE", 2L).atVersion(2)));
            assertDuplicate(() -> own.insert(keyed(3, "cyd", "DE", 2L)));
            own.insert(keyed(3, "ana", "FR", 2L));
        }
    }

    @Test
    void D5_keys_of_deleted_documents_are_free_and_those_of_what_stayed_are_not() {
        books.insert(keyed(1, "ana", "DE", 1L), keyed(2, "bob", "DE", 2L));
        books.write(new Write.Delete(SampleSchema.MEMBER, id(1), 1));

        books.insert(keyed(3, "ana", "DE", 1L));
        assertDuplicate(() -> books.insert(keyed(4, "bob", "FR", 1L)));
        books.transact(session -> {
            session.write(List.of(new Write.Delete(SampleSchema.MEMBER, id(2), 1)));
            session.write(List.of(new Write.Insert(keyed(2, "bob", "DE", 3L))));
        });
        assertDuplicate(() -> books.insert(keyed(4, "bob", "FR", 1L)));
        books.insert(keyed(4, "cyd", "DE", 2L));
    }

    @Test
    void D5_a_transaction_that_is_rolled_back_takes_and_frees_no_key() {
        books.insert(keyed(1, "ana", "DE", 1L), keyed(2, "bob", "DE", 2L));
        for (int i = 0; i < 2; i++) {
            try (StorageSession session = storage().write(books.tenant())) {
                session.write(List.of(
                        new Write.Replace(keyed(1, "eve", "DE", 9L).atVersion(1)),
                        new Write.Delete(SampleSchema.MEMBER, id(2), 1),
                        new Write.Insert(keyed(3, "bob", "FR", 1L))));
            }
        }
        assertDuplicate(() -> books.insert(keyed(4, "ana", "FR", 4L)));
        assertDuplicate(() -> books.insert(keyed(4, "zoe", "DE", 2L)));
        books.insert(keyed(4, "eve", "DE", 9L), keyed(5, "zoe", "FR", 1L));
    }

    @Test
    void L3_an_entry_stands_under_each_of_its_subjects_and_under_no_other() {
        for (int i = 0; i < 12; i++) {
            UUID[] subjects =
                    IntStream.rangeClosed(0, i % 4).mapToObj(SampleRecords::id).toArray(UUID[]::new);
            books.append(SampleSchema.AUDIT, SampleRecords.audit("k" + i, SampleRecords.NOON.plusSeconds(i), subjects));
        }
        for (int subject = 0; subject < 4; subject++) {
            int about = subject;
            List<String> expected = IntStream.range(0, 12)
                    .filter(i -> i % 4 >= about)
                    .mapToObj(i -> "k" + i)
                    .toList();
            LogQuery query = new LogQuery(SampleSchema.AUDIT, id(about), Criteria.always(), SortDirection.ASCENDING);
            assertThat(books.scan(query)).extracting(LogEntry::key).isEqualTo(expected);
            assertThat(TenantStorage.items(books.pages(query, 2)))
                    .extracting(LogEntry::key)
                    .isEqualTo(expected);
            Aggregation count =
                    Aggregation.count(SampleSchema.AUDIT, Criteria.always()).withSubject(id(about));
            assertThat(books.read(session -> session.aggregate(count)).get(0).count(0))
                    .isEqualTo(expected.size());
        }
    }

    /** Returns ways to replace a document: with nothing said about what was there, the truth, and lies. */
    private static List<Function<Document, Write>> replacements(Document stored) {
        return List.of(
                Write.Replace::new,
                by -> new Write.Replace(by, with(by, stored.fields())),
                by -> new Write.Replace(by, by),
                by -> new Write.Replace(by, with(by, Map.of())),
                by -> new Write.Replace(
                        by,
                        with(
                                by,
                                by.type().equals(SampleSchema.DEAL)
                                        ? Map.of("title", "lie", "tags", Set.of("b", "lie"))
                                        : Map.of("email", "lie", "country", "DE", "number", 2L))));
    }

    private static Document with(Document document, Map<String, Object> fields) {
        return new Document(document.type(), document.id(), document.version(), fields, document.body());
    }

    private static Document tagged(long number, String... tags) {
        return SampleRecords.deal(number, Map.of("tags", Set.of(tags)));
    }

    private static Document keyed(long number, String email, String country, long numberInCountry) {
        Map<String, Object> fields = Map.of("email", email, "country", country, "number", numberInCountry);
        return new Document(SampleSchema.MEMBER, id(number), 0, fields, "member");
    }

    private static Criteria openAt(boolean open, LocalDate due) {
        return Criteria.equal("open", open).and(Criteria.equal("due", due));
    }

    private static UUID id(long number) {
        return SampleRecords.id(number);
    }

    private static List<UUID> having(TenantStorage own, String tag) {
        return matching(own, Criteria.has("tags", tag));
    }

    private static List<UUID> havingAny(TenantStorage own, String... tags) {
        return matching(own, Criteria.hasAny("tags", List.of(tags)));
    }

    private static List<UUID> matching(TenantStorage own, Criteria where) {
        return own.where(SampleSchema.DEAL, where).stream().map(Document::id).toList();
    }

    private static List<UUID> members(TenantStorage own, String field, Object value) {
        return own.where(SampleSchema.MEMBER, Criteria.equal(field, value)).stream()
                .map(Document::id)
                .toList();
    }

    private static void assertDuplicate(Runnable transaction) {
        assertThatExceptionOfType(DuplicateKeyException.class).isThrownBy(transaction::run);
    }
}
