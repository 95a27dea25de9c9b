package dev.clientele.persistence.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clientele.persistence.DeclaredField;
import dev.clientele.persistence.Document;
import dev.clientele.persistence.DuplicateKeyException;
import dev.clientele.persistence.FieldType;
import dev.clientele.persistence.Index;
import dev.clientele.persistence.LogEntry;
import dev.clientele.persistence.LogQuery;
import dev.clientele.persistence.Schema;
import dev.clientele.persistence.SchemaException;
import dev.clientele.persistence.UniqueKey;
import dev.clientele.persistence.Write;
import dev.clientele.persistence.criteria.Criteria;
import dev.clientele.persistence.criteria.Query;
import dev.clientele.persistence.criteria.Sort;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The suite of rules S1 to S3: from an empty database to a schema, and from one schema to the next. */
public abstract class SchemaContract extends SchemaSuite {

    /** Creates the suite; for subclasses. */
    protected SchemaContract() {}

    @Test
    void S1_sessions_before_a_migration_are_refused() {
        assertThatIllegalStateException().isThrownBy(() -> storage.read(TENANT));
        assertThatIllegalStateException().isThrownBy(() -> storage.write(TENANT));
    }

    @Test
    void S1_an_empty_database_has_steps_to_do_and_none_after_apply() {
        assertThat(storage.migration(SampleSchema.SCHEMA).steps())
                .isNotEmpty()
                .allSatisfy(step -> assertThat(step.description()).isNotBlank());

        storage.migration(SampleSchema.SCHEMA).apply();

        assertThat(storage.migration(SampleSchema.SCHEMA).steps()).isEmpty();
    }

    @Test
    void S1_planning_changes_nothing() {
        List<?> planned = storage.migration(SampleSchema.SCHEMA).steps();

        assertThat(storage.migration(SampleSchema.SCHEMA).steps()).hasSameSizeAs(planned);
        assertThatIllegalStateException().isThrownBy(() -> storage.read(TENANT));
    }

    @Test
    void S1_applying_again_does_nothing() {
        apply(SampleSchema.SCHEMA);
        books.insert(SampleRecords.note(1));
        apply(SampleSchema.SCHEMA);

        assertThat(books.find(SampleRecords.note(1))).isPresent();
    }

    @Test
    void S1_validate_refuses_while_steps_are_left() {
        assertThatExceptionOfType(SchemaException.class)
                .isThrownBy(() -> storage.migration(SampleSchema.SCHEMA).validate());
        assertThatIllegalStateException().isThrownBy(() -> storage.read(TENANT));

        apply(SampleSchema.SCHEMA);
        storage.migration(SampleSchema.SCHEMA).validate();

        assertThat(books.find(SampleRecords.note(1))).isEmpty();
    }

    @Test
    void S1_any_declared_name_will_do() {
        String longest = "a" + "b".repeat(47);
        String almost = "a" + "b".repeat(46) + "c";
        List<String> names = List.of("order", "group", "select", "table", "user", "index", "x", longest, almost);
        List<DeclaredField> fields =
                names.stream().map(name -> DeclaredField.text(name, 50)).toList();
        for (String name : names) {
            List<UniqueKey> keys = List.of(UniqueKey.of(longest, name), UniqueKey.of(almost, "group", "order"));
            List<Index> indexes = List.of(Index.on("order", "order"), Index.on("b" + "b".repeat(47), longest));
            apply(schema(type(name, fields, keys, indexes)));
            Document document =
                    new Document(name, SampleRecords.id(1), 0, Map.of("order", "a", longest, "b", almost, "c"), "");
            books.insert(document);

            assertThat(books.scan(Query.where(name, Criteria.equal(longest, "b"))
                            .sortedBy(Sort.descending("group"), Sort.ascending("order"))))
                    .containsExactly(document.atVersion(1));
        }
    }

    @Test
    void S2_a_new_type_and_log_keep_what_is_stored() {
        DeclaredField name = DeclaredField.text("name", 20);
        apply(schema(type("one", List.of(name))));
        Document one = document("one", 1, Map.of("name", "a"));
        books.insert(one);

        apply(new Schema(
                List.of(type("one", List.of(name)), type("two", List.of())), List.of(log("events", List.of()))));
        books.insert(document("two", 1, Map.of()));
        books.append("events", SampleRecords.audit("k"));

        assertThat(books.find(one)).contains(one.atVersion(1));
        assertThat(books.count("two")).isEqualTo(1);
    }

    @Test
    void S2_a_new_field_is_missing_in_what_is_stored_and_works_from_then_on() {
        DeclaredField name = DeclaredField.text("name", 20);
        apply(schema(type("one", List.of(name))));
        books.insert(document("one", 1, Map.of("name", "a")));

        List<DeclaredField> more = List.of(
                name,
                DeclaredField.decimal("amount", 2),
                DeclaredField.textSet("tags", 10),
                DeclaredField.of("flag", FieldType.BOOLEAN));
        apply(schema(type("one", more)));
        Document later =
                document("one", 2, Map.of("amount", new BigDecimal("1.50"), "tags", Set.of("x"), "flag", true));
        books.insert(later);

        assertThat(books.find("one", SampleRecords.id(1)))
                .contains(document("one", 1, Map.of("name", "a")).atVersion(1));
        assertThat(books.find(later)).contains(later.atVersion(1));
        assertThat(books.where("one", Criteria.missing("amount"))).hasSize(1);
        assertThat(books.where("one", Criteria.has("tags", "x"))).hasSize(1);
        assertThat(books.scan(Query.all("one").sortedBy(Sort.ascending("flag"))))
                .extracting(Document::id)
                .containsExactly(SampleRecords.id(2), SampleRecords.id(1));
    }

