package dev.clientele.b2b.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clientele.b2b.B2b;
import dev.clientele.b2b.account.Account;
import dev.clientele.b2b.coverage.assignment.AssignmentMethod;
import dev.clientele.b2b.coverage.assignment.AssignmentRule;
import dev.clientele.b2b.coverage.assignment.AssignmentTarget;
import dev.clientele.b2b.coverage.handover.Handover;
import dev.clientele.b2b.coverage.handover.HandoverKind;
import dev.clientele.b2b.coverage.territory.TerritoryRule;
import dev.clientele.b2b.deal.pipeline.CreditRule;
import dev.clientele.b2b.deal.pipeline.CreditSplit;
import dev.clientele.b2b.deal.pipeline.Opportunity;
import dev.clientele.b2b.deal.pipeline.Pipeline;
import dev.clientele.b2b.lead.Lead;
import dev.clientele.b2b.team.SalesRep;
import dev.clientele.b2b.team.Territory;
import dev.clientele.persistence.criteria.Criteria;
import dev.clientele.testing.ProcessRace;
import java.util.List;

/** Deals that are handed over, leads that are assigned in turn, accounts that are moved, representatives who go. */
final class CoverageDecisions implements ProcessDecisions {

    private static final Criteria LOCAL = Account.INDUSTRY.is("local");

    @Override
    public void prepare(B2b b2b) {
        SalesRep mary = b2b.teams().salesReps().add(SalesRep.named("Mary"));
        SalesRep[] team = {
            b2b.teams().salesReps().add(SalesRep.named("Tom")),
            b2b.teams().salesReps().add(SalesRep.named("Zoe"))
        };
        b2b.coverage()
                .assignments()
                .rules()
                .add(AssignmentRule.of("turns", AssignmentTarget.LEADS, 1, Lead.INDUSTRY.is("local"), team)
                        .withMethod(AssignmentMethod.ROUND_ROBIN));
        Territory here = b2b.teams().territories().add(Territory.of("HERE", "Here"));
        b2b.coverage().territoryRules().add(TerritoryRule.of(here, 1, LOCAL));
        for (int i = 0; i < RECORDS; i++) {
            b2b.teams().salesReps().add(SalesRep.named("Leaver " + i));
            Account account = b2b.accounts()
                    .add(Account.named("Local " + i)
                            .with(Account.INDUSTRY, "local")
                            .with(Account.OWNER, mary.id()));
            b2b.deals()
                    .open(
                            Opportunity.of(account, "Covered").with(Opportunity.EXTERNAL_ID, "covered-" + i),
                            Pipeline.standard().with(Pipeline.CODE, "coverage"));
        }
    }

    private static SalesRep rep(B2b b2b, String name) {
        return ProcessDecisions.first(b2b.teams().salesReps(), SalesRep.NAME.is(name));
    }

    @Override
    public void decide(B2b b2b, int process, int record) {
        Opportunity deal = b2b.deals().findByExternalId("covered-" + record).orElseThrow();
        b2b.coverage().territoryRules().run(LOCAL);
        Lead lead = b2b.leads().add(Lead.ofCompany("Applicant").with(Lead.INDUSTRY, "local"));
        b2b.coverage().assignments().assign(lead);
        SalesRep tom = rep(b2b, "Tom");
        ProcessDecisions.attempt(() -> b2b.coverage().handovers().transferDeal(deal, tom, CreditRule.PASSES_ON));
        b2b.coverage()
                .handovers()
                .run(Handover.between(rep(b2b, "Mary"), tom).withScope(HandoverKind.ACCOUNTS_WITH_DEALS, LOCAL));
        b2b.teams()
                .salesReps()
                .query(SalesRep.NAME.is("Leaver " + record))
                .first()
                .ifPresent(leaver -> ProcessDecisions.attempt(() -> {
                    if (process % 2 == 0) {
                        b2b.deals().split(b2b.deals().get(deal.id()), CreditSplit.full(leaver.id()));
                    } else {
                        b2b.teams().salesReps().remove(leaver);
                    }
                }));
    }

    @Override
    public void verify(B2b b2b) {
        SalesRep tom = rep(b2b, "Tom");
        assertThat(b2b.accounts()
                        .query(LOCAL.and(Account.TERRITORY.isPresent()))
                        .count())
                .as("every account lies in its territory")
                .isEqualTo(RECORDS);
        assertThat(b2b.accounts().query(LOCAL.and(Account.OWNER.is(tom.id()))).count())
                .as("every account is handed over")
                .isEqualTo(RECORDS);
        assertThat(List.of(tom, rep(b2b, "Zoe")))
                .as("turns go round evenly")
                .allSatisfy(rep -> assertThat(
                                b2b.leads().query(Lead.OWNER.is(rep.id())).count())
                        .isEqualTo((long) RECORDS * ProcessRace.PROCESSES / 2));
        for (int i = 0; i < RECORDS; i++) {
            Opportunity deal = b2b.deals().findByExternalId("covered-" + i).orElseThrow();
            assertThat(deal.get(Opportunity.OWNER)).as("every deal too").isEqualTo(tom.id());
            assertThat(deal.splits())
                    .as("nobody who is credited is gone")
                    .allSatisfy(split -> assertThat(b2b.teams().salesReps().find(split.rep()))
                            .isPresent());
        }
    }
}
