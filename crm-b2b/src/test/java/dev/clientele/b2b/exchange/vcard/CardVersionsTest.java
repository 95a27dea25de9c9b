package dev.clientele.b2b.exchange.vcard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.clientele.b2b.account.Contact;
import dev.clientele.core.customer.ContactPoint;
import dev.clientele.core.customer.ContactPointKind;
import dev.clientele.core.customer.ContactPurpose;
import dev.clientele.core.customer.PersonName;
import org.junit.jupiter.api.Test;

/** Cards of each version as phones, mail programs and address books write them. */
class CardVersionsTest {

    private static VCards.Read read(String... lines) {
        return VCards.read(String.join("\r\n", lines) + "\r\n");
    }

    @Test
    void quoted_printable_of_2_1_is_read_also_where_a_line_goes_on() {
        VCards.Read read = read(
                "BEGIN:VCARD",
                "VERSION:2.1",
                "N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:M=C3=BCller;J=C3=BCrgen;;;",
                "FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:J=C3=BCrgen =",
                "M=C3=BCller",
                "TEL;CELL;PREF:+49 30 123456",
                "TEL;HOME:+49 30 123457",
                "ADR;WORK;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:;;Hauptstra=C3=9Fe 5=0D=0A2. Stock;Berlin;;10115;DE",
                "NOTE;ENCODING=QUOTED-PRINTABLE:first=0D=0Asecond: third",
                "END:VCARD");

        assertThat(read.leftOut()).isEmpty();
        Contact contact = read.contacts().get(0);
        assertThat(contact.name()).isEqualTo(PersonName.of("Jürgen", "Müller"));
        assertThat(contact.contactPoints().points())
                .extracting(ContactPoint::key, ContactPoint::purpose, ContactPoint::primary)
                .containsExactly(
                        tuple("+4930123456", ContactPurpose.ANY, true),
                        tuple("+4930123457", ContactPurpose.PRIVATE, false));
        assertThat(contact.addresses())
                .singleElement()
                .satisfies(address -> assertThat(address.lines()).containsExactly("Hauptstraße 5", "2. Stock"));
        assertThat(contact.get(Contact.DESCRIPTION)).isEqualTo("first\nsecond: third");
    }

    @Test
    void quoted_printable_of_another_character_set_is_read() {
        VCards.Read read = read(
                "BEGIN:VCARD", "VERSION:2.1", "FN;CHARSET=ISO-8859-1;ENCODING=QUOTED-PRINTABLE:J=FCrgen", "END:VCARD");

        assertThat(read.contacts().get(0).name().display()).isEqualTo("Jürgen");
    }

    @Test
    void a_card_of_3_0_is_read_with_its_groups_lists_and_folded_lines() {
        VCards.Read read = read(
                "BEGIN:VCARD",
                "VERSION:3.0",
                "FN:Ana",
                "  Silva\\, PhD",
                "N:Silva, PhD;Ana;Maria,Luz;Dr.;",
                "TITLE:Chief\\; fin",
                "\tance",
                "item1.EMAIL;type=INTERNET;type=WORK;type=pref:ana@globex.example",
                "item2.URL:https://globex.example/a,b",
                "X-SOCIALPROFILE:mastodon:ana@hachyderm.example",
                "ADR;TYPE=HOME:PO 7;Suite 3;1 High Street,Old Wing;Leeds;West Yorkshire;LS1 1AA;gb",
                "END:VCARD");

        assertThat(read.leftOut()).isEmpty();
        Contact contact = read.contacts().get(0);
        assertThat(contact.name()).isEqualTo(new PersonName("Ana", "Silva, PhD", "Ana Silva, PhD"));
        assertThat(contact.get(Contact.JOB_TITLE)).isEqualTo("Chief; finance");
        assertThat(contact.contactPoints().points())
                .extracting(ContactPoint::kind, ContactPoint::original)
                .containsExactly(
                        tuple(ContactPointKind.EMAIL, "ana@globex.example"),
                        tuple(ContactPointKind.WEB, "https://globex.example/a,b"),
                        tuple(ContactPointKind.SOCIAL, "mastodon:ana@hachyderm.example"));
        assertThat(contact.contactPoints().points().get(0).primary()).isTrue();
        assertThat(contact.addresses().get(0).lines()).containsExactly("1 High Street", "Old Wing", "Suite 3", "PO 7");
    }

