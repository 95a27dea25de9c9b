package dev.clientele.b2c.scoring;

import dev.clientele.b2c.scoring.data.TimeStep;
import dev.clientele.b2c.scoring.family.RepeatPurchaseFamilies;
import dev.clientele.b2c.scoring.family.RepeatPurchaseFamily;
import dev.clientele.b2c.scoring.family.SpendFamilies;
import dev.clientele.b2c.scoring.family.SpendFamily;
import dev.clientele.core.error.CorruptException;

/** The kinds of model by the names under which calibrations keep them. */
final class StoredFamilies {

    private StoredFamilies() {}

    static RepeatPurchaseFamily findPurchaseFamily(String name, TimeStep step) {
        return RepeatPurchaseFamilies.find(name, step).orElseThrow(() -> unknown(name));
    }

    static SpendFamily findSpendFamily(String name) {
        return SpendFamilies.find(name).orElseThrow(() -> unknown(name));
    }

    /** Refuses a model that a calibration couldn't be read back with. */
    static void requireStorable(CalibrationPlan plan) {
        try {
            findPurchaseFamily(plan.purchases().name(), plan.purchases().step());
            plan.spend().ifPresent(family -> findSpendFamily(family.name()));
        } catch (CorruptException e) {
            throw new IllegalArgumentException("plan must name models of this library, to be stored", e);
        }
    }

    private static CorruptException unknown(String name) {
        return new CorruptException("a stored calibration has a model that this version doesn't know: " + name, null);
    }
}
