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
        StalledDealSummary stalled) {

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

    record MethodForecast(String method, boolean standard, long open, double wins, double deviation, double worth) {}

    record BackTestRow(LocalDate asOf, String method, double predicted, long actual, double error) {}

    record StalledDealSummary(double share, @Nullable Double limitDays, List<DealCount> deals) {}
}
