package dev.clientele.b2b.partner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clientele.b2b.B2b;
import dev.clientele.b2b.Store;
import dev.clientele.b2b.StoredTest;
import dev.clientele.b2b.account.Account;
import dev.clientele.b2b.account.AccountKind;
import dev.clientele.b2b.deal.pipeline.Opportunity;
import dev.clientele.b2b.deal.pipeline.Pipeline;
import dev.clientele.b2b.insight.forecast.ForecastPeriod;
import dev.clientele.b2b.lead.ConvertedLead;
import dev.clientele.b2b.lead.Lead;
import dev.clientele.b2b.lead.LeadConversion;
import dev.clientele.core.access.Actor;
import dev.clientele.core.entity.Id;
import dev.clientele.core.error.DuplicateException;
import dev.clientele.core.error.InvalidException;
import dev.clientele.core.value.ExchangeRates;
import dev.clientele.core.value.MissingExchangeRateException;
import dev.clientele.persistence.TenantId;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Store.class)
class PartnersTest extends StoredTest {

    private static final ForecastPeriod YEAR = ForecastPeriod.ofYear(2027);
    private static final ExchangeRates RATES = ExchangeRates.builder()
            .quote(CurrencyUnit.USD, CurrencyUnit.EUR, LocalDate.of(2027, 1, 1), "0.90")
            .quote(CurrencyUnit.USD, CurrencyUnit.EUR, LocalDate.of(2027, 2, 1), "0.80")
            .build();

    PartnersTest(Store store) {
        super(store);
    }

    private Id<Account> partner(String name) {
        return b2b.partners().enroll(account(name), PartnerType.RESELLER).account();
    }

    private Opportunity deal(String name, Money amount) {
        return b2b.deals().open(account(name), Pipeline.standard(), name, amount);
    }

    private void win(Opportunity deal, String day) {
        b2b.deals().win(b2b.deals().get(deal.id()), LocalDate.parse(day));
    }

    private ChannelRevenue revenue() {
        return b2b.partners().revenue(YEAR, CurrencyUnit.EUR, RATES);
    }

    @Test
    void an_account_becomes_a_partner_once() {
        Account solaria = account("Solaria");

        Partner partner = b2b.partners().enroll(solaria, PartnerType.DISTRIBUTOR);

        assertThat(b2b.accounts().get(solaria.id()).get(Account.KIND)).isEqualTo(AccountKind.PARTNER);
        assertThat(b2b.partners().findByAccount(solaria.id())).contains(partner);
        assertThat(partner.partnerType()).isEqualTo(PartnerType.DISTRIBUTOR);
        assertThatThrownBy(() -> b2b.partners().enroll(solaria, PartnerType.RESELLER))
                .isInstanceOf(DuplicateException.class);
    }

    @Test
    void a_customer_who_sells_with_us_stays_a_customer() {
        Account both = b2b.accounts().add(Account.named("Both").with(Account.KIND, AccountKind.CUSTOMER));

        b2b.partners().enroll(both, PartnerType.parse("integrator"));

        assertThat(b2b.accounts().get(both.id()).get(Account.KIND)).isEqualTo(AccountKind.CUSTOMER);
    }

    @Test
    void a_deal_is_brought_by_one_partner_at_most() {
        Id<Account> solaria = partner("Solaria");
        Id<Account> lunaria = partner("Lunaria");
        Opportunity deal = b2b.partners().setSource(deal("Globex", eur("100")), solaria);

        assertThatThrownBy(() -> b2b.partners().setSource(deal, lunaria))
                .isInstanceOf(InvalidException.class)
                .hasMessageContaining("another partner");
        Opportunity own = b2b.partners().clearSource(deal);
        assertThat(b2b.partners().setSource(own, lunaria).get(Opportunity.SOURCED_BY))
                .isEqualTo(lunaria);
    }

