package dev.clientele.core.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextRuleTest {
    private static final String NO_BREAK_SPACE = "\u00a0";
    private static final String GRIN = "\ud83d\ude00";

    @Test
    void a_line_loses_the_white_space_around_it() {
        assertThat(TextRule.line(10).check("name", NO_BREAK_SPACE + "\t Ana María \n"))
                .isEqualTo("Ana María");
    }

    @Test
    void length_is_counted_in_code_points() {
        assertThat(TextRule.line(3).findProblem(GRIN.repeat(3))).isEmpty();
        assertThat(TextRule.line(2).findProblem(GRIN.repeat(3))).hasValue("must have at most 2 code points, got 3");
    }

    @Test
    void a_body_keeps_lines_tabs_and_the_space_around_them() {
        assertThat(TextRule.body(20).check("note", " one\r\n\ttwo ")).isEqualTo(" one\r\n\ttwo ");
    }

    @Test
    void a_body_may_be_empty_and_a_line_may_not() {
        assertThat(TextRule.body(5).findProblem("")).isEmpty();
        assertThat(TextRule.line(5).findProblem(" " + NO_BREAK_SPACE)).hasValue("must not be blank");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\0b", "a\ud800b", "a\udc00b", "a\u0007b", "a\ud83d"})
    void nul_lone_surrogates_and_control_characters_are_refused_everywhere(String text) {
        assertThat(TextRule.line(9).findProblem(text)).isPresent();
        assertThat(TextRule.key(9).findProblem(text)).isPresent();
        assertThat(TextRule.body(9).findProblem(text)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\nb", "a\tb", "a\u2028b", "a\u2029b", "a\u0085b"})
    void a_line_has_no_line_breaks_inside(String text) {
        assertThat(TextRule.line(9).findProblem(text)).isPresent();
    }

    @Test
    void a_key_is_normalised_so_that_equal_spellings_are_equal() {
        assertThat(TextRule.key(9).check("key", "Ame\u0301lie")).isEqualTo("Am\u00e9lie");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "order-updates", "x9-2b"})
    void a_slug_is_words_joined_by_hyphens(String text) {
        assertThat(TextRule.slug(20).check("name", text)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "A", "9a", "-a", "a-", "a--b", "a b", "ı", " a", "a_b"})
    void anything_else_is_no_slug(String text) {
        assertThat(TextRule.slug(20).findProblem(text)).isPresent();
    }

    @Test
    void the_message_names_argument_and_code_point_but_not_the_text() {
        assertThatThrownBy(() -> TextRule.line(20).check("family", "Secret\0"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("family must be one line without control characters, got U+0000 at index 6");
    }

    @Test
    void a_rule_needs_room_for_one_code_point() {
        assertThatThrownBy(() -> TextRule.line(0)).hasMessage("maxCodePoints must be at least 1, got 0");
    }

    @Test
    void equal_rules_are_equal() {
        assertThat(TextRule.line(5))
                .isEqualTo(TextRule.line(5))
                .hasSameHashCodeAs(TextRule.line(5))
                .isNotEqualTo(TextRule.line(6))
                .isNotEqualTo(TextRule.body(5));
    }
}
