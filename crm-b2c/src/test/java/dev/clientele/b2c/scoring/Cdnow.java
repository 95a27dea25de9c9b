package dev.clientele.b2c.scoring;

import dev.clientele.b2c.purchase.CountingRule;
import dev.clientele.b2c.purchase.PurchaseHistory;
import dev.clientele.b2c.purchase.PurchaseHistoryBuilder;
import dev.clientele.b2c.purchase.PurchaseSummary;
import dev.clientele.b2c.scoring.data.CustomerBase;
import dev.clientele.b2c.scoring.data.CustomerBaseBuilder;
import dev.clientele.b2c.scoring.data.SpendBase;
import dev.clientele.b2c.scoring.data.SpendSummary;
import dev.clientele.b2c.scoring.data.TimeStep;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * The CDNOW sample of 2,357 customers on which the literature calibrates (Fader and Hardie 2001, "Forecasting Repeat Sales
 * at CDNOW"), calibration period up to 1997-09-30.
 */
public final class Cdnow {
    public static final LocalDate CALIBRATION_END = LocalDate.of(1997, 9, 30);
    public static final LocalDate DATA_END = LocalDate.of(1998, 6, 30);

    private Cdnow() {}

    public static Map<String, PurchaseHistory> histories() {
        Map<String, PurchaseHistoryBuilder> builders = new TreeMap<>();
        for (String line : SharedFolder.lines("data/cdnow/CDNOW_sample.txt")) {
            String[] field = line.trim().split("\\s+", -1);
            builders.computeIfAbsent(field[1], id -> PurchaseHistory.builder(CurrencyUnit.USD))
                    .addPurchase(
                            LocalDate.parse(field[2], DateTimeFormatter.BASIC_ISO_DATE),
                            Money.parse("USD " + field[4]));
        }
        Map<String, PurchaseHistory> histories = new TreeMap<>();
        builders.forEach((id, builder) -> histories.put(id, builder.build()));
        return histories;
    }

    public static List<PurchaseSummary> summaries() {
        return histories().values().stream()
                .map(history -> history.summary(CALIBRATION_END, CountingRule.standard()))
                .flatMap(Optional::stream)
                .toList();
    }

    public static CustomerBase customers() {
        CustomerBaseBuilder builder = CustomerBase.builder(TimeStep.WEEK);
        summaries().forEach(builder::add);
        return builder.build();
    }

    public static SpendBase spend() {
        List<SpendSummary> spend = new ArrayList<>();
        summaries().forEach(summary -> SpendSummary.ofRepeats(summary).ifPresent(spend::add));
        return SpendBase.of(spend);
    }
}
