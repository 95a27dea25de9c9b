package dev.clientele.core.interaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clientele.core.entity.Id;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InteractionValueTest {

    @Test
    void a_channel_of_the_hosts_own_comes_back_from_its_code() {
        assertThat(Channel.parse("trade-fair"))
                .isEqualTo(new Channel("trade-fair"))
                .hasToString("trade-fair");
        assertThat(Channel.parse("email")).isEqualTo(Channel.EMAIL);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Email", "trade fair", "-x", "1st", "ärger", "a--b"})
    void a_channels_code_is_plain(String code) {
        assertThatThrownBy(() -> Channel.parse(code)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_party_is_a_record_in_a_role() {
        UUID record = new UUID(0, 1);

        assertThat(Party.of(Id.of(record), "attendee")).isEqualTo(new Party(record, "attendee"));
        assertThatThrownBy(() -> new Party(record, "Big Boss")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void an_attribute_may_have_several_lines_but_not_its_name() {
        assertThat(new Attribute("answer", "yes\nand no").value()).isEqualTo("yes\nand no");
        assertThatThrownBy(() -> new Attribute("an\nswer", "yes")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Attribute("answer", "x".repeat(4001)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
