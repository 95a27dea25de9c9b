package dev.clientele.b2b.partner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clientele.b2b.B2b;
import dev.clientele.b2b.Store;
import dev.clientele.b2b.account.Account;
import dev.clientele.b2b.deal.pipeline.Opportunity;
import dev.clientele.b2b.deal.pipeline.Pipeline;
import dev.clientele.b2b.partner.RegistrationConflict.RegistrationConflictKind;
import dev.clientele.core.access.Actor;
import dev.clientele.core.entity.Id;
import dev.clientele.core.error.ClienteleException;
import dev.clientele.core.error.DeniedException;
import dev.clientele.core.error.InvalidException;
import dev.clientele.core.error.StaleVersionException;
import dev.clientele.persistence.TenantId;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Store.class)
class DealRegistrationsTest extends RegistrationStoredTest {

    DealRegistrationsTest(Store store) {
        super(store);
    }

    @Test
    void a_registration_is_handed_in_by_a_partner_and_granted_by_somebody_else() {
        DealRegistration registration = submitted(solaria, "Globex Corp.");
        assertThat(registration.status(TODAY)).isEqualTo(RegistrationStatus.SUBMITTED);

        DealRegistration granted = manager.approve(registration, MARCH, "Well done.");

        assertThat(granted.status(TODAY)).isEqualTo(RegistrationStatus.APPROVED);
        assertThat(granted.get(DealRegistration.DECIDED_BY)).isEqualTo("user:mary");
        assertThat(manager.get(granted.id())).isEqualTo(granted);
    }

    @Test
    void nobody_decides_on_a_registration_of_their_own() {
        DealRegistration registration = submitted(solaria, "Globex");
        DealRegistrations own = b2b.partners().dealRegistrations();

        assertThatThrownBy(() -> own.approve(registration, MARCH, "")).isInstanceOf(DeniedException.class);
        assertThatThrownBy(() -> own.reject(registration, "")).isInstanceOf(DeniedException.class);
        DealRegistration granted = manager.approve(registration, MARCH, "");
        assertThatThrownBy(() -> own.extend(granted, MARCH.plusDays(1))).isInstanceOf(DeniedException.class);
        assertThatThrownBy(() -> own.save(granted.with(DealRegistration.DECIDED_BY, "user:alice")))
                .isInstanceOf(InvalidException.class)
                .hasMessageContaining("somebody else");
    }

    @Test
    void who_is_no_partner_registers_nothing() {
        Account stranger = account("Stranger");

        assertThatThrownBy(() -> submitted(stranger.id(), "Globex"))
                .isInstanceOf(InvalidException.class)
                .hasMessageContaining("a partner today");
    }

    @Test
    void a_registration_handed_in_twice_is_there_once() {
        DealRegistration portal = DealRegistration.of(solaria, "Globex").with(DealRegistration.EXTERNAL_ID, "R-7");

        assertThat(submitted(portal)).isEqualTo(submitted(portal));
        assertThat(manager.all().count()).isEqualTo(1);
    }

    @Test
    void another_registration_of_the_company_is_found_however_its_name_is_spelt() {
        DealRegistration first = submitted(solaria, "The Globex Corporation");

        RegistrationSubmission second =
                b2b.partners().dealRegistrations().submit(DealRegistration.of(lunaria, "GLOBEX, Inc."));

        assertThat(second.conflicts())
                .extracting(RegistrationConflict::registration)
                .containsExactly(Optional.of(first.id()));
        assertThat(conflicts(first)).containsExactly(RegistrationConflictKind.SUBMITTED);
        assertThat(conflicts(submitted(lunaria, "Initech"))).isEmpty();
    }

    @Test
    void another_registration_of_the_company_is_found_by_its_domain_or_by_its_account() {
        Account globex = b2b.accounts().add(Account.named("Globex").with(Account.DOMAIN, "globex.example"));
        submitted(solaria, "Globex");

        DealRegistration byDomain = submitted(
                DealRegistration.of(lunaria, "Global Exports").with(DealRegistration.DOMAIN, "Globex.Example"));

        assertThat(conflicts(byDomain)).containsExactly(RegistrationConflictKind.SUBMITTED);
        assertThat(conflicts(submitted(DealRegistration.of(lunaria, globex)))).hasSize(2);
    }

    @Test
    void an_open_deal_with_the_company_is_found_unless_the_partner_has_brought_it() {
        Account globex = account("Globex");
        DealRegistration registration = submitted(solaria, "Globex AG");
        assertThat(conflicts(registration)).isEmpty();

        Opportunity deal = b2b.deals().open(globex, Pipeline.standard(), "Turbines", eur("10"));

        assertThat(conflicts(registration)).containsExactly(RegistrationConflictKind.OPEN_DEAL);
        b2b.partners().setSource(deal, solaria);
        assertThat(conflicts(registration)).isEmpty();
    }

