package dev.clientele.b2b.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clientele.b2b.B2b;
import dev.clientele.b2b.Store;
import dev.clientele.b2b.StoredTest;
import dev.clientele.b2b.account.Account;
import dev.clientele.b2b.deal.pipeline.Pipeline;
import dev.clientele.b2b.insight.forecast.ForecastPeriod;
import dev.clientele.b2b.partner.ChannelRevenue;
import dev.clientele.b2b.partner.DealRegistration;
import dev.clientele.b2b.partner.PartnerType;
import dev.clientele.b2b.partner.RegisteredDeal;
import dev.clientele.b2b.partner.RegistrationConflict;
import dev.clientele.b2b.partner.RegistrationConflictException;
import dev.clientele.b2b.partner.RegistrationStatus;
import dev.clientele.b2b.partner.RegistrationSubmission;
import dev.clientele.core.access.Actor;
import dev.clientele.core.entity.Id;
import dev.clientele.core.error.DeniedException;
import dev.clientele.core.value.ExchangeRates;
import dev.clientele.persistence.TenantId;
import java.time.LocalDate;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Two resellers are after Globex. Both register the deal; one is granted it until the end of March and lets the time pass; in
 * April the other is granted it, turns it into a deal and wins.
 */
@ParameterizedClass
@EnumSource(Store.class)
class DealRegistrationScenarioTest extends StoredTest {

    private static final LocalDate END_OF_MARCH = LocalDate.of(2027, 3, 31);
    private static final LocalDate END_OF_JUNE = LocalDate.of(2027, 6, 30);

    DealRegistrationScenarioTest(Store store) {
        super(store);
    }

    @Test
    void a_registration_protects_a_partner_until_its_last_day_and_not_longer() {
        Id<Account> solaria = reseller("Solaria");
        Id<Account> lunaria = reseller("Lunaria");
        B2b channelManager = as("mary");
        B2b solariasSeller = as("sol");
        B2b lunariasSeller = as("luna");

        // January: both hand Globex in, spelt in their own ways. The second is told of the first.
        clock.set("2027-01-11");
        DealRegistration solarias = solariasSeller
                .partners()
                .dealRegistrations()
                .submit(DealRegistration.of(solaria, "Globex Corp.")
                        .with(DealRegistration.DOMAIN, "globex.example")
                        .with(DealRegistration.PRODUCT, "TURBINE-40")
                        .with(DealRegistration.AMOUNT, eur("120000")))
                .registration();
        RegistrationSubmission lunarias = lunariasSeller
                .partners()
                .dealRegistrations()
                .submit(DealRegistration.of(lunaria, "The GLOBEX Corporation")
                        .with(DealRegistration.PRODUCT, "TURBINE-40")
                        .with(DealRegistration.AMOUNT, eur("110000")));
        assertThat(lunarias.conflicts())
                .extracting(RegistrationConflict::message)
                .containsExactly("another registration of the company is handed in too");

        // Nobody grants their own; the channel manager grants Solaria's, and Lunaria's can't be granted beside it.
        assertThatThrownBy(() -> solariasSeller.partners().dealRegistrations().approve(solarias, END_OF_MARCH, ""))
                .isInstanceOf(DeniedException.class);
        DealRegistration granted =
                channelManager.partners().dealRegistrations().approve(solarias, END_OF_MARCH, "They were there first.");
        assertThatThrownBy(() -> channelManager
                        .partners()
                        .dealRegistrations()
                        .approve(lunarias.registration(), END_OF_MARCH, "Better contacts."))
                .isInstanceOf(RegistrationConflictException.class)
                .hasMessage("the registration can't be granted: another registration of the company is granted");

        // 31 March is Solaria's last day. On 1 April the registration has expired, without anybody's doing.
        clock.set("2027-03-31");
        assertThat(granted.status(END_OF_MARCH)).isEqualTo(RegistrationStatus.APPROVED);
        assertThat(channelManager.partners().dealRegistrations().conflicts(lunarias.registration()))
                .extracting(RegistrationConflict::blocks)
                .containsExactly(true);
        clock.set("2027-04-01");
        assertThat(channelManager
                        .partners()
                        .dealRegistrations()
                        .query(DealRegistration.havingStatus(RegistrationStatus.EXPIRED, LocalDate.of(2027, 4, 1)))
                        .first())
                .contains(granted);

        // Now Lunaria's is granted; Solaria's can be neither prolonged nor converted.
        DealRegistration second =
                channelManager.partners().dealRegistrations().approve(lunarias.registration(), END_OF_JUNE, "");
        assertThatThrownBy(() -> channelManager.partners().dealRegistrations().extend(granted, END_OF_JUNE))
                .isInstanceOf(RegistrationConflictException.class);
        assertThatThrownBy(() ->
                        solariasSeller.partners().dealRegistrations().convert(granted, Pipeline.standard(), "Turbines"))
                .hasMessageContaining("EXPIRED already");

        // Lunaria turns it into a deal and wins in May. What was won is Lunaria's; Solaria helped with a visit.
        RegisteredDeal deal =
                lunariasSeller.partners().dealRegistrations().convert(second, Pipeline.standard(), "Turbines 2027");
        b2b.partners().addInfluence(deal.deal(), solaria, "showed a turbine that runs");
        b2b.deals().win(deal.deal(), LocalDate.of(2027, 5, 20));
        ChannelRevenue year =
                b2b.partners().revenue(ForecastPeriod.ofYear(2027), CurrencyUnit.EUR, ExchangeRates.none());
        assertThat(year.total()).isEqualTo(year.sourced()).isEqualTo(eur("110000"));
        assertThat(year.findPartner(lunaria).orElseThrow().sourced()).isEqualTo(eur("110000"));
        assertThat(year.findPartner(solaria).orElseThrow().sourced()).isEqualTo(eur("0"));
        assertThat(year.findPartner(solaria).orElseThrow().influenced()).isEqualTo(eur("110000"));
    }

