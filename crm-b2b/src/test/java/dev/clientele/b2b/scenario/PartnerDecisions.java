package dev.clientele.b2b.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clientele.b2b.B2b;
import dev.clientele.b2b.account.Account;
import dev.clientele.b2b.deal.pipeline.Opportunity;
import dev.clientele.b2b.deal.pipeline.Pipeline;
import dev.clientele.b2b.partner.DealRegistration;
import dev.clientele.b2b.partner.DealRegistrations;
import dev.clientele.b2b.partner.PartnerType;
import dev.clientele.b2b.partner.RegistrationStatus;

/** Partners that register the same prospects, and source and influence the same deals. */
final class PartnerDecisions implements ProcessDecisions {

    @Override
    public void prepare(B2b b2b) {
        Account partner = b2b.accounts().add(Account.named("Reseller"));
        b2b.partners().enroll(partner, PartnerType.RESELLER);
        for (int i = 0; i < RECORDS; i++) {
            b2b.accounts().add(Account.named("Newcomer " + i));
            b2b.deals()
                    .open(
                            Opportunity.named("Sourced").with(Opportunity.EXTERNAL_ID, "sourced-" + i),
                            Pipeline.standard().with(Pipeline.CODE, "channel"));
        }
    }

    @Override
    public void decide(B2b b2b, int process, int record) {
        Account newcomer = ProcessDecisions.first(b2b.accounts(), Account.NAME.is("Newcomer " + record));
        ProcessDecisions.attempt(() -> b2b.partners().enroll(newcomer, PartnerType.REFERRAL));
        Account partner = ProcessDecisions.first(b2b.accounts(), Account.NAME.is("Reseller"));
        Opportunity deal = b2b.deals().findByExternalId("sourced-" + record).orElseThrow();
        ProcessDecisions.attempt(() -> {
            if (process % 2 == 0) {
                b2b.partners().setSource(deal, partner.id());
            } else {
                b2b.partners().addInfluence(deal, partner.id(), "demo");
            }
        });
        DealRegistrations registrations = b2b.partners().dealRegistrations();
        DealRegistration own = registrations
                .submit(DealRegistration.of(partner.id(), "Prospect " + record)
                        .with(DealRegistration.DOMAIN, "prospect-" + record + ".example")
                        .with(DealRegistration.EXTERNAL_ID, "portal-" + process % 2 + "-" + record))
                .registration();
        ProcessDecisions.attempt(() -> registrations.approve(own, TODAY.plusDays(30), ""));
        ProcessDecisions.attempt(() -> registrations.convert(
                registrations.get(own.id()),
                b2b.deals().pipelines().findByCode("channel").orElseThrow(),
                "Registered " + record));
    }

    @Override
    public void verify(B2b b2b) {
        for (int i = 0; i < RECORDS; i++) {
            Account newcomer = ProcessDecisions.first(b2b.accounts(), Account.NAME.is("Newcomer " + i));
            assertThat(b2b.partners().findByAccount(newcomer.id()))
                    .as("a partner once")
                    .isPresent();
            Opportunity deal = b2b.deals().findByExternalId("sourced-" + i).orElseThrow();
            boolean sourced = deal.get(Opportunity.SOURCED_BY) != null;
            assertThat(b2b.partners().findInfluences(deal.id()))
                    .as("whoever sources a deal doesn't influence it besides")
                    .hasSize(sourced ? 0 : 1);
            assertThat(count(b2b, i, RegistrationStatus.APPROVED))
                    .as("a prospect is protected once at a time")
                    .isLessThanOrEqualTo(1);
            assertThat(b2b.deals().query(Opportunity.NAME.is("Registered " + i)).count())
                    .as("each registration that is converted becomes one deal")
                    .isEqualTo(count(b2b, i, RegistrationStatus.CONVERTED));
        }
    }

    private static long count(B2b b2b, int record, RegistrationStatus status) {
        return b2b.partners()
                .dealRegistrations()
                .query(DealRegistration.COMPANY.is("Prospect " + record).and(DealRegistration.STATUS.is(status)))
                .count();
    }
}
