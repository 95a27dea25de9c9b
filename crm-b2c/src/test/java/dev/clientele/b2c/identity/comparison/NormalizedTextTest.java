package dev.clientele.b2c.identity.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NormalizedTextTest {

    @Test
    void case_accents_and_punctuation_do_not_matter() {
        assertThat(NormalizedText.of("  Åsa-Maria  O'Brien, jr. ")).isEqualTo("asa maria obrien jr");
        assertThat(NormalizedText.of("ISTANBUL")).isEqualTo("istanbul");
        assertThat(NormalizedText.of("Łódź Sørensen Weiß")).isEqualTo("lodz sorensen weiss");
    }

    @Test
    void names_in_other_scripts_keep_all_that_carries_meaning() {
        assertThat(NormalizedText.of("王小明")).isEqualTo("王小明");
        assertThat(NormalizedText.of("सुनीता शर्मा")).isEqualTo("सुनीता शर्मा");
        assertThat(NormalizedText.of("ガブリエル")).isEqualTo("ガブリエル");
    }

    @Test
    void full_width_letters_are_plain_letters() {
        assertThat(NormalizedText.of("ＡＢＣ１２")).isEqualTo("abc12");
    }

    @Test
    void a_text_that_only_says_that_nothing_is_known_is_empty() {
        assertThat(NormalizedText.of("N/A")).isEmpty();
        assertThat(NormalizedText.of("Unknown")).isEmpty();
        assertThat(NormalizedText.of(" - ")).isEmpty();
    }

    @Test
    void long_texts_stay_bounded_and_equal_only_if_equal_throughout() {
        String one = NormalizedText.of("a".repeat(10_000) + "b");
        String other = NormalizedText.of("a".repeat(10_000) + "c");

        assertThat(one).hasSizeLessThanOrEqualTo(NormalizedText.MAX_LENGTH).isNotEqualTo(other);
    }
}