    @Test
    void a_card_of_4_0_is_read_with_its_addresses_of_phones() {
        VCards.Read read = read(
                "BEGIN:VCARD",
                "VERSION:4.0",
                "KIND:individual",
                "FN:Ana",
                "TEL;VALUE=uri;TYPE=\"voice,work\";PREF=1:tel:+44-20-7946-0018;ext=12",
                "EMAIL;PREF=high:ana@globex.example",
                "END:VCARD");

        assertThat(read.leftOut()).isEmpty();
        assertThat(read.ignored()).isEmpty();
        assertThat(read.contacts().get(0).contactPoints().points())
                .extracting(ContactPoint::key, ContactPoint::purpose, ContactPoint::primary)
                .containsExactlyInAnyOrder(
                        tuple("ana@globex.example", ContactPurpose.ANY, true),
                        tuple("+442079460018;ext=12", ContactPurpose.WORK, true));
    }

    @Test
    void names_of_properties_and_parameters_are_the_same_in_small_letters_whatever_the_machine_speaks() {
        VCards.Read read = read(
                "begin:vcard",
                "version:2.1",
                "fn;charset=utf-8;encoding=quoted-printable:J=C3=BCrgen",
                "title:Chief",
                "item1.email;internet;x-billing:juergen@globex.example",
                "end:vcard");

        Contact contact = read.contacts().get(0);
        assertThat(contact.name().display()).isEqualTo("Jürgen");
        assertThat(contact.get(Contact.JOB_TITLE)).isEqualTo("Chief");
        assertThat(contact.get(Contact.EMAIL)).isEqualTo("juergen@globex.example");
        assertThat(contact.contactPoints().points().get(0).purpose()).isEqualTo(ContactPurpose.BILLING);
    }

    @Test
    void a_card_that_says_no_version_is_read() {
        VCards.Read read = read("BEGIN:VCARD", "N:Silva;Ana", "ORG:Globex;Finance", "END:VCARD");

        assertThat(read.contacts().get(0).name()).isEqualTo(PersonName.of("Ana", "Silva"));
        assertThat(read.contacts().get(0).get(Contact.DEPARTMENT)).isEqualTo("Finance");
        assertThat(read.ignored()).containsExactly("card 1, ORG");
    }

    @Test
    void photos_of_every_version_are_told_and_the_rest_is_read() {
        String picture = "/9j/4AAQSkZJRgABAQEASABIAAD/2wBDAAEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEB";
        VCards.Read read = read(
                "BEGIN:VCARD",
                "VERSION:2.1",
                "FN:Ana",
                "PHOTO;JPEG;ENCODING=BASE64:" + picture,
                " " + picture + "==",
                "",
                "TITLE:one",
                "END:VCARD",
                "BEGIN:VCARD",
                "VERSION:3.0",
                "FN:Bo",
                "PHOTO;ENCODING=b;TYPE=JPEG:" + picture,
                " " + picture + "==",
                "TITLE:two",
                "END:VCARD",
                "BEGIN:VCARD",
                "VERSION:4.0",
                "FN:Cy",
                "PHOTO:data:image/jpeg;base64," + picture,
                "LOGO:https://globex.example/logo.png",
                "X-SKYPE:cy",
                "TITLE:three",
                "END:VCARD");

        assertThat(read.ignored())
                .containsExactly("card 1, PHOTO", "card 2, PHOTO", "card 3, PHOTO", "card 3, LOGO", "card 3, X-SKYPE");
        assertThat(read.leftOut()).isEmpty();
        assertThat(read.contacts())
                .extracting(contact -> contact.get(Contact.JOB_TITLE))
                .containsExactly("one", "two", "three");
    }
}
