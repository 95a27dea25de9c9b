package dev.clientele.b2b.lead;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clientele.b2b.Store;
import dev.clientele.b2b.StoredTest;
import dev.clientele.b2b.account.Account;
import dev.clientele.b2b.account.AccountContact;
import dev.clientele.b2b.account.Contact;
import dev.clientele.b2b.account.ContactRole;
import dev.clientele.b2b.deal.pipeline.BuyingRole;
import dev.clientele.b2b.deal.pipeline.Opportunity;
import dev.clientele.b2b.deal.pipeline.Pipeline;
import dev.clientele.b2b.deal.stakeholder.Stakeholder;
import dev.clientele.core.customer.ContactPoint;
import dev.clientele.core.entity.Id;
import dev.clientele.core.error.InvalidException;
import dev.clientele.core.error.NotFoundException;
import dev.clientele.core.error.StaleVersionException;
import dev.clientele.core.interaction.Channel;
import dev.clientele.core.interaction.Direction;
import dev.clientele.core.interaction.Interaction;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Store.class)
class LeadsTest extends StoredTest {

    private static final LocalDate TODAY = LocalDate.of(2027, 1, 10);

    LeadsTest(Store store) {
        super(store);
    }

    private static Lead ana() {
        return Lead.of("Ana Silva", "Globex Corp.").withContactPoint(ContactPoint.email("Ana@Globex.Example"));
    }

    private Lead stored(Lead lead) {
        return b2b.leads().capture(lead).lead();
    }

    private void nothingIsLeft() {
        assertThat(b2b.accounts().all().count()).isZero();
        assertThat(b2b.contacts().all().count()).isZero();
        assertThat(b2b.contacts().relations().all().count()).isZero();
        assertThat(b2b.deals().all().count()).isZero();
    }

    @Test
    void a_lead_that_came_in_is_told_who_it_may_be_already() {
        Account globex = account("The Globex Corporation");
        account("Globe Trotters");
        Contact known = b2b.contacts()
                .add(Contact.named("A. Silva").withContactPoint(ContactPoint.email("ana@globex.example")));
        Lead earlier = stored(ana().with(Lead.SOURCE, "fair"));

        CapturedLead captured = b2b.leads().capture(ana().with(Lead.SOURCE, "web"));

        assertThat(captured.matches().leads()).containsExactly(earlier);
        assertThat(captured.matches().contacts()).containsExactly(known);
        assertThat(captured.matches().accounts()).containsExactly(globex);
    }

    @Test
    void an_account_is_recognised_by_its_domain_whatever_its_name() {
        Account initech = b2b.accounts().add(Account.named("Initech").with(Account.DOMAIN, "globex.example"));

        assertThat(b2b.leads()
                        .capture(ana().with(Lead.DOMAIN, "globex.example"))
                        .matches()
                        .accounts())
                .containsExactly(initech);
    }

    @Test
    void a_lead_nobody_knows_matches_nobody() {
        account("Initech");

        assertThat(b2b.leads().capture(ana()).matches().isEmpty()).isTrue();
    }

    @Test
    void a_lead_captured_twice_is_stored_once() {
        Lead once = stored(ana().with(Lead.EXTERNAL_ID, "form-7"));

        assertThat(stored(ana().with(Lead.EXTERNAL_ID, "form-7"))).isEqualTo(once);
        assertThat(b2b.leads().all().count()).isEqualTo(1);
    }

    @Test
    void a_lead_becomes_a_contact_at_a_new_account_with_a_deal() {
        Lead lead = stored(ana().with(Lead.SOURCE, "fair").with(Lead.JOB_TITLE, "CFO"));

        ConvertedLead converted = b2b.leads()
                .convert(lead, LeadConversion.toNewAccount().withNewDeal(Pipeline.standard(), "Turbines", eur("10")));

        assertThat(converted.account().name()).isEqualTo("Globex Corp.");
        assertThat(converted.contact().get(Contact.JOB_TITLE)).isEqualTo("CFO");
        assertThat(b2b.contacts().findByContact(converted.contact().id(), TODAY))
                .extracting(AccountContact::account)
                .containsExactly(converted.account().id());
        Opportunity deal = converted.deal().orElseThrow();
        assertThat(deal.get(Opportunity.ACCOUNT)).isEqualTo(converted.account().id());
        assertThat(deal.get(Opportunity.SOURCE)).isEqualTo("fair");
        assertThat(b2b.leads().get(lead.id()).status()).isEqualTo(LeadStatus.CONVERTED);
    }

    @Test
    void two_leads_of_one_company_meet_in_one_account_and_one_deal() {
        Lead ana = stored(ana());
        Lead bo = stored(Lead.of("Bo Berg", "Globex").withContactPoint(ContactPoint.email("bo@globex.example")));
        ConvertedLead first = b2b.leads()
                .convert(ana, LeadConversion.toNewAccount().withNewDeal(Pipeline.standard(), "Turbines", eur("10")));
        Opportunity deal = first.deal().orElseThrow();
        Account account = b2b.leads().findMatches(bo).accounts().get(0);

        ConvertedLead second = b2b.leads()
                .convert(
                        bo,
                        LeadConversion.toAccount(account.id())
                                .withRole(ContactRole.TECHNICAL)
                                .withExistingDeal(deal.id(), BuyingRole.TECHNICAL_EVALUATOR));

        assertThat(second.account()).isEqualTo(first.account());
        assertThat(b2b.deals().findByAccount(account.id()).count()).isEqualTo(1);
        assertThat(b2b.deals().stakeholders().findByDeal(deal.id()))
                .extracting(Stakeholder::contact)
                .containsExactly(second.contact().id());
        assertThat(b2b.contacts().findByAccount(account.id(), TODAY)).hasSize(2);
    }

