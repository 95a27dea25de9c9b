package dev.clientele.persistence.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.clientele.persistence.Document;
import dev.clientele.persistence.DuplicateKeyException;
import dev.clientele.persistence.Write;
import dev.clientele.persistence.criteria.Query;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The suite of rule D5: two documents of a tenant and type never share the values of a unique key. */
public abstract class KeyContract extends StorageContract {

    private TenantStorage books;

    /** Creates the suite; for subclasses. */
    @SuppressWarnings("NullAway.Init") // set before each test
    protected KeyContract() {}

    @BeforeEach
    void createTenant() {
        books = newTenantStorage();
    }

    @Test
    void D5_inserting_a_taken_key_is_a_duplicate_that_names_the_key() {
        books.insert(SampleRecords.member(1, "ana@example.org"));

        assertDuplicate("email", () -> books.insert(SampleRecords.note(5), SampleRecords.member(2, "ana@example.org")));
        assertThat(books.find(SampleRecords.note(5))).isEmpty();
    }

    @Test
    void D5_replacing_into_a_taken_key_is_a_duplicate() {
        books.insert(SampleRecords.member(1, "ana@example.org"), SampleRecords.member(2, "bob@example.org"));

        assertDuplicate(
                "email",
                () -> books.write(new Write.Replace(
                        SampleRecords.member(2, "ana@example.org").atVersion(1))));
    }

    @Test
    void D5_two_documents_of_one_batch_do_not_share_a_key() {
        assertDuplicate(
                "email",
                () -> books.insert(SampleRecords.member(1, "a@example.org"), SampleRecords.member(2, "a@example.org")));
    }

    @Test
    void D5_two_batches_of_one_transaction_do_not_share_a_key() {
        assertDuplicate(
                "email",
                () -> books.transact(session -> {
                    session.write(List.of(new Write.Insert(SampleRecords.member(1, "a@example.org"))));
                    session.write(List.of(new Write.Insert(SampleRecords.member(2, "a@example.org"))));
                }));
    }

    @Test
    void D5_a_key_of_several_fields_is_taken_by_all_of_them_together() {
        books.insert(
                SampleRecords.member(1, "DE", 1), SampleRecords.member(2, "DE", 2), SampleRecords.member(3, "FR", 1));

        assertDuplicate("number_in_country", () -> books.insert(SampleRecords.member(4, "FR", 1)));
    }

    @Test
    void D5_a_key_binds_only_where_every_field_has_a_value() {
        Document halfOne = member(1, "country", "DE");
        Document halfTwo = member(2, "country", "DE");
        Document halfThree = member(3, "number", 1L);
        Document halfFour = member(4, "number", 1L);

        books.insert(halfOne, halfTwo, halfThree, halfFour);

        assertThat(books.count(SampleSchema.MEMBER)).isEqualTo(4);
    }

    @Test
    void D5_keys_differ_by_case_accent_form_and_space() {
        List<String> emails = List.of(
                "ana@example.org",
                "Ana@example.org",
                "ana@example.org ",
                " ana@example.org",
                "an\u00E1@example.org",
                "ana\u0301@example.org",
                "",
                " ",
                "\u0131",
                "i",
                "ss",
                "\u00DF");
        for (int i = 0; i < emails.size(); i++) {
            books.insert(SampleRecords.member(i, emails.get(i)));
        }
        for (int i = 0; i < emails.size(); i++) {
            int number = 100 + i;
            String email = emails.get(i);
            assertDuplicate("email", () -> books.insert(SampleRecords.member(number, email)));
        }
    }

    @Test
    void D5_a_document_keeps_its_own_key() {
        books.insert(SampleRecords.member(1, "ana@example.org"));

        books.write(new Write.Replace(SampleRecords.withBody(SampleRecords.member(1, "ana@example.org"), "new")
                .atVersion(1)));

        assertThat(books.find(SampleRecords.member(1, ""))).map(Document::body).contains("new");
    }

    @Test
    void D5_deleting_and_replacing_free_a_key() {
        books.insert(SampleRecords.member(1, "ana@example.org"), SampleRecords.member(2, "bob@example.org"));
        books.write(
                new Write.Delete(SampleSchema.MEMBER, SampleRecords.id(1), 1),
                new Write.Replace(SampleRecords.member(2, "eve@example.org").atVersion(1)));

        books.insert(SampleRecords.member(3, "ana@example.org"), SampleRecords.member(4, "bob@example.org"));

        assertThat(books.count(SampleSchema.MEMBER)).isEqualTo(3);
    }

    @Test
    void D5_a_key_that_a_delete_frees_is_free_for_the_same_batch() {
        books.insert(SampleRecords.member(1, "ana@example.org"));

        books.write(
                new Write.Insert(SampleRecords.member(2, "ana@example.org")),
                new Write.Delete(SampleSchema.MEMBER, SampleRecords.id(1), 1));

        assertThat(books.scan(Query.all(SampleSchema.MEMBER)))
                .containsExactly(SampleRecords.member(2, "ana@example.org").atVersion(1));
    }

    @Test
    void D5_two_documents_swap_values_in_one_batch_or_the_batch_is_a_duplicate() {
        books.insert(SampleRecords.member(1, "ana@example.org"), SampleRecords.member(2, "bob@example.org"));
        Write[] swap = {
            new Write.Replace(SampleRecords.member(1, "bob@example.org").atVersion(1)),
            new Write.Replace(SampleRecords.member(2, "ana@example.org").atVersion(1))
        };
        if (has(Capability.KEY_SWAP)) {
            books.write(swap);
            assertThat(books.find(SampleRecords.member(1, "")))
                    .contains(SampleRecords.member(1, "bob@example.org").atVersion(2));
            assertThat(books.find(SampleRecords.member(2, "")))
                    .contains(SampleRecords.member(2, "ana@example.org").atVersion(2));
        } else {
            assertDuplicate("email", () -> books.write(swap));
            assertThat(books.find(SampleRecords.member(1, "")))
                    .contains(SampleRecords.member(1, "ana@example.org").atVersion(1));
        }
    }

    @Test
    void D5_no_message_tells_the_value() {
        books.insert(SampleRecords.member(1, "ana@example.org"));

        DuplicateKeyException thrown = catchThrowableOfType(
                DuplicateKeyException.class, () -> books.insert(SampleRecords.member(2, "ana@example.org")));

        assertThat(thrown).hasMessageNotContaining("ana");
    }

    private static Document member(long number, String field, Object value) {
        return new Document(SampleSchema.MEMBER, SampleRecords.id(number), 0, Map.of(field, value), "");
    }

    private void assertDuplicate(String key, ThrowingCallable call) {
        long before = books.count(SampleSchema.MEMBER);
        DuplicateKeyException thrown = catchThrowableOfType(DuplicateKeyException.class, call);

        assertThat(thrown).isNotNull();
        assertThat(thrown.type()).isEqualTo(SampleSchema.MEMBER);
        assertThat(thrown.key()).isEqualTo(key);
        assertThat(thrown.getMessage()).as("the message tells no value").doesNotContainIgnoringCase("example.org");
        assertThat(books.count(SampleSchema.MEMBER)).isEqualTo(before);
    }
}
