package dev.clientele.b2b.insight.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clientele.b2b.B2b;
import dev.clientele.b2b.SettableClock;
import dev.clientele.b2b.deal.pipeline.Opportunity;
import dev.clientele.b2b.deal.pipeline.Pipeline;
import dev.clientele.b2b.deal.pipeline.StageKind;
import dev.clientele.core.Crm;
import dev.clientele.core.CrmSession;
import dev.clientele.core.access.Actor;
import dev.clientele.core.value.ExchangeRates;
import dev.clientele.persistence.Document;
import dev.clientele.persistence.Storage;
import dev.clientele.persistence.StorageSession;
import dev.clientele.persistence.TenantId;
import dev.clientele.persistence.Write;
import dev.clientele.persistence.criteria.Criteria;
import dev.clientele.persistence.jdbc.SqliteStorage;
import dev.clientele.persistence.memory.MemoryStorage;
import dev.clientele.testing.LimitedStorage;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** What a database counts is what the pure functions say of the same deals, whatever way the deals went. */
class PushedDownPropertyTest {

    private static final CurrencyUnit EUR = CurrencyUnit.EUR;
    private static final Instant START = Instant.parse("2027-01-01T00:00:00Z");
    private static final TenantId TENANT = TenantId.of("acme");
    private static final LocalDate FIRST = LocalDate.of(2027, 1, 1);
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    /** Where to (by stage position, or 5 for winning and 6 for losing), how many hours later, and in which pipeline. */
    record Move(int stage, int hours, boolean other) {}

    /** A deal's way. */
    record Way(int start, int cents, int currency, boolean dated, String source, List<Move> moves) {}

    @Provide
    Arbitrary<List<Way>> ways() {
        Arbitrary<Move> move = Combinators.combine(
                        Arbitraries.integers().between(0, 6),
                        Arbitraries.integers().between(0, 600),
                        Arbitraries.of(true, false, false, false))
                .as(Move::new);
        return Combinators.combine(
                        Arbitraries.integers().between(0, 2000),
                        Arbitraries.integers().between(-1, 1_000_000),
                        Arbitraries.integers().between(0, 2),
                        Arbitraries.of(true, true, true, false),
                        Arbitraries.of("fair", "web", "word of mouth"),
                        move.list().ofMaxSize(6))
                .as(Way::new)
                .list()
                .ofMaxSize(15);
    }

    private static ExchangeRates rates() {
        ExchangeRates.Builder rates = ExchangeRates.builder().allowInverse();
        for (int day = -40; day < 400; day += 13) {
            rates.quote(CurrencyUnit.USD, EUR, FIRST.plusDays(day), BigDecimal.valueOf(9000 + 7L * day, 4));
            rates.quote(EUR, CurrencyUnit.GBP, FIRST.plusDays(day), BigDecimal.valueOf(8300 + 3L * day, 4));
        }
        return rates.build();
    }

    private static Opportunity play(Way way, Pipeline one, Pipeline two) {
        CurrencyUnit unit = List.of(EUR, CurrencyUnit.USD, CurrencyUnit.GBP).get(way.currency());
        Instant now = START.plus(Duration.ofHours(way.start()));
        Opportunity deal = Opportunity.named("Deal")
                .with(Opportunity.SOURCE, way.source())
                .with(Opportunity.AMOUNT, way.cents() < 0 ? null : Money.ofMinor(unit, way.cents()))
                .openedIn(one, now);
        for (Move move : way.moves()) {
            now = now.plus(Duration.ofHours(move.hours()));
            Pipeline pipeline = move.other() ? two : one;
            LocalDate day = LocalDate.ofInstant(now, BERLIN);
            deal = switch (move.stage()) {
                case 5 -> deal.won(pipeline, now, day, null);
                case 6 -> deal.lost(pipeline, now, day, "price");
                default -> deal.movedTo(pipeline, pipeline.stages().get(move.stage()), now);
            };
        }
        return way.dated() ? deal : deal.without(Opportunity.CLOSE_DATE);
    }

    /** Takes from every third deal what version 1 of the type didn't keep. */
    private static void age(Storage storage, List<Opportunity> deals) {
        try (StorageSession session = storage.write(TENANT)) {
            List<Write> writes = new ArrayList<>();
            for (int i = 0; i < deals.size(); i += 3) {
                Document now =
                        session.find("opportunity", deals.get(i).id().value()).orElseThrow();
                Map<String, Object> columns = new HashMap<>(now.fields());
                columns.remove(Opportunity.CLOSED_FROM.name());
                columns.remove(Opportunity.CYCLE_DAYS.name());
                String body = now.body().replace("\"_version\":2", "\"_version\":1");
                writes.add(new Write.Replace(new Document(now.type(), now.id(), now.version(), columns, body)));
            }
            session.write(writes);
            session.commit();
        }
    }

