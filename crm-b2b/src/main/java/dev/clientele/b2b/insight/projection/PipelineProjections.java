package dev.clientele.b2b.insight.projection;

import dev.clientele.b2b.deal.pipeline.Opportunity;
import dev.clientele.b2b.deal.pipeline.Pipeline;
import dev.clientele.b2b.deal.pipeline.StageVisit;
import dev.clientele.b2b.deal.pipeline.StageVisitLog;
import dev.clientele.core.CrmSession;
import dev.clientele.core.entity.Id;
import dev.clientele.core.value.ExchangeRates;
import dev.clientele.persistence.criteria.Criteria;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * The projections of the pipelines of the session's tenant. Thread-safe unless the session is that of a transaction.
 *
 * <p>Days are those of the session's clock's zone.
 */
public final class PipelineProjections {

    private final CrmSession session;

    /** Opens the projections of a session. */
    public PipelineProjections(CrmSession session) {
        this.session = Objects.requireNonNull(session, "session");
    }

    /**
     * Returns the paths of all deals of a pipeline, read one by one and kept in some bytes a step. Each deal has the value that it had when it came
     * into its stage.
     *
     * @param currency in which they are valued, each at the rate of its close date then, or today's if it had none
     * @throws dev.clientele.core.value.MissingExchangeRateException if a rate is missing
     */
    public PipelineHistory history(Id<Pipeline> pipeline, CurrencyUnit currency, ExchangeRates rates) {
        return history(Opportunity.PIPELINE.is(pipeline), currency, rates);
    }

    /**
     * Returns the paths of the deals that meet a criteria; otherwise as {@link #history(Id, CurrencyUnit,
     * ExchangeRates)}.
     */
    public PipelineHistory history(Criteria criteria, CurrencyUnit currency, ExchangeRates rates) {
        ZoneId zone = session.clock().getZone();
        LocalDate today = LocalDate.ofInstant(session.now(), zone);
        ToDoubleFunction<StageVisit> worth = visit -> worth(visit, today, currency, rates);
        return session.inSnapshot(snapshot -> {
            PathList.PathCollector paths = new PathList.PathCollector();
            List<Opportunity> archived = new ArrayList<>();
            try (Stream<Opportunity> deals = snapshot.repository(Opportunity.TYPE).query(criteria).stream()) {
                deals.forEach(deal -> {
                    if (deal.earlierVisits().isEmpty()) {
                        paths.add(DealPath.of(deal.visits(), zone, worth));
                    } else {
                        archived.add(deal);
                    }
                });
            }
            StageVisitLog visits = new StageVisitLog(snapshot);
            archived.forEach(deal -> paths.add(DealPath.of(visits.visits(deal), zone, worth)));
            return new PipelineHistory(paths.paths());
        });
    }

    private static double worth(StageVisit visit, LocalDate today, CurrencyUnit currency, ExchangeRates rates) {
        Money amount = visit.amount();
        LocalDate closing = visit.closeDate();
        if (amount == null) {
            return 0;
        }
        return rates.convert(amount, currency, closing == null ? today : closing, RoundingMode.HALF_EVEN)
                .getAmount()
                .doubleValue();
    }

    /** Returns all methods, the default first. */
    public static List<ProjectionMethod> methods(Pipeline pipeline) {
        return List.of(
                ProjectionMethod.standard(),
                StageWeighted.of(pipeline),
                new HistoricalConversion(),
                MarkovChain.method(),
                new AgeInStage());
    }
}
