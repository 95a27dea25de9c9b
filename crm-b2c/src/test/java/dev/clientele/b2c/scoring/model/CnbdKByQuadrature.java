package dev.clientele.b2c.scoring.model;

import dev.clientele.b2c.scoring.data.CustomerSummary;

/** (M)BG/CNBD-k straight from its definition: the trapezium rule over ln λ and logit p, on which it converges fast. */
final class CnbdKByQuadrature {
    private static final double STEP = 0.16;

    private final CnbdKModel model;
    private final CustomerSummary customer;
    private final double time;
    private final double delta;
    private double likelihood;
    private double norm;
    private double alive;
    private double later;
    private double expected;
    private double next;
    private double discounted;

    CnbdKByQuadrature(CnbdKModel model, CustomerSummary customer, double time, double delta) {
        this.model = model;
        this.customer = customer;
        this.time = time;
        this.delta = delta;
        for (double y = -24; y < 5; y += STEP) {
            double lambda = Math.exp(y);
            double rates = Math.exp(model.r() * y - model.alpha() * lambda);
            for (double u = -40; u < 40; u += STEP) {
                double p = 1 / (1 + Math.exp(-u));
                double q = 1 / (1 + Math.exp(u));
                add(rates * Math.exp(model.a() * Math.log(p) + model.b() * Math.log(q)), lambda, p, q);
            }
        }
    }

    private void add(double weight, double lambda, double p, double q) {
        int k = model.k();
        int x = customer.repeats();
        int chances = x + (model.dropoutAtZero() ? 1 : 0);
        double last = customer.recency();
        double bought = x == 0 ? 1 : erlangDensity(k * x, lambda, last) / (Math.pow(last, x - 1) / factorial(x - 1));
        double silence = customer.age() - last;
        norm += weight;
        double gone = chances == 0 ? 0 : p * Math.pow(q, chances - 1) * bought;
        likelihood += weight * gone;
        for (int j = 0; j < k; j++) {
            double here = weight * Math.pow(q, chances) * bought * poisson(j, lambda * silence);
            likelihood += here;
            alive += here;
            double notYet = 0;
            for (int i = 0; i < k - j; i++) {
                notYet += poisson(i, lambda * time);
            }
            next += here * (1 - notYet);
            double due = 1 - notYet;
            double power = 1;
            int from = k - j;
            while (due > 1e-14 && power > 1e-14) {
                expected += here * power * due;
                later -= here * power * due * p;
                for (int i = from; i < from + k; i++) {
                    due -= poisson(i, lambda * time);
                }
                from += k;
                power *= q;
            }
            later += here;
            double wait = lambda / (lambda + delta);
            discounted += here * Math.pow(wait, k - j) / (1 - q * Math.pow(wait, k));
        }
    }

    private static double erlangDensity(int n, double lambda, double t) {
        return Math.exp(n * Math.log(lambda) + (n - 1) * Math.log(t) - lambda * t) / factorial(n - 1);
    }

    private static double poisson(int n, double mean) {
        return mean == 0 ? (n == 0 ? 1 : 0) : Math.exp(n * Math.log(mean) - mean) / factorial(n);
    }

    private static double factorial(int n) {
        double product = 1;
        for (int i = 2; i <= n; i++) {
            product *= i;
        }
        return product;
    }

    double logLikelihood() {
        return Math.log(likelihood / norm);
    }

    double pAlive() {
        return alive / likelihood;
    }

    double pAliveLater() {
        return later / likelihood;
    }

    double expected() {
        return expected / likelihood;
    }

    double next() {
        return next / likelihood;
    }

    double discounted() {
        return discounted / likelihood;
    }
}
