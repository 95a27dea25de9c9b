package dev.clientele.examples.quickstart.report;

import dev.clientele.b2b.B2b;
import dev.clientele.b2b.deal.pipeline.Opportunity;
import dev.clientele.b2b.deal.pipeline.StageKind;
import dev.clientele.b2b.insight.forecast.Forecast;
import dev.clientele.b2b.insight.forecast.ForecastPeriod;
import dev.clientele.b2b.team.SalesRep;
import dev.clientele.core.entity.Id;
import dev.clientele.examples.quickstart.business.SteelWheelsMoney;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The open deals by who owns them.
 *
 * @param b2b where to ask
 * @param period when they close
 * @param today before which a deal that is still open is overdue
 */
record ForecastByOwner(B2b b2b, ForecastPeriod period, LocalDate today) {

    ReportTable table() {
        Forecast<Id<SalesRep>> forecast = b2b.insight()
                .forecast()
                .closingIn(period)
                .where(Opportunity.KIND.is(StageKind.OPEN))
                .by(Opportunity.OWNER)
                .in(SteelWheelsMoney.CURRENCY);
        List<@Nullable Id<SalesRep>> owners = new ArrayList<>(forecast.keys());
        owners.sort(Comparator.comparing(
                        (@Nullable Id<SalesRep> owner) -> forecast.forKey(owner).weighted())
                .reversed()
                .thenComparing(this::name));
        ReportTable table = ReportTable.of("owner", "territory", ">deals", ">overdue", ">open", ">weighted");
        for (Id<SalesRep> owner : owners) {
            Forecast<Id<SalesRep>> part = forecast.forKey(owner);
            table.row(
                    name(owner),
                    territory(owner),
                    NumberText.count(part.deals()),
                    NumberText.count(overdue(owner)),
                    NumberText.money(part.amount()),
                    NumberText.money(part.weighted()));
        }
        return table.total(
                "all",
                "",
                NumberText.count(forecast.deals()),
                "",
                NumberText.money(forecast.amount()),
                NumberText.money(forecast.weighted()));
    }

    private long overdue(@Nullable Id<SalesRep> owner) {
        return b2b.deals()
                .query(Opportunity.KIND.is(StageKind.OPEN).and(Opportunity.CLOSE_DATE.below(today)))
                .and(owner == null ? Opportunity.OWNER.isMissing() : Opportunity.OWNER.is(owner))
                .count();
    }

    private String name(@Nullable Id<SalesRep> owner) {
        return owner == null ? "nobody" : b2b.teams().salesReps().get(owner).name();
    }

    private String territory(@Nullable Id<SalesRep> owner) {
        return owner == null
                ? ""
                : b2b.teams()
                        .salesReps()
                        .get(owner)
                        .find(SalesRep.TERRITORY)
                        .map(id -> b2b.teams().territories().get(id).code())
                        .orElse("");
    }
}
