package dev.clientele.core.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class PersonNameTest {
    @Test
    void given_and_family_name_make_the_displayed_one() {
        PersonName name = PersonName.of(" Ana ", "Díaz");
        assertThat(name.given()).isEqualTo("Ana");
        assertThat(name.display()).isEqualTo("Ana Díaz");
    }

    @Test
    void a_name_need_not_have_parts() {
        assertThat(PersonName.of("Sukarno").family()).isNull();
        assertThat(new PersonName("Jun", "Mori", "Mori Jun").display()).isEqualTo("Mori Jun");
    }

    @Test
    void the_key_forgives_case_composition_and_spaces() {
        assertThat(PersonName.of("ANA   DI\u0301AZ").key())
                .isEqualTo(PersonName.of("Ana", "Díaz").key());
    }

    @Test
    void a_name_is_not_blank() {
        assertThatThrownBy(() -> PersonName.of(" ")).hasMessage("display must not be blank");
    }

    @Test
    void to_string_hides_the_name() {
        assertThat(PersonName.of("Ana", "Díaz")).hasToString("PersonName[***]");
    }
}
