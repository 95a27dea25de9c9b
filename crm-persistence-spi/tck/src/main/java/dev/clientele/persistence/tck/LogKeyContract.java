package dev.clientele.persistence.tck;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clientele.persistence.LogEntry;
import dev.clientele.persistence.LogQuery;
import dev.clientele.persistence.LogType;
import dev.clientele.persistence.Position;
import dev.clientele.persistence.Pruning;
import dev.clientele.persistence.Redaction;
import dev.clientele.persistence.criteria.Criteria;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The suite of rule L1: keys of entries are compared exactly. */
public abstract class LogKeyContract extends TenantSuite {

    /** The largest length of a key, in code points. */
    private static final int MAX_KEY = 300;

    /** Keys of which no two are the same, though many a database takes some for equal. */
    private static final List<String> KEYS = List.of(
            "k",
            "K",
            "k ",
            " k",
            "k  ",
            "k\t",
            "k\n",
            " ",
            "0",
            "00",
            "0.0",
            "-0",
            "1",
            "1.0",
            "1e0",
            "null",
            "NULL",
            "\u00E9",
            "e\u0301",
            "E\u0301",
            "\u00DF",
            "ss",
            "SS",
            "\u1E9E",
            "i",
            "I",
            "\u0130",
            "\u0131",
            "\uFB01",
            "fi",
            "\u212A",
            "\u00E5",
            "\u212B",
            "a\u030A",
            "\uFF41",
            "a",
            "a\u200B",
            "a\u00AD",
            "\uFEFFa",
            "a\u0301b",
            "\u00E1b",
            "\uD83D\uDE00",
            "\uD83D\uDE01",
            "\uFFFD",
            "\uD83D\uDE00 ",
            "\uDBFF\uDFFF",
            "\uFFFF",
            "\uE000",
            "a%",
            "a_",
            "a*",
            "\\",
            "\\\\",
            "'",
            "''",
            "\"",
            "/",
            "//",
            "a/b",
            "a//b",
            ".",
            "..",
            "\u03C3",
            "\u03C2",
            "\u03A3");

    /** Creates the suite; for subclasses. */
    protected LogKeyContract() {}

    @Test
    void L1_keys_that_differ_in_anything_are_different_keys() {
        assertThat(KEYS).doesNotHaveDuplicates();
        for (String key : KEYS) {
            assertThat(books.append(SampleSchema.AUDIT, SampleRecords.audit(key)))
                    .as("key '%s'", key)
                    .isEmpty();
        }
        assertThat(books.count(SampleSchema.AUDIT)).isEqualTo(KEYS.size());
        for (String key : KEYS) {
            assertThat(books.append(SampleSchema.AUDIT, SampleRecords.audit(key)))
                    .containsExactly(key);
        }
    }

    @Test
    void L1_keys_of_one_list_that_differ_in_anything_are_different_keys() {
        LogEntry[] entries = KEYS.stream().map(SampleRecords::audit).toArray(LogEntry[]::new);

        assertThat(books.append(SampleSchema.AUDIT, entries)).isEmpty();
        assertThat(books.append(SampleSchema.AUDIT, entries)).containsExactlyInAnyOrderElementsOf(KEYS);
        assertThat(books.follow(SampleSchema.AUDIT, Position.START, 1000))
                .extracting(LogEntry::key)
                .containsExactlyElementsOf(KEYS);
    }

    @Test
    void L1_a_key_of_the_largest_length_is_compared_to_its_last_code_point() {
        String longest = "\uD83D\uDE00".repeat(MAX_KEY - 1);

        assertThat(books.append(
                        SampleSchema.AUDIT, SampleRecords.audit(longest + "a"), SampleRecords.audit(longest + "b")))
                .isEmpty();
        assertThat(books.append(SampleSchema.AUDIT, SampleRecords.audit(longest + "b")))
                .containsExactly(longest + "b");
        assertThat(books.append(SampleSchema.AUDIT, SampleRecords.audit(longest)))
                .isEmpty();
    }

    @Test
    void L3_an_entry_is_looked_up_by_its_exact_key() {
        books.append(SampleSchema.AUDIT, KEYS.stream().map(SampleRecords::audit).toArray(LogEntry[]::new));
        for (String key : KEYS) {
            assertThat(books.scan(LogQuery.all(SampleSchema.AUDIT).and(Criteria.equal(LogType.KEY, key))))
                    .extracting(LogEntry::key)
                    .containsExactly(key);
        }
    }

    @Test
    void L6_a_pruned_key_is_taken_exactly_and_no_other_with_it() {
        for (String key : KEYS) {
            books.append(SampleSchema.AUDIT, SampleRecords.audit(key));
            books.prune(new Pruning(SampleSchema.AUDIT, Criteria.always(), null, 10));
        }
        assertThat(books.append(
                        SampleSchema.AUDIT,
                        KEYS.stream().map(SampleRecords::audit).toArray(LogEntry[]::new)))
                .containsExactlyInAnyOrderElementsOf(KEYS);
        assertThat(books.append(SampleSchema.AUDIT, SampleRecords.audit("another")))
                .isEmpty();
    }

    @Test
    void L7_only_the_entry_with_exactly_the_key_is_redacted() {
        books.append(SampleSchema.AUDIT, KEYS.stream().map(SampleRecords::audit).toArray(LogEntry[]::new));
        for (String key : KEYS) {
            assertThat(books.redact(SampleSchema.AUDIT, new Redaction(key, Map.of(), "redacted " + key)))
                    .isEmpty();
        }
        assertThat(books.follow(SampleSchema.AUDIT, Position.START, 1000))
                .allSatisfy(entry -> assertThat(entry.body()).isEqualTo("redacted " + entry.key()));
    }
}