    @Test
    void who_has_brought_a_deal_has_not_merely_influenced_it() {
        Id<Account> solaria = partner("Solaria");
        Opportunity deal = deal("Globex", eur("100"));
        b2b.partners().addInfluence(deal, solaria, "made a demo");

        Opportunity sourced = b2b.partners().setSource(deal, solaria);

        assertThat(b2b.partners().findInfluences(deal.id())).isEmpty();
        assertThatThrownBy(() -> b2b.partners().addInfluence(sourced, solaria, null))
                .isInstanceOf(InvalidException.class)
                .hasMessageContaining("counts for more");
    }

    @Test
    void an_influence_said_twice_is_there_once() {
        Id<Account> solaria = partner("Solaria");
        Opportunity deal = deal("Globex", eur("100"));
        b2b.partners().addInfluence(deal, solaria, null);

        b2b.partners().addInfluence(deal, solaria, "made a demo");

        assertThat(b2b.partners().findInfluences(deal.id()))
                .extracting(influence -> influence.get(PartnerInfluence.DESCRIPTION))
                .containsExactly("made a demo");
    }

    @Test
    void only_partners_of_today_are_credited() {
        Account stranger = account("Stranger");
        Partner former = b2b.partners().enroll(account("Former"), PartnerType.AFFILIATE);
        b2b.partners().save(former.with(Partner.UNTIL, LocalDate.of(2027, 1, 10)));
        Opportunity deal = deal("Globex", eur("100"));

        for (Id<Account> nobody : List.of(stranger.id(), former.account())) {
            assertThatThrownBy(() -> b2b.partners().setSource(deal, nobody))
                    .isInstanceOf(InvalidException.class)
                    .hasMessageContaining("a partner today");
            assertThatThrownBy(() -> b2b.partners().addInfluence(deal, nobody, null))
                    .isInstanceOf(InvalidException.class);
        }
    }

    @Test
    void won_revenue_counts_once_with_the_partner_who_brought_it_or_as_our_own() {
        Id<Account> solaria = partner("Solaria");
        Id<Account> lunaria = partner("Lunaria");
        win(b2b.partners().setSource(deal("Globex", eur("100")), solaria), "2027-01-15");
        win(b2b.partners().setSource(deal("Initech", eur("40")), lunaria), "2027-01-20");
        win(deal("Hooli", eur("7")), "2027-01-25");
        b2b.partners().setSource(deal("Still open", eur("1000")), solaria);
        win(b2b.partners().setSource(deal("Next year", eur("500")), solaria), "2028-01-01");

        ChannelRevenue revenue = revenue();

        assertThat(revenue.total()).isEqualTo(eur("147"));
        assertThat(revenue.sourced()).isEqualTo(eur("140"));
        assertThat(revenue.direct()).isEqualTo(eur("7"));
        assertThat(revenue.deals()).isEqualTo(3);
        assertThat(revenue.findPartner(solaria).orElseThrow().sourced()).isEqualTo(eur("100"));
    }

    @Test
    void an_influenced_deal_counts_in_full_for_each_partner_and_once_in_the_whole() {
        Id<Account> solaria = partner("Solaria");
        Id<Account> lunaria = partner("Lunaria");
        Opportunity deal = deal("Globex", eur("100"));
        b2b.partners().addInfluence(deal, solaria, null);
        b2b.partners().addInfluence(deal, lunaria, null);
        b2b.partners().addInfluence(deal("Lost cause", eur("9")), lunaria, null);
        win(deal, "2027-01-15");

        ChannelRevenue revenue = revenue();

        assertThat(revenue.partners()).extracting(PartnerRevenue::influenced).containsOnly(eur("100"));
        assertThat(revenue.partners()).hasSize(2);
        assertThat(revenue.influenced()).isEqualTo(eur("100"));
        assertThat(revenue.influencedDeals()).isEqualTo(1);
        assertThat(revenue.sourced()).isEqualTo(eur("0"));
        assertThat(revenue.total()).isEqualTo(revenue.direct()).isEqualTo(eur("100"));
    }