    @Test
    void the_first_one_granted_wins() {
        DealRegistration first = submitted(solaria, "Globex");
        DealRegistration second = submitted(lunaria, "Globex Ltd.");

        DealRegistration granted = manager.approve(second, MARCH, "");

        assertThatThrownBy(() -> manager.approve(first, MARCH, ""))
                .isInstanceOfSatisfying(
                        RegistrationConflictException.class,
                        refused -> assertThat(refused.conflicts())
                                .containsExactly(
                                        RegistrationConflict.with(RegistrationConflictKind.APPROVED, granted.id())))
                .hasMessageContaining("is granted");
        assertThat(manager.get(first.id()).status(TODAY)).isEqualTo(RegistrationStatus.SUBMITTED);
    }

    @Test
    void an_open_deal_stands_in_the_way_until_somebody_passes_over_it() {
        Opportunity deal = b2b.deals().open(account("Globex"), Pipeline.standard(), "Turbines", eur("10"));
        DealRegistration registration = submitted(solaria, "Globex");

        assertThatThrownBy(() -> manager.approve(registration, MARCH, ""))
                .isInstanceOf(RegistrationConflictException.class)
                .hasMessageContaining("a deal with the company is open");

        DealRegistration granted = manager.approve(registration, MARCH, "Theirs to win.", Set.of(deal.id()));
        assertThat(granted.status(TODAY)).isEqualTo(RegistrationStatus.APPROVED);
    }

