package dev.clientele.examples.cli.clv;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** Transactions of customers who buy, spend and leave as the models suppose; the same each time. */
final class SimulatedShop {

    static final LocalDate FIRST_DAY = LocalDate.of(2020, 1, 1);
    static final LocalDate CALIBRATION_END = LocalDate.of(2020, 12, 31);

    private SimulatedShop() {}

    /** Rows {@code customer,date,amount} of 400 customers over two years, in no particular order. */
    static List<String> rows() {
        Random chance = new Random(20200101);
        List<String> rows = new ArrayList<>();
        for (int customer = 1; customer <= 400; customer++) {
            double pace = -Math.log(1 - chance.nextDouble()) / 30;
            double leaving = Math.min(chance.nextDouble(), chance.nextDouble());
            double mean = 20 + 60 * chance.nextDouble();
            double day = 90 * chance.nextDouble();
            while (day < 730) {
                rows.add(String.format(
                        Locale.ROOT,
                        "c%03d,%s,%.2f",
                        customer,
                        FIRST_DAY.plusDays((long) day),
                        mean * (0.5 + chance.nextDouble())));
                if (chance.nextDouble() < leaving) {
                    break;
                }
                day += -Math.log(1 - chance.nextDouble()) / pace;
            }
        }
        Collections.shuffle(rows, chance);
        return rows;
    }
}
