package dev.clientele.examples.quickstart.source;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SourceTextTest {

    @Test
    void an_escape_without_its_backslash_is_its_character_again() {
        assertThat(SourceText.repaired("Natu00fcrlich Autos")).isEqualTo("Natürlich Autos");
        assertThat(SourceText.repaired("Fru00e9du00e9rique")).isEqualTo("Frédérique");
        assertThat(SourceText.repaired("u00c5rhus")).isEqualTo("Århus");
    }

    @Test
    void a_windows_code_that_passed_for_unicode_is_read_as_windows() {
        assertThat(SourceText.repaired("1980u0092s GM")).isEqualTo("1980’s GM");
    }

    @Test
    void a_line_break_is_a_line_feed() {
        assertThat(SourceText.repaired("stand.u000du000aPrecision")).isEqualTo("stand.\nPrecision");
    }

    @Test
    void what_stands_for_itself_in_a_replacement_is_kept() {
        assertThat(SourceText.repaired("u0024 and u005c")).isEqualTo("$ and \\");
    }

    @Test
    void other_text_is_left_alone() {
        assertThat(SourceText.repaired("Luleu 00e5, menu0x, u00zz")).isEqualTo("Luleu 00e5, menu0x, u00zz");
    }
}
