package dev.clientele.core.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The encoding of a file is told by its bytes. */
class CsvTextTest {

    private static final String FAR = "x".repeat(20_000);

    private static String read(byte[] bytes) throws IOException {
        try (Reader text = CsvText.open(new ByteArrayInputStream(bytes))) {
            StringWriter all = new StringWriter();
            text.transferTo(all);
            return all.toString();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "Café;Köln", "plain", "日本語 and 🎉", "short\n"})
    void utf_8_is_read_with_and_without_anything_beyond_ascii(String text) throws IOException {
        assertThat(read(text.getBytes(StandardCharsets.UTF_8))).isEqualTo(text);
        assertThat(read((FAR + text).getBytes(StandardCharsets.UTF_8))).isEqualTo(FAR + text);
    }

    @Test
    void utf_16_is_read_by_its_byte_order_mark() throws IOException {
        assertThat(read("\uFEFFKöln".getBytes(StandardCharsets.UTF_16LE))).isEqualTo("Köln");
        assertThat(read("\uFEFFKöln".getBytes(StandardCharsets.UTF_16BE))).isEqualTo("Köln");
    }

    @Test
    void what_is_not_utf_8_from_its_first_letter_beyond_ascii_is_windows_1252() throws IOException {
        String text = FAR + "Café – 100 €" + FAR + "Köln";

        assertThat(read(text.getBytes(Charset.forName("windows-1252")))).isEqualTo(text);
    }

    @Test
    void text_that_begins_as_utf_8_and_is_broken_later_is_refused_with_the_place() {
        byte[] begun = (FAR + "Köln").getBytes(StandardCharsets.UTF_8);
        byte[] broken = java.util.Arrays.copyOf(begun, begun.length + 2);
        broken[begun.length] = (byte) 0xF6;
        broken[begun.length + 1] = 'x';

        assertThatThrownBy(() -> read(broken))
                .isInstanceOf(CharacterCodingException.class)
                .hasMessageContaining("character 20005");
    }

    @Test
    void a_given_encoding_is_taken_at_its_word() {
        assertThatThrownBy(() -> CsvText.open(
                                new ByteArrayInputStream("Köln".getBytes(StandardCharsets.ISO_8859_1)),
                                StandardCharsets.UTF_8)
                        .read(new char[10]))
                .isInstanceOf(CharacterCodingException.class);
    }
}
