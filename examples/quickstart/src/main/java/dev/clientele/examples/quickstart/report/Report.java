package dev.clientele.examples.quickstart.report;

import dev.clientele.core.CrmSession;

/** All that the program prints about its data. */
public final class Report {

    private Report() {}

    /**
     * The report on what a session sees, in one consistent state. The same data give the same text.
     *
     * @param base a session of the tenant that has the base of persons of two sources
     */
    public static String of(CrmSession session, CrmSession base) {
        return session.inSnapshot(snapshot -> {
            ReportWriter sheet = new ReportWriter();
            RecordCountReport.write(sheet, snapshot);
            AccountTimelineReport.write(sheet, snapshot);
            PipelineForecastReport.write(sheet, snapshot);
            AccountValueReport.write(sheet, snapshot);
            RepeatPurchaseReport.write(sheet, snapshot);
            PurchaseModelReport.write(sheet, snapshot);
            TopConsumersReport.write(sheet, snapshot);
            IdentityReport.write(sheet, base, snapshot);
            LoadRemarkReport.write(sheet, snapshot);
            return sheet.toString();
        });
    }
}
