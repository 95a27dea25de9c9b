package dev.clientele.examples.benchmarks.selling;

import dev.clientele.b2b.B2b;
import dev.clientele.b2b.deal.pipeline.Opportunity;
import dev.clientele.core.Crm;
import dev.clientele.core.CrmSession;
import dev.clientele.core.access.Actor;
import dev.clientele.persistence.Storage;
import dev.clientele.persistence.StorageSession;
import dev.clientele.persistence.Write;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/**
 * Fills a database. Accounts, people and pipelines go in through the public API; deals, whose rules are checked as ever, are
 * written as the documents that the library would store, without a million entries of history that nobody here asks for.
 */
public final class DatabaseFiller {

    private static final int BATCH = 5000;

    private DatabaseFiller() {}

    /** A session on a storage, at the benchmark's time. */
    public static CrmSession session(Storage storage) {
        return Crm.on(storage)
                .types(B2b.types())
                .clock(Clock.fixed(MarketData.NOW, ZoneOffset.UTC))
                .build()
                .session(MarketData.TENANT, Actor.process("benchmark"));
    }

    /** Stores so many accounts and deals. */
    public static void fill(Storage storage, int accounts, int records) {
        SalesOrganization people = SalesOrganization.store(B2b.in(session(storage)), accounts);
        DealGenerator deals = new DealGenerator(people, records);
        List<Write> batch = new ArrayList<>(BATCH);
        for (int i = 0; i < records; i++) {
            batch.add(new Write.Insert(Opportunity.TYPE.toDocument(deals.deal(i))));
            if (batch.size() == BATCH || i == records - 1) {
                try (StorageSession session = storage.write(MarketData.TENANT)) {
                    session.write(batch);
                    session.commit();
                }
                batch.clear();
            }
        }
    }
}