    @Test
    void a_known_contact_gains_the_contact_points_of_the_lead() {
        Account globex = account("Globex");
        Contact known = b2b.contacts().add(Contact.named("Ana Silva"));
        Lead lead = stored(ana());

        ConvertedLead converted =
                b2b.leads().convert(lead, LeadConversion.toAccount(globex.id()).withContact(known.id()));

        assertThat(converted.contact().id()).isEqualTo(known.id());
        assertThat(b2b.contacts()
                        .query(Contact.havingContactPoint(ContactPoint.email("ana@globex.example")))
                        .count())
                .isEqualTo(1);
        assertThat(b2b.leads().findByContact(known.id())).extracting(Lead::id).containsExactly(lead.id());
    }

    @Test
    void a_lead_is_converted_once() {
        Lead lead = stored(ana());
        b2b.leads().convert(lead, LeadConversion.toNewAccount());

        assertThatThrownBy(() -> b2b.leads().convert(lead, LeadConversion.toNewAccount()))
                .isInstanceOf(InvalidException.class)
                .hasMessageContaining("CONVERTED already");
        assertThat(b2b.accounts().all().count()).isEqualTo(1);
        Lead converted = b2b.leads().get(lead.id());
        assertThatThrownBy(() -> b2b.leads().save(converted.with(Lead.STATUS, LeadStatus.NEW)))
                .isInstanceOf(InvalidException.class);
    }

    @Test
    void a_lead_changed_since_it_was_read_is_not_converted_unseen() {
        Lead lead = stored(ana());
        b2b.leads().disqualify(lead, "student");

        assertThatThrownBy(() -> b2b.leads().convert(lead, LeadConversion.toNewAccount()))
                .isInstanceOf(StaleVersionException.class);
        nothingIsLeft();
    }

    @Test
    void a_failure_midway_leaves_nothing_behind() {
        Lead lead = stored(ana());
        LeadConversion toNowhere =
                LeadConversion.toNewAccount().withExistingDeal(Id.of(new UUID(0, 1)), BuyingRole.USER);

        assertThatThrownBy(() -> b2b.leads().convert(lead, toNowhere)).isInstanceOf(NotFoundException.class);

        nothingIsLeft();
        assertThat(b2b.leads().get(lead.id()).status()).isEqualTo(LeadStatus.NEW);
        assertThat(session.timeline().forRecord(lead.id()).count()).isZero();
    }

    @Test
    void a_deal_of_another_account_is_refused() {
        Opportunity deal = b2b.deals().open(account("Initech"), Pipeline.standard(), "Printers", eur("1"));
        Lead lead = stored(ana());

        assertThatThrownBy(() -> b2b.leads()
                        .convert(lead, LeadConversion.toNewAccount().withExistingDeal(deal.id(), BuyingRole.USER)))
                .isInstanceOf(InvalidException.class)
                .hasMessageContaining("must be a deal with the account");
        assertThat(b2b.contacts().all().count()).isZero();
    }

    @Test
    void the_timeline_of_a_lead_goes_on_as_that_of_its_contact() {
        Lead lead = stored(ana());
        session.timeline().record(Interaction.of(Channel.CALL, Direction.INBOUND, NOW, lead.id()));

        ConvertedLead converted = b2b.leads().convert(lead, LeadConversion.toNewAccount());

        assertThat(session.timeline().forRecord(converted.contact().id()).count())
                .isEqualTo(2);
    }

    @Test
    void a_disqualified_lead_says_why_until_it_is_worked_on_again() {
        Lead lost = b2b.leads().disqualify(stored(ana()), "student");

        assertThat(lost.get(Lead.STATUS_REASON)).isEqualTo("student");
        assertThat(b2b.leads().startWorking(lost).get(Lead.STATUS_REASON)).isNull();
    }

    @Test
    void a_score_card_says_how_promising_a_lead_is_and_why() {
        LeadScoreCard card = b2b.leads()
                .scoreCards()
                .add(LeadScoreCard.of(
                        "standard",
                        LeadScoringRule.of("large company", Lead.EMPLOYEES.atLeast(1000L), 30),
                        LeadScoringRule.of("from a fair", Lead.SOURCE.is("fair"), 20),
                        LeadScoringRule.of("student", Lead.JOB_TITLE.is("student"), -50)));
        Lead lead = stored(ana().with(Lead.EMPLOYEES, 2822L).with(Lead.SOURCE, "fair"));

        Lead scored = b2b.leads().score(lead, card);

        assertThat(scored.get(Lead.SCORE)).isEqualTo(50L);
        assertThat(card.score(lead, NOW).matchedRules())
                .extracting(LeadScoringRule::label)
                .containsExactly("large company", "from a fair");
        assertThat(b2b.leads().query(Lead.SCORE.atLeast(40L)).count()).isEqualTo(1);
        assertThatThrownBy(() -> LeadScoringRule.of("too much", Lead.SOURCE.is("x"), 1001))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("-1000 to 1000");
    }

    @Test
    void personal_data_stays_out_of_text() {
        assertThat(stored(ana()).toString()).doesNotContain("Ana", "ana@");
        assertThatThrownBy(() -> b2b.leads().capture(Lead.TYPE.newEntity().with(Lead.STATUS, LeadStatus.NEW)))
                .isInstanceOf(InvalidException.class)
                .hasMessageContaining("a name or a company");
    }
}
