package dev.clientele.core.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CustomerIdTest {
    private static final String UUID_TEXT = "0190163d-8694-739b-aea5-966c26f8ad91";
    private static final UUID SOME = UUID.fromString(UUID_TEXT);

    @Test
    void the_text_form_is_kind_colon_uuid() {
        assertThat(CustomerId.account(SOME)).hasToString("account:" + UUID_TEXT);
        assertThat(CustomerId.person(SOME)).hasToString("person:" + UUID_TEXT);
    }

    @Test
    void a_host_may_add_kinds() {
        assertThat(CustomerId.of(CustomerKind.of("household"), SOME)).hasToString("household:" + UUID_TEXT);
    }

    @Test
    void an_upper_case_uuid_is_read_too() {
        assertThat(CustomerId.parse("person:0190163D-8694-739B-AEA5-966C26F8AD91"))
                .isEqualTo(CustomerId.person(SOME));
    }

    @Test
    void the_same_uuid_of_another_kind_is_another_customer() {
        assertThat(CustomerId.account(SOME)).isNotEqualTo(CustomerId.person(SOME));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "account",
                "account:",
                ":" + UUID_TEXT,
                "Account:" + UUID_TEXT,
                "account:1-1-1-1-1",
                "account:" + UUID_TEXT + "0",
                "account:0190163d-8694-739b-aea5-966c26f8ad9g",
                "account:0190163d-8694-739b-0aea5-966c26f8ad9",
                "a:b:" + UUID_TEXT,
            })
    void other_text_is_refused(String text) {
        assertThatThrownBy(() -> CustomerId.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Property
    void the_text_form_reads_back(
            @ForAll @CharRange(from = 'a', to = 'z') @StringLength(min = 1, max = 32) String kind,
            @ForAll long most,
            @ForAll long least) {
        CustomerId id = CustomerId.of(CustomerKind.of(kind), new UUID(most, least));
        assertThat(CustomerId.parse(id.toString())).isEqualTo(id);
    }

    @Property
    void ids_are_ordered_as_their_texts_are(@ForAll long one, @ForAll long other) {
        CustomerId left = CustomerId.person(new UUID(one, other));
        CustomerId right = CustomerId.person(new UUID(other, one));
        assertThat(Integer.signum(left.compareTo(right)))
                .isEqualTo(Integer.signum(left.toString().compareTo(right.toString())));
    }
}