    /** Whoever comes second finds the prospect taken: never do both succeed. */
    @Test
    void of_two_granted_at_the_same_moment_one_wins() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            for (int round = 0; round < 10; round++) {
                DealRegistration one = submitted(solaria, "Globex " + round);
                DealRegistration two = submitted(lunaria, "Globex " + round + " Inc.");

                List<Future<Boolean>> grants = List.of(
                        threads.submit(() -> succeeds(() -> manager.approve(one, MARCH, ""))),
                        threads.submit(() -> succeeds(() -> manager.approve(two, MARCH, ""))));

                assertThat(grants.get(0).get() ^ grants.get(1).get()).isTrue();
            }
            assertThat(manager.query(DealRegistration.havingStatus(RegistrationStatus.APPROVED, TODAY))
                            .count())
                    .isEqualTo(10);
        } finally {
            threads.shutdownNow();
        }
    }

    /** The one prolongs what the other takes: never do both succeed. */
    @Test
    void a_prospect_is_not_prolonged_for_one_and_granted_to_another_at_the_same_moment() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            for (int round = 0; round < 10; round++) {
                clock.set("2027-01-10");
                DealRegistration over = approved(solaria, "Globex " + round);
                clock.set("2027-04-01");
                DealRegistration waiting = submitted(lunaria, "Globex " + round);

                List<Future<Boolean>> decisions = List.of(
                        threads.submit(() -> succeeds(() -> manager.extend(over, MARCH.plusMonths(6)))),
                        threads.submit(() -> succeeds(() -> manager.approve(waiting, MARCH.plusMonths(6), ""))));

                assertThat(decisions.get(0).get() ^ decisions.get(1).get()).isTrue();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private static boolean succeeds(Runnable decision) {
        try {
            decision.run();
            return true;
        } catch (RegistrationConflictException refused) {
            return false;
        }
    }

    @Test
    void the_clock_ends_a_registration_and_the_prospect_is_free_again() {
        DealRegistration granted = approved(solaria, "Globex");
        DealRegistration waiting = submitted(lunaria, "Globex");
        assertThat(granted.status(MARCH)).isEqualTo(RegistrationStatus.APPROVED);
        assertThat(granted.status(MARCH.plusDays(1))).isEqualTo(RegistrationStatus.EXPIRED);

        clock.set("2027-04-01");

        assertThat(conflicts(waiting)).isEmpty();
        assertThat(manager.approve(waiting, LocalDate.of(2027, 6, 30), "").isActiveOn(LocalDate.of(2027, 4, 1)))
                .isTrue();
        assertThat(manager.get(granted.id())).isEqualTo(granted);
    }

    @Test
    void how_registrations_stand_can_be_asked_for_on_any_day() {
        DealRegistration granted = approved(solaria, "Globex");
        DealRegistration waiting = submitted(lunaria, "Initech");
        DealRegistration refused = manager.reject(submitted(lunaria, "Hooli"), "Ours.");

        assertThat(standing(RegistrationStatus.APPROVED, MARCH)).containsExactly(granted);
        assertThat(standing(RegistrationStatus.EXPIRED, MARCH)).isEmpty();
        assertThat(standing(RegistrationStatus.APPROVED, MARCH.plusDays(1))).isEmpty();
        assertThat(standing(RegistrationStatus.EXPIRED, MARCH.plusDays(1))).containsExactly(granted);
        assertThat(standing(RegistrationStatus.SUBMITTED, MARCH)).containsExactly(waiting);
        assertThat(standing(RegistrationStatus.REJECTED, MARCH)).containsExactly(refused);
    }

    private List<DealRegistration> standing(RegistrationStatus status, LocalDate day) {
        return manager.query(DealRegistration.havingStatus(status, day))
                .page(10)
                .items();
    }

    @Test
    void a_registration_is_prolonged_also_after_its_time_if_nobody_else_has_the_prospect() {
        DealRegistration granted = approved(solaria, "Globex");
        DealRegistration longer = manager.extend(granted, LocalDate.of(2027, 4, 30));
        clock.set("2027-05-01");

        assertThat(manager.extend(longer, LocalDate.of(2027, 6, 30)).status(LocalDate.of(2027, 5, 1)))
                .isEqualTo(RegistrationStatus.APPROVED);

        clock.set("2027-07-01");
        approved(lunaria, "Globex", LocalDate.of(2027, 9, 30));
        assertThatThrownBy(() -> manager.extend(manager.get(granted.id()), LocalDate.of(2027, 9, 30)))
                .isInstanceOf(RegistrationConflictException.class);
    }

    private void approved(Id<Account> partner, String company, LocalDate until) {
        manager.approve(submitted(partner, company), until, "");
    }

    @Test
    void a_day_before_today_grants_nothing() {
        DealRegistration registration = submitted(solaria, "Globex");

        assertThatThrownBy(() -> manager.approve(registration, TODAY.minusDays(1), ""))
                .isInstanceOf(InvalidException.class)
                .hasMessageContaining("must not be before today");
        assertThat(manager.approve(registration, TODAY, "").status(TODAY)).isEqualTo(RegistrationStatus.APPROVED);
    }

    @Test
    void a_registration_that_is_given_up_frees_the_prospect() {
        DealRegistration granted = approved(solaria, "Globex");

        DealRegistration gone = b2b.partners().dealRegistrations().withdraw(granted, "They buy nothing.");

        assertThat(gone.status(TODAY)).isEqualTo(RegistrationStatus.WITHDRAWN);
        assertThat(approved(lunaria, "Globex").status(TODAY)).isEqualTo(RegistrationStatus.APPROVED);
        assertThatThrownBy(() -> manager.extend(gone, MARCH))
                .isInstanceOf(InvalidException.class)
                .hasMessageContaining("WITHDRAWN already");
    }

    @Test
    void a_decision_on_what_somebody_else_has_changed_meanwhile_is_looked_at_again_first() {
        DealRegistration registration = submitted(solaria, "Globex");
        b2b.partners().dealRegistrations().save(registration.with(DealRegistration.AMOUNT, eur("5")));

        assertThatThrownBy(() -> manager.approve(registration, MARCH, "")).isInstanceOf(StaleVersionException.class);
        assertThat(submitted(lunaria, "Globex").isActiveOn(TODAY)).isTrue();
        assertThat(manager.query(DealRegistration.havingStatus(RegistrationStatus.APPROVED, TODAY))
                        .count())
                .isZero();
    }

    @Test
    void what_is_settled_stays_settled() {
        DealRegistration refused = manager.reject(submitted(solaria, "Globex"), "Ours.");

        assertThatThrownBy(() -> manager.approve(refused, MARCH, ""))
                .isInstanceOf(InvalidException.class)
                .hasMessageContaining("REJECTED already");
        assertThatThrownBy(() -> manager.save(refused.with(DealRegistration.COMPANY, "Initech")))
                .isInstanceOf(InvalidException.class)
                .hasMessageContaining("as it was handed in");
        assertThatThrownBy(() -> manager.save(refused.with(DealRegistration.STATUS, RegistrationStatus.SUBMITTED)))
                .isInstanceOf(InvalidException.class);
    }

    @Test
    void expiry_is_not_stored() {
        DealRegistration granted = approved(solaria, "Globex");

        assertThatThrownBy(() -> manager.save(granted.with(DealRegistration.STATUS, RegistrationStatus.EXPIRED)))
                .isInstanceOf(ClienteleException.class)
                .hasMessageContaining("the clock says so");
    }

    @Test
    void another_tenant_neither_sees_registrations_nor_runs_into_them() {
        approved(solaria, "Globex");

        B2b other = B2b.in(crm.session(TenantId.of("other"), Actor.user("eve")));
        Id<Account> theirs = other.partners()
                .enroll(other.accounts().add(Account.named("Solaria")), PartnerType.RESELLER)
                .account();
        RegistrationSubmission submission =
                other.partners().dealRegistrations().submit(DealRegistration.of(theirs, "Globex"));

        assertThat(submission.conflicts()).isEmpty();
        assertThat(other.partners().dealRegistrations().all().count()).isEqualTo(1);
        assertThat(B2b.in(crm.session(TenantId.of("other"), Actor.user("ed")))
                        .partners()
                        .dealRegistrations()
                        .approve(submission.registration(), MARCH, "")
                        .status(TODAY))
                .isEqualTo(RegistrationStatus.APPROVED);
    }
}
