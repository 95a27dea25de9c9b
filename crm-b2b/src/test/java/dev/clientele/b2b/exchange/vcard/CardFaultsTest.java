package dev.clientele.b2b.exchange.vcard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clientele.b2b.Shared;
import dev.clientele.b2b.account.Contact;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

/** Files that aren't quite vCards: what can be read is, what can't is told, and neither takes the other along. */
class CardFaultsTest {

    private static final String ANA = "BEGIN:VCARD\nVERSION:3.0\nFN:Ana\nEND:VCARD\n";
    private static final String BO = "BEGIN:VCARD\nVERSION:4.0\nFN:Bo\nEND:VCARD\n";

    private static void assertRead(VCards.Read read, String... names) {
        assertThat(read.contacts())
                .extracting(contact -> contact.name().display())
                .containsExactly(names);
    }

    @Test
    void both_cards_after_a_byte_order_mark_are_read() throws IOException {
        VCards.Read read = VCards.read(Files.readString(Shared.file("cases/notepad.vcf")));

        assertRead(read, "Anna Alpha", "Bert Beta");
        assertThat(read.leftOut()).isEmpty();
    }

    @Test
    void files_with_byte_order_marks_may_be_put_together() {
        assertRead(VCards.read("\uFEFF" + ANA + "\uFEFF" + BO), "Ana", "Bo");
    }

    @Test
    void a_card_without_end_is_told_and_the_next_one_read() {
        VCards.Read read = VCards.read(ANA + "BEGIN:VCARD\nVERSION:3.0\nFN:Cy\n" + BO);

        assertRead(read, "Ana", "Bo");
        assertThat(read.leftOut()).containsExactly("card 2 never ends");
    }

    @Test
    void a_file_that_was_cut_off_is_read_up_to_its_last_card() {
        VCards.Read read = VCards.read(ANA + "BEGIN:VCARD\nVERSION:4.0\nFN:Bo\nEMAIL:bo@glo");

        assertRead(read, "Ana");
        assertThat(read.leftOut()).containsExactly("card 2 never ends");
    }

    @Test
    void a_card_without_name_doesn_t_take_the_others() {
        VCards.Read read = VCards.read("BEGIN:VCARD\nVERSION:3.0\nEMAIL:a@example.com\nEND:VCARD\n" + ANA);

        assertRead(read, "Ana");
        assertThat(read.leftOut()).containsExactly("card 1 has no name");
    }

    @Test
    void a_card_with_more_than_a_contact_may_have_doesn_t_take_the_others() {
        StringBuilder many = new StringBuilder("BEGIN:VCARD\nVERSION:3.0\nFN:Many\n");
        for (int i = 0; i < 300; i++) {
            many.append("EMAIL:a").append(i).append("@example.com\n");
        }

        VCards.Read read = VCards.read(many + "END:VCARD\n" + ANA);

        assertRead(read, "Ana");
        assertThat(read.leftOut()).containsExactly("card 1 contact points must be at most 200, got 300");
    }

    @Test
    void if_no_card_can_be_read_the_first_reason_is_told() {
        assertThatThrownBy(() -> VCards.read("BEGIN:VCARD\nFN:Ana\nBEGIN:VCARD\nEND:VCARD\n"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("card 1 never ends");
    }

    @Test
    void what_stands_twice_is_told_and_the_first_kept() {
        VCards.Read read =
                VCards.read("BEGIN:VCARD\nVERSION:4.0\nFN:Ana\nTITLE:secret one\nTITLE:secret two\nEND:VCARD\n");

        assertThat(read.contacts().get(0).get(Contact.JOB_TITLE)).isEqualTo("secret one");
        assertThat(read.leftOut()).containsExactly("card 1, TITLE: a contact has one, the first is kept");
    }

    @Test
    void a_line_that_is_no_property_is_told_by_its_number() {
        VCards.Read read =
                VCards.read(ANA + "BEGIN:VCARD\nVERSION:4.0\nFN:Bo\nsecret nonsense\nTITLE:CFO\nEND:VCARD\n");

        assertThat(read.contacts().get(1).get(Contact.JOB_TITLE)).isEqualTo("CFO");
        assertThat(read.leftOut()).containsExactly("card 2, its line 4: isn't a property");
    }

    @Test
    void a_property_that_can_not_be_taken_is_told_without_its_value() {
        VCards.Read read = VCards.read("""
                BEGIN:VCARD
                VERSION:3.0
                FN:Ana
                TEL:020 7946 0018
                EMAIL:secret
                ADR:;;secret;;;;Atlantis
                BDAY:secret
                END:VCARD
                """);

        assertThat(read.leftOut())
                .hasSize(3)
                .allSatisfy(each -> assertThat(each).doesNotContain("secret", "7946", "Atlantis"));
        assertThat(read.ignored()).containsExactly("card 1, BDAY");
    }

    @Test
    void a_card_within_a_card_is_a_part_of_it() {
        VCards.Read read = VCards.read("BEGIN:VCARD\nVERSION:2.1\nFN:Ana\nAGENT:\nBEGIN:VCARD\nVERSION:2.1\nFN:Bo\n"
                + "END:VCARD\nTITLE:CFO\nEND:VCARD\n" + ANA);

        assertRead(read, "Ana", "Ana");
        assertThat(read.contacts().get(0).get(Contact.JOB_TITLE)).isEqualTo("CFO");
        assertThat(read.ignored()).containsExactly("card 1, AGENT");
    }

    @Test
    void white_space_around_begin_and_end_and_text_between_cards_does_no_harm() {
        assertRead(VCards.read("\n\nsome text\n" + ANA.replace(":VCARD", " : vcard \t") + "\n--\n" + BO), "Ana", "Bo");
        assertRead(VCards.read("no card at all"));
    }

    @Test
    void a_line_of_a_hundred_thousand_quotes_is_read() {
        String quotes = "\"".repeat(100_001);

        assertRead(VCards.read(ANA.replace("FN:", "X;A=" + quotes + "\nFN:") + BO), "Ana", "Bo");
    }
}
