package dev.clientele.persistence.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clientele.persistence.criteria.ValueOrder;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class CodePointsPropertyTest {

    @Property
    void texts_with_a_prefix_are_those_between_it_and_its_end(
            @ForAll("texts") String prefix, @ForAll("texts") String text) {
        String end = CodePoints.prefixSuccessor(prefix);
        boolean between =
                ValueOrder.TEXT.compare(text, prefix) >= 0 && (end == null || ValueOrder.TEXT.compare(text, end) < 0);
        assertThat(between).isEqualTo(text.startsWith(prefix));
    }

    @Example
    void the_end_skips_surrogates_and_carries_over_the_last_code_point() {
        assertThat(CodePoints.prefixSuccessor("a\uD7FF")).isEqualTo("a\uE000");
        assertThat(CodePoints.prefixSuccessor("a\uFFFF")).isEqualTo("a\uD800\uDC00");
        assertThat(CodePoints.prefixSuccessor("a\uDBFF\uDFFF")).isEqualTo("b");
        assertThat(CodePoints.prefixSuccessor("\uDBFF\uDFFF")).isNull();
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of(
                        "a", "b", "z", "\uD7FF", "\uE000", "\uFFFF", "\uD800\uDC00", "\uD83D\uDE00", "\uDBFF\uDFFF")
                .list()
                .ofMinSize(1)
                .ofMaxSize(3)
                .map(parts -> String.join("", parts));
    }
}
