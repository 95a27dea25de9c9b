package dev.clientele.core.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PostalAddressTest {
    private static final PostalAddress LEEDS = PostalAddress.builder(Country.of("gb"))
            .line("1 City Square")
            .city("Leeds")
            .postalCode("LS1 2ES")
            .build();

    @Test
    void it_has_the_parts_it_was_given() {
        assertThat(LEEDS.lines()).containsExactly("1 City Square");
        assertThat(LEEDS.city()).isEqualTo("Leeds");
        assertThat(LEEDS.region()).isNull();
        assertThat(LEEDS.country()).isEqualTo(new Country("GB"));
    }

    @Test
    void the_key_forgives_case_and_punctuation() {
        PostalAddress again = PostalAddress.builder(Country.of("GB"))
                .line("1, City Square")
                .city("LEEDS")
                .postalCode("LS1-2ES")
                .build();
        assertThat(again.key()).isEqualTo(LEEDS.key()).isEqualTo("GB:1 city square ls1 2es leeds");
    }

    @Test
    void an_address_of_a_country_alone_is_none() {
        assertThatThrownBy(() -> PostalAddress.builder(Country.of("GB")).build())
                .hasMessage("an address must have a line, a city or a postal code, got none");
    }

    @Test
    void to_string_shows_the_country_alone() {
        assertThat(LEEDS).hasToString("PostalAddress[***, GB]");
    }

    @Test
    void a_country_reads_in_any_case_on_a_turkish_machine() {
        assertThat(Country.of("it").code()).isEqualTo("IT");
        assertThat(Country.of("xk").code()).isEqualTo("XK");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "UK", "GBR", "ZZ", "G"})
    void an_unknown_country_is_refused(String code) {
        assertThatThrownBy(() -> Country.of(code)).hasMessageContaining("ISO 3166-1 alpha-2");
    }
}
