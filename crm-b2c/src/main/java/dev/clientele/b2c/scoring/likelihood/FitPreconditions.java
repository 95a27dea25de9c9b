package dev.clientele.b2c.scoring.likelihood;

import dev.clientele.b2c.scoring.data.CustomerBase;
import dev.clientele.b2c.scoring.data.SpendBase;
import dev.clientele.b2c.scoring.fit.FitProblem;
import dev.clientele.b2c.scoring.fit.NoFitException;

/** Checks that a base can be fitted at all; each returns its argument. */
public final class FitPreconditions {
    private FitPreconditions() {}

    /**
     * Returns customers of whom some bought again in a time that passed.
     *
     * @throws NoFitException if there are none
     */
    public static CustomerBase requireFittable(CustomerBase base, String model) {
        if (base.customers() == 0) {
            throw new NoFitException(FitProblem.NO_CUSTOMERS, model + ": there are no customers");
        }
        if (base.repeatCustomers() == 0) {
            throw new NoFitException(
                    FitProblem.NO_REPEAT_CUSTOMERS,
                    model + ": none of " + base.customers()
                            + " customers bought again, which says nothing of repeat purchasing; a longer period would");
        }
        if (!(base.totalAge() > 0)) {
            throw new NoFitException(
                    FitProblem.NO_VARIATION, model + ": all customers are observed for no time at all");
        }
        return base;
    }

    /**
     * Returns customers who differ in their mean spend.
     *
     * @throws NoFitException if there are none, or all spend the same
     */
    public static SpendBase requireFittable(SpendBase base, String model) {
        if (base.customers() == 0) {
            throw new NoFitException(
                    FitProblem.NO_CUSTOMERS, model + ": no customer has a purchase whose spend could be used");
        }
        boolean same = true;
        for (int i = 0; i < base.customers(); i++) {
            same &= base.mean(i) == base.mean(0);
        }
        if (same) {
            throw new NoFitException(
                    FitProblem.NO_VARIATION,
                    model + ": all " + base.customers()
                            + " customers spend the same per purchase, so nothing differs; go without a spend model and"
                            + " multiply purchases by that amount");
        }
        return base;
    }
}
