package dev.clientele.examples.quickstart.report;

import dev.clientele.b2c.B2c;
import dev.clientele.b2c.lifetime.Calibration;
import dev.clientele.b2c.person.Person;
import dev.clientele.b2c.person.Score;
import dev.clientele.b2c.purchase.PurchaseLedger;
import dev.clientele.core.CrmSession;
import dev.clientele.core.value.LifetimeValue;
import dev.clientele.examples.quickstart.consumers.ConsumersLoad;
import dev.clientele.examples.quickstart.consumers.Expectations;
import java.util.List;
import java.util.Objects;

/** The consumers of whom most is expected, by the score that each carries. */
final class BestConsumers {

    private static final int TOP = 10;

    private BestConsumers() {}

    static void write(Sheet sheet, CrmSession session) {
        B2c b2c = B2c.in(session);
        List<Person> best = b2c.scoring().top(TOP, ConsumersLoad.CURRENCY);
        sheet.heading("6  The ten consumers with the highest expected value, as of " + Expectations.LAST_DAY
                        + ", in USD")
                .text("Expected is what a consumer will spend over the next "
                        + Expectations.VALUATION.horizon().inWords() + ", discounted at "
                        + Expectations.VALUATION.discounting().rate()
                        + "; what was spent so far isn't in it. Alive is the probability that the consumer still buys.")
                .table(table(b2c, best))
                .blank()
                .text(ofAll(b2c))
                .blank()
                .text("The first in words: " + inWords(b2c, best.get(0)));
    }

    /** Added up by the database over the scores that the persons carry. */
    private static String ofAll(B2c b2c) {
        var scored = b2c.persons().query(Score.P_ALIVE.isPresent());
        return "Of " + Figures.count(scored.count()) + " consumers, "
                + Figures.decimal(scored.sum(Score.P_ALIVE).doubleValue(), 1) + " are expected to be buying still; "
                + Figures.decimal(scored.sum(Score.EXPECTED_TRANSACTIONS).doubleValue(), 1)
                + " purchases are expected of all of them together, worth "
                + Figures.full(scored.sum(Score.CLV).in(ConsumersLoad.CURRENCY)) + ".";
    }

    private static Table table(B2c b2c, List<Person> best) {
        Table table = Table.of(
                ">#",
                "consumer",
                "city",
                "card",
                ">days",
                "last bought",
                ">spent",
                ">alive",
                ">purchases ahead",
                ">expected");
        int place = 0;
        for (Person person : best) {
            Score score = person.score().orElseThrow();
            PurchaseLedger ledger = b2c.purchases().ledger(person.id()).orElseThrow();
            int days = ledger.history(ConsumersLoad.CURRENCY).orElseThrow().days();
            place++;
            table.row(
                    Integer.toString(place),
                    person.displayName(),
                    person.getOr(Person.CITY, ""),
                    person.getOr(Person.MEMBER_CARD, ""),
                    Figures.count(days),
                    ledger.require(PurchaseLedger.LAST_DAY).toString(),
                    Figures.money(ledger.require(PurchaseLedger.SPENT)),
                    Figures.decimal(100 * score.pAlive(), 1) + " %",
                    Figures.decimal(score.expectedTransactions(), 2),
                    Figures.money(Objects.requireNonNull(score.clv())));
        }
        return table;
    }

    private static String inWords(B2c b2c, Person person) {
        Calibration calibration = b2c.scoring().latest().orElseThrow();
        LifetimeValue value = b2c.scoring().lifetimeValue(person.id(), calibration, Expectations.VALUATION);
        return value.explain();
    }
}
