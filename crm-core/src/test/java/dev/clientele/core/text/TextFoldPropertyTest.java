package dev.clientele.core.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.Locale;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class TextFoldPropertyTest {
    @Property
    void folding_twice_changes_nothing(@ForAll String text) {
        String folded = TextFold.fold(text);
        assertThat(TextFold.fold(folded)).isEqualTo(folded);
    }

    @Example
    void folding_each_letter_of_unicode_twice_changes_nothing() {
        for (int codePoint = 0; codePoint <= Character.MAX_CODE_POINT; codePoint++) {
            if (Character.isIdeographic(codePoint)
                    || !(Character.isLetter(codePoint) || Character.getType(codePoint) == Character.NON_SPACING_MARK)) {
                continue;
            }
            String folded = TextFold.fold("a" + Character.toString(codePoint) + "\u0301b");
            assertThat(TextFold.fold(folded)).as("U+%x", codePoint).isEqualTo(folded);
        }
    }

    @Property
    void case_makes_no_difference(@ForAll String text) {
        assertThat(TextFold.fold(text.toUpperCase(Locale.ROOT))).isEqualTo(TextFold.fold(text));
    }

    @Property
    void composition_makes_no_difference(@ForAll String text) {
        assertThat(TextFold.fold(Normalizer.normalize(text, Normalizer.Form.NFD)))
                .isEqualTo(TextFold.fold(text));
    }

    @Example
    void folding_is_the_same_on_a_turkish_machine() {
        assertThat(TextFold.fold("ISTANBUL")).isEqualTo("istanbul");
        assertThat(TextFold.fold("Iıİi")).isEqualTo("iiii");
    }

    @Example
    void sharp_s_and_final_sigma_have_one_form() {
        assertThat(TextFold.fold("Straße")).isEqualTo(TextFold.fold("STRASSE"));
        assertThat(TextFold.fold("ΟΔΟΣ")).isEqualTo(TextFold.fold("οδος"));
    }
}
