package dev.clientele.b2b.merge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clientele.b2b.Store;
import dev.clientele.b2b.StoredTest;
import dev.clientele.b2b.account.Account;
import dev.clientele.b2b.account.Contact;
import dev.clientele.b2b.account.ContactRole;
import dev.clientele.b2b.account.Contacts;
import dev.clientele.b2b.deal.pipeline.BuyingRole;
import dev.clientele.b2b.deal.pipeline.Opportunity;
import dev.clientele.b2b.deal.pipeline.Pipeline;
import dev.clientele.b2b.deal.stakeholder.Stakeholder;
import dev.clientele.b2b.deal.stakeholder.Stance;
import dev.clientele.core.customer.ContactPoint;
import dev.clientele.core.customer.PersonName;
import dev.clientele.core.merge.Merge;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Store.class)
class ContactMergeTest extends StoredTest {

    ContactMergeTest(Store store) {
        super(store);
    }

    private Contact contact(String name) {
        return b2b.contacts().add(Contact.named(name));
    }

    private Opportunity deal() {
        return b2b.deals().open(account("Globex"), Pipeline.standard(), "Turbines", eur("1"));
    }

    @Test
    void a_part_in_a_deal_is_there_once_and_takes_what_it_lacks() {
        Contact ana = contact("Ana Silva");
        Contact twin = contact("A. Silva");
        Opportunity deal = deal();
        Stakeholder own = b2b.deals().stakeholders().assign(deal, ana, BuyingRole.CHAMPION);
        b2b.deals()
                .stakeholders()
                .save(b2b.deals()
                        .stakeholders()
                        .assign(deal, twin, BuyingRole.CHAMPION)
                        .with(Stakeholder.STANCE, Stance.SUPPORTER));
        b2b.deals().stakeholders().assign(deal, twin, BuyingRole.USER);

        b2b.contacts().merge(ana, twin);

        assertThat(b2b.deals().stakeholders().findByDeal(deal.id()))
                .extracting(Stakeholder::contact)
                .containsOnly(ana.id())
                .hasSize(2);
        assertThat(b2b.deals().stakeholders().get(own.id()).stance()).isEqualTo(Stance.SUPPORTER);
    }

    @Test
    void who_reported_to_a_part_that_went_reports_to_its_twin_and_back_after_the_undo() {
        Contact ana = contact("Ana Silva");
        Contact twin = contact("A. Silva");
        Opportunity deal = deal();
        Stakeholder own = b2b.deals().stakeholders().assign(deal, ana, BuyingRole.CHAMPION);
        Stakeholder other = b2b.deals().stakeholders().assign(deal, twin, BuyingRole.CHAMPION);
        Stakeholder below = b2b.deals()
                .stakeholders()
                .setReportsTo(b2b.deals().stakeholders().assign(deal, contact("Bo"), BuyingRole.USER), other);

        Merge merge = b2b.contacts().merge(ana, twin);
        assertThat(b2b.deals().stakeholders().get(below.id()).get(Stakeholder.REPORTS_TO))
                .isEqualTo(own.id());

        b2b.merges().undo(merge);
        assertThat(b2b.deals().stakeholders().get(below.id()).get(Stakeholder.REPORTS_TO))
                .isEqualTo(other.id());
        assertThat(b2b.deals().stakeholders().findByContact(twin.id()))
                .extracting(Stakeholder::id)
                .containsExactly(other.id());
    }

    @Test
    void who_reported_to_himself_under_another_name_reports_to_nobody() {
        Contact ana = contact("Ana Silva");
        Contact twin = contact("A. Silva");
        Opportunity deal = deal();
        Stakeholder above = b2b.deals().stakeholders().assign(deal, twin, BuyingRole.CHAMPION);
        Stakeholder below = b2b.deals()
                .stakeholders()
                .setReportsTo(b2b.deals().stakeholders().assign(deal, ana, BuyingRole.CHAMPION), above);

        Merge merge = b2b.contacts().merge(ana, twin);
        assertThat(b2b.deals().stakeholders().get(below.id()).get(Stakeholder.REPORTS_TO))
                .isNull();

        b2b.merges().undo(merge);
        assertThat(b2b.deals().stakeholders().get(below.id()).get(Stakeholder.REPORTS_TO))
                .isEqualTo(above.id());
    }

    @Test
    void the_survivor_can_be_reached_in_every_way_and_keeps_its_name() {
        Contact ana = b2b.contacts()
                .add(Contact.of(PersonName.of("Ana Silva")).withContactPoint(ContactPoint.email("ana@globex.example")));
        Contact twin = b2b.contacts()
                .add(Contact.of(PersonName.of("A.", "Silva"))
                        .with(Contact.JOB_TITLE, "CFO")
                        .withContactPoint(
                                ContactPoint.email("silva@globex.example").withPrimary(true))
                        .withContactPoint(ContactPoint.phone("+44 20 7946 0018")));

        Merge merge = b2b.contacts().merge(ana, twin);

        Contact merged = b2b.contacts().get(ana.id());
        assertThat(merged.name()).isEqualTo(PersonName.of("Ana Silva"));
        assertThat(merged.get(Contact.JOB_TITLE)).isEqualTo("CFO");
        assertThat(merged.contactPoints().points()).hasSize(3);
        assertThat(merged.get(Contact.EMAIL)).isEqualTo("silva@globex.example");

        b2b.merges().undo(merge);
        assertThat(b2b.contacts().get(ana.id()).contactPoints()).isEqualTo(ana.contactPoints());
        assertThat(b2b.contacts().get(twin.id()).contactPoints()).isEqualTo(twin.contactPoints());
    }

    @Test
    void a_name_is_taken_whole_if_it_is_asked_for() {
        Contact ana = contact("A. Silva");
        Contact twin = b2b.contacts().add(Contact.of(PersonName.of("Ana", "Silva")));

        b2b.contacts().merge(ana, twin, Contacts.survivorshipRule().preferDuplicate(Contact.NAME));

        assertThat(b2b.contacts().get(ana.id()).name()).isEqualTo(PersonName.of("Ana", "Silva"));
    }

    @Test
    void a_role_at_an_account_is_there_once() {
        Account globex = account("Globex");
        Contact ana = contact("Ana Silva");
        Contact twin = contact("A. Silva");
        b2b.contacts().assign(ana, globex, ContactRole.FINANCE);
        b2b.contacts().makePrimary(b2b.contacts().assign(twin, globex, ContactRole.FINANCE));

        b2b.contacts().merge(ana, twin);

        LocalDate today = LocalDate.of(2027, 1, 10);
        assertThat(b2b.contacts().findByAccount(globex.id(), today)).hasSize(1);
        assertThat(b2b.contacts().findPrimary(globex.id(), today).orElseThrow().id())
                .isEqualTo(ana.id());
    }
}
