package dev.clientele.core.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContactPointTest {
    @ParameterizedTest
    @CsvSource({
        "https://www.Example.com/, example.com",
        "EXAMPLE.com, example.com",
        "http://example.com:80/About#team, example.com/About",
        "https://example.com:8443/a/?q=1, example.com:8443/a?q=1",
        "https://bücher.example/preis, xn--bcher-kva.example/preis",
    })
    void the_key_of_a_web_page_is_host_and_path(String address, String key) {
        assertThat(ContactPoint.web(address).key()).isEqualTo(key);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "example",
                "ftp://example.com",
                "https://ana:secret@example.com",
                "https://exa mple.com",
                "https://",
                "://example.com",
                "javascript:alert(1)",
                "https://example.com:x/",
            })
    void what_is_no_web_address_is_refused(String text) {
        assertThatThrownBy(() -> ContactPoint.web(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_handle_is_matched_without_its_at_and_its_case() {
        ContactPoint handle = ContactPoint.social("mastodon", "@Ana@Hachyderm.io");
        assertThat(handle.original()).isEqualTo("mastodon:@Ana@Hachyderm.io");
        assertThat(handle.key()).isEqualTo("mastodon:ana@hachyderm.io");
        assertThat(handle.matches(ContactPoint.social("mastodon", "ana@hachyderm.io")))
                .isTrue();
        assertThat(handle.matches(ContactPoint.social("other", "ana@hachyderm.io")))
                .isFalse();
    }

    @Test
    void a_handle_has_a_network_and_no_spaces() {
        assertThatThrownBy(() -> ContactPoint.social("Mastodon", "ana")).hasMessageStartingWith("network must be");
        assertThatThrownBy(() -> ContactPoint.social("mastodon", "@")).hasMessageStartingWith("handle must be");
        assertThatThrownBy(() -> ContactPoint.social("mastodon", "a b")).hasMessageStartingWith("handle must be");
    }

    @Test
    void white_space_around_what_was_written_goes() {
        assertThat(ContactPoint.email("  ana@example.com\u00a0").original()).isEqualTo("ana@example.com");
    }

    @Test
    void a_key_that_is_not_that_of_the_original_is_refused() {
        assertThatThrownBy(() -> new ContactPoint(
                        ContactPointKind.EMAIL, "ana@example.com", "bo@example.com", ContactPurpose.ANY, false, false))
                .hasMessage("key must be the normalised form of the original, got another");
        assertThatThrownBy(() -> new ContactPoint(
                        ContactPointKind.PHONE, "020 7946 0018", "02079460018", ContactPurpose.ANY, false, false))
                .hasMessage("key must be the normalised form of the original, got another");
    }

    @Test
    void to_string_shows_the_kind_and_hides_the_rest() {
        assertThat(ContactPoint.email("ana@example.com")
                        .withPurpose(ContactPurpose.WORK)
                        .withPrimary(true)
                        .withVerified(true))
                .hasToString("ContactPoint[e-mail ***, WORK, primary, verified]");
        assertThat(ContactPoints.of(ContactPoint.phone("+442079460018")).toString())
                .doesNotContain("7946");
    }
}
