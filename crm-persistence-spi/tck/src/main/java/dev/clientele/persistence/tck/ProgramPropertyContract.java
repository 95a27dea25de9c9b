package dev.clientele.persistence.tck;

import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * Random programs of all operations over three tenants, run on the adapter and on a plain model. After each step everything
 * that each tenant can see is compared. A failing program is shrunk to a small one, and printed with the seed that gives it
 * again.
 */
public abstract class ProgramPropertyContract extends PropertyContract {

    /** Creates the suite; for subclasses. */
    protected ProgramPropertyContract() {}

    @Property(tries = 120, edgeCases = EdgeCasesMode.NONE)
    void T1_programs_leave_in_each_tenant_what_the_model_says(@ForAll("programs") List<ProgramStep> program) {
        new ProgramRunner(sharedFixture(), storage(), secondStorage(), newNumber()).run(program);
    }

    @Provide
    Arbitrary<List<ProgramStep>> programs() {
        return RandomPrograms.programs();
    }
}
