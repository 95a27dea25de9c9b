package dev.clientele.b2c.lifetime;

import dev.clientele.b2c.scoring.BgBb;
import dev.clientele.b2c.scoring.BgNbd;
import dev.clientele.b2c.scoring.GGompertzNbd;
import dev.clientele.b2c.scoring.GammaGamma;
import dev.clientele.b2c.scoring.MbgNbd;
import dev.clientele.b2c.scoring.Nbd;
import dev.clientele.b2c.scoring.ParetoNbd;
import dev.clientele.b2c.scoring.RepeatPurchaseFamily;
import dev.clientele.b2c.scoring.SpendFamily;
import dev.clientele.b2c.scoring.TimeStep;
import dev.clientele.core.error.CorruptException;
import java.util.Optional;
import java.util.stream.Stream;

/** The kinds of model by the names under which calibrations keep them. */
final class Families {

    private Families() {}

    /** All kinds of purchase model, in this unit of time. */
    static Stream<RepeatPurchaseFamily> purchases(TimeStep step) {
        return Stream.of(
                BgNbd.in(step),
                MbgNbd.in(step),
                ParetoNbd.in(step),
                GGompertzNbd.in(step),
                Nbd.in(step),
                BgBb.oneEach(step));
    }

    static RepeatPurchaseFamily purchases(String name, TimeStep step) {
        return purchases(step)
                .filter(family -> family.name().equals(name))
                .findFirst()
                .orElseThrow(() -> unknown(name));
    }

    static SpendFamily spend(String name) {
        return Optional.<SpendFamily>of(GammaGamma.standard())
                .filter(family -> family.name().equals(name))
                .orElseThrow(() -> unknown(name));
    }

    /** Refuses a model that a calibration couldn't be read back with. */
    static void requireStorable(CalibrationPlan plan) {
        try {
            purchases(plan.purchases().name(), plan.purchases().step());
            plan.spend().ifPresent(family -> spend(family.name()));
        } catch (CorruptException e) {
            throw new IllegalArgumentException("plan must name models of this library, to be stored", e);
        }
    }

    private static CorruptException unknown(String name) {
        return new CorruptException("a stored calibration has a model that this version doesn't know: " + name, null);
    }
}
