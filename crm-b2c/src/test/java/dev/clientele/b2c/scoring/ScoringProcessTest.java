package dev.clientele.b2c.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clientele.b2c.B2c;
import dev.clientele.b2c.scoring.family.BgNbd;
import dev.clientele.persistence.Storage;
import dev.clientele.testing.DatabaseKind;
import dev.clientele.testing.ProcessRace;
import java.nio.file.Path;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Four processes that choose calibrations and policies at once. */
class ScoringProcessTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(names = {"SQLITE", "POSTGRES"})
    void one_calibration_is_active_one_policy_holds_and_no_process_is_refused(DatabaseKind kind) throws Exception {
        try (Storage storage = kind.open(folder)) {
            B2c b2c = ScoringProgram.open(storage);
            SimulatedShop.open(b2c, CurrencyUnit.GBP, ScoringProgram.NOW);
            b2c.scoring().fit(BgNbd.weekly());
            b2c.scoring().fit(BgNbd.weekly());

            ProcessRace.run(ScoringProgram.class, kind.place(folder));

            assertThat(ScoringProgram.calibrations(b2c))
                    .hasSize(2)
                    .contains(b2c.scoring().active().orElseThrow());
            assertThat(b2c.purchases().policy().zone()).isIn(ScoringProgram.ZONES);
        }
    }
}
