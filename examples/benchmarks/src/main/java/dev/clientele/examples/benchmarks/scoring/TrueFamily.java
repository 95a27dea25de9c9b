package dev.clientele.examples.benchmarks.scoring;

import dev.clientele.b2c.scoring.family.BgCnbdK;
import dev.clientele.b2c.scoring.family.BgNbd;
import dev.clientele.b2c.scoring.family.MbgCnbdK;
import dev.clientele.b2c.scoring.family.MbgNbd;
import dev.clientele.b2c.scoring.family.ParetoNbd;
import dev.clientele.b2c.scoring.model.RepeatPurchaseModel;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.function.DoubleConsumer;

/**
 * A kind of customers whose true model is known.
 *
 * @param name of the model in the literature
 * @param model with the true parameters, in weeks
 * @param leavesAtFirst whether customers may leave right after the first purchase
 */
record TrueFamily(String name, RepeatPurchaseModel model, boolean leavesAtFirst) {

    /** All kinds: an active customer buys once in eight weeks on the average, and most leave some day. */
    static List<TrueFamily> all() {
        return List.of(
                of(BgNbd.weekly().withParameters(1, 8, .8, 3), false),
                of(MbgNbd.weekly().withParameters(1, 8, .8, 3), true),
                of(BgCnbdK.weekly().withParameters(2, 1, 4, .8, 3), false),
                of(MbgCnbdK.weekly().withParameters(2, 1, 4, .8, 3), true),
                of(ParetoNbd.weekly().withParameters(1, 8, .7, 15), false));
    }

    private static TrueFamily of(RepeatPurchaseModel model, boolean leavesAtFirst) {
        return new TrueFamily(model.name(), model, leavesAtFirst);
    }

    /**
     * Draws a customer's purchases, the first at time 0.
     *
     * @param weeks for how long
     * @param purchases receives the time of each in weeks
     */
    void draw(SplittableRandom random, double weeks, DoubleConsumer purchases) {
        double waits = model.parameters().getOrDefault("k", 1.0);
        double rate = RandomDraws.gamma(random, parameter("r")) / parameter("alpha");
        double end = weeks;
        double leaving = 0;
        if (model.parameters().containsKey("s")) {
            double mortality = RandomDraws.gamma(random, parameter("s")) / parameter("beta");
            end = Math.min(weeks, RandomDraws.wait(random, mortality));
        } else {
            double x = RandomDraws.gamma(random, parameter("a"));
            leaving = x / (x + RandomDraws.gamma(random, parameter("b")));
        }
        purchases.accept(0);
        boolean there = !leavesAtFirst || random.nextDouble() >= leaving;
        double time = 0;
        while (there) {
            for (int i = 0; i < waits; i++) {
                time += RandomDraws.wait(random, rate);
            }
            if (time > end) {
                return;
            }
            purchases.accept(time);
            there = random.nextDouble() >= leaving;
        }
    }

    private double parameter(String name) {
        return Objects.requireNonNull(model.parameters().get(name), name);
    }
}
