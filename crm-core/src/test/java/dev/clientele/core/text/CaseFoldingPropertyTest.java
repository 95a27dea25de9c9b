package dev.clientele.core.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.Locale;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class CaseFoldingPropertyTest {
    @Property
    void folding_twice_changes_nothing(@ForAll String text) {
        String folded = CaseFolding.fold(text);
        assertThat(CaseFolding.fold(folded)).isEqualTo(folded);
    }

    @Example
    void folding_each_letter_of_unicode_twice_changes_nothing() {
        for (int codePoint = 0; codePoint <= Character.MAX_CODE_POINT; codePoint++) {
            if (Character.isIdeographic(codePoint)
                    || !(Character.isLetter(codePoint) || Character.getType(codePoint) == Character.NON_SPACING_MARK)) {
                continue;
            }
            String folded = CaseFolding.fold("a" + Character.toString(codePoint) + "\u0301b");
            assertThat(CaseFolding.fold(folded)).as("U+%x", codePoint).isEqualTo(folded);
        }
    }

    @Property
    void case_makes_no_difference(@ForAll String text) {
        assertThat(CaseFolding.fold(text.toUpperCase(Locale.ROOT))).isEqualTo(CaseFolding.fold(text));
    }

    @Property
    void composition_makes_no_difference(@ForAll String text) {
        assertThat(CaseFolding.fold(Normalizer.normalize(text, Normalizer.Form.NFD)))
                .isEqualTo(CaseFolding.fold(text));
    }

    @Example
    void folding_is_the_same_on_a_turkish_machine() {
        assertThat(CaseFolding.fold("ISTANBUL")).isEqualTo("istanbul");
        assertThat(CaseFolding.fold("Iıİi")).isEqualTo("iiii");
    }

    @Example
    void sharp_s_and_final_sigma_have_one_form() {
        assertThat(CaseFolding.fold("Straße")).isEqualTo(CaseFolding.fold("STRASSE"));
        assertThat(CaseFolding.fold("ΟΔΟΣ")).isEqualTo(CaseFolding.fold("οδος"));
    }
}