    @Test
    void each_deal_keeps_the_rate_of_the_day_on_which_it_was_closed() {
        Id<Account> solaria = partner("Solaria");
        Opportunity january = b2b.partners().setSource(deal("Globex", usd("100")), solaria);
        Opportunity february = deal("Initech", usd("100"));
        b2b.partners().addInfluence(february, solaria, null);
        win(january, "2027-01-31");
        win(february, "2027-02-01");

        PartnerRevenue line = revenue().findPartner(solaria).orElseThrow();

        assertThat(line.sourced()).isEqualTo(eur("90.00"));
        assertThat(line.influenced()).isEqualTo(eur("80.00"));
        assertThatThrownBy(() -> b2b.partners().revenue(YEAR, CurrencyUnit.EUR, ExchangeRates.none()))
                .isInstanceOf(MissingExchangeRateException.class);
    }

    @Test
    void partners_are_told_apart_in_forecasts_as_owners_are() {
        Id<Account> solaria = partner("Solaria");
        b2b.partners()
                .setSource(
                        b2b.deals()
                                .save(deal("Globex", eur("100"))
                                        .with(Opportunity.CLOSE_DATE, LocalDate.of(2027, 3, 1))),
                        solaria);

        assertThat(b2b.insight()
                        .forecast()
                        .closingIn(YEAR)
                        .by(Opportunity.SOURCED_BY)
                        .in(CurrencyUnit.EUR)
                        .forKey(solaria)
                        .open())
                .isEqualTo(eur("100"));
    }

    @Test
    void a_commission_is_the_share_of_the_partner_or_else_of_its_type() {
        CommissionPlan plan =
                CommissionPlan.none().withShare(PartnerType.RESELLER, "0.20").withShare(PartnerType.REFERRAL, "0.055");
        Partner reseller = b2b.partners().enroll(account("Solaria"), PartnerType.RESELLER);
        Partner referral = b2b.partners().enroll(account("Lunaria"), PartnerType.REFERRAL);
        Partner affiliate = b2b.partners().enroll(account("Clicks"), PartnerType.AFFILIATE);

        assertThat(plan.commission(reseller, eur("1000"))).isEqualTo(eur("200"));
        assertThat(plan.commission(referral, eur("0.10"))).isEqualTo(eur("0.01"));
        assertThat(plan.commission(affiliate, eur("1000"))).isEqualTo(eur("0"));
        assertThat(plan.commission(reseller.with(Partner.COMMISSION, new BigDecimal("0.25")), eur("1000")))
                .isEqualTo(eur("250"));
        assertThatThrownBy(() -> plan.withShare(PartnerType.RESELLER, "1.01"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("0 to 1");
    }

    @Test
    void a_lead_that_an_affiliate_sent_becomes_a_deal_that_it_has_brought() {
        Partner clicks = b2b.partners().enroll(account("Clicks"), PartnerType.AFFILIATE);
        b2b.partners().save(clicks.with(Partner.CODE, "CLICK-7"));
        Id<Account> sender = b2b.partners().findByCode("CLICK-7").orElseThrow().account();
        Lead lead = b2b.leads()
                .capture(Lead.of("Ana Silva", "Globex").with(Lead.SOURCED_BY, sender))
                .lead();

        ConvertedLead converted = b2b.leads()
                .convert(lead, LeadConversion.toNewAccount().withNewDeal(Pipeline.standard(), "Turbines", eur("10")));

        assertThat(converted.deal().orElseThrow().get(Opportunity.SOURCED_BY)).isEqualTo(clicks.account());
        assertThat(b2b.partners().findByCode("CLICK-8")).isEmpty();
    }

    @Test
    void another_tenant_sees_no_partners_and_no_revenue() {
        Id<Account> solaria = partner("Solaria");
        win(b2b.partners().setSource(deal("Globex", eur("100")), solaria), "2027-01-15");

        B2b other = B2b.in(crm.session(TenantId.of("other"), Actor.user("eve")));

        assertThat(other.partners().all().count()).isZero();
        assertThat(other.partners()
                        .revenue(YEAR, CurrencyUnit.EUR, ExchangeRates.none())
                        .total())
                .isEqualTo(eur("0"));
    }
}
