package dev.clientele.b2c.identity.linkage;

/** Natural log-odds and probabilities, each from the other. */
final class LogOdds {
    private LogOdds() {}

    static double of(double probability) {
        return Math.log(probability) - Math.log1p(-probability);
    }

    static double toProbability(double logOdds) {
        return logOdds >= 0 ? 1 / (1 + Math.exp(-logOdds)) : Math.exp(logOdds) / (1 + Math.exp(logOdds));
    }
}
