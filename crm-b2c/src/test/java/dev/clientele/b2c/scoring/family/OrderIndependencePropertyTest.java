package dev.clientele.b2c.scoring.family;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clientele.b2c.scoring.data.CustomerBase;
import dev.clientele.b2c.scoring.data.CustomerBaseBuilder;
import dev.clientele.b2c.scoring.data.CustomerSummary;
import dev.clientele.b2c.scoring.data.SpendBase;
import dev.clientele.b2c.scoring.data.SpendSummary;
import dev.clientele.b2c.scoring.data.TimeStep;
import dev.clientele.b2c.scoring.fit.Fit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** The order in which customers come changes no bit of a fit. */
class OrderIndependencePropertyTest {
    private final List<CustomerSummary> customers = simulated();

    @Property(tries = 20)
    void shuffled_customers_give_the_same_fit_bit_for_bit(@ForAll long seed) {
        List<CustomerSummary> shuffled = new ArrayList<>(customers);
        Collections.shuffle(shuffled, new Random(seed));

        assertThat(fit(shuffled)).isEqualTo(fit(customers));
    }

    @Property(tries = 20)
    void shuffled_spend_gives_the_same_fit_bit_for_bit(@ForAll long seed) {
        List<SpendSummary> spend = new ArrayList<>();
        customers.stream()
                .filter(c -> c.repeats() > 0)
                .forEach(c -> spend.add(new SpendSummary(c.repeats(), 10 + c.recency())));
        Fit before = GammaGamma.standard().fit(SpendBase.of(spend)).fit();
        Collections.shuffle(spend, new Random(seed));

        assertThat(GammaGamma.standard().fit(SpendBase.of(spend)).fit()).isEqualTo(before);
    }

    private static Fit fit(List<CustomerSummary> customers) {
        CustomerBaseBuilder builder = CustomerBase.builder(TimeStep.WEEK);
        customers.forEach(builder::add);
        return BgNbd.weekly().fit(builder.build()).fit();
    }

    private static List<CustomerSummary> simulated() {
        SplittableRandom random = new SplittableRandom(11);
        List<CustomerSummary> all = new ArrayList<>();
        for (int i = 0; i < 3000; i++) {
            double pace = -Math.log(random.nextDouble()) / 8;
            double leaves = random.nextDouble() * random.nextDouble();
            double age = 20 + random.nextInt(20);
            double time = -Math.log(random.nextDouble()) / pace;
            double last = 0;
            int x = 0;
            while (time < age) {
                last = time;
                x++;
                time = random.nextDouble() < leaves ? Double.MAX_VALUE : time - Math.log(random.nextDouble()) / pace;
            }
            all.add(CustomerSummary.of(x, last, age));
        }
        return all;
    }
}
