package dev.clientele.examples.quickstart.report;

import dev.clientele.b2b.B2b;
import dev.clientele.b2b.deal.pipeline.ForecastCategory;
import dev.clientele.b2b.deal.pipeline.Opportunity;
import dev.clientele.b2b.deal.pipeline.Pipeline;
import dev.clientele.b2b.deal.pipeline.Stage;
import dev.clientele.b2b.insight.forecast.Forecast;
import dev.clientele.b2b.insight.forecast.ForecastPeriod;
import dev.clientele.core.CrmSession;
import dev.clientele.core.entity.Selection;
import dev.clientele.examples.quickstart.business.OrderPipeline;
import dev.clientele.examples.quickstart.business.SteelWheelsMoney;
import java.time.LocalDate;
import java.util.Locale;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.threeten.extra.YearQuarter;

/** Where the deals stand, and what will come of them by quarter and by owner. */
final class PipelineForecastReport {

    private static final CurrencyUnit USD = SteelWheelsMoney.CURRENCY;

    private final B2b b2b;
    private final LocalDate today;
    private final ForecastPeriod whole;

    private PipelineForecastReport(CrmSession session) {
        OrderDateRange days = OrderDateRange.of(session);
        this.b2b = B2b.in(session);
        this.today = days.last();
        this.whole = ForecastPeriod.between(
                YearQuarter.from(days.first()).atDay(1),
                YearQuarter.from(days.last().plusYears(1)).plusQuarters(1).atDay(1));
    }

    static void write(ReportWriter sheet, CrmSession session) {
        PipelineForecastReport forecast = new PipelineForecastReport(session);
        sheet.heading("2  The pipeline and its weighted forecast, as of " + forecast.today + ", in USD")
                .text("Weighted is each deal's amount times the probability of its stage.")
                .table(forecast.byStage())
                .blank()
                .text("By quarter of the close date: what is delivered, what is open, and what to expect of both.")
                .table(forecast.byQuarter())
                .blank()
                .text("Open deals by owner. Overdue are those that should have closed before " + forecast.today + ".")
                .table(new ForecastByOwner(forecast.b2b, forecast.whole, forecast.today).table());
    }

    private ReportTable byStage() {
        Pipeline pipeline =
                b2b.deals().pipelines().findByCode(OrderPipeline.CODE).orElseThrow();
        Forecast<String> weighted = b2b.insight()
                .forecast()
                .closingIn(whole)
                .where(Opportunity.PIPELINE.is(pipeline.id()))
                .by(Opportunity.STAGE)
                .in(USD);
        ReportTable table = ReportTable.of("stage", "forecast", ">probability", ">deals", ">amount", ">weighted");
        long deals = 0;
        Money amount = Money.zero(USD);
        for (Stage stage : pipeline.stages()) {
            Selection<Opportunity> there =
                    b2b.deals().query(Opportunity.PIPELINE.is(pipeline.id()).and(Opportunity.STAGE.is(stage.id())));
            Money worth = there.sum(Opportunity.AMOUNT).amountIn(USD);
            table.row(
                    stage.name(),
                    words(stage.category()),
                    NumberText.percent(stage.probability()),
                    NumberText.count(there.count()),
                    NumberText.money(worth),
                    NumberText.money(weighted.forKey(stage.id()).weighted()));
            deals += there.count();
            amount = amount.plus(worth);
        }
        return table.total(
                "all",
                "",
                "",
                NumberText.count(deals),
                NumberText.money(amount),
                NumberText.money(weighted.weighted()));
    }

    private ReportTable byQuarter() {
        Forecast<Void> forecast =
                b2b.insight().forecast().closingIn(whole).quarterly().in(USD);
        ReportTable table = ReportTable.of("quarter", ">deals", ">delivered", ">open", ">weighted");
        for (ForecastPeriod quarter : forecast.periods()) {
            Forecast<Void> part = forecast.forPeriod(quarter);
            table.row(
                    name(quarter),
                    NumberText.count(part.deals()),
                    NumberText.money(part.closed()),
                    NumberText.money(part.open()),
                    NumberText.money(part.weighted()));
        }
        return table.total(
                "all",
                NumberText.count(forecast.deals()),
                NumberText.money(forecast.closed()),
                NumberText.money(forecast.open()),
                NumberText.money(forecast.weighted()));
    }

    private static String name(ForecastPeriod quarter) {
        return YearQuarter.from(quarter.startInclusive()).toString();
    }

    private static String words(ForecastCategory category) {
        return category.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
