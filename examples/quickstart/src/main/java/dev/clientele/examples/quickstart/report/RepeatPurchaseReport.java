package dev.clientele.examples.quickstart.report;

import dev.clientele.b2c.B2c;
import dev.clientele.b2c.analytics.PurchaseBook;
import dev.clientele.b2c.analytics.funnel.FunnelStep;
import dev.clientele.b2c.analytics.funnel.RepeatFunnel;
import dev.clientele.b2c.person.Person;
import dev.clientele.b2c.purchase.CountingRule;
import dev.clientele.b2c.purchase.PurchaseLedger;
import dev.clientele.core.CrmSession;
import dev.clientele.core.entity.Id;
import dev.clientele.examples.quickstart.consumers.ConsumerScoring;
import dev.clientele.examples.quickstart.consumers.ConsumersLoad;
import java.util.stream.Stream;

/** How many consumers buy a second, third, fourth time: counted, without any model. */
final class RepeatPurchaseReport {

    private static final int STEPS = 6;

    private RepeatPurchaseReport() {}

    static void write(ReportWriter sheet, CrmSession session) {
        B2c b2c = B2c.in(session);
        RepeatFunnel funnel = RepeatFunnel.of(book(b2c), STEPS);
        sheet.heading("4  Who comes back, until " + ConsumerScoring.LAST_DAY)
                .text(
                        "How many consumers bought on one day, on a second, a third and so on; which share of those who had got"
                                + " as far as the purchase before; and after how many days half of them did.")
                .table(table(funnel));
    }

    private static PurchaseBook<Id<Person>> book(B2c b2c) {
        CountingRule rule = b2c.purchases().policy().rule();
        try (Stream<PurchaseLedger> ledgers = b2c.purchases().ledgers().all().stream()) {
            return PurchaseBook.ofLedgers(ledgers, ConsumersLoad.CURRENCY, rule);
        }
    }

    private static ReportTable table(RepeatFunnel funnel) {
        ReportTable table =
                ReportTable.of("purchase", ">consumers", ">of those before", ">of all", ">half within days");
        for (FunnelStep step : funnel.steps()) {
            table.row(
                    Integer.toString(step.purchase()),
                    NumberText.count(step.customers()),
                    step.purchase() == 1 ? "" : NumberText.decimal(100 * step.conversion(), 1) + " %",
                    NumberText.decimal(100 * step.ofAll(), 1) + " %",
                    step.gap().map(gap -> NumberText.decimal(gap.median(), 1)).orElse(""));
        }
        return table;
    }
}
