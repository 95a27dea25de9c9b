package dev.clientele.core.customer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ContactKeysTest {

    private static final ContactPoint EMAIL = ContactPoint.email("Ana@Globex.example");
    private static final ContactPoint PHONE = ContactPoint.phone("+34 912 345 678");
    private static final ContactPoint WEB = ContactPoint.web("https://globex.example/" + "a".repeat(500));

    @Test
    void a_key_is_the_kind_in_lower_case_and_the_normalised_form() {
        assertThat(ContactKeys.of(EMAIL)).isEqualTo("email:" + EMAIL.key());
        assertThat(ContactKeys.of(PHONE)).isEqualTo("phone:+34912345678");
    }

    @Test
    void keys_too_long_for_a_column_are_left_out() {
        assertThat(ContactKeys.of(List.of(EMAIL, WEB))).containsExactly("email:" + EMAIL.key());
    }

    @Test
    void some_kinds_can_be_taken_alone() {
        assertThat(ContactKeys.of(List.of(EMAIL, PHONE), Set.of(ContactPointKind.PHONE)))
                .containsExactly("phone:+34912345678");
    }
}
