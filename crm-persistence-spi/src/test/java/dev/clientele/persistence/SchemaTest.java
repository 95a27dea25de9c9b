package dev.clientele.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.clientele.persistence.criteria.Aggregation;
import dev.clientele.persistence.criteria.Comparison;
import dev.clientele.persistence.criteria.Criteria;
import dev.clientele.persistence.criteria.Cursor;
import dev.clientele.persistence.criteria.In;
import dev.clientele.persistence.criteria.Measure;
import dev.clientele.persistence.criteria.Not;
import dev.clientele.persistence.criteria.Operator;
import dev.clientele.persistence.criteria.PageRequest;
import dev.clientele.persistence.criteria.Query;
import dev.clientele.persistence.criteria.Sort;
import dev.clientele.persistence.criteria.SortDirection;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SchemaTest {

    private static final DocumentType DEAL = new DocumentType(
            "deal",
            List.of(
                    DeclaredField.text("title", 10),
                    DeclaredField.textSet("tags", 10),
                    DeclaredField.decimal("amount", 2),
                    DeclaredField.of("score", FieldType.REAL),
                    DeclaredField.of("open", FieldType.BOOLEAN),
                    DeclaredField.of("seen_at", FieldType.INSTANT)),
            List.of(),
            List.of());
    private static final LogType TOUCH = new LogType("touch", List.of(DeclaredField.text("kind", 10)), List.of());
    private static final Schema SCHEMA = new Schema(List.of(DEAL), List.of(TOUCH));

    @Test
    void names_are_unique_over_types_and_logs() {
        LogType log = new LogType("deal", List.of(), List.of());

        assertThatIllegalArgumentException().isThrownBy(() -> new Schema(List.of(DEAL), List.of(log)));
        assertThatIllegalArgumentException().isThrownBy(() -> new Schema(List.of(DEAL, DEAL), List.of()));
    }

    @Test
    void unknown_types_and_fields_are_wrong_arguments() {
        assertThatIllegalArgumentException().isThrownBy(() -> SCHEMA.document("touch"));
        assertThatIllegalArgumentException().isThrownBy(() -> SCHEMA.log("deal"));
        refused(Criteria.missing("unknown"));
        assertThat(SCHEMA.isLog("touch")).isTrue();
        assertThat(SCHEMA.isLog("deal")).isFalse();
    }

    @Test
    void constants_come_back_in_canonical_form() {
        Criteria given = Criteria.equal("amount", new BigDecimal("5"))
                .and(Criteria.equal("seen_at", Instant.parse("2026-03-01T00:00:00.000000999Z")));

        Criteria checked = SCHEMA.check(Query.where("deal", given)).where();

        assertThat(checked)
                .isEqualTo(Criteria.equal("amount", new BigDecimal("5.00"))
                        .and(Criteria.equal("seen_at", Instant.parse("2026-03-01T00:00:00Z"))));
    }

    @Test
    void values_that_are_the_same_in_canonical_form_are_listed_once() {
        Criteria in = new In("amount", List.of(new BigDecimal("5"), new BigDecimal("5.0"), new BigDecimal("6")));

        assertThat(((In) SCHEMA.check(Query.where("deal", in)).where()).values())
                .hasSize(2);
    }

    @Test
    void text_in_a_criteria_may_be_longer_than_the_field_but_must_be_clean() {
        SCHEMA.check(Query.where("deal", Criteria.equal("title", "x".repeat(100))));
        refused(Criteria.equal("title", "\0"));
        refused(Criteria.containing("title", "\uD83D"));
        refused(Criteria.has("tags", "\uDE00"));
    }

    @Test
    void each_criteria_is_for_its_types_of_field() {
        refused(Criteria.equal("tags", "x"));
        refused(Criteria.in("tags", List.of()));
        refused(Criteria.prefix("amount", "1"));
        refused(Criteria.containing("tags", "x"));
        refused(Criteria.has("title", "x"));
        refused(Criteria.equal("amount", 5L));
        refused(Criteria.equal("amount", new BigDecimal("0.001")));
        refused(Criteria.equal("score", Double.NaN));
    }

    @Test
    void the_id_the_key_and_the_time_are_fields_like_any_other() {
        SCHEMA.check(Query.where("deal", Criteria.prefix("id", "0")).sortedBy(Sort.descending("id")));
        SCHEMA.check(LogQuery.all("touch").and(Criteria.equal("key", "k")));
        SCHEMA.check(new Aggregation("touch", Criteria.always(), List.of("kind"), List.of(Measure.max("occurred_at"))));
    }

    @Test
    void a_criteria_is_at_most_64_deep_and_has_at_most_1000_parts() {
        Criteria deep = Criteria.missing("title");
        for (int i = 1; i < 64; i++) {
            deep = new Not(deep);
        }
        SCHEMA.check(Query.where("deal", deep));
        refused(new Not(deep));

        Criteria wide = Criteria.anyOf(Collections.nCopies(999, Criteria.missing("title")));
        SCHEMA.check(Query.where("deal", wide));
        refused(Criteria.anyOf(Collections.nCopies(1000, Criteria.missing("title"))));
    }

    @Test
    void an_order_has_at_most_eight_keys_that_have_an_order() {
        SCHEMA.check(new Query("deal", Criteria.always(), Collections.nCopies(8, Sort.ascending("title"))));
        wrong(new Query("deal", Criteria.always(), Collections.nCopies(9, Sort.ascending("title"))));
        wrong(Query.all("deal").sortedBy(Sort.ascending("tags")));
        wrong(Query.all("deal").sortedBy(Sort.ascending("unknown")));
    }

    @Test
    void figures_fit_their_fields() {
        wrongFigures(List.of("tags"), Measure.count());
        wrongFigures(List.of("score"), Measure.count());
        wrongFigures(List.of(), Measure.sum("title"));
        wrongFigures(List.of(), Measure.min("open"));
        wrongFigures(List.of(), Measure.max("tags"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SCHEMA.check(
                        Aggregation.count("deal", Criteria.always()).withSubject(new UUID(0, 1))));
    }

    @Test
    void a_cursor_has_a_fitting_value_for_each_sort_key() {
        Query query = Query.all("deal").sortedBy(Sort.ascending("amount"), Sort.descending("title"));

        PageRequest checked = SCHEMA.check(query, PageRequest.after(cursor(new BigDecimal("5"), null), 10));

        assertThat(checked.after()).isEqualTo(cursor(new BigDecimal("5.00"), null));
        assertThat(SCHEMA.check(query, PageRequest.first(10))).isEqualTo(PageRequest.first(10));
        for (Cursor cursor :
                List.of(cursor(), cursor(5L, "x"), cursor("x", "x"), cursor(null, "\0"), cursor(null, null, null))) {
            assertThatIllegalArgumentException().isThrownBy(() -> SCHEMA.check(query, PageRequest.after(cursor, 10)));
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SCHEMA.check(
                        query, PageRequest.after(new Cursor(cursor("a", "b").values(), "\0"), 10)));
    }

    @Test
    void a_log_cursor_has_the_time() {
        LogQuery query = new LogQuery("touch", null, Criteria.always(), SortDirection.DESCENDING);

        SCHEMA.check(query, PageRequest.after(cursor(Instant.EPOCH), 10));
        assertThatIllegalArgumentException().isThrownBy(() -> SCHEMA.check(query, PageRequest.after(cursor("x"), 10)));
    }

    @Test
    void schemas_are_equal_by_what_they_declare() {
        Schema same = new Schema(List.of(DEAL), List.of(new LogType("touch", TOUCH.fields(), List.of())));

        assertThat(same).isEqualTo(SCHEMA).hasSameHashCodeAs(SCHEMA);
        assertThat(new Schema(List.of(DEAL), List.of())).isNotEqualTo(SCHEMA);
    }

    @Test
    void messages_name_the_field_and_not_the_constant() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SCHEMA.check(Query.where("deal", new Comparison("amount", Operator.EQUAL, "secret"))))
                .withMessageContaining("amount")
                .withMessageNotContaining("secret");
    }

    private static Cursor cursor(Object... values) {
        return new Cursor(Arrays.asList(values), "id");
    }

    private static void refused(Criteria criteria) {
        wrong(Query.where("deal", criteria));
    }

    private static void wrong(Query query) {
        assertThatIllegalArgumentException().as("%s", query).isThrownBy(() -> SCHEMA.check(query));
    }

    private static void wrongFigures(List<String> groupBy, Measure measure) {
        Aggregation aggregation = new Aggregation("deal", Criteria.always(), groupBy, List.of(measure));
        assertThatIllegalArgumentException().isThrownBy(() -> SCHEMA.check(aggregation));
    }
}
