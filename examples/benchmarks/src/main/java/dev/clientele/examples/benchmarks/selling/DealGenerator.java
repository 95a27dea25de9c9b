package dev.clientele.examples.benchmarks.selling;

import dev.clientele.b2b.deal.pipeline.Opportunity;
import dev.clientele.b2b.deal.pipeline.Pipeline;
import dev.clientele.b2b.deal.pipeline.Stage;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** Deals by number, each with its way through a pipeline; the same at every run. */
final class DealGenerator {

    private static final long SEED = 20_260_101;

    private final SalesOrganization people;
    private final int count;

    DealGenerator(SalesOrganization people, int count) {
        this.people = people;
        this.count = count;
    }

    /** A deal. About three in ten are closed; some went back, were reopened or changed their pipeline. */
    Opportunity deal(int number) {
        SplittableRandom chance = new SplittableRandom(SEED + number);
        LocalDate day = MarketData.START.plusDays((long) number * 364 / count);
        boolean closed = chance.nextInt(100) < 32;
        LocalDate openedOn = closed ? day.minusDays(10 + chance.nextInt(180)) : day;
        LocalDate closing = closed ? day : closing(chance, day);
        Instant opened = at(openedOn, chance);
        Instant end = closed
                ? at(day, chance)
                : opened.plus(Duration.between(opened, MarketData.NOW).dividedBy(2));
        List<Pipeline> pipelines = people.pipelines();
        Pipeline pipeline = pipelines.get(chance.nextInt(10) < 7 ? 0 : 1);
        Opportunity deal = start(number, chance, closing).openedIn(pipeline, opened);
        List<Integer> stages = way(chance, closed);
        long step = Duration.between(opened, end).toSeconds() / (stages.size() + 2);
        Instant now = opened;
        for (int stage : stages) {
            now = now.plusSeconds(step);
            if (chance.nextInt(200) == 0) {
                pipeline = pipelines.get(1 - pipelines.indexOf(pipeline));
            }
            deal = stage < 0
                    ? deal.lost(pipeline, now, LocalDate.ofInstant(now, ZoneOffset.UTC), "no budget")
                    : deal.movedTo(pipeline, stage(pipeline, stage), now);
        }
        if (closed) {
            return chance.nextInt(100) < 60
                    ? deal.won(pipeline, end, closing, null)
                    : deal.lost(pipeline, end, closing, chance.nextBoolean() ? "price" : "no decision");
        }
        return chance.nextInt(20) == 0 ? deal.withProbability(BigDecimal.valueOf(1 + chance.nextInt(99), 2)) : deal;
    }

    private Opportunity start(int number, SplittableRandom chance, LocalDate closing) {
        int share = chance.nextInt(10);
        CurrencyUnit currency = MarketData.CURRENCIES.get(share < 5 ? 0 : share < 8 ? 1 : 2);
        long cents = (long) (100_000 * Math.exp(chance.nextDouble() * 6));
        int reps = people.reps().size();
        int rep = chance.nextInt(20) == 0
                ? chance.nextInt(SalesOrganization.LEADERS)
                : SalesOrganization.LEADERS + chance.nextInt(reps - SalesOrganization.LEADERS);
        return Opportunity.named("Deal " + number)
                .withId(SalesOrganization.id(4, number))
                .with(Opportunity.EXTERNAL_ID, "D-" + number)
                .with(
                        Opportunity.ACCOUNT,
                        people.accounts().get(chance.nextInt(people.accounts().size())))
                .with(Opportunity.OWNER, people.reps().get(rep))
                .with(Opportunity.AMOUNT, Money.ofMinor(currency, cents))
                .with(Opportunity.CLOSE_DATE, closing)
                .with(Opportunity.SOURCE, "source " + chance.nextInt(8));
    }

    private static LocalDate closing(SplittableRandom chance, LocalDate opened) {
        LocalDate overdue = opened.plusDays(chance.nextInt(90));
        return chance.nextInt(25) == 0 && overdue.isBefore(MarketData.TODAY)
                ? overdue
                : MarketData.TODAY.plusDays(chance.nextInt(730));
    }

    /** Places of the stages after the first, in order; -1 is a loss that was taken back. */
    private static List<Integer> way(SplittableRandom chance, boolean closed) {
        int last = closed ? 1 + chance.nextInt(5) : chance.nextInt(6);
        List<Integer> way = new ArrayList<>();
        for (int stage = 1; stage <= last; stage++) {
            way.add(stage);
            if (chance.nextInt(15) == 0) {
                way.add(stage - 1);
                way.add(stage);
            }
        }
        if (closed && chance.nextInt(30) == 0) {
            way.add(-1);
            way.add(last);
        }
        return way;
    }

    private static Stage stage(Pipeline pipeline, int place) {
        return pipeline.openStages().get(place);
    }

    private static Instant at(LocalDate day, SplittableRandom chance) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant().plusSeconds(chance.nextInt(86_400));
    }
}
