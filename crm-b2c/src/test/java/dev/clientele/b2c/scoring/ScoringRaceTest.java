package dev.clientele.b2c.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clientele.b2c.Store;
import dev.clientele.b2c.StoredTest;
import dev.clientele.b2c.person.Person;
import dev.clientele.b2c.person.Score;
import dev.clientele.b2c.purchase.Purchase;
import dev.clientele.b2c.purchase.PurchasePolicy;
import dev.clientele.b2c.scoring.family.BgNbd;
import dev.clientele.core.value.Horizon;
import dev.clientele.testing.Race;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** The invariants of calibrations, scores and the purchase policy when 32 work at once. */
@ParameterizedClass
@EnumSource(Store.class)
class ScoringRaceTest extends StoredTest {

    ScoringRaceTest(Store store) {
        super(store);
    }

    @Test
    void one_calibration_is_active_of_those_that_are_activated_at_once() {
        SimulatedShop.open(b2c, CurrencyUnit.GBP, NOW);
        List<Calibration> fitted = IntStream.range(0, 3)
                .mapToObj(i -> b2c.scoring().fit(BgNbd.weekly()))
                .toList();

        Race.all(i -> {
            b2c.scoring().activate(fitted.get(i % 3));
            return true;
        });

        assertThat(fitted).contains(b2c.scoring().active().orElseThrow());
        assertThat(session.repository(ActiveCalibration.TYPE).all().count()).isEqualTo(1);
    }

    @Test
    void scores_that_are_given_while_persons_buy_and_are_edited_spoil_neither() {
        List<Person> persons = SimulatedShop.open(b2c, CurrencyUnit.GBP, NOW);
        Calibration calibration = b2c.scoring().fit(BgNbd.weekly());

        Race.<Object>all(i -> {
            Person person = persons.get(i);
            if (i == 0) {
                return b2c.scoring().score(calibration, Valuation.over(Horizon.months(12)));
            }
            return i % 2 == 0
                    ? b2c.persons().save(person.with(Person.GENDER, "f"))
                    : b2c.purchases()
                            .record(Purchase.of("till", "t-" + i, person, gbp("1"), NOW.minus(Duration.ofDays(2))));
        });

        assertThat(b2c.persons().query(Person.GENDER.is("f")).count()).isEqualTo(Race.THREADS / 2 - 1);
        assertThat(b2c.persons().query(Score.P_ALIVE.isPresent()).count()).isEqualTo(persons.size());
        assertThat(persons.subList(0, Race.THREADS))
                .noneMatch(person -> b2c.purchases().rebuild(person.id()));
    }

    @Test
    void one_policy_holds_of_those_that_are_set_at_once() {
        Race.all(i -> {
            b2c.purchases()
                    .setPolicy(
                            PurchasePolicy.standard().withZone(i % 2 == 0 ? ZoneOffset.UTC : ZoneId.of("Asia/Tokyo")));
            return true;
        });

        assertThat(b2c.purchases().policy().zone()).isIn(ZoneOffset.UTC, ZoneId.of("Asia/Tokyo"));
    }
}
