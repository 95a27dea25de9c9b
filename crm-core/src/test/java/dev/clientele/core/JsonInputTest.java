package dev.clientele.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import dev.clientele.core.error.InvalidException;
import dev.clientele.core.error.Violation;
import dev.clientele.core.error.ViolationCode;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A record as JSON from outside: what is read can be added, and what isn't right is told by path, code and parameters. */
class JsonInputTest extends StoredTest {

    private static final Vessel AURORA = Vessel.named("Aurora")
            .with(Vessel.IMO, "9074729")
            .with(Vessel.KIND, Vessel.Kind.TANKER)
            .with(Vessel.TONNAGE, 60_000L)
            .with(Vessel.DRAUGHT, new BigDecimal("11.25"))
            .with(Vessel.SPEED, 14.5)
            .with(Vessel.BUILT, LocalDate.of(1994, 5, 1))
            .with(Vessel.LAST_SEEN, Instant.parse("2026-03-01T10:00:00Z"))
            .with(Vessel.LAID_UP, false)
            .with(Vessel.CHARTER, Money.parse("EUR 1250.50"))
            .with(Vessel.FLAGS, Set.of("MT", "NO"))
            .with(Vessel.BERTHS, List.of(new Vessel.Berth("Oslo", LocalDate.of(2026, 3, 1), Money.parse("NOK 100.00"))))
            .with(Vessel.REMARKS, "two\nlines");

    private static List<Violation> refused(Map<String, Object> json) {
        return catchThrowableOfType(InvalidException.class, () -> Vessel.TYPE.fromJson(json))
                .violations();
    }

    private static Map<String, Object> named(String field, Object value) {
        return Map.of("name", "Aurora", field, value);
    }

    @Test
    void what_a_record_writes_as_json_makes_an_equal_record() {
        Vessel added = vessels.add(Vessel.TYPE.fromJson(Vessel.TYPE.toJson(AURORA)));

        assertThat(Vessel.TYPE.changes(AURORA, added)).isEmpty();
    }

    @Test
    void numbers_of_any_java_type_are_read_as_a_web_framework_gives_them() {
        Vessel read = Vessel.TYPE.fromJson(Map.of(
                "name",
                "Aurora",
                "tonnage",
                60_000,
                "speed",
                14.5f,
                "draught",
                11.25,
                "charter",
                Map.of("amount", 12, "currency", "EUR")));

        assertThat(read.get(Vessel.TONNAGE)).isEqualTo(60_000L);
        assertThat(read.get(Vessel.SPEED)).isEqualTo(14.5);
        assertThat(read.get(Vessel.DRAUGHT)).isEqualTo("11.25");
        assertThat(read.get(Vessel.CHARTER)).isEqualTo(Money.of(CurrencyUnit.EUR, 12));
    }

    @Test
    void a_name_that_is_no_field_is_told() {
        assertThat(refused(named("tonage", 5)))
                .containsExactly(new Violation("tonage", ViolationCode.UNKNOWN_FIELD, "is not a field of vessel"));
    }

    @Test
    void a_name_within_structured_data_that_is_no_part_of_it_is_told() {
        assertThat(refused(named("berths", List.of(Map.of("port", "Oslo"), Map.of("prot", "Moss")))))
                .containsExactly(new Violation("berths[1].prot", ViolationCode.UNKNOWN_FIELD, "is not known here"));
    }

    @Test
    void a_value_within_structured_data_that_does_not_fit_is_told_by_its_path() {
        assertThat(refused(named("berths", List.of(Map.of("port", "Oslo"), Map.of("from", "yesterday")))))
                .extracting(Violation::path, Violation::code)
                .containsExactly(tuple("berths[1].from", ViolationCode.FORM));
    }

    static List<Map.Entry<String, Object>> valuesOfAnotherKind() {
        return List.of(
                Map.entry("name", 7),
                Map.entry("kind", "BARGE"),
                Map.entry("tonnage", 1.5),
                Map.entry("tonnage", "many"),
                Map.entry("speed", "fast"),
                Map.entry("draught", List.of()),
                Map.entry("built", "01.05.1994"),
                Map.entry("last_seen", "last Tuesday"),
                Map.entry("laid_up", "yes"),
                Map.entry("charter", "EUR 5"),
                Map.entry("charter", Map.of("amount", 5, "currency", "XQQ")),
                Map.entry("flags", "MT"),
                Map.entry("flags", List.of(1)),
                Map.entry("sister", "the other one"),
                Map.entry("berths", Map.of()),
                Map.entry("remarks", 4));
    }

    @ParameterizedTest
    @MethodSource("valuesOfAnotherKind")
    void a_value_of_another_kind_is_told_with_the_form_that_it_has_to_have(Map.Entry<String, Object> wrong) {
        Map<String, Object> json = new HashMap<>(Map.of("name", "Aurora"));
        json.put(wrong.getKey(), wrong.getValue());

        assertThat(refused(json)).singleElement().satisfies(violation -> {
            assertThat(violation.path()).isEqualTo(wrong.getKey());
            assertThat(violation.code()).isEqualTo(ViolationCode.FORM);
            assertThat(violation.reason()).doesNotContain(String.valueOf(wrong.getValue()));
        });
    }

    @Test
    void more_decimals_than_a_currency_has_are_told_with_how_many_it_has() {
        assertThat(refused(named("charter", Map.of("amount", new BigDecimal("5.005"), "currency", "EUR"))))
                .singleElement()
                .satisfies(violation -> {
                    assertThat(violation.code()).isEqualTo(ViolationCode.DIGITS);
                    assertThat(violation.parameters()).containsEntry("max", "2").containsEntry("where", "after");
                });
    }

    @Test
    void everything_that_is_wrong_is_told_at_once() {
        assertThat(refused(Map.of("imo", "90747299999", "tonnage", "many", "colour", "red")))
                .extracting(Violation::path, Violation::code)
                .containsExactly(
                        tuple("colour", ViolationCode.UNKNOWN_FIELD),
                        tuple("imo", ViolationCode.TOO_LONG),
                        tuple("tonnage", ViolationCode.FORM),
                        tuple("name", ViolationCode.REQUIRED));
    }

    @Test
    void the_rules_of_the_type_hold() {
        assertThat(refused(Map.of("name", "Aurora", "kind", "FERRY", "tonnage", 60_000L)))
                .containsExactly(new Violation("tonnage", "a ferry has at most 50000 tons"));
    }

    @Test
    void part_of_a_record_changes_what_it_names_and_leaves_the_rest() {
        Map<String, Object> patch = new HashMap<>(Map.of("tonnage", 61_000));
        patch.put("imo", null);

        Vessel changed = vessels.save(Vessel.TYPE.withJson(vessels.add(AURORA), patch));

        assertThat(changed.get(Vessel.TONNAGE)).isEqualTo(61_000L);
        assertThat(changed.find(Vessel.IMO)).isEmpty();
        assertThat(changed.get(Vessel.MASTER)).isEqualTo(AURORA.get(Vessel.MASTER));
        assertThat(changed.get(Vessel.SPEED)).isEqualTo(14.5);
    }

    @Test
    void a_required_value_cannot_be_taken_away() {
        Map<String, Object> patch = new HashMap<>();
        patch.put("name", null);

        assertThatThrownBy(() -> Vessel.TYPE.withJson(AURORA, patch))
                .isInstanceOfSatisfying(
                        InvalidException.class,
                        e -> assertThat(e.violations())
                                .containsExactly(new Violation("name", ViolationCode.REQUIRED, "is required")));
    }
}
