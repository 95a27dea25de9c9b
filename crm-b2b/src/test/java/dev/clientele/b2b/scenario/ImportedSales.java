package dev.clientele.b2b.scenario;

import dev.clientele.b2b.B2b;
import dev.clientele.b2b.SettableClock;
import dev.clientele.b2b.Store;
import dev.clientele.b2b.deal.pipeline.Pipeline;
import dev.clientele.b2b.exchange.deals.SalesPipelineImport;
import dev.clientele.b2b.insight.projection.PipelineHistory;
import dev.clientele.core.Crm;
import dev.clientele.core.CrmSession;
import dev.clientele.core.access.Actor;
import dev.clientele.core.change.Change;
import dev.clientele.core.csv.ImportReport;
import dev.clientele.core.value.ExchangeRates;
import dev.clientele.persistence.Storage;
import dev.clientele.persistence.TenantId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/** The real sales pipeline in a CRM of its own, with somebody who listens to what happens. */
final class ImportedSales implements AutoCloseable {

    private final Path folder;
    private final Storage storage;
    private final Map<String, Long> told = new ConcurrentHashMap<>();
    private @Nullable PipelineHistory history;
    final CrmSession session;
    final B2b b2b;
    final ImportReport report;

    ImportedSales(Store store) {
        try {
            folder = Files.createTempDirectory("sales");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        storage = store.open(folder);
        session = Crm.on(storage)
                .types(B2b.types())
                .clock(new SettableClock(Instant.parse("2018-01-01T12:00:00Z")))
                .listener("automation", (tenant, change) -> told.merge(change.type() + change.action(), 1L, Long::sum))
                .build()
                .session(TenantId.of("acme"), Actor.process("import"));
        b2b = B2b.in(session);
        report = SalesPipelineImport.run(session);
    }

    /** The ways of all deals, read from storage once. */
    synchronized PipelineHistory history() {
        PipelineHistory read = history;
        if (read == null) {
            read = b2b.insight().projections().history(pipeline().id(), CurrencyUnit.USD, ExchangeRates.none());
            history = read;
        }
        return read;
    }

    Pipeline pipeline() {
        return b2b.deals().pipelines().findByCode("sales").orElseThrow();
    }

    /** Of how many changes of records of a type a listener was told. */
    long told(String type, Change.Action action) {
        return told.getOrDefault(type + action, 0L);
    }

    @Override
    public void close() throws IOException {
        storage.close();
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : deepestFirst) {
                Files.deleteIfExists(file);
            }
        }
    }
}
