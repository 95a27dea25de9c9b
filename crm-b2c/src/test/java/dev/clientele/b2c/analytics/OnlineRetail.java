package dev.clientele.b2c.analytics;

import dev.clientele.b2c.purchase.CountingRule;
import dev.clientele.b2c.scoring.SharedFolder;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * The Online Retail data (Chen 2012): lines of a British gift wholesaler's invoices. Of those with a customer, what was bought:
 * cancellations left out, quantity and price above 0.
 */
public final class OnlineRetail {
    public static final LocalDate FIRST_DAY = LocalDate.of(2010, 12, 1);
    public static final LocalDate LAST_DAY = LocalDate.of(2011, 12, 9);
    public static final CurrencyUnit GBP = CurrencyUnit.GBP;

    private static List<Line> lines = List.of();

    private OnlineRetail() {}

    public record Line(String invoice, String item, LocalDate day, Money amount, String customer) {}

    /** The lines that count; a test is skipped where the data aren't there. */
    public static synchronized List<Line> lines() {
        if (lines.isEmpty()) {
            lines = read();
        }
        return lines;
    }

    public static PurchaseBook<String> book() {
        PurchaseBookBuilder<String> book = PurchaseBook.builder(GBP, CountingRule.standard());
        lines().forEach(line -> book.addPurchase(line.customer(), line.day(), line.amount()));
        return book.build();
    }

    private static List<Line> read() {
        Path file = SharedFolder.file("data/online-retail/online-retail.csv.gz");
        List<Line> found = new ArrayList<>();
        try (BufferedReader text = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            text.readLine();
            for (String row = text.readLine(); row != null; row = text.readLine()) {
                // the description may have commas and quotation marks, what stands before and after it has not
                String[] before = row.split(",", 3);
                String[] after =
                        row.substring(row.lastIndexOf(',', backwards(row, 4))).split(",", -1);
                BigDecimal quantity = new BigDecimal(after[1]);
                BigDecimal price = new BigDecimal(after[3]);
                if (!after[4].isEmpty() && !before[0].startsWith("C") && quantity.signum() > 0 && price.signum() > 0) {
                    found.add(new Line(
                            before[0],
                            before[1],
                            LocalDate.parse(after[2].substring(0, 10)),
                            Money.of(GBP, quantity.multiply(price), RoundingMode.HALF_EVEN),
                            after[4]));
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return List.copyOf(found);
    }

    /** Where the comma stands that has so many commas behind it, less one. */
    private static int backwards(String row, int commas) {
        int at = row.length();
        for (int i = 0; i < commas; i++) {
            at = row.lastIndexOf(',', at - 1);
        }
        return at - 1;
    }
}
