package dev.clientele.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;

class PositionPropertyTest {

    @Property
    void parsing_its_text_gives_the_position(
            @ForAll @LongRange(min = 0) long first, @ForAll @LongRange(min = 0) long second) {
        Position position = new Position(first, second);

        assertThat(Position.parse(position.toString())).isEqualTo(position);
    }

    @Property
    void the_first_part_decides_the_order_then_the_second(
            @ForAll @LongRange(min = 0, max = 3) long a,
            @ForAll @LongRange(min = 0, max = 3) long b,
            @ForAll @LongRange(min = 0, max = 3) long c,
            @ForAll @LongRange(min = 0, max = 3) long d) {
        int order = new Position(a, b).compareTo(new Position(c, d));

        assertThat(Integer.signum(order)).isEqualTo(Integer.signum(Long.compare(a * 4 + b, c * 4 + d)));
    }

    @Property
    void no_position_comes_before_the_start(
            @ForAll @LongRange(min = 0) long first, @ForAll @LongRange(min = 0) long second) {
        assertThat(Position.START).isLessThanOrEqualTo(new Position(first, second));
    }

    @Example
    void other_text_is_a_wrong_argument_that_does_not_repeat_it() {
        for (String text : new String[] {
            "", "1", "-1-2", "1-2-3", "a-b", "1 - 2", "99999999999999999999-1", "9999999999999999999-1"
        }) {
            assertThatIllegalArgumentException().as(text).isThrownBy(() -> Position.parse(text));
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Position.parse("secret"))
                .withMessageNotContaining("secret");
        assertThatIllegalArgumentException().isThrownBy(() -> new Position(-1, 0));
    }
}
