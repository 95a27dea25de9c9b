package dev.clientele.b2b.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clientele.b2b.Store;
import dev.clientele.b2b.StoredTest;
import dev.clientele.b2b.account.Account;
import dev.clientele.b2b.deal.pipeline.Opportunity;
import dev.clientele.b2b.deal.pipeline.Pipeline;
import dev.clientele.b2b.partner.DealRegistration;
import dev.clientele.b2b.partner.DealRegistrations;
import dev.clientele.b2b.partner.PartnerType;
import dev.clientele.b2b.partner.RegistrationStatus;
import dev.clientele.b2b.partner.RegistrationSubmission;
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

/** The invariants of partners and what they register when 32 do it at once. */
@ParameterizedClass
@EnumSource(Store.class)
class PartnerRaceTest extends StoredTest {

    private static final LocalDate TODAY = LocalDate.of(2027, 1, 10);

    private Account partner;
    private Pipeline pipeline;

    PartnerRaceTest(Store store) {
        super(store);
    }

    @BeforeEach
    void a_partner() {
        partner = account("Partner");
        b2b.partners().enroll(partner, PartnerType.RESELLER);
        pipeline = b2b.deals().pipelines().add(Pipeline.standard());
    }

    private DealRegistration submitted() {
        return b2b.partners()
                .dealRegistrations()
                .submit(DealRegistration.of(partner.id(), "Hooli"))
                .registration();
    }

    @Test
    void an_account_becomes_a_partner_once() {
        Account other = account("Other");

        long enrolled =
                Race.count(i -> actor(i).partners().enroll(other, PartnerType.REFERRAL), DuplicateException.class);

        assertThat(enrolled).isEqualTo(1);
    }

    @Test
    void a_registration_that_comes_in_many_times_is_stored_once() {
        List<RegistrationSubmission> submissions = Race.all(i -> actor(i).partners()
                .dealRegistrations()
                .submit(DealRegistration.of(partner.id(), "Hooli").with(DealRegistration.EXTERNAL_ID, "portal-1")));

        assertThat(submissions)
                .extracting(each -> each.registration().id())
                .containsOnly(submissions.get(0).registration().id());
        assertThat(b2b.partners().dealRegistrations().all().count()).isEqualTo(1);
    }

    @Test
    void a_registration_is_either_approved_or_rejected() {
        DealRegistration registration = submitted();

        long decided = Race.count(
                i -> {
                    DealRegistrations registrations = actor(i).partners().dealRegistrations();
                    return i % 2 == 0
                            ? registrations.approve(registration, TODAY.plusDays(30), "")
                            : registrations.reject(registration, "known");
                },
                InvalidException.class,
                StaleVersionException.class);

        assertThat(decided).isEqualTo(1);
    }

    @Test
    void a_registration_is_either_withdrawn_or_converted() {
        DealRegistration registration =
                actor(1).partners().dealRegistrations().approve(submitted(), TODAY.plusDays(30), "");

        long settled = Race.<Object>count(
                i -> {
                    DealRegistrations registrations = actor(i).partners().dealRegistrations();
                    return i % 2 == 0
                            ? registrations.withdraw(registration, "")
                            : registrations.convert(registration, pipeline, "Servers");
                },
                InvalidException.class,
                StaleVersionException.class);

        assertThat(settled).isEqualTo(1);
        RegistrationStatus status =
                b2b.partners().dealRegistrations().get(registration.id()).require(DealRegistration.STATUS);
        assertThat(b2b.deals().all().count()).isEqualTo(status == RegistrationStatus.CONVERTED ? 1 : 0);
    }

    @Test
    void a_deal_is_sourced_by_one_partner() {
        Opportunity deal = b2b.deals().open(account("Globex"), pipeline, "Turbines", eur("1"));
        List<Account> partners = new ArrayList<>();
        for (int i = 0; i < Race.THREADS; i++) {
            Account each = account("Partner " + i);
            b2b.partners().enroll(each, PartnerType.RESELLER);
            partners.add(each);
        }

        long sourced = Race.count(
                i -> actor(i).partners().setSource(deal, partners.get(i).id()), StaleVersionException.class);

        assertThat(sourced).isEqualTo(1);
    }

    @Test
    void whoever_sources_a_deal_does_not_influence_it_besides() {
        for (int turn = 0; turn < 5; turn++) {
            Opportunity deal = b2b.deals().open(account("Customer " + turn), pipeline, "Turbines", eur("1"));

            Race.<Object>count(
                    i -> i % 8 == 0
                            ? actor(i).partners().setSource(deal, partner.id())
                            : actor(i).partners().addInfluence(deal, partner.id(), "demo"),
                    InvalidException.class,
                    StaleVersionException.class);

            boolean sourced = b2b.deals().get(deal.id()).get(Opportunity.SOURCED_BY) != null;
            assertThat(b2b.partners().findInfluences(deal.id())).hasSize(sourced ? 0 : 1);
        }
    }
}
