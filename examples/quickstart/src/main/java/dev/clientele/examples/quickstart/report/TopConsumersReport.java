package dev.clientele.examples.quickstart.report;

import dev.clientele.b2c.B2c;
import dev.clientele.b2c.person.Person;
import dev.clientele.b2c.person.Score;
import dev.clientele.b2c.purchase.PurchaseLedger;
import dev.clientele.b2c.scoring.Calibration;
import dev.clientele.b2c.scoring.value.PurchasePrediction;
import dev.clientele.core.CrmSession;
import dev.clientele.core.value.LifetimeValue;
import dev.clientele.examples.quickstart.consumers.ConsumerScoring;
import dev.clientele.examples.quickstart.consumers.ConsumersLoad;
import java.util.List;
import java.util.Objects;

/** The consumers of whom most is expected, by the score that each carries. */
final class TopConsumersReport {

    private static final int TOP = 10;

    private TopConsumersReport() {}

    static void write(ReportWriter sheet, CrmSession session) {
        B2c b2c = B2c.in(session);
        List<Person> best = b2c.scoring().findMostValuable(TOP, ConsumersLoad.CURRENCY);
        sheet.heading("6  The ten consumers with the highest expected value, as of " + ConsumerScoring.LAST_DAY
                        + ", in USD")
                .text("Expected is what a consumer will spend over the next "
                        + ConsumerScoring.VALUATION.horizon().describe() + ", discounted at "
                        + ConsumerScoring.VALUATION.discounting().rate()
                        + "; what was spent so far isn't in it. Alive is the probability that the consumer still buys,"
                        + " ahead are the purchases expected. The last column says between which amounts, not discounted,"
                        + " each will really spend with a probability of 95 %.")
                .table(table(b2c, best))
                .blank()
                .text(ofAll(b2c))
                .blank()
                .text("The first in words: " + inWords(b2c, best.get(0)));
    }

    /** Added up by the database over the scores that the persons carry. */
    private static String ofAll(B2c b2c) {
        var scored = b2c.persons().query(Score.P_ALIVE.isPresent());
        return "Of " + NumberText.count(scored.count()) + " consumers, "
                + NumberText.decimal(scored.sum(Score.P_ALIVE).doubleValue(), 1) + " are expected to be buying still; "
                + NumberText.decimal(scored.sum(Score.EXPECTED_TRANSACTIONS).doubleValue(), 1)
                + " purchases are expected of all of them together, worth "
                + NumberText.full(scored.sum(Score.CLV).amountIn(ConsumersLoad.CURRENCY)) + ".";
    }

    private static ReportTable table(B2c b2c, List<Person> best) {
        ReportTable table = ReportTable.of(
                ">#",
                "consumer",
                "city",
                "card",
                ">days",
                "last bought",
                ">spent",
                ">alive",
                ">ahead",
                ">expected",
                ">with 95 %");
        Calibration calibration = b2c.scoring().active().orElseThrow();
        int place = 0;
        for (Person person : best) {
            Score score = person.score().orElseThrow();
            PurchaseLedger ledger = b2c.purchases().ledger(person.id()).orElseThrow();
            int days = ledger.history(ConsumersLoad.CURRENCY).orElseThrow().days();
            place++;
            table.row(
                    Integer.toString(place),
                    person.displayName(),
                    person.getOrDefault(Person.CITY, ""),
                    person.getOrDefault(Person.MEMBER_CARD, ""),
                    NumberText.count(days),
                    ledger.require(PurchaseLedger.LAST_DAY).toString(),
                    NumberText.money(ledger.require(PurchaseLedger.SPENT)),
                    NumberText.decimal(100 * score.pAlive(), 1) + " %",
                    NumberText.decimal(score.expectedTransactions(), 2),
                    NumberText.money(Objects.requireNonNull(score.clv())),
                    range(b2c.scoring().predict(person.id(), calibration, ConsumerScoring.VALUATION)));
        }
        return table;
    }

    private static String range(PurchasePrediction will) {
        return will.spend()
                .map(spend -> whole(spend.low()) + "–" + whole(spend.high()))
                .orElse("");
    }

    private static String whole(double amount) {
        return NumberText.count(Math.round(amount));
    }

    private static String inWords(B2c b2c, Person person) {
        Calibration calibration = b2c.scoring().active().orElseThrow();
        LifetimeValue value = b2c.scoring().lifetimeValue(person.id(), calibration, ConsumerScoring.VALUATION);
        return value.explain();
    }
}
