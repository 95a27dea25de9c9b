package dev.clientele.b2b.exchange.vcard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clientele.core.customer.ContactPoint;
import dev.clientele.core.customer.Country;
import org.junit.jupiter.api.Test;

/** Cards as phones write them: national numbers, and social profiles as addresses. */
class CardsOfPhonesTest {

    private static String card(String... lines) {
        return "BEGIN:VCARD\nVERSION:3.0\nFN:Ana\n" + String.join("\n", lines) + "\nEND:VCARD\n";
    }

    @Test
    void national_numbers_are_those_of_the_region_that_is_given() {
        String cards = card("TEL;TYPE=CELL:07700 900123", "TEL:+49 30 123456");

        VCards.Read read = VCards.read(cards, Country.of("GB"));

        assertThat(read.leftOut()).isEmpty();
        assertThat(read.contacts().get(0).contactPoints().points())
                .extracting(ContactPoint::key)
                .containsExactly("+447700900123", "+4930123456");
        assertThat(VCards.read(cards).leftOut()).singleElement().asString().startsWith("card 1, TEL");
    }

    @Test
    void social_profiles_are_read_as_addresses_of_phones_and_of_rfc_9554() {
        VCards.Read read = VCards.read(card(
                "X-SOCIALPROFILE;type=twitter;x-user=ana:http://twitter.com/ana",
                "item1.X-SOCIALPROFILE;type=pref;type=LinkedIn:https://www.linkedin.com/in/ana-silva/",
                "SOCIALPROFILE;SERVICE-TYPE=Mastodon:https://hachyderm.example/@ana",
                "SOCIALPROFILE;SERVICE-TYPE=SomeSite;VALUE=TEXT:ana94",
                "X-SOCIALPROFILE:https://www.example.org/anna",
                "X-SOCIALPROFILE:mastodon:ana@hachyderm.example"));

        assertThat(read.leftOut()).isEmpty();
        assertThat(read.contacts().get(0).contactPoints().points())
                .extracting(ContactPoint::key)
                .containsExactly(
                        "twitter:ana",
                        "linkedin:ana-silva",
                        "mastodon:ana",
                        "somesite:ana94",
                        "example:anna",
                        "mastodon:ana@hachyderm.example");
    }

    @Test
    void a_profile_without_a_handle_is_told_and_the_rest_read() {
        VCards.Read read = VCards.read(card("X-SOCIALPROFILE;type=twitter:http://twitter.com/", "TEL:+49 30 123456"));

        assertThat(read.leftOut()).containsExactly("card 1, X-SOCIALPROFILE: must be an address that ends in a handle");
        assertThat(read.contacts().get(0).contactPoints().points()).hasSize(1);
    }
}
