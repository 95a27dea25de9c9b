package dev.clientele.examples.benchmarks.selling;

import dev.clientele.b2b.B2b;
import dev.clientele.b2b.deal.pipeline.Opportunity;
import dev.clientele.core.Crm;
import dev.clientele.core.CrmBuilder;
import dev.clientele.core.CrmSession;
import dev.clientele.core.access.Actor;
import dev.clientele.core.entity.EntityType;
import dev.clientele.core.entity.Repository;
import dev.clientele.persistence.Storage;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.stream.IntStream;

/**
 * Fills a database. Accounts, people and pipelines go in as ever; so do deals, but for being declared derived: without a million
 * entries of history that nobody here asks for.
 */
public final class DatabaseFiller {

    private static final int BATCH = 5000;

    private DatabaseFiller() {}

    /** A session on a storage, at the benchmark's time. */
    public static CrmSession session(Storage storage) {
        return session(Crm.on(storage).types(B2b.types()));
    }

    private static CrmSession session(CrmBuilder crm) {
        return crm.clock(Clock.fixed(MarketData.NOW, ZoneOffset.UTC))
                .build()
                .session(MarketData.TENANT, Actor.process("benchmark"));
    }

    /** Stores so many accounts and deals. */
    public static void fill(Storage storage, int accounts, int records) {
        SalesOrganization people = SalesOrganization.store(B2b.in(session(storage)), accounts);
        DealGenerator deals = new DealGenerator(people, records);
        EntityType<Opportunity> unrecorded = Opportunity.TYPE.extend().derived().build();
        Repository<Opportunity> stored = session(
                        Crm.on(storage).types(B2b.types()).type(unrecorded))
                .forImportOfHistory()
                .repository(unrecorded);
        for (int start = 0; start < records; start += BATCH) {
            stored.addAll(IntStream.range(start, Math.min(start + BATCH, records))
                    .mapToObj(deals::deal)
                    .toList());
        }
    }
}
