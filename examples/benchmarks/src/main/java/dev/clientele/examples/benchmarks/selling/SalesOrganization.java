package dev.clientele.examples.benchmarks.selling;

import dev.clientele.b2b.B2b;
import dev.clientele.b2b.account.Account;
import dev.clientele.b2b.deal.pipeline.ForecastCategory;
import dev.clientele.b2b.deal.pipeline.Pipeline;
import dev.clientele.b2b.deal.pipeline.Stage;
import dev.clientele.b2b.team.SalesRep;
import dev.clientele.core.entity.Id;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Who sells to whom: accounts in three levels, sales representatives in four, two pipelines of six open stages.
 *
 * @param accounts ids of the accounts
 * @param reps ids of the sales representatives, those on top first
 * @param pipelines the pipelines
 */
record SalesOrganization(List<Id<Account>> accounts, List<Id<SalesRep>> reps, List<Pipeline> pipelines) {

    private static final int BATCH = 1000;
    private static final int REPS = 200;

    /** How many of the sales representatives lead others; the others sell. */
    static final int LEADERS = 39;

    /** Stores them. */
    static SalesOrganization store(B2b b2b, int accounts) {
        List<Id<SalesRep>> reps = new ArrayList<>();
        for (int i = 0; i < REPS; i++) {
            SalesRep rep = SalesRep.named("Representative " + i).withId(id(2, i));
            // One on top, eight below, thirty below those, and the rest.
            Id<SalesRep> manager = i == 0 ? null : reps.get(i < 9 ? 0 : i < LEADERS ? 1 + i % 8 : 9 + i % 30);
            reps.add(b2b.teams()
                    .salesReps()
                    .add(rep.with(SalesRep.MANAGER, manager))
                    .id());
        }
        int tops = Math.max(1, accounts / 25);
        int middle = Math.max(tops + 1, accounts / 4);
        List<Id<Account>> ids = new ArrayList<>();
        List<Account> batch = new ArrayList<>();
        for (int i = 0; i < accounts; i++) {
            Account account = Account.named("Account " + i).withId(id(1, i)).with(Account.INDUSTRY, "trade " + i % 20);
            if (i >= tops) {
                account = account.with(Account.PARENT, ids.get(i < middle ? i % tops : tops + i % (middle - tops)));
            }
            ids.add(account.id());
            batch.add(account);
            if (batch.size() == BATCH || i == accounts - 1) {
                b2b.accounts().addAll(batch);
                batch.clear();
            }
        }
        return new SalesOrganization(
                ids,
                reps,
                List.of(
                        b2b.deals().pipelines().add(pipeline("direct", 1)),
                        b2b.deals().pipelines().add(pipeline("indirect", 2))));
    }

    private static Pipeline pipeline(String code, int number) {
        return Pipeline.of(
                        code,
                        code,
                        Stage.open("qualify", "Qualify", "0.05", ForecastCategory.PIPELINE),
                        Stage.open("discover", "Discover", "0.15", ForecastCategory.PIPELINE),
                        Stage.open("demonstrate", "Demonstrate", "0.30", ForecastCategory.PIPELINE),
                        Stage.open("propose", "Propose", "0.50", ForecastCategory.BEST_CASE),
                        Stage.open("negotiate", "Negotiate", "0.75", ForecastCategory.COMMIT),
                        Stage.open("contract", "Contract", "0.90", ForecastCategory.COMMIT),
                        Stage.won("won", "Won"),
                        Stage.lost("lost", "Lost"))
                .withId(id(3, number));
    }

    /** Ids in the order in which they were given, as UUIDs of version 7 have. */
    static <T> Id<T> id(int kind, int number) {
        return Id.of(new UUID(
                (0x019400000000L + number) << 16 | 0x7000L, 0x8000_0000_0000_0000L | (long) kind << 48 | number));
    }
}