    private static void compare(Storage storage, List<Way> ways, int asOf, boolean aged) {
        CrmSession session = Crm.on(storage)
                .types(B2b.types())
                .clock(new SettableClock(START, BERLIN))
                .build()
                .session(TENANT, Actor.process("test"))
                .forImportOfHistory();
        B2b b2b = B2b.in(session);
        Pipeline one = b2b.deals().pipelines().add(Pipeline.standard());
        Pipeline two = b2b.deals().pipelines().add(Pipeline.standard().with(Pipeline.CODE, "other"));
        List<Opportunity> deals = new ArrayList<>(
                b2b.deals().addAll(ways.stream().map(way -> play(way, one, two)).toList()));
        if (aged) {
            age(storage, deals);
        }
        LocalDate day = FIRST.plusDays(asOf);
        ExchangeRates rates = rates();
        Criteria where = Opportunity.SOURCE.is("web");
        List<Opportunity> fromWeb =
                deals.stream().filter(deal -> deal.matches(where, START)).toList();
        for (Pipeline pipeline : List.of(one, two)) {
            assertThat(b2b.insight().analytics().funnel(pipeline, day))
                    .isEqualTo(Funnel.of(deals.stream(), pipeline, day, BERLIN));
            assertThat(b2b.insight().analytics().where(where).funnel(pipeline, day))
                    .isEqualTo(Funnel.of(fromWeb.stream(), pipeline, day, BERLIN));
        }
        assertThat(b2b.insight().analytics().winLoss(day, EUR, rates))
                .isEqualTo(WinLoss.of(deals.stream(), day, BERLIN, EUR, rates));
        assertThat(b2b.insight().analytics().where(where).winLoss(day, EUR, rates))
                .isEqualTo(WinLoss.of(fromWeb.stream(), day, BERLIN, EUR, rates));
        assertThat(b2b.insight().analytics().winLossBy(Opportunity.SOURCE, day, EUR, rates))
                .isEqualTo(WinLoss.by(deals.stream(), deal -> deal.get(Opportunity.SOURCE), day, BERLIN, EUR, rates));
        assertThat(b2b.insight().analytics().winLossBy(Opportunity.AMOUNT.currency(), day, EUR, rates))
                .isEqualTo(WinLoss.by(deals.stream(), PushedDownPropertyTest::unit, day, BERLIN, EUR, rates));
        Map<YearMonth, WinLoss> months =
                new HashMap<>(WinLoss.by(deals.stream(), deal -> month(deal, day), day, BERLIN, EUR, rates));
        months.remove(null);
        assertThat(b2b.insight().analytics().winLossByMonth(day, EUR, rates)).isEqualTo(months);
        Map<YearMonth, ClosedDeals> closed = new HashMap<>();
        months.forEach((month, figures) -> closed.put(month, closed(figures)));
        assertThat(b2b.insight().analytics().closedByMonth(day, EUR, rates)).isEqualTo(closed);
        assertThat(b2b.insight().analytics().outcomesBy(Opportunity.SOURCE, day))
                .isEqualTo(outcomes(deals, deal -> deal.get(Opportunity.SOURCE), day));
        assertThat(b2b.insight().analytics().stalledDeals(day, 0.5))
                .isEqualTo(StalledDeals.of(deals.stream(), day, BERLIN, 0.5));
    }

    private static ClosedDeals closed(WinLoss figures) {
        return new ClosedDeals(
                figures.won(),
                figures.lost(),
                figures.wonValue(),
                figures.lostValue(),
                Math.round(figures.wonCycles().mean().orElse(0) * figures.won()),
                Math.round(figures.lostCycles().mean().orElse(0) * figures.lost()));
    }

    private static YearMonth month(Opportunity deal, LocalDate day) {
        return DealAsOf.of(deal, day, BERLIN)
                .filter(then -> then.kind() != StageKind.OPEN)
                .map(then -> YearMonth.from(then.closing()))
                .orElse(null);
    }

    private static CurrencyUnit unit(Opportunity deal) {
        Money amount = deal.get(Opportunity.AMOUNT);
        return amount == null ? null : amount.getCurrencyUnit();
    }

    private static Map<String, DealOutcomes> outcomes(
            List<Opportunity> deals, Function<Opportunity, String> key, LocalDate day) {
        Map<String, DealOutcomes> outcomes = new HashMap<>();
        WinLoss.by(deals.stream(), key, day, BERLIN, EUR, rates())
                .forEach((of, figures) ->
                        outcomes.put(of, new DealOutcomes(figures.open(), figures.won(), figures.lost())));
        return outcomes;
    }

    @Property(tries = 60)
    void on_a_store_in_memory(@ForAll("ways") List<Way> ways, @ForAll("days") int asOf) {
        try (Storage storage = MemoryStorage.create()) {
            compare(storage, ways, asOf, false);
        }
    }

    @Property(tries = 60)
    void on_deals_some_of_which_were_stored_before(@ForAll("ways") List<Way> ways, @ForAll("days") int asOf) {
        try (Storage storage = MemoryStorage.create()) {
            compare(storage, ways, asOf, true);
        }
    }

    @Property(tries = 60)
    void on_a_store_that_can_evaluate_no_condition(@ForAll("ways") List<Way> ways, @ForAll("days") int asOf) {
        try (Storage storage = new LimitedStorage(MemoryStorage.create(), atom -> false)) {
            compare(storage, ways, asOf, false);
        }
    }

    @Property(tries = 10)
    void on_sqlite(@ForAll("ways") List<Way> ways, @ForAll("days") int asOf) throws IOException {
        Path folder = Files.createTempDirectory("pushed-down");
        try (Storage storage = SqliteStorage.open(folder.resolve("crm.db"))) {
            compare(storage, ways, asOf, false);
        } finally {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
            Files.delete(folder);
        }
    }

    /** Days on which some of it lies ahead, and a day after all of it. */
    @Provide
    Arbitrary<Integer> days() {
        return Arbitraries.frequencyOf(
                Tuple.of(1, Arbitraries.just(1000)),
                Tuple.of(2, Arbitraries.integers().between(0, 200)));
    }
}
