package dev.clientele.core.error;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.api.Named.named;

import dev.clientele.core.criteria.CriteriaJson;
import dev.clientele.core.csv.AmountFormat;
import dev.clientele.core.csv.DayFormat;
import dev.clientele.core.customer.ContactPoint;
import dev.clientele.core.customer.ContactPoints;
import dev.clientele.core.customer.Country;
import dev.clientele.core.customer.CustomerId;
import dev.clientele.core.entity.Id;
import dev.clientele.core.survey.NetPromoterScore;
import dev.clientele.core.text.TextRule;
import dev.clientele.core.value.DiscountRate;
import dev.clientele.core.value.Horizon;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Values from outside that aren't any are told apart, by type, from mistakes of the program. */
class BadInputTest {

    private static final String SECRET = "s3cret";

    static List<Named<ThrowingCallable>> readers() {
        return List.of(
                named("an e-mail address", () -> ContactPoint.email(SECRET)),
                named("a phone number", () -> ContactPoint.phone(SECRET)),
                named("a web address", () -> ContactPoint.web(SECRET + "://x")),
                named("a social profile", () -> ContactPoint.social("mastodon", SECRET + " " + SECRET)),
                named(
                        "two contact points that are one",
                        () -> new ContactPoints(List.of(
                                ContactPoint.email(SECRET + "@example.com"),
                                ContactPoint.email(SECRET + "@example.com")))),
                named("a country", () -> new Country(SECRET)),
                named("a customer's id", () -> CustomerId.parse(SECRET)),
                named("an id", () -> Id.parse(SECRET)),
                named("a horizon", () -> Horizon.parse("for ever")),
                named("a rate", () -> DiscountRate.parse("plenty")),
                named("a criteria", () -> CriteriaJson.read("{" + SECRET)),
                named("a criteria of another form", () -> CriteriaJson.read("{\"all\": \"" + SECRET + "\"}")),
                named("a line of text", () -> TextRule.line(3).check("name", SECRET)),
                named("a day", () -> DayFormat.iso().parse(SECRET)),
                named("an amount", () -> AmountFormat.decimalPoint().parse(SECRET)));
    }

    @ParameterizedTest
    @MethodSource("readers")
    void a_value_that_is_none_is_bad_input_without_the_value(ThrowingCallable read) {
        Throwable refused = catchThrowable(read);

        assertThat(refused)
                .isInstanceOf(InvalidValueException.class)
                .isInstanceOf(BadInput.class)
                .hasNoCause();
        assertThat(refused.toString()).doesNotContain(SECRET);
        assertThat(((BadInput) refused).violations()).hasSize(1);
    }

    @Test
    void a_mistake_of_the_program_is_no_bad_input() {
        assertThat(catchThrowable(() -> TextRule.line(0)))
                .isInstanceOf(IllegalArgumentException.class)
                .isNotInstanceOf(BadInput.class);
        assertThat(catchThrowable(() -> DayFormat.of("dd.MM.yy")))
                .isInstanceOf(IllegalArgumentException.class)
                .isNotInstanceOf(BadInput.class);
    }

    @Test
    void a_range_is_told_with_its_ends_and_what_was_got() {
        Throwable refused = catchThrowable(() -> NetPromoterScore.of(List.of(9, 11)));

        assertThat(((BadInput) refused).violations())
                .containsExactly(new Violation(
                        "answer",
                        ViolationCode.RANGE,
                        Map.of("min", "0", "max", "10", "got", "11"),
                        "must be 0 to 10, got 11"));
    }

    @Test
    void json_that_is_none_is_told_by_line_and_column() {
        Throwable refused = catchThrowable(() -> CriteriaJson.read("{\n  \"all\": ["));

        assertThat(((BadInput) refused).violations().get(0).parameters())
                .containsEntry("line", "2")
                .containsKey("column");
    }

    @Test
    void a_path_below_another_is_joined_as_it_is_written() {
        Violation violation = new Violation("[2].price", ViolationCode.RANGE, "must not be negative");

        assertThat(violation.under("lines").path()).isEqualTo("lines[2].price");
        assertThat(new Violation("price", "is odd").under("line").path()).isEqualTo("line.price");
        assertThat(new Violation("", "is odd").under("line").path()).isEqualTo("line");
    }
}
