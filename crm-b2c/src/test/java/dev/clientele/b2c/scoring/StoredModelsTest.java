package dev.clientele.b2c.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clientele.b2c.purchase.Refunds;
import dev.clientele.b2c.purchase.SameDay;
import dev.clientele.b2c.scoring.data.SpendBasis;
import dev.clientele.b2c.scoring.data.TimeStep;
import dev.clientele.b2c.scoring.family.GammaGamma;
import dev.clientele.b2c.scoring.family.RepeatPurchaseFamilies;
import dev.clientele.b2c.scoring.family.RepeatPurchaseFamily;
import dev.clientele.b2c.scoring.fit.Fit;
import dev.clientele.b2c.scoring.fit.FittedModel;
import dev.clientele.b2c.scoring.fit.FittedSpendModel;
import dev.clientele.core.Crm;
import dev.clientele.core.access.Actor;
import dev.clientele.core.entity.Id;
import dev.clientele.core.entity.Repository;
import dev.clientele.persistence.TenantId;
import dev.clientele.persistence.memory.MemoryStorage;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class StoredModelsTest {

    private static final LocalDate END = LocalDate.of(1997, 9, 30);

    static Stream<RepeatPurchaseFamily> families() {
        return Arrays.stream(TimeStep.values()).flatMap(step -> RepeatPurchaseFamilies.all(step).stream());
    }

    @ParameterizedTest
    @MethodSource("families")
    void every_kind_of_purchase_model_is_read_back_to_the_last_bit(RepeatPurchaseFamily family) {
        double[] values = family.parameterNames().stream()
                .mapToDouble(name -> name.equals("k") ? 3 : 1 / 3.0 + name.length())
                .toArray();
        FittedModel model = new FittedModel(
                family.withParameters(values),
                family.step(),
                fit(family.name(), family.parameterNames(), values),
                Optional.of(END));

        Calibration read = stored(CalibrationModels.put(blank(), model));

        assertThat(read.purchaseModel()).isEqualTo(model);
        assertThat(read.spendModel()).isEmpty();
    }

    @Test
    void a_spend_model_is_read_back_to_the_last_bit() {
        GammaGamma family = GammaGamma.standard();
        double[] values = {6.1 / 3, 3.7 / 3, 15.4 / 3};
        FittedSpendModel model = new FittedSpendModel(
                family.withParameters(values), fit(family.name(), family.parameterNames(), values));
        FittedModel any = RepeatPurchaseFamilies.all(TimeStep.WEEK).stream()
                .map(some -> new FittedModel(
                        some.withParameters(1, 1, 1, 1),
                        some.step(),
                        fit(some.name(), some.parameterNames(), new double[] {1, 1, 1, 1}),
                        Optional.of(END)))
                .findFirst()
                .orElseThrow();

        Calibration read = stored(CalibrationModels.put(CalibrationModels.put(blank(), any), model));

        assertThat(read.spendModel()).contains(model);
    }

    private static Fit fit(String name, List<String> parameters, double[] values) {
        Map<String, Double> estimates = new LinkedHashMap<>();
        for (int i = 0; i < values.length; i++) {
            estimates.put(parameters.get(i), values[i]);
        }
        return new Fit(
                name, estimates, List.of(List.of(1 / 7.0, 0.1), List.of(0.1, 2.0)), -9582.1 / 7, true, 12, 77, 77);
    }

    private static Calibration blank() {
        return Calibration.TYPE
                .newEntity()
                .withId(Id.parse("00000000-0000-7000-8000-000000000001"))
                .with(Calibration.FITTED_AT, Instant.EPOCH)
                .with(Calibration.CALIBRATION_END, END)
                .with(Calibration.CURRENCY, CurrencyUnit.USD)
                .with(Calibration.SAME_DAY, SameDay.ONE_PURCHASE)
                .with(Calibration.REFUNDS, Refunds.UNDO_PURCHASE)
                .with(Calibration.SPEND_BASIS, SpendBasis.REPEATS);
    }

    /** Into the form that storage keeps and back. */
    private static Calibration stored(Calibration calibration) {
        Repository<Calibration> calibrations = Crm.on(MemoryStorage.create())
                .type(Calibration.TYPE)
                .build()
                .session(TenantId.of("acme"), Actor.user("alice"))
                .repository(Calibration.TYPE);
        return calibrations.get(calibrations.add(calibration).id());
    }
}
