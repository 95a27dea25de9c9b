package dev.clientele.examples.cli.pipeline;

import dev.clientele.b2b.B2b;
import dev.clientele.b2b.account.Account;
import dev.clientele.b2b.deal.pipeline.Opportunity;
import dev.clientele.b2b.deal.pipeline.Pipeline;
import dev.clientele.b2b.deal.pipeline.Stage;
import dev.clientele.b2b.deal.pipeline.StageKind;
import dev.clientele.b2b.insight.analytics.SalesVelocity;
import dev.clientele.b2b.insight.analytics.StalledDeals;
import dev.clientele.b2b.insight.analytics.WinLoss;
import dev.clientele.b2b.insight.projection.BackTest;
import dev.clientele.b2b.insight.projection.NotEnoughHistoryException;
import dev.clientele.b2b.insight.projection.PipelineHistory;
import dev.clientele.b2b.insight.projection.PipelineProjection;
import dev.clientele.b2b.insight.projection.PipelineProjections;
import dev.clientele.b2b.insight.projection.ProjectionMethod;
import dev.clientele.b2b.team.SalesRep;
import dev.clientele.core.csv.ImportReport;
import dev.clientele.core.entity.Entity;
import dev.clientele.core.entity.Id;
import dev.clientele.core.entity.Repository;
import dev.clientele.core.hierarchy.Hierarchy;
import dev.clientele.core.value.ExchangeRates;
import dev.clientele.persistence.criteria.Measure;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Asks a CRM for what the report says. */
final class PipelineAnalysis {

    private static final double STALLED_SHARE = 0.9;
    private static final String NONE = "(none)";

    private final B2b b2b;
    private final Pipeline pipeline;
    private final LocalDate asOf;
    private final CurrencyUnit currency;
    private final int days;

    PipelineAnalysis(B2b b2b, Pipeline pipeline, LocalDate asOf, CurrencyUnit currency, int days) {
        this.b2b = b2b;
        this.pipeline = pipeline;
        this.asOf = asOf;
        this.currency = currency;
        this.days = days;
    }

    PipelineReport report(ImportReport imported, long undated) {
        WinLoss all = b2b.insight().analytics().winLoss(asOf, currency, ExchangeRates.none());
        Map<Id<Account>, Account> accounts = byId(b2b.accounts());
        Map<Id<SalesRep>, SalesRep> reps = byId(b2b.teams().salesReps());
        PipelineHistory history = b2b.insight().projections().history(pipeline.id(), currency, ExchangeRates.none());
        BackTest backTest =
                BackTest.of(history, methods(), List.of(asOf.minusDays(2L * days), asOf.minusDays(days)), days);
        return new PipelineReport(
                asOf,
                currency.getCode(),
                PipelineReport.ImportCounts.of(imported),
                b2b.deals().query(Opportunity.ACCOUNT.isMissing()).count(),
                undated,
                stages(),
                all.won(),
                all.lost(),
                boxed(all.winRate()),
                all.wonValue().getAmount(),
                openValue(),
                boxed(all.wonCycles().mean()),
                boxed(all.wonCycles().median()),
                boxed(all.lostCycles().mean()),
                velocity(all),
                parts(deal -> owner(deal, reps).map(rep -> rep.get(SalesRep.OFFICE))),
                parts(deal -> owner(deal, reps).map(SalesRep::name)),
                parts(deal -> deal.find(Opportunity.ACCOUNT).map(accounts::get).map(a -> a.get(Account.INDUSTRY))),
                months(),
                families(),
                days,
                forecast(history, backTest),
                trials(backTest),
                backTest.best().orElse(null),
                stalled(),
                notes(all));
    }

    private static List<String> notes(WinLoss all) {
        return all.won() > 0 && all.lost() == 0
                ? List.of("No deal was lost yet: without losses there is no win rate, and no velocity.")
                : List.of();
    }

    private List<ProjectionMethod> methods() {
        return PipelineProjections.methods(pipeline);
    }

    private List<PipelineReport.DealCount> stages() {
        Map<Object, Long> counts = b2b
                .deals()
                .query(Opportunity.PIPELINE.is(pipeline.id()))
                .aggregate(List.of(Opportunity.STAGE), List.of(Measure.count()))
                .stream()
                .collect(Collectors.toMap(
                        group -> Objects.requireNonNull(group.keys().get(0)), group -> group.count(0)));
        return pipeline.stages().stream()
                .map(stage -> new PipelineReport.DealCount(stage.name(), counts.getOrDefault(stage.id(), 0L)))
                .toList();
    }

    private BigDecimal openValue() {
        return b2b.deals()
                .query(Opportunity.KIND.is(StageKind.OPEN))
                .sum(Opportunity.AMOUNT)
                .amountIn(currency)
                .getAmount();
    }

    private static @Nullable Double velocity(WinLoss all) {
        return SalesVelocity.of(all).map(SalesVelocity::perDay).orElse(null);
    }

    private static Optional<SalesRep> owner(Opportunity deal, Map<Id<SalesRep>, SalesRep> reps) {
        return deal.find(Opportunity.OWNER).map(reps::get);
    }

