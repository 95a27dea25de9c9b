package dev.clientele.b2b.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clientele.b2b.Store;
import dev.clientele.b2b.StoredTest;
import dev.clientele.b2b.account.Account;
import dev.clientele.b2b.account.AccountContact;
import dev.clientele.b2b.account.Contact;
import dev.clientele.b2b.account.ContactRole;
import dev.clientele.b2b.coverage.team.TeamRole;
import dev.clientele.b2b.deal.pipeline.Pipeline;
import dev.clientele.b2b.lead.Lead;
import dev.clientele.b2b.lead.LeadConversion;
import dev.clientele.b2b.partner.DealRegistration;
import dev.clientele.b2b.partner.PartnerType;
import dev.clientele.b2b.partner.RegistrationConflictException;
import dev.clientele.b2b.partner.RegistrationStatus;
import dev.clientele.b2b.revenue.contract.Contract;
import dev.clientele.b2b.team.SalesRep;
import dev.clientele.core.error.DuplicateException;
import dev.clientele.core.error.InvalidException;
import dev.clientele.core.error.StaleVersionException;
import dev.clientele.testing.Race;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** The invariants of contracts, leads, relations and registrations when 32 do it at once. */
@ParameterizedClass
@EnumSource(Store.class)
class RelationRaceTest extends StoredTest {

    private static final LocalDate TODAY = LocalDate.of(2027, 1, 10);

    private Account globex;

    RelationRaceTest(Store store) {
        super(store);
    }

    @BeforeEach
    void an_account() {
        globex = account("Globex");
    }

    @Test
    void no_contract_is_both_ended_and_renewed_and_none_is_renewed_twice() {
        for (int turn = 0; turn < 10; turn++) {
            Contract contract = b2b.revenue()
                    .contracts()
                    .add(Contract.of(globex.id(), "Support " + turn, eur("100"), TODAY.minusMonths(3), 12));

            long settled = Race.count(
                    i -> i % 2 == 0
                            ? actor(i).revenue().contracts().renew(contract)
                            : actor(i).revenue().contracts().end(contract, TODAY, "moved"),
                    InvalidException.class,
                    DuplicateException.class,
                    StaleVersionException.class);

            assertThat(settled).isEqualTo(1);
            boolean ended = b2b.revenue().contracts().get(contract.id()).isTerminated();
            long renewals = b2b.revenue()
                    .contracts()
                    .query(Contract.PREVIOUS.is(contract.id()))
                    .count();
            assertThat(renewals).isEqualTo(ended ? 0 : 1);
        }
    }

    @Test
    void a_lead_that_comes_in_many_times_at_once_is_stored_once() {
        Race.all(i -> actor(i).leads().capture(Lead.ofCompany("Initech").with(Lead.EXTERNAL_ID, "web-1")));

        assertThat(b2b.leads().all().count()).isEqualTo(1);
    }

    @Test
    void a_lead_is_converted_once_and_leaves_one_account_and_one_contact() {
        Lead lead = b2b.leads().capture(Lead.of("Ana Silva", "Initech")).lead();

        long converted = Race.count(
                i -> actor(i).leads().convert(lead, LeadConversion.toNewAccount()),
                InvalidException.class,
                StaleVersionException.class);

        assertThat(converted).isEqualTo(1);
        assertThat(b2b.accounts().query(Account.NAME.is("Initech")).count()).isEqualTo(1);
        assertThat(b2b.contacts().all().count()).isEqualTo(1);
    }

    @Test
    void who_joins_a_team_many_times_at_once_is_in_it_once() {
        SalesRep dora = rep("Dora");

        Race.all(i -> actor(i).coverage().teamMembers().assign(globex, dora, TeamRole.SPECIALIST));

        assertThat(b2b.coverage().teamMembers().findMembers(globex)).hasSize(1);
    }

    @Test
    void a_contact_role_is_given_once() {
        Contact ana = b2b.contacts().add(Contact.named("Ana Silva"));

        Race.all(i -> actor(i).contacts().assign(ana, globex, ContactRole.EMPLOYEE));

        assertThat(b2b.contacts().findByAccount(globex.id(), TODAY)).hasSize(1);
    }

    @Test
    void an_account_has_one_primary_contact_and_nobody_who_makes_one_is_refused() {
        List<AccountContact> relations = new ArrayList<>();
        for (int i = 0; i < Race.THREADS; i++) {
            Contact contact = b2b.contacts().add(Contact.named("Contact " + i));
            relations.add(b2b.contacts().assign(contact, globex, ContactRole.EMPLOYEE));
        }

        Race.all(i -> actor(i).contacts().makePrimary(relations.get(i)));

        assertThat(b2b.contacts().findByAccount(globex.id(), TODAY))
                .filteredOn(AccountContact::isPrimary)
                .hasSize(1);
    }

    @Test
    void a_prospect_is_protected_for_one_partner_whoever_approves_at_once() {
        List<DealRegistration> registrations = new ArrayList<>();
        for (int i = 0; i < Race.THREADS; i++) {
            Account partner = account("Partner " + i);
            b2b.partners().enroll(partner, PartnerType.RESELLER);
            registrations.add(b2b.partners()
                    .dealRegistrations()
                    .submit(DealRegistration.of(partner.id(), "Hooli").with(DealRegistration.DOMAIN, "hooli.example"))
                    .registration());
        }

        long approved = Race.count(
                i -> actor(i).partners().dealRegistrations().approve(registrations.get(i), TODAY.plusDays(30), ""),
                RegistrationConflictException.class);

        assertThat(approved).isEqualTo(1);
        assertThat(b2b.partners()
                        .dealRegistrations()
                        .query(DealRegistration.STATUS.is(RegistrationStatus.APPROVED))
                        .count())
                .isEqualTo(1);
    }

    @Test
    void a_registration_is_converted_to_one_deal() {
        Account partner = account("Partner");
        b2b.partners().enroll(partner, PartnerType.RESELLER);
        DealRegistration submitted = b2b.partners()
                .dealRegistrations()
                .submit(DealRegistration.of(partner.id(), "Hooli"))
                .registration();
        DealRegistration registration =
                actor(0).partners().dealRegistrations().approve(submitted, TODAY.plusDays(30), "");
        Pipeline pipeline = b2b.deals().pipelines().add(Pipeline.standard());

        long converted = Race.count(
                i -> actor(i).partners().dealRegistrations().convert(registration, pipeline, "Servers"),
                InvalidException.class,
                StaleVersionException.class);

        assertThat(converted).isEqualTo(1);
        assertThat(b2b.deals().all().count()).isEqualTo(1);
    }
}
