package dev.clientele.examples.benchmarks.scoring;

import java.util.SplittableRandom;

/**
 * Simulated customers in columns: buying and leaving as BG/NBD says with the parameters that CDNOW has, first purchases spread
 * over a quarter, seen after 27 to 39 weeks, like CDNOW's.
 */
final class SimulatedCustomers {
    final int[] repeats;
    final double[] recency;
    final double[] age;
    final double[] spend;

    /**
     * Draws them.
     *
     * @param wholeDays whether times are whole days, as a calendar has them, or any
     */
    SimulatedCustomers(int size, boolean wholeDays, long seed) {
        repeats = new int[size];
        recency = new double[size];
        age = new double[size];
        spend = new double[size];
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < size; i++) {
            double rate = RandomDraws.gamma(random, .243) / 4.414 / 7;
            double x = RandomDraws.gamma(random, .793);
            double leaves = x / (x + RandomDraws.gamma(random, 2.426));
            draw(i, random, rate, leaves, wholeDays);
        }
    }

    private void draw(int i, SplittableRandom random, double rate, double leaves, boolean wholeDays) {
        double observed = 189 + (wholeDays ? random.nextInt(84) : random.nextDouble(84));
        double time = RandomDraws.wait(random, rate);
        double last = 0;
        int x = 0;
        double level = RandomDraws.gamma(random, 3.74);
        while (time <= observed) {
            double day = wholeDays ? Math.ceil(time) : time;
            x += day > last ? 1 : 0; // purchases of one day are one
            last = Math.max(last, day);
            time = random.nextDouble() < leaves ? Double.MAX_VALUE : time + RandomDraws.wait(random, rate);
        }
        repeats[i] = x;
        recency[i] = Math.min(last, observed) / 7;
        age[i] = observed / 7;
        spend[i] = x == 0 ? 0 : 15.44 * RandomDraws.gamma(random, 6.25 * x) / level / x;
    }
}
