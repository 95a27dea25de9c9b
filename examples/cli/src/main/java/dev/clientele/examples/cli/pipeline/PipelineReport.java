package dev.clientele.examples.cli.pipeline;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the command has found out; its JSON form is that of the output. */
record PipelineReport(
        LocalDate asOf,
        String currency,
        Imported imported,
        long withoutAccount,
        long withoutEngageDate,
        List<Count> stages,
        long won,
        long lost,
        @Nullable Double winRate,
        BigDecimal wonValue,
        @Nullable Double meanWonDays,
        @Nullable Double medianWonDays,
        @Nullable Double meanLostDays,
        @Nullable Double velocityPerDay,
        List<Part> byRegion,
        List<Part> byAgent,
        List<Part> bySector,
        List<Part> byMonth,
        List<Family> families,
        int forecastDays,
        List<Method> forecast,
        List<Trial> backTest,
        @Nullable String bestMethod,
        Stalling stalled) {

    record Imported(long rows, long added, long changed, long unchanged, long rejected) {}

    record Count(String name, long deals) {}

    record Part(String name, long won, long lost, @Nullable Double winRate, BigDecimal wonValue) {}

    record Family(String account, int subsidiaries, BigDecimal wonValue) {}

    record Method(String method, boolean standard, long open, double wins, double deviation, double worth) {}

    record Trial(LocalDate asOf, String method, double predicted, long actual, double error) {}

    record Stalling(double share, @Nullable Double limitDays, List<Count> deals) {}
}
