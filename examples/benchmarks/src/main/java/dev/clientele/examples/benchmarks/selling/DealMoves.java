package dev.clientele.examples.benchmarks.selling;

import dev.clientele.b2b.B2b;
import dev.clientele.b2b.deal.pipeline.Opportunity;
import dev.clientele.b2b.deal.pipeline.Pipeline;
import dev.clientele.b2b.deal.pipeline.Stage;
import dev.clientele.core.CrmSession;
import dev.clientele.examples.benchmarks.race.RoundStatistics;
import dev.clientele.persistence.LogEntry;
import dev.clientele.persistence.LogQuery;
import dev.clientele.persistence.Storage;
import dev.clientele.persistence.StorageSession;
import dev.clientele.persistence.criteria.Criteria;
import dev.clientele.persistence.criteria.Operator;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.stream.Stream;

/** Deals that have been in so many stages and go on moving: how long a move takes, and how much it stores. */
public final class DealMoves {

    private static final Instant OPENED = MarketData.NOW.minus(Duration.ofDays(3000));
    private static final Duration STEP = Duration.ofHours(1);

    private final Storage storage;
    private final B2b b2b;
    private final Pipeline pipeline;
    private final int visits;
    private final long firstVersion;
    private final List<Opportunity> deals = new ArrayList<>();
    private final List<Double> micros = new ArrayList<>();

    /**
     * Stores deals, each with so many visits of stages behind it.
     *
     * @param visits up to {@link Opportunity#MAX_VISITS}
     */
    public DealMoves(Storage storage, Pipeline pipeline, int visits, int count) {
        CrmSession session = DatabaseFiller.session(storage).forImportOfHistory();
        this.storage = storage;
        this.b2b = B2b.in(session);
        this.pipeline = pipeline;
        this.visits = visits;
        for (int i = 0; i < count; i++) {
            Opportunity deal = Opportunity.named("Deal " + i).openedIn(pipeline, OPENED);
            for (int visit = 1; visit < visits; visit++) {
                deal = moved(deal, visit);
            }
            deals.add(b2b.deals().save(moved(b2b.deals().add(deal), visits)));
        }
        this.firstVersion = deals.isEmpty() ? 0 : deals.get(0).version();
    }

    private Opportunity moved(Opportunity deal, int visit) {
        List<Stage> stages = pipeline.openStages();
        return deal.movedTo(pipeline, stages.get(visit % stages.size()), OPENED.plus(STEP.multipliedBy(visit)));
    }

    /** Moves a deal for the so-manieth time, and notes by a clock of nanoseconds how long that took. */
    public void move(int index, int move, LongSupplier clock) {
        Opportunity moved = moved(deals.get(index), visits + move);
        long start = clock.getAsLong();
        deals.set(index, b2b.deals().save(moved));
        micros.add((clock.getAsLong() - start) / 1e3);
    }

    /** Returns the number of visits before the first move. */
    public int visits() {
        return visits;
    }

    /** Returns the microseconds that a move took. */
    public RoundStatistics micros() {
        return RoundStatistics.of(micros);
    }

    /** Returns the microseconds that a move took in the mean, those that took visits out of the record included. */
    public double meanMicros() {
        return micros.stream().mapToDouble(Double::doubleValue).average().orElse(Double.NaN);
    }

    /** Returns the mean length of the deals' bodies, in characters. */
    public double recordLength() {
        try (StorageSession reading = storage.read(MarketData.TENANT)) {
            return deals.stream()
                    .mapToInt(deal -> reading.find(
                                    Opportunity.TYPE.name(), deal.id().value())
                            .orElseThrow()
                            .body()
                            .length())
                    .average()
                    .orElse(Double.NaN);
        }
    }

    /** Returns the mean length of the entries that the moves have added to the history, in characters. */
    public double changeLength() {
        return deals.stream().mapToDouble(this::changeLength).average().orElse(Double.NaN);
    }

    private double changeLength(Opportunity deal) {
        try (StorageSession reading = storage.read(MarketData.TENANT);
                Stream<LogEntry> changes =
                        reading.scan(LogQuery.newestFirst("change", deal.id().value())
                                .and(Criteria.compare("record_version", Operator.ABOVE, firstVersion)))) {
            return changes.mapToInt(change -> change.body().length()).average().orElse(Double.NaN);
        }
    }
}
