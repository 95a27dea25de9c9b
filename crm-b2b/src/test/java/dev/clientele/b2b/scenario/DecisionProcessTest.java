package dev.clientele.b2b.scenario;

import dev.clientele.b2b.B2b;
import dev.clientele.persistence.Storage;
import dev.clientele.testing.DatabaseKind;
import dev.clientele.testing.ProcessRace;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Four processes that decide on the same records of one database at once; each kind of decision names its invariants. */
class DecisionProcessTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(names = {"SQLITE", "POSTGRES"})
    void every_invariant_holds_and_no_process_is_told_that_the_database_is_unavailable(DatabaseKind kind)
            throws Exception {
        try (Storage storage = kind.open(folder)) {
            B2b b2b = DecisionProgram.open(storage, "alice");
            ProcessDecisions.all().forEach(each -> each.prepare(b2b));

            ProcessRace.run(DecisionProgram.class, kind.place(folder));

            ProcessDecisions.all().forEach(each -> each.verify(b2b));
        }
    }
}
