package dev.clientele.persistence.tck.keyvalue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.clientele.persistence.tck.ProgramPropertyContract;
import dev.clientele.persistence.tck.PropertyContract;
import dev.clientele.persistence.tck.StorageFixture;
import dev.clientele.persistence.tck.sabotage.Run;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Random programs, which no example has thought of, notice planted faults too. */
class FaultsInProgramsTest {

    /** Begins all properties of the kit at the same place, so that what is noticed once is noticed always. */
    @BeforeAll
    static void fixSeed() {
        System.setProperty(PropertyContract.SEED, "11");
    }

    @AfterAll
    static void freeSeed() {
        System.clearProperty(PropertyContract.SEED);
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {
                "REPLACING_LEAVES_SET_INDEX",
                "SET_INDEX_TRUSTS_BEFORE",
                "FIELD_INDEX_TRUSTS_BEFORE",
                "KEYS_TRUST_BEFORE",
                "SUBJECTS_WITHOUT_OWN",
                "SUBJECT_FIGURES_FROM_NEWEST",
                "LOOK_UPS_WITHOUT_OWN",
                "COUNTS_ROLLED_BACK",
                "VERSIONS_ROLLED_BACK",
                "LOG_KEYS_ROLLED_BACK",
                "VERSIONS_REMEMBERED",
                "LOG_KEYS_REMEMBERED",
                "COMPUTING_MOVES_VERSION",
                "COMPUTING_REPORTS_NOTHING",
                "COMPUTING_KEEPS_WHAT_IS_MISSING",
                "COMPUTING_LEAVES_SET_INDEX",
                "COMPUTING_LEAVES_FIELD_INDEX",
                "REPLACING_WIPES_COMPUTED",
                "PRUNED_KEY_IS_FREE",
                "PRUNED_STILL_UNDER_SUBJECTS",
                "PRUNED_STILL_COUNTED",
                "PRUNES_BEYOND_THE_POSITION",
                "REDACTION_KEEPS_BODY",
                "REDACTED_NOT_UNDER_SUBJECTS",
                "REDACTING_REPORTS_NOTHING"
            })
    void random_programs_notice(Fault fault) {
        Programs.planted = Set.of(fault);

        assertThat(Run.failures(selectClass(Programs.class))).isNotEmpty();
    }

    /** The programs on the adapter with a fault. Run from here only, one at a time. */
    static class Programs extends ProgramPropertyContract {

        static volatile Set<Fault> planted = Set.of();

        @Override
        protected StorageFixture fixture() {
            return new KeyValueFixture(planted);
        }
    }
}
