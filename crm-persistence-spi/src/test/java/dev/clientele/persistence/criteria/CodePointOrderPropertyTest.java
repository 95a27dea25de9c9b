package dev.clientele.persistence.criteria;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class CodePointOrderPropertyTest {

    @Property
    void text_orders_as_its_code_points_do(@ForAll("texts") String one, @ForAll("texts") String other) {
        int expected =
                Arrays.compare(one.codePoints().toArray(), other.codePoints().toArray());

        assertThat(Integer.signum(ValueOrder.TEXT.compare(one, other))).isEqualTo(Integer.signum(expected));
    }

    @Property
    void text_orders_as_its_utf_8_bytes_do(@ForAll("texts") String one, @ForAll("texts") String other) {
        int expected =
                Arrays.compareUnsigned(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));

        assertThat(Integer.signum(ValueOrder.TEXT.compare(one, other))).isEqualTo(Integer.signum(expected));
    }

    @Example
    void an_emoji_comes_after_the_replacement_character_unlike_in_utf_16() {
        assertThat(ValueOrder.TEXT.compare("\uFFFD", "\uD83D\uDE00")).isNegative();
        assertThat("\uFFFD".compareTo("\uD83D\uDE00")).isPositive();
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of(
                        "a",
                        "b",
                        "\u00E9",
                        "\uD7FF",
                        "\uE000",
                        "\uFFFD",
                        "\uD800\uDC00",
                        "\uD83D\uDE00",
                        "\uDBFF\uDFFF")
                .list()
                .ofMaxSize(4)
                .map(parts -> String.join("", parts));
    }
}
