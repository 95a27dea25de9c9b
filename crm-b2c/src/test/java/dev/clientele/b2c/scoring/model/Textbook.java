package dev.clientele.b2c.scoring.model;

/** The formulas as papers print them and other packages evaluate them, in plain doubles: to show where they break. */
final class Textbook {
    private Textbook() {}

    /** Gauss's series; as other libraries have it, without any care for the parameters. */
    static double hypergeometric(double a, double b, double c, double z) {
        double term = 1;
        double sum = 1;
        for (int n = 0; n < 20_000 && Math.abs(term) > 1e-17 * Math.abs(sum); n++) {
            term *= (a + n) * (b + n) / ((c + n) * (n + 1)) * z;
            sum += term;
        }
        return sum;
    }

    /** Equation 10 of Fader, Hardie and Lee (2005). */
    static double bgNbdExpected(BgNbdModel m, double t, int x, double recency, double age) {
        double top = (m.a() + m.b() + x - 1) / (m.a() - 1);
        double z = t / (m.alpha() + age + t);
        double shrinks = Math.pow((m.alpha() + age) / (m.alpha() + age + t), m.r() + x);
        double f = hypergeometric(m.r() + x, m.b() + x, m.a() + m.b() + x - 1, z);
        double gone =
                x == 0 ? 0 : m.a() / (m.b() + x - 1) * Math.pow((m.alpha() + age) / (m.alpha() + recency), m.r() + x);
        return top * (1 - shrinks * f) / (1 + gone);
    }

    /** The authors' note of 2008. */
    static double bgNbdAlive(BgNbdModel m, int x, double recency, double age) {
        return 1 / (1 + m.a() / (m.b() + x - 1) * Math.pow((m.alpha() + age) / (m.alpha() + recency), m.r() + x));
    }

    /** Equation 27 of Fader and Hardie (2005). */
    static double paretoExpected(ParetoNbdModel m, double t) {
        return m.r() * m.beta() / (m.alpha() * (m.s() - 1)) * (1 - Math.pow(m.beta() / (m.beta() + t), m.s() - 1));
    }

    /** A₀ of equations 19 and 20 of Fader and Hardie (2005), not in logarithms. */
    static double paretoSilence(ParetoNbdModel m, int x, double recency, double age) {
        double top = Math.max(m.alpha(), m.beta());
        double gap = Math.abs(m.alpha() - m.beta());
        double n = m.r() + m.s() + x;
        double b = m.alpha() >= m.beta() ? m.s() + 1 : m.r() + x;
        return hypergeometric(n, b, n + 1, gap / (top + recency)) / Math.pow(top + recency, n)
                - hypergeometric(n, b, n + 1, gap / (top + age)) / Math.pow(top + age, n);
    }
}
