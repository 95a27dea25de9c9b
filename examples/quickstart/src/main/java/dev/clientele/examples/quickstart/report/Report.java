package dev.clientele.examples.quickstart.report;

import dev.clientele.core.CrmSession;

/** All that the program prints about its data. */
public final class Report {

    private Report() {}

    /** The report on what a session sees, in one consistent state. The same data give the same text. */
    public static String of(CrmSession session) {
        return session.inSnapshot(snapshot -> {
            Sheet sheet = new Sheet();
            Contents.write(sheet, snapshot);
            AccountTimeline.write(sheet, snapshot);
            PipelineForecast.write(sheet, snapshot);
            AccountValues.write(sheet, snapshot);
            ComingBack.write(sheet, snapshot);
            PurchaseModel.write(sheet, snapshot);
            BestConsumers.write(sheet, snapshot);
            Remarks.write(sheet, snapshot);
            return sheet.toString();
        });
    }
}
