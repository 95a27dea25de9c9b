package dev.clientele.examples.cli.pipeline;

import dev.clientele.core.csv.ImportReport;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the command has found out; its JSON form is that of the output. */
record PipelineReport(
        LocalDate asOf,
        String currency,
        ImportCounts imported,
        long withoutAccount,
        long withoutEngageDate,
        List<DealCount> stages,
        long won,
        long lost,
        @Nullable Double winRate,
        BigDecimal wonValue,
        BigDecimal openValue,
        @Nullable Double meanWonDays,
        @Nullable Double medianWonDays,
        @Nullable Double meanLostDays,
        @Nullable Double velocityPerDay,
        List<WinLossGroup> byRegion,
        List<WinLossGroup> byAgent,
        List<WinLossGroup> bySector,
        List<WinLossGroup> byMonth,
        List<AccountFamily> families,
        int forecastDays,
        List<MethodForecast> forecast,
        List<BackTestRow> backTest,
        @Nullable String bestMethod,
        StalledDealSummary stalled,
        List<String> notes) {

    record ImportCounts(long rows, long added, long changed, long unchanged, long rejected) {

        static ImportCounts of(ImportReport report) {
            return new ImportCounts(
                    report.rows(), report.added(), report.changed(), report.unchanged(), report.rejected());
        }
    }

    record DealCount(String name, long deals) {}

    record WinLossGroup(
            String name, long won, long lost, @Nullable Double winRate, BigDecimal wonValue) {}

    record AccountFamily(String account, int subsidiaries, BigDecimal wonValue) {}

    /**
     * The projection of a method.
     *
     * @param deviation by how many wins it must be expected to miss, from what the method missed on days of the past
     * @param triedOn the number of these days; 0 if there are none, the deviation then being that of independent deals
     * @param independentDeviation by how much deals vary that are won independently of each other
     */
    record MethodForecast(
            String method,
            boolean standard,
            long open,
            double wins,
            double deviation,
            int triedOn,
            double independentDeviation,
            double worth) {}

    /** Says where a deviation comes from. */
    static String basis(MethodForecast method) {
        return switch (method.triedOn()) {
            case 0 -> "if deals were won independently";
            case 1 -> "missed on a day of the past";
            default -> "missed on " + method.triedOn() + " days of the past";
        };
    }

    record BackTestRow(LocalDate asOf, String method, double predicted, long actual, double error) {}

    record StalledDealSummary(double share, @Nullable Double limitDays, List<DealCount> deals) {}
}
