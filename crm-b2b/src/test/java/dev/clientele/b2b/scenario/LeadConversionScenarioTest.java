package dev.clientele.b2b.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clientele.b2b.B2b;
import dev.clientele.b2b.Store;
import dev.clientele.b2b.StoredTest;
import dev.clientele.b2b.account.Account;
import dev.clientele.b2b.account.Contact;
import dev.clientele.b2b.account.ContactRole;
import dev.clientele.b2b.deal.pipeline.BuyingRole;
import dev.clientele.b2b.deal.pipeline.Opportunity;
import dev.clientele.b2b.deal.pipeline.Pipeline;
import dev.clientele.b2b.deal.stakeholder.Stakeholder;
import dev.clientele.b2b.lead.CapturedLead;
import dev.clientele.b2b.lead.ConvertedLead;
import dev.clientele.b2b.lead.Lead;
import dev.clientele.b2b.lead.LeadConversion;
import dev.clientele.b2b.lead.LeadStatus;
import dev.clientele.core.Crm;
import dev.clientele.core.access.AccessPolicy;
import dev.clientele.core.access.Actor;
import dev.clientele.core.change.Change;
import dev.clientele.core.customer.ContactPoint;
import dev.clientele.core.error.DeniedException;
import dev.clientele.core.error.InvalidException;
import dev.clientele.persistence.Position;
import dev.clientele.persistence.criteria.Criteria;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Scenario 10, two leads of one company.
 *
 * <p>We are selling turbines to Globex already when Ana comes in by the web site and Bo at a fair, each spelling the company in
 * another way. Both are recognised; both become contacts at the one account with a part in the one deal. Nothing is made twice,
 * nothing is converted twice, and if any step on the way fails, wherever that may be, nothing at all has happened.
 */
@ParameterizedClass
@EnumSource(Store.class)
class LeadConversionScenarioTest extends StoredTest {

    private static final LocalDate TODAY = LocalDate.of(2027, 1, 10);

    private Account globex;
    private Opportunity turbines;

    LeadConversionScenarioTest(Store store) {
        super(store);
    }

    @BeforeEach
    void one_company_and_one_deal() {
        globex = account("Globex Corporation");
        turbines = b2b.deals().open(globex, Pipeline.standard(), "Turbines", eur("1200000"));
    }

    private CapturedLead ana() {
        return b2b.leads()
                .capture(Lead.of("Ana Silva", "Globex Corp.")
                        .with(Lead.SOURCE, "web")
                        .withContactPoint(ContactPoint.email("ana@globex.example")));
    }

    private CapturedLead bo() {
        return b2b.leads()
                .capture(Lead.of("Bo Berg", "The Globex Corporation")
                        .with(Lead.SOURCE, "fair")
                        .withContactPoint(ContactPoint.email("bo@globex.example")));
    }

    private LeadConversion toTurbines(BuyingRole role) {
        return LeadConversion.toAccount(globex.id())
                .withRole(ContactRole.TECHNICAL)
                .withExistingDeal(turbines.id(), role);
    }

    @Test
    void both_meet_in_the_one_account_and_the_one_deal() {
        CapturedLead ana = ana();
        CapturedLead bo = bo();
        assertThat(ana.matches().accounts()).containsExactly(globex);
        assertThat(bo.matches().accounts()).containsExactly(globex);

        ConvertedLead first = b2b.leads().convert(ana.lead(), toTurbines(BuyingRole.CHAMPION));
        ConvertedLead second = b2b.leads().convert(bo.lead(), toTurbines(BuyingRole.TECHNICAL_EVALUATOR));

        assertThat(b2b.accounts().all().count()).isEqualTo(1);
        assertThat(b2b.deals().all().count()).isEqualTo(1);
        assertThat(b2b.contacts().findByAccount(globex.id(), TODAY))
                .extracting(relation -> relation.contact())
                .containsExactlyInAnyOrder(
                        first.contact().id(), second.contact().id());
        assertThat(b2b.deals().stakeholders().findByDeal(turbines.id()))
                .extracting(Stakeholder::role)
                .containsExactlyInAnyOrder(BuyingRole.CHAMPION, BuyingRole.TECHNICAL_EVALUATOR);
        assertThat(first.lead().status()).isEqualTo(LeadStatus.CONVERTED);
        assertThat(session.timeline().forRecord(turbines.id()).count()).isEqualTo(2);
    }

    @Test
    void a_lead_is_converted_once() {
        Lead lead = ana().lead();
        b2b.leads().convert(lead, toTurbines(BuyingRole.CHAMPION));

        Lead converted = b2b.leads().get(lead.id());
        assertThatThrownBy(() -> b2b.leads().convert(converted, toTurbines(BuyingRole.CHAMPION)))
                .isInstanceOf(InvalidException.class);
        assertThat(b2b.contacts().all().count()).isEqualTo(1);
        assertThat(b2b.deals().stakeholders().findByDeal(turbines.id())).hasSize(1);
    }

    @Test
    void a_failure_at_any_step_leaves_nothing() {
        Lead lead = ana().lead();
        List<Change> before = session.changes().after(Position.START, 1000);

        LeadConversion joining = toTurbines(BuyingRole.CHAMPION);
        for (String type : List.of("contact", "account_contact", "stakeholder", "lead", "interaction")) {
            refusedWithout(type, lead, joining);
        }
        LeadConversion opening = LeadConversion.toNewAccount().withNewDeal(Pipeline.standard(), "Pumps", eur("1"));
        for (String type : List.of("account", "contact", "account_contact", "opportunity", "lead", "interaction")) {
            refusedWithout(type, lead, opening);
        }

        assertThat(session.changes().after(Position.START, 1000)).isEqualTo(before);
        assertThat(b2b.accounts().all().count()).isEqualTo(1);
        assertThat(b2b.deals().all().count()).isEqualTo(1);
        assertThat(b2b.contacts().all().count()).isZero();
        assertThat(b2b.contacts().relations().all().count()).isZero();
        assertThat(b2b.deals().stakeholders().all().count()).isZero();
        assertThat(session.timeline().all().count()).isZero();
        assertThat(b2b.leads().get(lead.id())).isEqualTo(lead);

        Contact contact =
                b2b.leads().convert(lead, toTurbines(BuyingRole.CHAMPION)).contact();
        assertThat(b2b.contacts().all().first()).contains(contact);
    }

    /** A conversion fails at the step that writes this type, in the hands of somebody who may not. */
    private void refusedWithout(String type, Lead lead, LeadConversion conversion) {
        Crm guarded = Crm.on(storage)
                .types(B2b.types())
                .clock(clock)
                .policy(new Without(type))
                .build();
        B2b theirs = B2b.in(guarded.session(session.tenant(), Actor.user("mallory")));

        assertThatThrownBy(() -> theirs.leads().convert(lead, conversion))
                .as(type)
                .isInstanceOf(DeniedException.class);
    }

    /** Everybody may see everything and write everything but one type. */
    private record Without(String denied) implements AccessPolicy {

        @Override
        public Criteria readable(Actor actor, String type) {
            return Criteria.always();
        }

        @Override
        public Criteria writable(Actor actor, String type) {
            return type.equals(denied) ? Criteria.never() : Criteria.always();
        }
    }
}
