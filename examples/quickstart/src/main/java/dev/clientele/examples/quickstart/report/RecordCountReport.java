package dev.clientele.examples.quickstart.report;

import dev.clientele.b2b.B2b;
import dev.clientele.b2b.deal.pipeline.Opportunity;
import dev.clientele.b2c.B2c;
import dev.clientele.b2c.purchase.PurchaseLedger;
import dev.clientele.core.CrmSession;
import dev.clientele.examples.quickstart.business.SteelWheelsMoney;
import dev.clientele.examples.quickstart.consumers.ConsumersLoad;
import dev.clientele.persistence.criteria.SortDirection;
import java.time.LocalDate;

/** How much of what is there: counted and added up by the database. */
final class RecordCountReport {

    private RecordCountReport() {}

    static void write(ReportWriter sheet, CrmSession session) {
        B2b b2b = B2b.in(session);
        B2c b2c = B2c.in(session);
        sheet.title("Clientele quickstart: a CRM in one SQLite file")
                .text(
                        "Two public data sets, read from their Maven Central artifacts: SteelWheels, a wholesaler of scale"
                                + " models that sells to businesses, and FoodMart, a chain of supermarkets that sells to consumers.")
                .table(businesses(b2b, session))
                .table(consumers(b2c));
    }

    private static ReportTable businesses(B2b b2b, CrmSession session) {
        OrderDateRange days = OrderDateRange.of(session);
        return ReportTable.of("selling to businesses", ">how many", "")
                .row(
                        "territories",
                        NumberText.count(b2b.teams().territories().all().count()),
                        "")
                .row(
                        "sales representatives",
                        NumberText.count(b2b.teams().salesReps().all().count()),
                        "and those who lead them")
                .row("accounts", NumberText.count(b2b.accounts().all().count()), "")
                .row("contacts", NumberText.count(b2b.contacts().all().count()), "")
                .row(
                        "orders as deals",
                        NumberText.count(b2b.deals().all().count()),
                        NumberText.full(b2b.deals()
                                        .all()
                                        .sum(Opportunity.AMOUNT)
                                        .amountIn(SteelWheelsMoney.CURRENCY))
                                + ", " + days.first() + " to " + days.last())
                .row("interactions", NumberText.count(session.timeline().all().count()), "");
    }

    private static ReportTable consumers(B2c b2c) {
        var ledgers = b2c.purchases().ledgers();
        LocalDate first = ledgers.all()
                .sortedBy(PurchaseLedger.FIRST_DAY)
                .first()
                .map(ledger -> ledger.require(PurchaseLedger.FIRST_DAY))
                .orElseThrow();
        LocalDate last = ledgers.all()
                .sortedBy(PurchaseLedger.LAST_DAY, SortDirection.DESCENDING)
                .first()
                .map(ledger -> ledger.require(PurchaseLedger.LAST_DAY))
                .orElseThrow();
        return ReportTable.of("selling to consumers", ">how many", "")
                .row("persons", NumberText.count(b2c.persons().all().count()), "")
                .row("persons who bought", NumberText.count(ledgers.all().count()), "")
                .row(
                        "purchases",
                        NumberText.count(b2c.purchases().all().count()),
                        NumberText.full(ledgers.all().sum(PurchaseLedger.SPENT).amountIn(ConsumersLoad.CURRENCY)) + ", "
                                + first + " to " + last);
    }
}
