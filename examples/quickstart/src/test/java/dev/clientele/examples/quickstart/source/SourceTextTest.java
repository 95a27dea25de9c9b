package dev.clientele.examples.quickstart.source;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SourceTextTest {

    @Test
    void an_escape_without_its_backslash_is_its_character_again() {
        assertThat(SourceText.repair("Natu00fcrlich Autos")).isEqualTo("Natürlich Autos");
        assertThat(SourceText.repair("Fru00e9du00e9rique")).isEqualTo("Frédérique");
        assertThat(SourceText.repair("u00c5rhus")).isEqualTo("Århus");
    }

    @Test
    void a_windows_code_that_passed_for_unicode_is_read_as_windows() {
        assertThat(SourceText.repair("1980u0092s GM")).isEqualTo("1980’s GM");
    }

    @Test
    void a_line_break_is_a_line_feed() {
        assertThat(SourceText.repair("stand.u000du000aPrecision")).isEqualTo("stand.\nPrecision");
    }

    @Test
    void what_stands_for_itself_in_a_replacement_is_kept() {
        assertThat(SourceText.repair("u0024 and u005c")).isEqualTo("$ and \\");
    }

    @Test
    void other_text_is_left_alone() {
        assertThat(SourceText.repair("Luleu 00e5, menu0x, u00zz")).isEqualTo("Luleu 00e5, menu0x, u00zz");
    }
}
