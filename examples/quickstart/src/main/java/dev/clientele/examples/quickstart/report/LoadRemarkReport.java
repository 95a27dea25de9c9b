package dev.clientele.examples.quickstart.report;

import dev.clientele.core.CrmSession;
import dev.clientele.core.entity.Page;
import dev.clientele.examples.quickstart.load.LoadStep;
import dev.clientele.examples.quickstart.load.Remark;

/** What was left out and what was assumed while loading, and where to go from here. */
final class LoadRemarkReport {

    private static final String DOT = "  · ";

    private LoadRemarkReport() {}

    static void write(ReportWriter sheet, CrmSession session) {
        sheet.heading("What was left out and what was assumed");
        Page<LoadStep> steps =
                session.repository(LoadStep.TYPE).all().sortedBy(LoadStep.NAME).page(100);
        for (LoadStep step : steps.items()) {
            for (Remark remark : step.remarks()) {
                sheet.item(DOT, NumberText.count(remark.count()) + " " + remark.what() + ".");
            }
        }
        sheet.item(DOT, "SteelWheels names no currency: its amounts are taken for US dollars.")
                .item(DOT, "An order that was cancelled counts as lost on the day on which it was sent or else due.")
                .item(DOT, "The probabilities of the stages are this example's own.")
                .item(DOT, "The sources know days without a time: everything happens as its day begins in UTC.");
        sheet.heading("What to look at next")
                .item(
                        DOT,
                        "Run it again: it opens the stored data and prints the same. -Dexec.args=--fresh loads anew.")
                .item(
                        DOT,
                        "The file is a plain SQLite database with readable columns: open it with any SQLite tool and look"
                                + " at crm_account, crm_opportunity, crm_person.")
                .item(
                        DOT,
                        "How it is done: examples/quickstart/src/main/java, from Quickstart.java to report/, a class for"
                                + " each of the sections above.")
                .item(DOT, "Your own purchases: examples/cli fits these models to any file of transactions.")
                .item(DOT, "Ten lines to start your own program with: README.md.");
    }
}
