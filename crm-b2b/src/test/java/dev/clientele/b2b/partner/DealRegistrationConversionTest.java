package dev.clientele.b2b.partner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clientele.b2b.Store;
import dev.clientele.b2b.account.Account;
import dev.clientele.b2b.deal.pipeline.Opportunity;
import dev.clientele.b2b.deal.pipeline.Pipeline;
import dev.clientele.b2b.partner.RegistrationConflict.RegistrationConflictKind;
import dev.clientele.core.error.InvalidException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Granted registrations become deals. */
@ParameterizedClass
@EnumSource(Store.class)
class DealRegistrationConversionTest extends RegistrationStoredTest {

    DealRegistrationConversionTest(Store store) {
        super(store);
    }

    @Test
    void a_granted_registration_becomes_a_deal_that_the_partner_has_brought() {
        DealRegistration granted = manager.approve(
                submitted(DealRegistration.of(solaria, "Globex Corp.")
                        .with(DealRegistration.DOMAIN, "Globex.example")
                        .with(DealRegistration.AMOUNT, eur("120000"))),
                MARCH,
                "");

        RegisteredDeal converted = b2b.partners().dealRegistrations().convert(granted, Pipeline.standard(), "Turbines");

        Opportunity deal = b2b.deals().get(converted.deal().id());
        Account account = b2b.accounts().get(deal.require(Opportunity.ACCOUNT));
        assertThat(deal.get(Opportunity.SOURCED_BY)).isEqualTo(solaria);
        assertThat(deal.get(Opportunity.AMOUNT)).isEqualTo(eur("120000"));
        assertThat(account.name()).isEqualTo("Globex Corp.");
        assertThat(account.get(Account.DOMAIN)).isEqualTo("globex.example");
        assertThat(converted.registration().status(TODAY)).isEqualTo(RegistrationStatus.CONVERTED);
        assertThat(converted.registration().get(DealRegistration.OPPORTUNITY)).isEqualTo(deal.id());
        assertThat(session.timeline().forRecord(solaria).count()).isEqualTo(1);
    }

    @Test
    void a_granted_registration_joins_a_deal_that_is_open_already() {
        Account globex = account("Globex");
        Opportunity deal = b2b.deals().open(globex, Pipeline.standard(), "Turbines", eur("10"));
        b2b.partners().addInfluence(deal, solaria, "made a demo");
        DealRegistration granted =
                manager.approve(submitted(DealRegistration.of(solaria, globex)), MARCH, "", Set.of(deal.id()));

        RegisteredDeal converted = b2b.partners().dealRegistrations().convert(granted, deal.id());

        assertThat(converted.deal().get(Opportunity.SOURCED_BY)).isEqualTo(solaria);
        assertThat(b2b.partners().findInfluences(deal.id())).isEmpty();
        assertThat(b2b.deals().all().count()).isEqualTo(1);
    }

    @Test
    void a_registration_is_converted_once() {
        DealRegistration granted = approved(solaria, "Globex");
        DealRegistration converted = b2b.partners()
                .dealRegistrations()
                .convert(granted, Pipeline.standard(), "Turbines")
                .registration();

        for (DealRegistration again : List.of(granted, converted)) {
            assertThatThrownBy(() -> b2b.partners().dealRegistrations().convert(again, Pipeline.standard(), "Turbines"))
                    .isInstanceOf(InvalidException.class)
                    .hasMessageContaining("CONVERTED already");
        }
        assertThat(b2b.deals().all().count()).isEqualTo(1);
    }

    @Test
    void what_is_not_granted_or_over_is_not_converted() {
        DealRegistration waiting = submitted(solaria, "Globex");
        assertThatThrownBy(() -> b2b.partners().dealRegistrations().convert(waiting, Pipeline.standard(), "Turbines"))
                .isInstanceOf(InvalidException.class)
                .hasMessageContaining("SUBMITTED");
        DealRegistration granted = manager.approve(waiting, MARCH, "");

        clock.set("2027-04-01");

        assertThatThrownBy(() -> b2b.partners().dealRegistrations().convert(granted, Pipeline.standard(), "Turbines"))
                .isInstanceOf(InvalidException.class)
                .hasMessageContaining("EXPIRED");
        assertThat(b2b.accounts().query(Account.NAME.is("Globex")).count()).isZero();
    }

    @Test
    void a_failure_midway_leaves_nothing_behind() {
        Opportunity taken = b2b.partners()
                .setSource(b2b.deals().open(account("Globex"), Pipeline.standard(), "Turbines", eur("10")), lunaria);
        DealRegistration granted = manager.approve(submitted(solaria, "Globex"), MARCH, "", Set.of(taken.id()));

        assertThatThrownBy(() -> b2b.partners().dealRegistrations().convert(granted, taken.id()))
                .isInstanceOf(InvalidException.class)
                .hasMessageContaining("another partner");

        assertThat(manager.get(granted.id())).isEqualTo(granted);
        assertThat(b2b.deals().get(taken.id())).isEqualTo(taken);
        assertThatThrownBy(() -> manager.approve(submitted(lunaria, "Globex"), MARCH, ""))
                .isInstanceOf(RegistrationConflictException.class);
    }

    @Test
    void a_converted_prospect_is_protected_by_its_deal() {
        b2b.partners().dealRegistrations().convert(approved(solaria, "Globex"), Pipeline.standard(), "Turbines");

        assertThat(conflicts(submitted(lunaria, "Globex"))).containsExactly(RegistrationConflictKind.OPEN_DEAL);
        assertThat(conflicts(submitted(solaria, "Globex"))).doesNotContain(RegistrationConflictKind.OPEN_DEAL);
    }
}
