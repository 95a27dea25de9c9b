package dev.clientele.b2b.merge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clientele.b2b.Store;
import dev.clientele.b2b.StoredTest;
import dev.clientele.b2b.account.Contact;
import dev.clientele.b2b.exchange.vcard.CardImport;
import dev.clientele.b2b.exchange.vcard.VCards;
import dev.clientele.core.csv.RowError;
import dev.clientele.core.customer.ContactPoint;
import dev.clientele.core.customer.Country;
import dev.clientele.core.error.ViolationCode;
import dev.clientele.core.merge.Merge;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Cards are stored by what they are known by, and find the survivors of merges. */
@ParameterizedClass
@EnumSource(Store.class)
class CardImportTest extends StoredTest {

    private static final String PHONE = """
            BEGIN:VCARD
            VERSION:3.0
            UID:ph-1
            FN:Ana Silva
            TEL:07700 900123
            END:VCARD
            BEGIN:VCARD
            VERSION:3.0
            UID:ph-2
            FN:Bo
            END:VCARD
            BEGIN:VCARD
            VERSION:3.0
            UID:ph-3
            FN:Cy
            """;

    CardImportTest(Store store) {
        super(store);
    }

    private CardImport.Result run(String cards) {
        return CardImport.in(Country.of("GB")).run(session, cards);
    }

    private Contact byExternalId(String id) {
        return b2b.contacts().query(Contact.EXTERNAL_ID.is(id)).first().orElseThrow();
    }

    @Test
    void cards_of_a_phone_are_stored_once_however_often_and_a_bad_one_does_not_take_the_others() {
        assertThat(run(PHONE))
                .isEqualTo(new CardImport.Result(
                        2,
                        0,
                        0,
                        List.of(new RowError(3, "", ViolationCode.MALFORMED, "never ends")),
                        List.of("card 3 never ends"),
                        List.of()));
        assertThat(run(PHONE).unchanged()).isEqualTo(2);

        assertThat(b2b.contacts().all().count()).isEqualTo(2);
        assertThat(byExternalId("ph-1").contactPoints().points())
                .extracting(ContactPoint::key)
                .containsExactly("+447700900123");
    }

    @Test
    void a_contact_takes_what_it_lacks_from_its_own_card() {
        Contact ana = b2b.contacts().add(Contact.named("Ana").with(Contact.JOB_TITLE, "Buyer"));
        String edited = VCards.write(List.of(ana))
                .replace("END:VCARD", "EMAIL:ana@example.com\r\nTITLE:Boss\r\nNOTE:likes tea\r\nEND:VCARD");

        assertThat(run(edited).changed()).isEqualTo(1);

        Contact stored = b2b.contacts().get(ana.id());
        assertThat(stored.get(Contact.EMAIL)).isEqualTo("ana@example.com");
        assertThat(stored.get(Contact.JOB_TITLE)).isEqualTo("Buyer");
        assertThat(stored.get(Contact.DESCRIPTION)).isEqualTo("likes tea");
    }

    @Test
    void cards_of_a_merged_contact_by_id_and_by_external_id_are_about_the_survivor_until_an_undo() {
        run(PHONE);
        Contact ana = byExternalId("ph-1");
        Contact bo = byExternalId("ph-2");
        String card = VCards.write(List.of(bo));
        Merge merge = b2b.contacts().merge(ana, bo);

        assertThat(run(PHONE).added()).isZero();
        assertThat(run(card).added()).isZero();
        assertThat(b2b.contacts().all().count()).isEqualTo(1);
        assertThat(b2b.contacts().get(ana.id()).get(Contact.NAME)).isEqualTo("Ana Silva");

        b2b.merges().undo(merge);

        run(card.replace("END:VCARD", "EMAIL:bo@example.com\r\nEND:VCARD"));
        assertThat(b2b.contacts().get(bo.id()).get(Contact.EMAIL)).isEqualTo("bo@example.com");
        assertThat(byExternalId("ph-2").id()).isEqualTo(bo.id());
    }
}
