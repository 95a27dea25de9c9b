package dev.clientele.b2c.scoring.holdout;

import dev.clientele.b2c.purchase.PurchaseHistory;
import dev.clientele.b2c.purchase.PurchaseHistoryBuilder;
import dev.clientele.b2c.scoring.SharedFolder;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * A British gift wholesaler's invoices, 2010-12-01 to 2011-12-09 (Chen 2012, UCI Online Retail): cancellations and lines without
 * customer left out, quantity and price above 0.
 */
final class OnlineRetail {
    static final LocalDate CALIBRATION_END = LocalDate.of(2011, 6, 30);
    static final LocalDate DATA_END = LocalDate.of(2011, 12, 9);

    private OnlineRetail() {}

    static List<PurchaseHistory> histories() {
        Map<String, PurchaseHistoryBuilder> persons = new TreeMap<>();
        try (InputStream in = new GZIPInputStream(
                        Files.newInputStream(SharedFolder.file("data/online-retail/online-retail.csv.gz")));
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            lines.readLine();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                add(line, persons);
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        List<PurchaseHistory> histories = new ArrayList<>();
        persons.values().forEach(person -> histories.add(person.build()));
        return histories;
    }

    /** Only descriptions hold commas, so the last five fields are counted from the end. */
    private static void add(String line, Map<String, PurchaseHistoryBuilder> persons) {
        String[] field = line.split(",", -1);
        int n = field.length;
        String customer = field[n - 2];
        int quantity = Integer.parseInt(field[n - 5]);
        BigDecimal price = new BigDecimal(field[n - 3]);
        if (customer.isEmpty() || line.startsWith("C") || quantity <= 0 || price.signum() <= 0) {
            return;
        }
        persons.computeIfAbsent(customer, id -> PurchaseHistory.builder(CurrencyUnit.GBP))
                .addPurchase(
                        LocalDate.parse(field[n - 4].substring(0, 10)),
                        Money.of(
                                CurrencyUnit.GBP,
                                price.multiply(BigDecimal.valueOf(quantity)),
                                RoundingMode.HALF_EVEN));
    }
}
