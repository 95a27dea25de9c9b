package dev.clientele.b2b.exchange.vcard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clientele.b2b.account.Contact;
import dev.clientele.core.customer.ContactPoint;
import dev.clientele.core.customer.ContactPoints;
import dev.clientele.core.customer.ContactPurpose;
import dev.clientele.core.customer.Country;
import dev.clientele.core.customer.PersonName;
import dev.clientele.core.customer.PostalAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class VCardsPropertyTest {

    /** A line of text that begins and ends with a letter, as everything that a contact keeps is stripped. */
    private static Arbitrary<String> line() {
        return Arbitraries.strings()
                .withChars("aB1 ,;:\\\"^=.-ıİßü€漢")
                .ofMaxLength(90)
                .map(text -> "x" + text + "😀x");
    }

    @Provide
    Arbitrary<Contact> contacts() {
        Arbitrary<PersonName> names = Combinators.combine(line().injectNull(0.3), line().injectNull(0.3), line())
                .as(PersonName::new);
        Arbitrary<String> notes = line().list().ofMinSize(1).ofMaxSize(4).map(lines -> String.join("\n", lines));
        Arbitrary<ContactPurpose> purposes = Arbitraries.of(ContactPurpose.class);
        Arbitrary<ContactPoints> points = Combinators.combine(purposes, purposes, Arbitraries.of(true, false))
                .as((one, two, primary) -> ContactPoints.of(
                        ContactPoint.email("ana@globex.example")
                                .withPurpose(one)
                                .withPrimary(primary),
                        ContactPoint.email("ana@home.example").withPurpose(two),
                        ContactPoint.phone("+442079460018").withPurpose(two).withPrimary(!primary),
                        ContactPoint.web("https://globex.example/a,b;c?d=e").withPurpose(one),
                        ContactPoint.social("mastodon", "a,n;a\\@hachyderm.example")));
        Arbitrary<PostalAddress> addresses = Combinators.combine(line(), line(), line().injectNull(0.5))
                .as((street, city, region) ->
                        new PostalAddress(List.of(street, "2"), city, region, null, Country.of("GB")));
        return Combinators.combine(names, notes.injectNull(0.3), line().injectNull(0.3), points, addresses)
                .as((name, note, title, reached, address) -> Contact.of(name)
                        .with(Contact.DESCRIPTION, note)
                        .with(Contact.JOB_TITLE, title)
                        .with(Contact.DEPARTMENT, title)
                        .withContactPoint(reached)
                        .withAddress(address));
    }

    @Property(tries = 300)
    void what_is_written_reads_back(@ForAll("contacts") Contact contact) {
        VCards.Read read = VCards.read(VCards.write(List.of(contact, contact)));

        assertThat(read.leftOut()).isEmpty();
        assertThat(read.ignored()).isEmpty();
        assertThat(read.contacts()).containsExactly(contact, contact);
    }

    @Property(tries = 300)
    void no_line_is_longer_than_seventy_five_octets(@ForAll("contacts") Contact contact) {
        assertThat(VCards.write(List.of(contact)).split("\r\n"))
                .allSatisfy(line ->
                        assertThat(line.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(75));
    }
}
