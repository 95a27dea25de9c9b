package dev.clientele.b2b.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clientele.b2b.Shared;
import dev.clientele.b2b.Store;
import dev.clientele.b2b.StoredTest;
import dev.clientele.core.csv.CsvImport;
import dev.clientele.core.csv.CsvText;
import dev.clientele.core.csv.ImportReport;
import dev.clientele.core.customer.ContactPoint;
import dev.clientele.core.customer.ContactPointKind;
import dev.clientele.core.customer.Country;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Contacts come in from the export of an address book, and a later export brings their new addresses and names. */
@ParameterizedClass
@EnumSource(Store.class)
class ContactImportTest extends StoredTest {

    private static final CsvImport<Contact> PLAN = CsvImport.of(Contact.TYPE)
            .column("ID", Contact.EXTERNAL_ID)
            .elements(
                    "E-mail 1 - Value",
                    Contact.CONTACT_POINTS,
                    cell -> List.of(ContactPoint.email(cell)),
                    point -> point.kind() == ContactPointKind.EMAIL)
            .elements(
                    "Phone 1 - Value",
                    Contact.CONTACT_POINTS,
                    cell -> List.of(ContactPoint.phone(cell, Country.of("GB"))),
                    point -> point.kind() == ContactPointKind.PHONE)
            .matchBy(Contact.EXTERNAL_ID);

    ContactImportTest(Store store) {
        super(store);
    }

    private ImportReport run(String text) {
        return PLAN.run(session, new StringReader(text));
    }

    private Contact contact(String externalId) {
        return session.repository(Contact.TYPE)
                .query(Contact.EXTERNAL_ID.is(externalId))
                .first()
                .orElseThrow();
    }

    private long reachedBy(ContactPoint point) {
        return session.repository(Contact.TYPE)
                .query(Contact.havingContactPoint(point))
                .count();
    }

    @Test
    void e_mail_and_phone_of_a_google_export_are_both_kept() throws IOException {
        try (Reader text = CsvText.open(Files.newInputStream(Shared.file("cases/google.csv")))) {
            assertThat(PLAN.run(session, text).errors()).isEmpty();
        }

        assertThat(contact("1").contactPoints().points())
                .extracting(ContactPoint::key)
                .containsExactly("ada@example.com", "+447700900123");
        assertThat(contact("2").get(Contact.EMAIL)).isEqualTo("ben@example.com");
    }

    @Test
    void a_changed_address_is_found_by_its_new_key_and_no_longer_by_the_old_one() {
        String header = "ID,Name,E-mail 1 - Value,Phone 1 - Value\n";
        run(header + "1,Ada Alpha,ada@example.com,07700 900123\n");

        ImportReport later = run(header + "1,Ada Alpha,ada@example.org,\n");

        assertThat(later.errors()).isEmpty();
        assertThat(later.changed()).isEqualTo(1);
        assertThat(contact("1").get(Contact.EMAIL)).isEqualTo("ada@example.org");
        assertThat(reachedBy(ContactPoint.email("ADA@example.org"))).isOne();
        assertThat(reachedBy(ContactPoint.email("ada@example.com"))).isZero();
        assertThat(reachedBy(ContactPoint.phone("+44 7700 900123"))).isOne();
    }

    @Test
    void a_changed_family_name_changes_the_name_that_was_put_together_of_it() {
        CsvImport<Contact> plan = CsvImport.of(Contact.TYPE)
                .column("ID", Contact.EXTERNAL_ID)
                .column("First Name", Contact.GIVEN_NAME)
                .column("Last Name", Contact.FAMILY_NAME)
                .matchBy(Contact.EXTERNAL_ID);
        plan.run(session, new StringReader("ID,First Name,Last Name\n1,Ada,Alpha\n"));
        assertThat(contact("1").get(Contact.NAME)).isEqualTo("Ada Alpha");

        plan.run(session, new StringReader("ID,First Name,Last Name\n1,Ada,Beta\n"));
        assertThat(contact("1").get(Contact.NAME)).isEqualTo("Ada Beta");
    }

    @Test
    void a_name_that_says_more_than_its_parts_stays() {
        Contact countess = session.repository(Contact.TYPE)
                .add(Contact.named("Ada, Countess of Lovelace").with(Contact.GIVEN_NAME, "Ada"));

        assertThat(countess.with(Contact.FAMILY_NAME, "King").get(Contact.NAME)).isEqualTo("Ada, Countess of Lovelace");
    }
}