    private List<PipelineReport.WinLossGroup> parts(Function<Opportunity, Optional<String>> key) {
        return parts(
                b2b.insight()
                        .analytics()
                        .winLossBy(deal -> key.apply(deal).orElse(NONE), asOf, currency, ExchangeRates.none()),
                Comparator.comparing(PipelineReport.WinLossGroup::wonValue).reversed());
    }

    private List<PipelineReport.WinLossGroup> months() {
        Map<String, WinLoss> byMonth = new HashMap<>(b2b.insight()
                .analytics()
                .winLossBy(
                        deal -> deal.isOpen()
                                ? NONE
                                : YearMonth.from(deal.require(Opportunity.CLOSE_DATE))
                                        .toString(),
                        asOf,
                        currency,
                        ExchangeRates.none()));
        byMonth.remove(NONE);
        return parts(byMonth, Comparator.comparing(PipelineReport.WinLossGroup::name));
    }

    private static List<PipelineReport.WinLossGroup> parts(
            Map<String, WinLoss> figures, Comparator<PipelineReport.WinLossGroup> order) {
        return figures.entrySet().stream()
                .map(entry -> new PipelineReport.WinLossGroup(
                        entry.getKey(),
                        entry.getValue().won(),
                        entry.getValue().lost(),
                        boxed(entry.getValue().winRate()),
                        entry.getValue().wonValue().getAmount()))
                .sorted(order.thenComparing(PipelineReport.WinLossGroup::name))
                .toList();
    }

    /** The accounts that have others below them, with all that was won there. */
    private List<PipelineReport.AccountFamily> families() {
        Map<Id<Account>, Money> own = new HashMap<>();
        b2b.insight()
                .analytics()
                .winLossBy(deal -> deal.find(Opportunity.ACCOUNT), asOf, currency, ExchangeRates.none())
                .forEach((account, figures) -> account.ifPresent(id -> own.put(id, figures.wonValue())));
        Hierarchy<Account> trees = b2b.accounts().hierarchy();
        Map<Id<Account>, Money> totals = trees.rollUp(own, Money.zero(currency), Money::plus);
        return trees.roots().stream()
                .filter(top -> !trees.children(top.id()).isEmpty())
                .map(top -> new PipelineReport.AccountFamily(
                        top.name(),
                        trees.subtree(top.id()).size() - 1,
                        totals.getOrDefault(top.id(), Money.zero(currency)).getAmount()))
                .sorted(Comparator.comparing(PipelineReport.AccountFamily::wonValue)
                        .reversed())
                .toList();
    }

    private List<PipelineReport.MethodForecast> forecast(PipelineHistory history, BackTest backTest) {
        List<PipelineReport.MethodForecast> lines = new ArrayList<>();
        for (ProjectionMethod method : methods()) {
            outlook(method, history)
                    .map(outlook -> line(method, outlook, backTest.error(outlook)))
                    .ifPresent(lines::add);
        }
        return lines;
    }

    private static PipelineReport.MethodForecast line(
            ProjectionMethod method, PipelineProjection outlook, Optional<BackTest.ProjectionError> error) {
        return new PipelineReport.MethodForecast(
                method.name(),
                method.equals(ProjectionMethod.standard()),
                outlook.open(),
                outlook.wins(),
                error.map(BackTest.ProjectionError::wins).orElse(outlook.winsDeviation()),
                error.map(BackTest.ProjectionError::days).orElse(0),
                outlook.winsDeviation(),
                outlook.value());
    }

    private Optional<PipelineProjection> outlook(ProjectionMethod method, PipelineHistory history) {
        try {
            return Optional.of(PipelineProjection.of(method, history, asOf, days));
        } catch (NotEnoughHistoryException tooLittle) {
            return Optional.empty();
        }
    }

    private static List<PipelineReport.BackTestRow> trials(BackTest backTest) {
        return backTest.trials().stream()
                .map(trial -> new PipelineReport.BackTestRow(
                        trial.projection().asOf(),
                        trial.projection().method(),
                        trial.projection().wins(),
                        trial.actualWins(),
                        trial.error()))
                .toList();
    }

    private PipelineReport.StalledDealSummary stalled() {
        StalledDeals stalled = b2b.insight().analytics().stalledDeals(asOf, STALLED_SHARE);
        Map<String, Long> byStage = stalled.deals().stream()
                .collect(Collectors.groupingBy(StalledDeals.StalledDeal::stage, Collectors.counting()));
        return new PipelineReport.StalledDealSummary(
                STALLED_SHARE,
                Double.isNaN(stalled.limitDays()) ? null : stalled.limitDays(),
                pipeline.stages().stream()
                        .filter(Stage::isOpen)
                        .map(stage -> new PipelineReport.DealCount(stage.name(), byStage.getOrDefault(stage.id(), 0L)))
                        .toList());
    }

    private static <T extends Entity<T>> Map<Id<T>, T> byId(Repository<T> repository) {
        try (Stream<T> records = repository.all().stream()) {
            return records.collect(Collectors.toMap(Entity::id, record -> record));
        }
    }

    private static @Nullable Double boxed(OptionalDouble value) {
        return value.isPresent() ? value.getAsDouble() : null;
    }
}