    @Test
    void S2_a_new_field_of_a_log_is_missing_in_what_is_stored() {
        apply(new Schema(List.of(), List.of(log("events", List.of()))));
        books.append("events", SampleRecords.audit("before"));

        apply(new Schema(List.of(), List.of(log("events", List.of(DeclaredField.text("kind", 10))))));
        books.append(
                "events",
                LogEntry.of("after", Set.of(SampleRecords.id(1)), SampleRecords.NOON, Map.of("kind", "x"), ""));

        assertThat(books.scan(LogQuery.all("events").and(Criteria.missing("kind"))))
                .extracting(LogEntry::key)
                .containsExactly("before");
        assertThat(books.scan(LogQuery.all("events").and(Criteria.equal("kind", "x"))))
                .extracting(LogEntry::key)
                .containsExactly("after");
    }

    @Test
    void S2_a_new_key_binds_from_then_on() {
        List<DeclaredField> fields = List.of(DeclaredField.text("email", 50));
        apply(schema(type("one", fields)));
        books.insert(document("one", 1, Map.of("email", "a")), document("one", 2, Map.of()));

        apply(schema(type("one", fields, List.of(UniqueKey.of("email", "email")), List.of(Index.on("by", "email")))));

        assertThatThrownBy(() -> books.insert(document("one", 3, Map.of("email", "a"))))
                .isInstanceOf(DuplicateKeyException.class);
        books.insert(document("one", 4, Map.of("email", "b")), document("one", 5, Map.of()));
        assertThat(books.count("one")).isEqualTo(4);
    }

    @Test
    void S2_wider_limits_and_scales_keep_what_is_stored() {
        apply(schema(type("one", List.of(DeclaredField.text("name", 3), DeclaredField.decimal("amount", 2)))));
        books.insert(document("one", 1, Map.of("name", "abc", "amount", new BigDecimal("1.25"))));

        apply(schema(type("one", List.of(DeclaredField.text("name", 10), DeclaredField.decimal("amount", 4)))));
        books.insert(document("one", 2, Map.of("name", "abcdefghij", "amount", new BigDecimal("1.2501"))));

        assertThat(books.find("one", SampleRecords.id(1)))
                .contains(document("one", 1, Map.of("name", "abc", "amount", new BigDecimal("1.2500")))
                        .atVersion(1));
        assertThat(books.where("one", Criteria.equal("amount", new BigDecimal("1.25"))))
                .hasSize(1);
        assertThat(books.scan(Query.all("one").sortedBy(Sort.descending("amount"))))
                .extracting(Document::id)
                .containsExactly(SampleRecords.id(2), SampleRecords.id(1));
    }

    @Test
    void S2_what_is_no_longer_declared_stays_where_it_is() {
        List<DeclaredField> both = List.of(DeclaredField.text("name", 10), DeclaredField.text("color", 10));
        Schema wide = schema(type("one", both), type("two", List.of()));
        Schema narrow = schema(type("one", List.of(DeclaredField.text("name", 10))));
        apply(wide);
        Document one = document("one", 1, Map.of("name", "a", "color", "red"));
        books.insert(one, document("two", 1, Map.of()));

        apply(narrow);
        assertThat(books.find(one))
                .contains(document("one", 1, Map.of("name", "a")).atVersion(1));
        books.insert(document("one", 2, Map.of("name", "b")));

        apply(wide);
        assertThat(books.find(one)).contains(one.atVersion(1));
        assertThat(books.find("one", SampleRecords.id(2)))
                .contains(document("one", 2, Map.of("name", "b")).atVersion(1));
        assertThat(books.count("two")).isEqualTo(1);
    }

    @Test
    void S3_a_change_that_is_not_additive_is_refused_before_anything_is_changed() {
        DeclaredField amount = DeclaredField.decimal("amount", 2);
        DeclaredField name = DeclaredField.text("name", 10);
        Schema before = schema(type("one", List.of(name, amount)));
        apply(before);
        Document first = document("one", 1, Map.of("name", "same", "amount", new BigDecimal("1.25")));
        books.insert(first, document("one", 2, Map.of("name", "same")));
        DeclaredField extra = DeclaredField.text("extra", 10);

        for (Schema worse : List.of(
                schema(
                        type("new", List.of()),
                        type("one", List.of(extra, DeclaredField.of("name", FieldType.INTEGER), amount))),
                schema(type("new", List.of()), type("one", List.of(extra, DeclaredField.text("name", 9), amount))),
                schema(type("new", List.of()), type("one", List.of(extra, name, DeclaredField.decimal("amount", 1)))),
                schema(
                        type("new", List.of()),
                        type("one", List.of(extra, name, amount), List.of(UniqueKey.of("name", "name")), List.of())),
                new Schema(List.of(type("new", List.of())), List.of(log("one", List.of()))))) {
            assertThatExceptionOfType(SchemaException.class)
                    .as("%s", worse.documents())
                    .isThrownBy(() -> storage.migration(worse).apply());
            assertThat(storage.migration(before).steps()).isEmpty();
            storage.migration(before).validate();
            assertThat(books.find(first)).contains(first.atVersion(1));
        }
        books.write(new Write.Replace(first.atVersion(1)));
        assertThat(storage.migration(schema(type("new", List.of()))).steps()).isNotEmpty();
    }

    @Test
    void S1_a_type_may_have_a_hundred_fields() {
        List<DeclaredField> fields = new ArrayList<>();
        Map<String, Object> values = new HashMap<>();
        for (int i = 0; i < 100; i++) {
            fields.add(DeclaredField.text("field_" + i, 100));
            values.put("field_" + i, "v" + i);
        }
        apply(schema(type("wide", fields)));
        Document wide = document("wide", 1, values);
        books.insert(wide);

        assertThat(books.find(wide)).contains(wide.atVersion(1));
    }
}
