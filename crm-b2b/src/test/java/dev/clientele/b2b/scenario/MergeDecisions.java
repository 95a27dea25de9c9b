package dev.clientele.b2b.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clientele.b2b.B2b;
import dev.clientele.b2b.account.Account;
import dev.clientele.b2b.deal.pipeline.Opportunity;
import dev.clientele.b2b.deal.pipeline.Pipeline;
import dev.clientele.core.merge.Merge;

/** Accounts that are merged into each other while deals are opened with them. */
final class MergeDecisions implements ProcessDecisions {

    @Override
    public void prepare(B2b b2b) {
        b2b.deals().pipelines().add(Pipeline.standard().with(Pipeline.CODE, "merges"));
        for (int i = 0; i < RECORDS; i++) {
            b2b.accounts().add(Account.named("Original " + i));
            b2b.accounts().add(Account.named("Twin " + i));
        }
    }

    @Override
    public void decide(B2b b2b, int process, int record) {
        Pipeline pipeline = b2b.deals().pipelines().findByCode("merges").orElseThrow();
        b2b.accounts()
                .query(Account.NAME.is("Original " + record))
                .first()
                .ifPresent(original -> b2b.accounts()
                        .query(Account.NAME.is("Twin " + record))
                        .first()
                        .ifPresent(twin -> {
                            ProcessDecisions.attempt(() -> b2b.deals()
                                    .open(
                                            Opportunity.of(process % 2 == 0 ? original : twin, "Merged " + record),
                                            pipeline));
                            ProcessDecisions.attempt(() -> {
                                if (process % 2 == 0) {
                                    b2b.accounts().merge(original, twin);
                                } else {
                                    b2b.accounts().merge(twin, original);
                                }
                            });
                        }));
    }

    @Override
    public void verify(B2b b2b) {
        for (int i = 0; i < RECORDS; i++) {
            assertThat(b2b.accounts()
                            .query(Account.NAME.is("Original " + i).or(Account.NAME.is("Twin " + i)))
                            .count())
                    .as("of two that are merged into each other one stays")
                    .isEqualTo(1);
        }
        assertThat(b2b.merges().query(Merge.RECORD_TYPE.is(Account.TYPE.name())).count())
                .as("one merge a pair")
                .isEqualTo(RECORDS);
        assertThat(ProcessDecisions.list(b2b.deals()))
                .as("no deal is left with an account that went")
                .filteredOn(deal -> deal.name().startsWith("Merged"))
                .allSatisfy(deal -> assertThat(b2b.accounts().find(deal.require(Opportunity.ACCOUNT)))
                        .isPresent());
    }
}
