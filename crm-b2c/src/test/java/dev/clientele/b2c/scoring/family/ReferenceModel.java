package dev.clientele.b2c.scoring.family;

import dev.clientele.b2c.scoring.data.CustomerSummary;
import dev.clientele.b2c.scoring.data.SpendSummary;
import dev.clientele.b2c.scoring.data.TimeStep;
import dev.clientele.b2c.scoring.model.GammaGammaModel;
import dev.clientele.b2c.scoring.model.RepeatPurchaseModel;
import java.util.Map;

/** Evaluates the functions that the reference figures name. */
final class ReferenceModel {
    static final Map<String, RepeatPurchaseFamily> FAMILIES = Map.of(
            "BG/NBD", BgNbd.weekly(),
            "MBG/NBD", MbgNbd.weekly(),
            "Pareto/NBD", ParetoNbd.weekly(),
            "NBD", Nbd.weekly(),
            "GGompertz/NBD", GGompertzNbd.weekly(),
            "BG/BB", BgBb.oneOpportunityPer(TimeStep.YEAR));

    private ReferenceModel() {}

    static boolean knows(String model) {
        return FAMILIES.containsKey(model) || model.equals("Gamma-Gamma");
    }

    static double evaluate(String model, String function, double[] p, double[] arg) {
        if (model.equals("Gamma-Gamma")) {
            GammaGammaModel spend = GammaGamma.standard().withParameters(p);
            SpendSummary summary = new SpendSummary((int) arg[0], arg[1]);
            return function.equals("ll") ? spend.logLikelihood(summary) : spend.expectedSpend(summary);
        }
        RepeatPurchaseModel purchases = FAMILIES.get(model).withParameters(p);
        return switch (function) {
            case "ll" -> purchases.logLikelihood(customer(arg, 0));
            case "palive" -> purchases.forecast(customer(arg, 0)).logAlive();
            case "expectation" -> purchases.forecastNewCustomer().expectedTransactions(arg[0]);
            case "cet" -> purchases.forecast(customer(arg, 1)).expectedTransactions(arg[0]);
            case "pmf" -> purchases.forecastNewCustomer().probability((int) arg[1], arg[0]);
            case "palive_n+1" -> Math.log(purchases.forecast(customer(arg, 0)).pAliveAfter(1));
            case "dert" ->
                model.equals("BG/BB")
                        ? purchases.forecast(customer(arg, 1)).discountedTransactions(Math.log1p(arg[0]))
                        : purchases.forecast(customer(arg, 1)).discountedTransactions(arg[0]);
            default -> throw new IllegalArgumentException(function);
        };
    }

    private static CustomerSummary customer(double[] arg, int from) {
        return CustomerSummary.of((int) arg[from], arg[from + 1], arg[from + 2]);
    }
}
