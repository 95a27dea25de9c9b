package dev.clientele.b2b.exchange.vcard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.clientele.b2b.account.Contact;
import dev.clientele.core.customer.ContactPoint;
import dev.clientele.core.customer.ContactPurpose;
import dev.clientele.core.customer.Country;
import dev.clientele.core.customer.PersonName;
import dev.clientele.core.customer.PostalAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class VCardsTest {

    private static Contact ana() {
        return Contact.of(PersonName.of("Ana", "Silva, PhD"))
                .with(Contact.JOB_TITLE, "CFO; interim")
                .with(Contact.DEPARTMENT, "Finance")
                .with(
                        Contact.DESCRIPTION,
                        "Prefers e-mail.\nBack\\slash, and a line long enough to be folded: " + "ü".repeat(80))
                .withContactPoint(ContactPoint.email("ana@globex.example")
                        .withPurpose(ContactPurpose.WORK)
                        .withPrimary(true))
                .withContactPoint(ContactPoint.phone("+44 20 7946 0018").withPurpose(ContactPurpose.BILLING))
                .withContactPoint(ContactPoint.web("https://globex.example/ana"))
                .withContactPoint(ContactPoint.social("mastodon", "ana@hachyderm.example"))
                .withAddress(PostalAddress.builder(Country.of("GB"))
                        .line("1 High Street, Flat 2")
                        .line("Old Wing")
                        .city("Leeds")
                        .postalCode("LS1 1AA")
                        .build());
    }

    @Test
    void what_is_written_reads_back() {
        String card = VCards.write(List.of(ana(), Contact.named("Bo")));

        VCards.Read read = VCards.read(card);

        assertThat(read.leftOut()).isEmpty();
        Contact back = read.contacts().get(0);
        assertThat(back.name()).isEqualTo(ana().name());
        for (var field : List.of(Contact.JOB_TITLE, Contact.DEPARTMENT)) {
            assertThat(back.get(field)).isEqualTo(ana().get(field));
        }
        assertThat(back.get(Contact.DESCRIPTION)).isEqualTo(ana().get(Contact.DESCRIPTION));
        assertThat(back.addresses()).isEqualTo(ana().addresses());
        assertThat(back.get(Contact.CONTACT_KEYS)).isEqualTo(ana().get(Contact.CONTACT_KEYS));
        assertThat(back.contactPoints().points())
                .extracting(ContactPoint::purpose, ContactPoint::primary)
                .isEqualTo(ana().contactPoints().points().stream()
                        .map(point -> tuple(point.purpose(), point.primary()))
                        .toList());
        assertThat(read.contacts()).hasSize(2);
    }

    @Test
    void no_line_is_longer_than_seventy_five_octets() {
        for (String line : VCards.write(List.of(ana())).split("\r\n", -1)) {
            assertThat(line.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(75);
        }
    }

    @Test
    void cards_of_others_are_read() {
        VCards.Read read = VCards.read("""
                BEGIN:VCARD
                VERSION:3.0
                N:Gump;Forrest;;Mr.;
                FN:Forrest Gump
                ORG:Bubba Gump Shrimp Co.
                item1.EMAIL;TYPE=INTERNET,WORK,pref:forrest@example.com
                TEL;TYPE=WORK,VOICE:(111) 555-1212
                TEL;VALUE=uri;TYPE="cell,home":tel:+1-404-555-1212
                ADR;TYPE=WORK:;;100 Waters Edge;Baytown;LA;30314;United States
                PHOTO;ENCODING=b:AAAA
                END:VCARD
                """);

        Contact contact = read.contacts().get(0);
        assertThat(contact.name().family()).isEqualTo("Gump");
        assertThat(contact.get(Contact.EMAIL)).isEqualTo("forrest@example.com");
        assertThat(contact.contactPoints().points()).hasSize(2);
        assertThat(contact.contactPoints().points().get(1).purpose()).isEqualTo(ContactPurpose.PRIVATE);
        assertThat(read.leftOut())
                .hasSize(2)
                .allSatisfy(reason -> assertThat(reason).doesNotContain("555", "Waters"));
    }

    @Test
    void a_card_without_name_or_end_is_refused() {
        assertThatThrownBy(() -> VCards.read("BEGIN:VCARD\nEMAIL:a@example.com\nEND:VCARD\n"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("card 1 has no name");
        assertThatThrownBy(() -> VCards.read("BEGIN:VCARD\nFN:Ana\n"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("card 1 never ends");
        assertThat(VCards.read("").contacts()).isEmpty();
    }
}
