package dev.clientele.b2c.scoring.holdout;

import dev.clientele.b2c.purchase.CountingRule;
import dev.clientele.b2c.purchase.PurchaseHistory;
import dev.clientele.b2c.purchase.PurchaseHistoryBuilder;
import dev.clientele.b2c.scoring.family.Draw;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** Customers who buy and leave over two years as BG/NBD or MBG/NBD says, split in the middle. */
final class RandomTimingShop {
    private static final LocalDate START = LocalDate.of(2024, 1, 1);
    private static final LocalDate CALIBRATION_END = START.plusDays(363);
    private static final int LAST_DAY = 727;

    private RandomTimingShop() {}

    /**
     * Draws the customers.
     *
     * @param leavesAtFirst whether a customer may leave right after the first purchase, as in MBG/NBD
     */
    static HoldOutSplit split(int customers, boolean leavesAtFirst, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<PurchaseHistory> histories = new ArrayList<>();
        for (int i = 0; i < customers; i++) {
            PurchaseHistoryBuilder history = PurchaseHistory.builder(CurrencyUnit.EUR);
            double rate = Draw.gamma(random, 1) / 8 / 7;
            double leaving = Draw.beta(random, .8, 3);
            boolean mayLeave = leavesAtFirst;
            double time = random.nextInt(91);
            while (time <= LAST_DAY) {
                history.addPurchase(START.plusDays((long) time), Money.of(CurrencyUnit.EUR, 10));
                boolean leaves = mayLeave && random.nextDouble() < leaving;
                time = leaves ? Double.MAX_VALUE : time - Math.log(1 - random.nextDouble()) / rate;
                mayLeave = true;
            }
            histories.add(history.build());
        }
        return HoldOutSplit.of(histories, CALIBRATION_END, START.plusDays(LAST_DAY), CountingRule.standard());
    }
}