    @Test
    void a_deal_that_our_own_people_are_working_on_is_a_conflict_that_the_channel_manager_decides() {
        Id<Account> solaria = reseller("Solaria");
        B2b channelManager = as("mary");
        Account globex = account("Globex");
        var ours = b2b.deals().open(globex, Pipeline.standard(), "Turbines", eur("90000"));

        RegistrationSubmission handedIn =
                as("sol").partners().dealRegistrations().submit(DealRegistration.of(solaria, "Globex AG"));

        assertThat(handedIn.conflicts()).extracting(RegistrationConflict::deal).containsExactly(Optional.of(ours.id()));
        assertThatThrownBy(() -> channelManager
                        .partners()
                        .dealRegistrations()
                        .approve(handedIn.registration(), END_OF_MARCH, ""))
                .isInstanceOf(RegistrationConflictException.class);
        DealRegistration refused =
                channelManager.partners().dealRegistrations().reject(handedIn.registration(), "Ours.");
        assertThat(refused.status(END_OF_MARCH)).isEqualTo(RegistrationStatus.REJECTED);
    }

    @Test
    void another_company_on_the_same_database_knows_nothing_of_it() {
        Id<Account> solaria = reseller("Solaria");
        as("sol").partners().dealRegistrations().submit(DealRegistration.of(solaria, "Globex"));

        B2b others = B2b.in(crm.session(TenantId.of("others"), Actor.user("eve")));

        assertThat(others.partners().dealRegistrations().all().count()).isZero();
        assertThat(others.partners().all().count()).isZero();
    }

    private Id<Account> reseller(String name) {
        return b2b.partners().enroll(account(name), PartnerType.RESELLER).account();
    }

    private B2b as(String user) {
        return B2b.in(crm.session(TenantId.of("acme"), Actor.user(user)));
    }
}
